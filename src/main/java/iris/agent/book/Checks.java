package iris.agent.book;

import iris.agent.Evidence.Probed;
import iris.agent.SourceSpec;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks, by their results in a row. */
final class Checks {
  /** A result of a check of which the configuration says nothing is believed for so long. */
  private static final Duration BELIEVED = Duration.ofMinutes(5);
  private static final Duration AT_LEAST = Duration.ofMinutes(1);
  private static final List<Integer> REMINDERS = List.of(7, 3, 2, 1);

  private Checks() {}

  static void hear(Draft d, Probed p) {
    Instant at = Times.earlier(p.at(), d.now);
    Memory.Check was = d.checks.get(p.source());
    boolean fine = p.well() && !degraded(d, p);
    int failures = p.well() ? 0 : 1 + (was == null ? 0 : was.failures());
    int troubled = fine ? 0 : 1 + (was == null ? 0 : was.troubled());
    int good = fine ? 1 + (was == null ? 0 : was.good()) : 0;
    d.checks.put(p.source(), new Memory.Check(p.source(), p.party(),
        failures, since(failures, at, was == null ? Optional.empty() : was.failingSince()),
        troubled, since(troubled, at, was == null ? Optional.empty() : was.troubledSince()),
        good, since(good, at, was == null ? Optional.empty() : was.goodSince()),
        at, at.plus(believed(d, p.source())), fine ? owed(d, was, good) : Optional.of(p.why())));
  }

  /** What it said when it was bad, until it was good often enough. */
  private static Optional<Reason> owed(Draft d, Memory.@Nullable Check was, int good) {
    return was == null || good >= d.served.suspicion().successes() ? Optional.empty() : was.why();
  }

  private static Optional<Instant> since(int row, Instant at, Optional<Instant> was) {
    return row == 0 ? Optional.empty() : row == 1 ? Optional.of(at) : was;
  }

  /** How long a result says something: a check that came to rest says nothing well. */
  private static Duration believed(Draft d, String source) {
    Duration three = spec(d, source).map(s -> s.every().plus(s.timeout()).multipliedBy(3)).orElse(BELIEVED);
    return three.compareTo(AT_LEAST) < 0 ? AT_LEAST : three;
  }

  /** How often it is asked; empty for a check of which the configuration says nothing. */
  static Optional<Duration> every(Draft d, String source) {
    return spec(d, source).map(SourceSpec.Check::every);
  }

  private static Optional<SourceSpec.Check> spec(Draft d, String source) {
    for (SourceSpec s : d.served.sources())
      if (s instanceof SourceSpec.Check c && c.id().equals(source)) return Optional.of(c);
    return Optional.empty();
  }

  /** There, but not as it should be. A certificate that ends in days is told of, and degrades nothing until it has. */
  static boolean degraded(Draft d, Probed p) {
    return p.degraded() && !(ending(d, p) && !slow(d, p));
  }

  private static Optional<SourceSpec.Expected> expected(Draft d, Probed p) {
    return spec(d, p.source()).filter(s -> s.asked() instanceof SourceSpec.Asked.Http)
        .map(s -> ((SourceSpec.Asked.Http) s.asked()).expected());
  }

  private static boolean ending(Draft d, Probed p) {
    return p.well() && p.certificateDays().isPresent()
        && expected(d, p).map(e -> p.certificateDays().getAsInt() < e.certificate()).orElse(false);
  }

  private static boolean slow(Draft d, Probed p) {
    return expected(d, p).flatMap(SourceSpec.Expected::slow).map(limit -> p.latency().compareTo(limit) > 0).orElse(false);
  }

  /** Tells of a certificate when it first is about to end, and again at a week, three days, two and one. */
  static void certificate(Draft d, Probed p) {
    Memory.Certificate was = d.certificates.get(p.source());
    if (p.well() && p.certificateDays().isPresent() && !ending(d, p)) d.certificates.remove(p.source());
    if (!ending(d, p)) return;
    int days = p.certificateDays().getAsInt();
    boolean further = was != null && REMINDERS.stream().anyMatch(at -> was.told() > at && days <= at);
    if (was != null && !further) return;
    d.certificates.put(p.source(), new Memory.Certificate(p.source(), days));
    d.notice(Reason.of("agent.book.certificate", p.source(), Parties.name(d.served.service(), p.party()), days));
  }

  static boolean fresh(Draft d, Memory.Check c) {
    return !d.now.isAfter(c.until());
  }

  /** Rows begin anew. @param open whether an incident waits for what is bad now to become good */
  static void forget(Draft d, boolean open) {
    int enough = d.served.suspicion().failures();
    d.checks.values().removeIf(c -> !open || c.why().isEmpty());
    d.checks.replaceAll((_, c) -> c.troubled() >= enough ? c : new Memory.Check(c.source(), c.party(), 0,
        Optional.empty(), 0, Optional.empty(), 0, Optional.empty(), c.last(), c.until(), c.why()));
  }
}
