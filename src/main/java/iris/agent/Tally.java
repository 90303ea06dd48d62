package iris.agent;

import iris.signal.Origin;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What was counted of one window of one service. Mutable for whoever counts; handed over it belongs to the receiver.
 * Times are milliseconds, 0 to {@link #LONGEST}, three significant digits; longer ones count as {@link #LONGEST}.
 */
public final class Tally {
  /** An hour. */
  public static final long LONGEST = 3_600_000;

  private final Instant from;
  private final Map<Origin, Long> failures = new EnumMap<>(Origin.class);
  private final Map<String, Histogram> responses = new TreeMap<>();
  private final Histogram whole;
  private long total;

  /** @param from start of the window on the grid of the period */
  public Tally(Instant from) {
    this(from, histogram());
  }

  private Tally(Instant from, Histogram whole) {
    this.from = Objects.requireNonNull(from);
    this.whole = whole;
  }

  /** Growing: most services never see an hour, and an empty window should cost little. */
  private static Histogram histogram() {
    Histogram h = new Histogram(3);
    h.setAutoResize(true);
    return h;
  }

  public Instant from() {
    return from;
  }

  public long total() {
    return total;
  }

  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  public Map<Origin, Long> failures() {
    return Map.copyOf(failures);
  }

  /** A copy that owes nothing to this one. */
  public Tally copy() {
    Tally copy = new Tally(from, whole.copy());
    copy.total = total;
    copy.failures.putAll(failures);
    responses.forEach((party, h) -> copy.responses.put(party, h.copy()));
    return copy;
  }

  /** As bytes for a store: some hundred for a quiet window, some thousand for a busy one. */
  public byte[] encode() {
    return TallyBytes.of(this);
  }

  /** @throws IllegalArgumentException for bytes that {@link #encode} did not make: a damaged store */
  public static Tally decode(byte[] bytes) {
    return TallyBytes.tally(bytes);
  }

  /** From what a store kept; the histograms belong to the tally from now on. */
  static Tally of(
      Instant from, long total, Map<Origin, Long> failures, Histogram whole, Map<String, Histogram> responses) {
    Tally tally = new Tally(from, whole);
    tally.total = total;
    tally.failures.putAll(failures);
    tally.responses.putAll(responses);
    if (tally.failed() > total) throw new IllegalArgumentException("failed " + tally.failed() + " of " + total);
    return tally;
  }

  /** Of the whole transaction; not to be changed by the reader. */
  public Histogram whole() {
    return whole;
  }

  /** Of the external parties, by their ids, in their order; not to be changed by the reader. */
  public Map<String, Histogram> responses() {
    return responses;
  }

  /** A transaction that went well. @param millis its whole time, negative if not known */
  public void good(long millis) {
    total++;
    time(whole, millis);
  }

  /** A transaction that failed by the fault of {@code origin}. @param millis its whole time, negative if not known */
  public void failed(Origin origin, long millis) {
    total++;
    failures.merge(origin, 1L, Long::sum);
    time(whole, millis);
  }

  /** The share of an external party in the transaction counted last. */
  public void response(String party, long millis) {
    time(responses.computeIfAbsent(party, p -> histogram()), millis);
  }

  private static void time(Histogram to, long millis) {
    if (millis >= 0) to.recordValue(Math.min(millis, LONGEST));
  }

  /** Adds what was counted elsewhere of the same window: histograms are merged, nothing is averaged. */
  public void add(Tally other) {
    if (other.from.isBefore(from)) throw new IllegalArgumentException("another window: " + from + " " + other.from);
    total += other.total;
    other.failures.forEach((origin, n) -> failures.merge(origin, n, Long::sum));
    whole.add(other.whole);
    other.responses.forEach((party, h) -> responses.computeIfAbsent(party, p -> histogram()).add(h));
  }
}
