package iris.agent.book;

import iris.agent.Beat;
import iris.agent.Evidence.Counted;
import iris.agent.Tally;
import iris.agent.book.Memory.Traffic;
import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Transactions by the second, for the short sliding time. Its end is the newest second: logs are written in blocks. */
final class Traffics {
  /** A second that is older than the sliding time and this is history: it is counted, but opens nothing. */
  private static final Duration LAG = Duration.ofSeconds(30);

  private Traffics() {}

  static void hear(Draft d, Counted heard) {
    NavigableMap<Instant, Beat> beats = new TreeMap<>();
    for (Beat b : d.traffic.beats()) beats.put(b.second(), b);
    long run = d.traffic.run();
    Optional<Instant> runSince = d.traffic.runSince();
    boolean any = false;
    for (Beat b : heard.beats()) {
      if (Duration.between(b.second(), d.now).abs().compareTo(reach(d)) > 0) continue;
      any = true;
      beats.merge(b.second(), b, Traffics::sum);
      boolean all = b.failed() == b.total();
      runSince = all ? runSince.or(() -> Optional.of(b.second())) : Optional.empty();
      run = all ? run + b.total() : 0;
    }
    if (!any) return;
    Instant oldest = beats.lastKey().plusSeconds(1).minus(d.served.suspicion().within());
    List<Beat> kept = List.copyOf(beats.tailMap(oldest, true).values());
    d.traffic = judged(d, kept, run, runSince, slowest(d, heard.tallies()));
  }

  private static Traffic judged(
      Draft d, List<Beat> kept, long run, Optional<Instant> runSince, Origin slowest) {
    Slide slide = Slide.of(kept);
    boolean bad = slide.bad(d.served.thresholds(), d.served.suspicion(), run, runSince).isPresent();
    Optional<Instant> since = slide.calm(d.served.thresholds(), d.served.suspicion()) ? Optional.empty()
        : d.traffic.badSince();
    if (bad) since = since.or(() -> Optional.of(since(slide, runSince)));
    Optional<Instant> lastBad = d.traffic.lastBad();
    if (since.isPresent() || d.traffic.bad())
      lastBad = kept.reversed().stream().filter(b -> Slide.bad(b, d.served.thresholds())).map(Beat::second).findFirst()
          .or(d.traffic::lastBad);
    return new Traffic(kept, since, lastBad, run, runSince, slowest);
  }

  /** A run may have begun before the sliding time. */
  private static Instant since(Slide slide, Optional<Instant> run) {
    boolean all = slide.failed() == slide.total();
    return all ? run.map(r -> Times.earlier(r, slide.since())).orElseGet(slide::since) : slide.since();
  }

  /** Theirs, if most of the slow ones were slow at an external party; stays as it is where none was slow. */
  private static Origin slowest(Draft d, List<Tally> tallies) {
    long limit = d.served.thresholds().p95().map(Duration::toMillis).orElse(Long.MAX_VALUE);
    Origin slowest = d.traffic.slowest();
    for (Tally t : tallies) {
      long slow = Judging.over(t.whole(), limit);
      if (slow == 0 || t.responses().isEmpty()) continue;
      long theirs = t.responses().values().stream().mapToLong(h -> Judging.over(h, limit)).max().orElse(0);
      slowest = 2 * theirs >= slow ? Origin.EXTERNAL : Origin.PROVIDER;
    }
    return slowest;
  }

  private static Beat sum(Beat a, Beat b) {
    return new Beat(a.second(), a.total() + b.total(), a.provider() + b.provider(), a.external() + b.external(),
        a.unknown() + b.unknown(), a.slow() + b.slow());
  }

  private static Duration reach(Draft d) {
    return d.served.suspicion().within().plus(LAG);
  }

  /** Until when the newest second says something. */
  static Optional<Instant> until(Draft d) {
    return d.traffic.beats().isEmpty() ? Optional.empty()
        : Optional.of(d.traffic.beats().getLast().second().plus(reach(d)));
  }

  /** Empty where no transactions came of late: silence is neither good nor bad. */
  static Optional<Slide> slide(Draft d) {
    return until(d).filter(u -> !d.now.isAfter(u)).map(_ -> Slide.of(d.traffic.beats()));
  }

  static Optional<Severity> bad(Draft d, Slide slide) {
    return slide.bad(d.served.thresholds(), d.served.suspicion(), d.traffic.run(), d.traffic.runSince());
  }

  /** @param open whether an incident of the agent waits for good transactions */
  static void forget(Draft d, boolean open) {
    d.traffic = new Traffic(List.of(), d.traffic.badSince().filter(_ -> open), d.traffic.lastBad().filter(_ -> open), 0,
        Optional.empty(), Origin.UNKNOWN);
  }

  /** Nothing bad is owed any more. */
  static void excuse(Draft d) {
    d.traffic = new Traffic(d.traffic.beats(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Origin.UNKNOWN);
  }
}
