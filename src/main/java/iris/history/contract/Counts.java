package iris.history.contract;

import iris.history.years.Tally;
import iris.signal.Origin;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Seconds of promised time, of whatever length: an hour of the day, a month, all services together.
 *
 * @param maintenance left out of what is counted
 * @param measured what windows said; its {@code lost} by the origins that their failures name
 * @param blamed of what was lost and no failure tells of, by the origin of the episode that stood
 * @param unmeasured promised and not known, by cause; {@link Cause#SAID} is what windows said to be unknown
 */
public record Counts(long maintenance, Tally measured, Map<Origin, Double> blamed, Map<Cause, Long> unmeasured) {
  /** What ratios leave over when they are added up, in seconds: it would read as 99.999999 where nothing counts. */
  static final double DUST = 1e-6;

  public static final Counts NONE = new Counts(0, Tally.NONE, Map.of(), Map.of());

  public Counts {
    Objects.requireNonNull(measured);
    if (maintenance < 0) throw new IllegalArgumentException("maintenance " + maintenance);
    blamed = Collections.unmodifiableMap(new EnumMap<>(copy(blamed, Origin.class)));
    unmeasured = Collections.unmodifiableMap(new EnumMap<>(copy(unmeasured, Cause.class)));
    if (unmeasured.values().stream().anyMatch(s -> s < 0)) throw new IllegalArgumentException("unmeasured " + unmeasured);
    if (unmeasured.getOrDefault(Cause.SAID, 0L) != measured.unknown())
      throw new IllegalArgumentException("unknown " + measured.unknown() + " and " + unmeasured);
  }

  private static <K extends Enum<K>, V> EnumMap<K, V> copy(Map<K, V> map, Class<K> type) {
    EnumMap<K, V> copy = new EnumMap<>(type);
    copy.putAll(map);
    return copy;
  }

  public long known() {
    return measured.known();
  }

  /** Promised and not known. */
  public long unknown() {
    return unmeasured.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What the known is compared with: promised time without maintenance. */
  public long counted() {
    return known() + unknown();
  }

  public double lost() {
    return Math.max(0, known() - measured.good());
  }

  /** Of what was lost, what is this origin's; what nobody tells of is {@link Origin#UNKNOWN}'s. */
  public double lost(Origin origin) {
    double named = named(origin);
    if (origin != Origin.UNKNOWN) return named;
    double others = 0;
    for (Origin o : Origin.values()) if (o != Origin.UNKNOWN) others += named(o);
    double untold = lost() - others;
    return untold < DUST ? 0 : untold;
  }

  private double named(Origin origin) {
    return measured.lost().getOrDefault(origin, 0.0) + blamed.getOrDefault(origin, 0.0);
  }

  /** What was lost and counts in a contract that looks at these origins only. */
  public double lost(Set<Origin> against) {
    if (against.equals(Contract.ALL)) return lost();
    return Math.min(lost(), against.stream().mapToDouble(this::lost).sum());
  }

  public Counts plus(Counts other) {
    EnumMap<Origin, Double> blame = copy(blamed, Origin.class);
    other.blamed.forEach((origin, s) -> blame.merge(origin, s, Double::sum));
    EnumMap<Cause, Long> causes = copy(unmeasured, Cause.class);
    other.unmeasured.forEach((cause, s) -> causes.merge(cause, s, Long::sum));
    return new Counts(maintenance + other.maintenance, measured.plus(other.measured), blame, causes);
  }
}
