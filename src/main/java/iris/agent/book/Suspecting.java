package iris.agent.book;

import iris.agent.AgentConfig.Suspicion;
import iris.agent.book.Cause.Witness;
import iris.agent.book.Fault.Lines;
import iris.agent.book.Fault.Voice;
import iris.agent.book.Memory.Check;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From checks and transactions to one suspicion. Many transactions that go well make of a failed check a degradation:
 * the service serves, and somebody should look why the check says otherwise.
 */
final class Suspecting {
  /** More would be a list and not a cause. */
  private static final int WITNESSES = 5;
  /** A check that is asked each 5 s fails first within 5 s of its fault: an incident is open within 10 s. */
  private static final Duration PATIENCE = Duration.ofMillis(4_800);
  /** Who asks more often wants to know sooner. */
  private static final Duration LITTLE = Duration.ofMillis(200);
  /** By then the checks have said twice what they say, or the transactions are enough to say it alone. */
  private static final Duration SETTLES = Duration.ofSeconds(9);

  private Suspecting() {}

  static Optional<Suspect> look(Draft d) {
    int enough = d.served.suspicion().failures();
    List<Check> asked = d.checks.values().stream().filter(c -> Checks.fresh(d, c)).toList();
    List<Check> failing = asked.stream().filter(c -> c.failures() >= enough).toList();
    List<Check> troubled = asked.stream().filter(c -> c.troubled() >= enough).toList();
    Optional<Slide> slide = Traffics.slide(d);
    Optional<Severity> raw = slide.flatMap(s -> Traffics.bad(d, s));
    Optional<Severity> lines = raw.filter(severity -> severity == Severity.OUTAGE || stood(d, slide.orElseThrow()));
    Says say = says(d, failing, slide, raw);
    // Half of the short time was still good when the checks failed: seconds later it is clear which of the two it is.
    boolean brewing = say == Says.UNCLEAR
        || failing.isEmpty() && raw.isPresent() && (lines.isEmpty() || begins(d, asked, slide.orElseThrow(), raw.get()));
    if (brewing || troubled.isEmpty() && lines.isEmpty()) return Optional.empty();
    boolean serves = say == Says.SERVES;
    Severity checks = failing.isEmpty() || serves ? Severity.DEGRADED : Severity.OUTAGE;
    Severity worst = lines.filter(l -> l.compareTo(checks) < 0 || troubled.isEmpty()).orElse(checks);

    boolean outright = asked.stream().anyMatch(c -> c.failures() > 0);
    List<Check> bad = asked.stream().filter(c -> outright ? c.failures() > 0 : c.troubled() > 0)
        .sorted(Comparator.comparing((Check c) -> c.troubledSince().orElse(c.last()))).toList();
    Lines said = lines(d, slide, raw.isPresent(), serves);
    Fault fault = Fault.judge(voice(d, asked, bad, Origin.PROVIDER), voice(d, asked, bad, Origin.EXTERNAL), said,
        d.served.service().parties().stream().anyMatch(p -> Parties.is(d.served.service(), p.id(), Origin.EXTERNAL)));
    Instant since = Stream.concat(
            troubled.stream().map(c -> c.failures() >= enough ? c.failingSince() : c.troubledSince())
                .flatMap(Optional::stream),
            lines.stream().flatMap(_ -> d.traffic.badSince().stream()))
        .min(Comparator.naturalOrder()).orElse(d.now);
    return Optional.of(new Suspect(worst, fault.origin(), party(d, bad, fault.origin()), fault.sure(),
        Times.clamp(since, d.floor.orElse(Instant.MIN), d.now), witnesses(d, asked, bad, slide, raw, serves)));
  }

  /** It looks like the beginning of an outage: most of the newest fail, or a check did once and is asked again. */
  private static boolean begins(Draft d, List<Check> asked, Slide slide, Severity raw) {
    boolean worse = slide.fallen(d.served.thresholds(), d.served.suspicion()) || asked.stream().anyMatch(c -> c.failures() > 0);
    boolean young = d.traffic.badSince().filter(since -> d.now.isBefore(since.plus(SETTLES))).isPresent();
    return raw == Severity.DEGRADED && worse && young && Detector.own(d).isEmpty();
  }

  /** What transactions say to checks that fail. */
  private enum Says {
    SERVES,
    NOTHING,
    /** They came before and may still come: it is known when {@link #patient} is over. */
    UNCLEAR
  }

  private static Says says(Draft d, List<Check> failing, Optional<Slide> slide, Optional<Severity> raw) {
    if (slide.isEmpty() || raw.filter(Severity.OUTAGE::equals).isPresent()) return Says.NOTHING;
    Slide s = slide.get();
    Suspicion usual = d.served.suspicion();
    boolean many = s.total() >= usual.least();
    if (failing.isEmpty()) return many && !s.fallen(d.served.thresholds(), usual) ? Says.SERVES : Says.NOTHING;
    Instant since = since(failing);
    if (!many || s.fails(since, d.served.thresholds(), usual)) return Says.NOTHING;
    if (s.serves(since, d.served.thresholds(), usual)) return Says.SERVES;
    boolean patient = failing.stream().flatMap(c -> patient(d, c).stream()).anyMatch(d.now::isBefore);
    return patient && Detector.own(d).isEmpty() ? Says.UNCLEAR : Says.NOTHING;
  }

  /** Since when all of these fail. */
  private static Instant since(List<Check> failing) {
    return failing.stream().map(Check::failingSince).flatMap(Optional::stream).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Optional<Instant> patient(Draft d, Check c) {
    Duration asked = Checks.every(d, c.source()).map(every -> every.minus(LITTLE)).orElse(PATIENCE);
    return c.failingSince().map(since -> since.plus(asked.compareTo(PATIENCE) < 0 ? asked : PATIENCE));
  }

  /** When it is decided what transactions say of the checks that fail. */
  static Stream<Instant> times(Draft d) {
    return Stream.concat(d.traffic.badSince().map(since -> since.plus(SETTLES)).stream(), d.checks.values().stream().flatMap(c -> patient(d, c).stream()));
  }

  /** Degraded for a few seconds is often the beginning of an outage: one word for both is better than two. */
  private static boolean stood(Draft d, Slide s) {
    return Detector.own(d).isPresent() || d.traffic.badSince().map(s::lasts).orElse(false);
  }

  private static Voice voice(Draft d, List<Check> asked, List<Check> bad, Origin role) {
    if (bad.stream().anyMatch(c -> of(d, c, role))) return Voice.FAILED;
    return asked.stream().anyMatch(c -> of(d, c, role)) ? Voice.WELL : Voice.NONE;
  }

  private static boolean of(Draft d, Check c, Origin role) {
    return Parties.is(d.served.service(), c.party(), role);
  }

  /** A few that failed open nothing, but they may say who is at fault. */
  private static Lines lines(Draft d, Optional<Slide> slide, boolean bad, boolean serves) {
    if (serves && !bad) return Lines.WELL;
    boolean some = slide.map(s -> s.failed() >= d.served.suspicion().failures()
        && s.good() < d.served.thresholds().degradedBelow()).orElse(false);
    if (!bad && !some) return Lines.NONE;
    return switch (slide.get().slowly() ? d.traffic.slowest() : slide.get().mostly()) {
      case PROVIDER -> Lines.BLAME_PROVIDER;
      case EXTERNAL -> Lines.BLAME_EXTERNAL;
      case NETWORK, UNKNOWN -> Lines.BLAME_NOBODY;
    };
  }

  private static Optional<String> party(Draft d, List<Check> bad, Origin origin) {
    return bad.stream().filter(c -> of(d, c, origin)).map(Check::party).findFirst()
        .or(() -> Parties.ofLines(d.served, origin));
  }

  private static List<Witness> witnesses(Draft d, List<Check> asked, List<Check> bad, Optional<Slide> slide,
      Optional<Severity> lines, boolean serves) {
    List<Witness> all = new ArrayList<>();
    for (Check c : bad) {
      String key = c.failures() > 0 ? "agent.book.check.fails" : "agent.book.check.degraded";
      Instant since = (c.failures() > 0 ? c.failingSince() : c.troubledSince()).orElse(c.last());
      all.add(new Witness(Reason.of(key, c.source(), Parties.name(d.served.service(), c.party()), since),
          c.why()));
    }
    lines.ifPresent(_ -> all.add(traffic(d, slide.orElseThrow())));
    if (serves && lines.isEmpty()) all.add(Witness.of("agent.book.traffic.well", slide.orElseThrow().total(), slide.get().failed()));
    asked.stream().filter(c -> !bad.contains(c) && c.good() > 0)
        .forEach(c -> all.add(Witness.of("agent.book.check.well", c.source(), Parties.name(d.served.service(), c.party()))));
    return all.size() > WITNESSES ? all.subList(0, WITNESSES) : all;
  }

  private static Witness traffic(Draft d, Slide s) {
    Instant since = d.traffic.badSince().orElse(d.now);
    if (s.slowly())
      return Witness.of("agent.book.traffic.slow", s.slow(), s.total(), since,
          d.served.thresholds().p95().map(Object::toString).orElse(""));
    return s.mostly() == Origin.UNKNOWN ? Witness.of("agent.book.traffic.fails", s.failed(), s.total(), since)
        : Witness.of("agent.book.traffic.fails-by", s.failed(), s.total(), since, s.mostly(),
            s.mostly() == Origin.EXTERNAL ? s.external() : s.provider());
  }
}
