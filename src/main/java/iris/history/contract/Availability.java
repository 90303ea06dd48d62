package iris.history.contract;

import iris.signal.Origin;
import iris.signal.Reason;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What counts say of a target (alarm-model.md, section 11).
 *
 * @param target 0 to 1
 * @param counted seconds promised, without maintenance; {@code known} those that were measured
 * @param lost seconds known and not good that count; {@code excused} those that do not, for their origin
 */
public record Availability(double target, long counted, long known, double lost, double excused) {
  /** A millisecond: sums of ratios are not exact, and a month that just keeps its target keeps it. */
  private static final double DUST = 1e-3;

  public enum Judgement {
    MET,
    BREACHED,
    /** What was not measured decides. */
    INDETERMINATE;

    public Reason words() {
      return Reason.of("history.contract.verdict." + name().toLowerCase(Locale.ROOT));
    }
  }

  public Availability {
    if (!(0 <= target && target <= 1)) throw new IllegalArgumentException("target " + target);
    if (known < 0 || known > counted) throw new IllegalArgumentException("known " + known + " of " + counted);
    if (!(lost >= 0 && excused >= 0 && lost + excused <= known + DUST))
      throw new IllegalArgumentException("lost " + lost + " and " + excused + " of " + known);
  }

  public static Availability of(Counts counts, double target, Set<Origin> against) {
    double lost = Math.min(counts.known(), counts.lost(against));
    return new Availability(target, counts.counted(), counts.known(), lost, Math.max(0, counts.lost() - lost));
  }

  public static Availability of(Counts counts, Contract contract) {
    return of(counts, contract.target(), contract.against());
  }

  /** Of what was measured, 0 to 1; empty where nothing was: then no percentage is shown. */
  public OptionalDouble value() {
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(share(known - lost, known));
  }

  /** What was measured of what is promised, 0 to 1; 0 where nothing is promised. No value is shown without it. */
  public double coverage() {
    return counted == 0 ? 0 : (double) known / counted;
  }

  /** If all that was not measured was bad. */
  public double low() {
    return counted == 0 ? 0 : share(known - lost, counted);
  }

  /** If all that was not measured was good. */
  public double high() {
    return counted == 0 ? 1 : share(counted - lost, counted);
  }

  private static double share(double good, long of) {
    return Math.clamp(good / of, 0, 1);
  }

  public Judgement judgement() {
    if (counted == 0) return Judgement.INDETERMINATE;
    double allowed = (1 - target) * counted + DUST;
    if (lost + unknown() <= allowed) return Judgement.MET;
    return lost > allowed ? Judgement.BREACHED : Judgement.INDETERMINATE;
  }

  private long unknown() {
    return counted - known;
  }

  /** Minutes that may be lost. */
  public double budget() {
    return (1 - target) * counted / 60;
  }

  /** Minutes that were lost. */
  public double used() {
    return lost / 60;
  }

  /** Minutes that were lost if all that was not measured was bad. */
  public double worst() {
    return (lost + unknown()) / 60;
  }

  /** Minutes of the budget that are left; less than 0: overdrawn. */
  public double left() {
    return budget() - used();
  }

  /** Times as fast as the budget allows, 1: just so; empty where nothing was measured or nothing may be lost. */
  public OptionalDouble burn() {
    return known == 0 || target >= 1 ? OptionalDouble.empty() : OptionalDouble.of(lost / known / (1 - target));
  }

  /** In words, cut off and never rounded up, and never without its coverage. */
  public Reason words() {
    return value().isEmpty()
        ? Reason.of(counted == 0 ? "history.contract.nothing-promised" : "history.contract.nothing-known")
        : Reason.of("history.contract.value", value().getAsDouble(), coverage());
  }
}
