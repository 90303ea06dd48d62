package iris.ui.gallery;

import iris.alarm.Judged;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Days of a service for the gallery: a curve of times as an office has it, and what happened to it. */
public final class Days {
  static final Duration STEP = Duration.ofMinutes(5);

  private final TreeMap<Instant, Judged> windows = new TreeMap<>();
  private final Instant end;

  private Days(Instant end) {
    this.end = end;
  }

  /** A calm day that ends at {@code end}; {@code seed} makes it differ from its neighbours. */
  static Days calm(Instant end, int seed) {
    Days days = new Days(end);
    SplittableRandom random = new SplittableRandom(seed);
    double base = 260 + random.nextInt(240);
    for (int i = 288; i >= 1; i--) {
      Instant from = end.minus(STEP.multipliedBy(i));
      double hour = from.getEpochSecond() % 86_400 / 3600.0 + 1;
      double load = Math.exp(-Math.pow(hour - 10.5, 2) / 7) + 0.85 * Math.exp(-Math.pow(hour - 15.5, 2) / 8);
      long response = Math.round(base * (1 + 0.5 * load) * (0.94 + 0.12 * random.nextDouble()));
      long transaction = Math.round(response * 1.35 + 40 + 20 * random.nextDouble());
      long total = Math.round(40 + 1200 * load);
      long failed = random.nextInt(100) < 6 ? 1 : 0;
      days.put(from, Verdict.UP, total, failed, response, transaction);
    }
    return days;
  }

  /** Everything from {@code ago} before the end, for {@code lasting}, had this verdict. */
  public Days but(Verdict verdict, Duration ago, Duration lasting) {
    for (Instant from = end.minus(ago); from.isBefore(end.minus(ago).plus(lasting)); from = from.plus(STEP)) {
      switch (verdict) {
        case UNKNOWN -> windows.remove(from);
        case DOWN -> put(from, verdict, 320, 300, 30_000, 30_140);
        case DEGRADED -> put(from, verdict, 900, 21, 2_150, 2_940);
        case MAINTENANCE -> put(from, verdict, 0, 0, Timing.ABSENT, Timing.ABSENT);
        case UP -> put(from, verdict, 900, 0, 340, 500);
      }
    }
    return this;
  }

  private void put(Instant from, Verdict verdict, long total, long failed, long response, long transaction) {
    Window window = new Window("siv", from, from.plus(STEP), verdict == Verdict.MAINTENANCE ? Verdict.UNKNOWN : verdict,
        total, failed, Map.of(), timing(transaction), List.of(new Window.Response("ants", timing(response))), List.of());
    windows.put(from, new Judged(window, verdict, false, "w" + from, "r", Optional.of(from.plus(STEP).plusSeconds(4))));
  }

  private static Timing timing(long mean) {
    return new Timing(mean, Timing.ABSENT, Timing.ABSENT, Timing.ABSENT, Timing.ABSENT);
  }

  TreeMap<Instant, Judged> windows() {
    return windows;
  }
}
