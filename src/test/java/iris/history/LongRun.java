package iris.history;

import iris.alarm.Judged;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Years of services made of {@link RealSeries}: the traffic of one, the times of another, the outages of a third, each
 * shifted, so that no two are alike and every run is the same. Windows of five minutes; some are missing, late, or told
 * twice.
 *
 * @param start on the hour
 */
record LongRun(RealSeries series, Instant start, int days, int services, long seed) {
  static final int WINDOW = 300;
  private static final int HOUR = 12;
  private static final double MISSING = 0.002;
  private static final double LATE = 0.0005;
  private static final double TWICE = 0.0002;

  /** A window as a row: {@code seq} and {@code n} as the journal would number it. */
  record Row(Kept kept, long seq, int n) {}

  /** Gets what began in one hour, in the order of the table. */
  interface Hours {
    void hour(Instant hour, List<Row> rows) throws SQLException;
  }

  static String key(int service) {
    return "service-%03d".formatted(service);
  }

  Instant end() {
    return start.plus(Duration.ofDays(days));
  }

  void run(int service, Hours hours) throws SQLException {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + service);
    int[] responses = series.responses().get(service % series.responses().size());
    double[] latencies = series.latencies().get(service % series.latencies().size());
    Breaks breaks = new Breaks(series.outages().get(service % series.outages().size()), random.nextInt(1_000));
    int shift = random.nextInt(series.traffic().length);
    int offset = random.nextInt(responses.length);
    double share = 0.02 + random.nextDouble() * 0.3;
    List<Row> rows = new ArrayList<>();
    for (int h = 0; h < days * 24; h++) {
      Instant hour = start.plusSeconds(3600L * h);
      double rate = series.traffic()[(shift + h) % series.traffic().length] * share;
      double latency = latencies[h % latencies.length];
      rows.clear();
      for (int i = 0; i < HOUR; i++) {
        long index = (long) h * HOUR + i;
        if (random.nextDouble() < MISSING) continue;
        boolean down = breaks.down(index * WINDOW);
        // The real samples lie ten minutes to hours apart: each speaks for an hour here.
        int response = responses[(offset + h) % responses.length];
        window(rows, service, index, down, Math.round(rate * WINDOW * (0.9 + 0.2 * random.nextDouble())), response,
            latency, random);
      }
      hours.hour(hour, rows);
    }
  }

  private void window(List<Row> rows, int service, long index, boolean down, long total, int response, double latency,
      SplittableRandom random) {
    Instant from = start.plusSeconds(index * WINDOW);
    double noise = 0.8 + 0.4 * random.nextDouble();
    long mean = Math.max(1, Math.round(response * noise));
    long failed = down ? total - total / 12 : random.nextInt(60) == 0 ? total / 40 : total / 900;
    Timing times = total == 0 ? Timing.NONE : new Timing(mean, mean * 9 / 10, mean * 2 + (long) latency / 50, mean * 3,
        mean * 4 + random.nextInt(2_000));
    List<Window.Response> shares = total == 0 ? List.of()
        : List.of(new Window.Response(
            "ants", new Timing(mean * 7 / 10, mean * 6 / 10, mean * 3 / 2, mean * 2, mean * 3)));
    Map<Origin, Long> failures = new EnumMap<>(Origin.class);
    if (failed > 0) failures.put(random.nextInt(5) == 0 ? Origin.PROVIDER : Origin.EXTERNAL, failed);
    Verdict verdict = down ? Verdict.DOWN : mean > 3_000 ? Verdict.DEGRADED : total == 0 ? Verdict.UNKNOWN : Verdict.UP;
    Window w = new Window(key(service), from, from.plusSeconds(WINDOW), verdict, total, failed, failures, times, shares,
        List.of());
    boolean late = random.nextDouble() < LATE;
    long seq = index * 32 + service % 32;
    rows.add(new Row(kept(w, late ? How.LATE : How.NEW, late ? 900 : 4, random.nextLong()), seq, 0));
    if (random.nextDouble() >= TWICE) return;
    Window other =
        new Window(w.service(), from, w.to(), verdict, total + 1, failed, failures, times, shares, List.of());
    rows.add(new Row(kept(other, How.REVISION, 600, random.nextLong()), seq + 64, 0));
  }

  /** As a feed of the profile names and an agent publishes it. */
  private static Kept kept(Window w, How how, int after, long hash) {
    Instant published = w.to().plusSeconds(after);
    String guid = "urn:iris:" + w.service() + ":window:" + w.from();
    String revision = guid + '|' + published.getEpochSecond() + '|' + Long.toHexString(hash);
    return new Kept(published.plusSeconds(2), w.service(),
        new Judged(w, w.state(), how == How.LATE, guid, revision, Optional.of(published)), how);
  }

  /** Real outages one after the other, for ever. */
  private static final class Breaks {
    private final List<RealSeries.Outage> outages;
    private int at;
    private long from;
    private long to;

    Breaks(List<RealSeries.Outage> outages, int first) {
      this.outages = outages;
      at = first % outages.size();
      next();
    }

    boolean down(long second) {
      while (second >= to) next();
      return second + WINDOW > from;
    }

    private void next() {
      RealSeries.Outage outage = outages.get(at++ % outages.size());
      from = to + outage.well().toSeconds();
      to = from + Math.max(1, outage.down().toSeconds());
    }
  }
}
