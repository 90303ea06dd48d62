package iris.alarm;

import iris.alarm.Chain.Light;
import iris.alarm.Chain.Proof;
import iris.alarm.Chain.Witness;
import iris.signal.Reason;
import iris.signal.Report.Checked.Vantage;
import iris.signal.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What our own check of the service proves: of the way to it, and of the service. */
final class OwnCheck {
  private final ServiceState service;
  private final Now now;
  private final boolean blind;
  private final boolean configured;
  private final Optional<Memory.Check> newest;

  /** @param blind our own line is cut: a check that fails says nothing about what is behind it */
  OwnCheck(Board board, ServiceState service, Now now, boolean blind) {
    this.service = service;
    this.now = now;
    this.blind = blind;
    configured = board.rules().outlook().services().contains(service.feed());
    newest = Optional.ofNullable(board.memory().checks().get(Vantage.SERVICE + "|" + service.key()))
        .or(() -> Optional.ofNullable(board.memory().checks().get(Vantage.SERVICE + "|" + service.feed())));
  }

  /** Older than that a check proves nothing of the present. */
  static boolean young(Memory.Check c, Now now) {
    return now.mono().minus(c.at()).compareTo(Origins.CHECK_AGES) < 0;
  }

  static Instant at(Memory.Check c, Now now) {
    return now.wall().minus(now.mono().minus(c.at()));
  }

  /** Something listens at its door: the way to it works, whatever it then says. */
  Proof line() {
    return newest.map(c -> {
      boolean connected = c.well() || c.took().flatMap(Took::connect).isPresent();
      return proof(c, connected ? Light.WELL : Light.BAD,
          connected ? "alarm.chain.check-connected" : "alarm.chain.check-unconnected");
    }).orElseGet(this::none);
  }

  Proof service() {
    return newest.map(c -> {
      if (c.well()) return proof(c, Light.WELL, "alarm.chain.check-well");
      // A name that is not found was nobody's to answer.
      boolean asked = c.took().isEmpty() || c.took().get().dns().isPresent();
      return proof(c, asked ? Light.BAD : Light.NOT_MEASURED, "alarm.chain.check-failed");
    }).orElseGet(this::none);
  }

  private Proof proof(Memory.Check c, Light says, String key) {
    List<Reason> more = details(c);
    boolean hidden = blind && says == Light.BAD;
    if (hidden) more.add(Reason.of("alarm.chain.blind"));
    return new Proof(Witness.CHECK, hidden ? Light.NOT_MEASURED : says, young(c, now), Optional.of(at(c, now)),
        Reason.of(key), more);
  }

  private Proof none() {
    return SeenProofs.unmeasured(Witness.CHECK, configured ? Reason.of("alarm.chain.check-waiting")
        : Reason.of("alarm.chain.check-none", service.feed()));
  }

  /** What it answered, how long each step took, and how long its certificate is good. */
  static List<Reason> details(Memory.Check c) {
    List<Reason> more = new ArrayList<>();
    more.add(c.why());
    c.took().ifPresent(t -> {
      step(more, "alarm.chain.took-dns", t.dns());
      step(more, "alarm.chain.took-connect", t.connect());
      step(more, "alarm.chain.took-tls", t.tls());
      step(more, "alarm.chain.took-first-byte", t.firstByte());
      step(more, "alarm.chain.took-whole", Optional.of(t.whole()));
      t.certificateDays().ifPresent(days -> more.add(
          days < 0 ? Reason.of("alarm.chain.certificate-ended") : Reason.of("alarm.chain.certificate", days)));
    });
    return more;
  }

  private static void step(List<Reason> more, String key, Optional<Duration> took) {
    took.ifPresent(d -> more.add(Reason.of(key, d.toMillis())));
  }
}
