package iris.agent.simulate;

import iris.signal.Reason;
import iris.words.Words;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** One simulated service: its front, the external party behind it, the door for faults, and its clients. */
public final class Siv implements AutoCloseable {
  private final House house;
  private final InstantSource clock;
  private final Instant started;
  private final Plan plan;
  private final Consumer<Reason> told;
  private final Optional<FrontCertificate> certificate;
  private final Optional<HttpClient> client;
  private final Door front;
  private final Door external;
  private final Optional<Door> admin;
  private volatile Faults faults = Faults.NONE;
  private volatile boolean closed;

  /**
   * Opens the doors, starts the script and lets the clients come.
   *
   * @param words of its answers
   * @param told what goes wrong and what is well again; must not block
   * @throws IOException if a port is taken, the log or the certificate cannot be written; closing the house closes what
   *     is open
   */
  public Siv(Plan plan, House house, InstantSource clock, Words words, Consumer<Reason> told) throws IOException {
    this.plan = plan;
    this.house = house;
    this.clock = clock;
    this.told = told;
    started = clock.instant();
    certificate = plan.certificate().isEmpty()
        ? Optional.empty() : Optional.of(new FrontCertificate(plan.certificate().get(), started));
    client = certificate.map(c -> HttpClient.newBuilder().sslContext(c.client()).build());
    Trouble trouble = new Trouble(() -> faults);
    external = house.door(plan.host(), next(1), Optional.empty(),
        new Party(house, plan.nature(), this::story, trouble));
    Optional<AccessLog> log =
        plan.log().isEmpty() ? Optional.empty() : Optional.of(new AccessLog(plan.log().get(), plan.form()));
    Optional<SslContextFactory.Server> tls = certificate.map(FrontCertificate::shown);
    external.open();
    front = house.door(plan.host(), plan.port(), tls, new Front(house, plan.nature(), clock, external.uri(), trouble,
        words, line -> log.ifPresent(l -> l.write(line))));
    front.open();
    admin = plan.admin()
        ? Optional.of(house.door("127.0.0.1", next(2), Optional.empty(), new Admin(this, words))) : Optional.empty();
    if (admin.isPresent()) admin.get().open();
    plan.script().forEach(step -> ring(step.at().dividedBy(plan.speed()), () -> inject(
        step.fault(), step.lasting().map(d -> d.dividedBy(plan.speed())), step.share())));
    if (plan.traffic())
      new Clients(front(), client.orElse(house.client()), house.bell(), plan.nature(), this::story).come(() -> closed);
  }

  private int next(int after) {
    return plan.port() == 0 ? 0 : plan.port() + after;
  }

  /** The words of all faults. */
  public static List<String> words() {
    return Arrays.stream(Fault.values()).map(Fault::word).toList();
  }

  public URI front() {
    return front.uri();
  }

  public URI external() {
    return external.uri();
  }

  public Optional<URI> admin() {
    return admin.map(Door::uri);
  }

  /** The time of the day in the simulation. */
  private Instant story() {
    return started.plus(plan.ahead()).plus(Duration.between(started, clock.instant()).multipliedBy(plan.speed()));
  }

  /**
   * Lets something go wrong from now on; the same fault once more replaces the first.
   *
   * @param lasting empty: until it is ended
   * @param share of the transactions, above 0 to 1
   * @return why not
   */
  public synchronized Optional<Reason> inject(Fault fault, Optional<Duration> lasting, double share) {
    if (fault == Fault.CERTIFICATE_EXPIRED && certificate.isEmpty()) return Optional.of(Reason.of("agent.siv.no-tls"));
    if (!(share > 0 && share <= 1)) return Optional.of(Reason.of("agent.siv.bad-share"));
    if (!fault.shared() && share < 1) return Optional.of(Reason.of("agent.siv.no-share", fault.word()));
    if (closed) return Optional.empty();
    Instant now = clock.instant();
    faults = faults.at(now).with(new Injection(fault, lasting.map(now::plus), share));
    told.accept(Reason.of("agent.siv.began", fault.word(), Math.round(share * 100)));
    apply();
    lasting.ifPresent(d -> ring(d.plusMillis(1), this::settle));
    return Optional.empty();
  }

  /** Lets it be well again; what was not wrong stays so. */
  public synchronized void end(Collection<Fault> ended) {
    List<Fault> there = ended.stream().filter(faults::has).toList();
    faults = faults.without(there);
    apply();
    there.forEach(f -> told.accept(Reason.of("agent.siv.ended", f.word())));
  }

  private synchronized void settle() {
    Instant now = clock.instant();
    end(faults.all().values().stream().filter(i -> i.over(now)).map(Injection::fault).toList());
  }

  /** What is wrong now. */
  public List<Injection> faults() {
    return faults.at(clock.instant()).all().values().stream()
        .sorted(Comparator.comparing(Injection::fault)).toList();
  }

  private void apply() {
    if (closed) return;
    open(external, !faults.has(Fault.EXTERNAL_DOWN));
    open(front, !faults.has(Fault.PROVIDER_DOWN));
    certificate.ifPresent(c -> c.show(faults.has(Fault.CERTIFICATE_EXPIRED)));
  }

  private void open(Door door, boolean wanted) {
    if (!wanted) {
      door.shut();
      return;
    }
    try {
      door.open();
    } catch (IOException e) {
      // Somebody else took the port meanwhile: the fault lasts longer than ordered, and that must be said.
      told.accept(Reason.of("agent.siv.port-taken", door.port(), String.valueOf(e.getMessage())));
    }
  }

  private void ring(Duration after, Runnable act) {
    house.bell().schedule(() -> Thread.ofVirtual().start(act), after.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the clients and shuts the doors; the house stays open. */
  @Override
  public synchronized void close() {
    closed = true;
    admin.ifPresent(Door::close);
    front.close();
    external.close();
    client.ifPresent(HttpClient::shutdownNow);
  }
}
