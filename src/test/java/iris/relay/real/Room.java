package iris.relay.real;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.relay.Ground;
import iris.relay.Target;
import iris.relay.post.Couriers;
import iris.relay.post.Relay;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A control room in small: a board that is fed by one feed with one service, {@code siv}, on the clock of the wall, and
 * the relay as it is in production, with its outbox and its post.
 */
public final class Room implements AutoCloseable {
  private static final long WINDOW = 300;

  private final InstantSource clock = InstantSource.system();
  private final Relay relay;
  private final ScheduledExecutorService feeding = Executors.newSingleThreadScheduledExecutor();
  private Board board;
  private Optional<Incident> incident = Optional.empty();
  private int incidents;

  /** @param folder of the outbox: the same again is the same room after a restart */
  public Room(Path folder, Target target, Ground ground) throws SQLException {
    board = Board.first(new Rules(List.of(new Rules.FeedRules("national", "Flux national", Optional.empty(),
        Duration.ofMinutes(1))), Map.of()), now());
    relay = Relay.open(folder, this::now, report -> { }, t -> Couriers.of(t, ground), Optional.empty());
    relay.configure(List.of(target), Words.of(Lang.FR, ZoneId.of("Europe/Paris")));
    read();
    feeding.scheduleAtFixedRate(this::read, 1, 1, TimeUnit.SECONDS);
  }

  private Now now() {
    return new Now(clock.instant(), Duration.ofNanos(System.nanoTime()));
  }

  /** The provider announces an outage. */
  public synchronized void outage() {
    incident = Optional.of(incident(++incidents, true, clock.instant(), Optional.empty()));
    read();
  }

  /** The provider announces its end. */
  public synchronized void recovery() {
    incident = Optional.of(incident(incidents, false, incident.orElseThrow().opened().orElseThrow(),
        Optional.of(clock.instant())));
    read();
  }

  public Relay relay() {
    return relay;
  }

  private synchronized void read() {
    Instant end = Instant.ofEpochSecond(Math.floorDiv(clock.instant().getEpochSecond(), WINDOW) * WINDOW);
    Channel channel = new Channel("Flux national", Optional.empty(), "", "fr", "iris", Optional.of(clock.instant()), 5,
        Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("a", "1.0", Duration.ofSeconds(WINDOW), Optional.empty())));
    Bulletin bulletin = new Bulletin(channel, Dialect.IRIS, List.of(new Service("siv", "SIV", List.of())),
        List.of(window(end.minusSeconds(WINDOW)), window(end.minusSeconds(2 * WINDOW))), incident.stream().toList(), List.of());
    Outcome outcome = board.after(
        new Input.Heard(new Report.Published("national", bulletin, Contact.NOTHING_KNOWN, false)), now());
    board = outcome.board();
    relay.heard(List.of(outcome), 0);
  }

  private static Item window(Instant from) {
    Window w = new Window("siv", from, from.plusSeconds(WINDOW), Verdict.UP, 100, 0, Map.of(),
        new Timing(500, 470, 900, 1500, 3000), List.of(), List.of());
    return new Item("window:" + from, "r" + from, "siv", "", Optional.of(from.plusSeconds(WINDOW)), Optional.empty(),
        Optional.empty(), 1, w);
  }

  private static Incident incident(int number, boolean open, Instant opened, Optional<Instant> closed) {
    return new Incident("i" + number, "siv", "Panne", Incident.Kind.OUTAGE, open, Optional.of(Origin.EXTERNAL), Optional.empty(),
        Optional.of(opened), closed, open ? 1 : 2, "iris", "Panne du système externe");
  }

  /** As a stop; what is not delivered stays in the outbox. */
  @Override
  public void close() {
    feeding.shutdownNow();
    relay.close();
  }
}
