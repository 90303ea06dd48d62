package iris.ui.wall;

import iris.alarm.Judged;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last 24 hours of a service in {@link #CELLS} cells of five minutes, oldest first: what was said, the times, and
 * the availability. A cell about which nothing is known is a gap, and stays one.
 */
public final class Day {
  public static final int CELLS = 288;
  public static final Duration CELL = Duration.ofMinutes(5);
  /** In place of a time: none known in this cell. A curve is interrupted there. */
  public static final int GAP = -1;

  private static final long STEP = CELL.toSeconds();
  /** By rank. */
  private static final Verdict[] WORST_LAST =
      {Verdict.UNKNOWN, Verdict.MAINTENANCE, Verdict.UP, Verdict.DEGRADED, Verdict.DOWN};

  private final Instant end;
  private final boolean measured;
  private final ServiceState service;
  /** Made when somebody looks: of a thousand services sixty are in sight. */
  private @Nullable Found found;
  private @Nullable Share share;

  /**
   * What the windows say.
   *
   * @param awaited a window is published some seconds after its end: the newest cell is no gap yet, unless the tile
   *     misses it
   * @param seconds of the windows of each rank
   */
  private record Found(boolean awaited, byte[] cells, int[] response, int[] transaction, long[] seconds) {
    boolean same(Found other) {
      return awaited == other.awaited && Arrays.equals(cells, other.cells) && Arrays.equals(seconds, other.seconds)
          && Arrays.equals(response, other.response) && Arrays.equals(transaction, other.transaction);
    }
  }

  private Day(Instant end, boolean measured, ServiceState service) {
    this.end = end;
    this.measured = measured;
    this.service = service;
  }

  /**
   * @param period length of a window; empty: a feed without statistics, which has no day
   * @param now the last cell is the last one that ended
   */
  static Day of(ServiceState service, Optional<Duration> period, Instant now) {
    return new Day(floor(now), period.isPresent() || !service.windows().isEmpty(), service);
  }

  private Found found() {
    if (found == null) found = find();
    return found;
  }

  private Found find() {
    byte[] cells = new byte[CELLS];
    int[] response = new int[CELLS];
    int[] transaction = new int[CELLS];
    Arrays.fill(response, GAP);
    Arrays.fill(transaction, GAP);
    long[] seconds = new long[WORST_LAST.length];
    long start = end.getEpochSecond() - CELLS * STEP;
    for (Judged judged : service.windows().values()) {
      Window window = judged.window();
      if (window.to().getEpochSecond() <= start || !window.from().isBefore(end)) continue;
      seconds[rank(judged.verdict())] += Math.min(window.to().getEpochSecond(), end.getEpochSecond())
          - Math.max(window.from().getEpochSecond(), start);
      int first = Math.max(0, cell(start, window.from()));
      int last = Math.min(CELLS - 1, cell(start, window.to()) - (window.to().getEpochSecond() % STEP == 0 ? 1 : 0));
      long external = TileModel.response(window, service);
      for (int i = first; i <= last; i++) {
        cells[i] = (byte) Math.max(cells[i], rank(judged.verdict()));
        response[i] = Math.max(response[i], cap(external));
        transaction[i] = Math.max(transaction[i], cap(window.transaction().mean()));
      }
    }
    boolean awaited = awaited(cells[CELLS - 1], cells[CELLS - 2]);
    return new Found(awaited, cells, response, transaction, seconds);
  }

  /** The header compares those of all services: found without the cells that nobody draws. */
  private Share sum() {
    long start = end.getEpochSecond() - CELLS * STEP;
    Share.Sum sum = new Share.Sum();
    int[] last = new int[2];
    for (Judged judged : service.windows().values()) {
      Window window = judged.window();
      long from = window.from().getEpochSecond();
      long to = window.to().getEpochSecond();
      if (to <= start || !window.from().isBefore(end)) continue;
      sum.add(judged, Math.min(to, end.getEpochSecond()) - Math.max(from, start));
      for (int i = 0; i < 2; i++)
        if (to > end.getEpochSecond() - (i + 1) * STEP && from < end.getEpochSecond() - i * STEP)
          last[i] = Math.max(last[i], rank(judged.verdict()));
    }
    return sum.of((awaited(last[0], last[1]) ? CELLS - 1 : CELLS) * STEP);
  }

  private boolean awaited(int last, int before) {
    return !missed(service) && last == rank(Verdict.UNKNOWN) && before != rank(Verdict.UNKNOWN);
  }

  /** The tile itself says that nothing is known: then the newest cell is a gap already. */
  static boolean missed(ServiceState service) {
    return service.shown() == Shown.UNKNOWN || service.shown() == Shown.LOST;
  }

  /** End of the last cell that has ended. */
  static Instant end(Instant now) {
    return floor(now);
  }

  private static Instant floor(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), STEP) * STEP);
  }

  private static int cell(long start, Instant at) {
    return (int) Math.floorDiv(at.getEpochSecond() - start, STEP);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case UNKNOWN -> 0;
      case MAINTENANCE -> 1;
      case UP -> 2;
      case DEGRADED -> 3;
      case DOWN -> 4;
    };
  }

  private static int cap(long ms) {
    return ms == Timing.ABSENT ? GAP : (int) Math.min(Integer.MAX_VALUE, ms);
  }

  /** End of the last cell. */
  public Instant end() {
    return end;
  }

  /** False for a feed that publishes no statistics: there is nothing to draw. */
  public boolean measured() {
    return measured;
  }

  public Verdict verdict(int cell) {
    return WORST_LAST[found().cells[cell]];
  }

  /** Mean of the slowest external party in ms, or {@link #GAP}. */
  public int response(int cell) {
    return found().response[cell];
  }

  /** Mean of the whole transaction in ms, or {@link #GAP}. */
  public int transaction(int cell) {
    return found().transaction[cell];
  }

  /**
   * How long of the day was so, as its windows say: of a window of a minute a cell of five shows the worst, and is not
   * five minutes of it. Unknown is what a whole cell says nothing of; the newest is not as long as its window may be on
   * its way.
   */
  public Duration spent(Verdict verdict) {
    return verdict == Verdict.UNKNOWN ? unknown() : Duration.ofSeconds(found().seconds[rank(verdict)]);
  }

  private Duration unknown() {
    int count = 0;
    int until = found().awaited ? CELLS - 1 : CELLS;
    for (int i = 0; i < until; i++) if (verdict(i) == Verdict.UNKNOWN) count++;
    return CELL.multipliedBy(count);
  }

  public Share share() {
    if (share == null) share = sum();
    return share;
  }

  /** From the same windows comes the same day; else it is looked at, since a day may look like another. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Day day && end.equals(day.end) && measured == day.measured
        && (sameSource(day) || share().equals(day.share()) && found().same(day.found()));
  }

  private boolean sameSource(Day day) {
    return service.windows() == day.service.windows() && service.service() == day.service.service()
        && missed(service) == missed(day.service);
  }

  @Override
  public int hashCode() {
    return end.hashCode();
  }
}
