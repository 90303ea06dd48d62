package iris.history;

import iris.alarm.Judged;
import iris.history.years.Grain;
import iris.history.years.Spread;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is counted of the windows of one service in one stretch of time. Grows while it is counted. */
final class Sum {
  /** In place of a party: the whole transaction. */
  static final String WHOLE = "";

  int windows;
  Tally plain = Tally.NONE;
  Tally works = Tally.NONE;
  long total;
  long failed;
  final Map<Origin, Long> failures = new EnumMap<>(Origin.class);
  final TreeMap<String, Part> parts = new TreeMap<>();
  final TreeMap<Integer, Integer> p95s = new TreeMap<>();

  /** Seconds of a window that lie in this stretch. In maintenance the feed's own word is all there is. */
  void seconds(Judged j, long seconds) {
    Tally tally = tally(j, seconds);
    if (j.verdict() == Verdict.MAINTENANCE) works = works.plus(tally);
    else plain = plain.plus(tally);
  }

  private static Tally tally(Judged j, long seconds) {
    if (seconds == 0) return Tally.NONE;
    Verdict said = j.verdict() == Verdict.MAINTENANCE ? j.window().state() : j.verdict();
    return Tally.of(j.window(), said == Verdict.MAINTENANCE ? Verdict.UNKNOWN : said, seconds);
  }

  /**
   * A window that starts in this stretch: what it counted belongs here, wherever it ends.
   *
   * @param carried parties of which it has a histogram that can be added up
   */
  void starts(Window w, Set<String> carried) {
    windows++;
    total = plus(total, w.total());
    failed = plus(failed, w.failed());
    w.failures().forEach((origin, n) -> {
      if (n > 0) failures.merge(origin, n, Sum::plus);
    });
    Timing t = w.transaction();
    part(WHOLE, t, w.total(), carried);
    for (Window.Response r : w.responses()) if (!r.party().isEmpty()) part(r.party(), r.timing(), w.total(), carried);
    if (t.p95() >= 0) p95s.merge(Spread.step(t.p95()), 1, Integer::sum);
  }

  private void part(String party, Timing t, long total, Set<String> carried) {
    parts.put(party, parts.getOrDefault(party, Part.NONE).plus(t, total, carried.contains(party)));
  }

  /** Of stretches that lie in this one. */
  void add(Sum other) {
    windows += other.windows;
    plain = plain.plus(other.plain);
    works = works.plus(other.works);
    total = plus(total, other.total);
    failed = plus(failed, other.failed);
    other.failures.forEach((origin, n) -> failures.merge(origin, n, Sum::plus));
    other.parts.forEach((party, part) -> parts.merge(party, part.with(Part.Three.NONE), Part::plus));
    other.p95s.forEach((step, n) -> p95s.merge(step, n, Integer::sum));
  }

  /** What a feed counts may be anything; a sum that is too large stays the largest. */
  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Nothing is known here. */
  boolean isEmpty() {
    return windows == 0 && plain.said() == 0 && works.said() == 0;
  }

  Stretch stretch(Instant from, Grain grain) {
    return new Stretch(from, grain.next(from), windows, plain, works, total, failed, failures,
        parts.getOrDefault(WHOLE, Part.NONE).times(), responses(), new Spread(p95s));
  }

  private Map<String, Times> responses() {
    Map<String, Times> by = new LinkedHashMap<>();
    parts.forEach((party, part) -> {
      if (!party.equals(WHOLE)) by.put(party, part.times());
    });
    return by;
  }

  /** One window by itself: counted as by {@link #seconds} and {@link #starts}, without a sum that grows. */
  static Stretch of(Judged j, long seconds) {
    Window w = j.window();
    boolean work = j.verdict() == Verdict.MAINTENANCE;
    Tally tally = tally(j, seconds);
    Map<String, Times> responses = w.responses().isEmpty() ? Map.of() : new HashMap<>();
    for (Window.Response r : w.responses())
      if (!r.party().isEmpty()) responses.put(r.party(), Part.said(r.timing(), w.total()));
    long p95 = w.transaction().p95();
    return new Stretch(w.from(), w.to(), 1, work ? Tally.NONE : tally, work ? tally : Tally.NONE, w.total(), w.failed(),
        named(w), Part.said(w.transaction(), w.total()), responses, p95 < 0 ? Spread.NONE : Spread.of(p95));
  }

  private static Map<Origin, Long> named(Window w) {
    for (long n : w.failures().values()) if (n <= 0) return positive(w.failures());
    return w.failures();
  }

  private static Map<Origin, Long> positive(Map<Origin, Long> failures) {
    Map<Origin, Long> named = new EnumMap<>(Origin.class);
    failures.forEach((origin, n) -> {
      if (n > 0) named.put(origin, n);
    });
    return named;
  }
}
