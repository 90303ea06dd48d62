package iris.history.contract;

import iris.history.years.Tally;
import iris.signal.Origin;
import java.util.EnumMap;
import java.util.Map;

/** Counts that grow: a year is a hundred thousand windows, and adding immutable ones up made a garbage of maps each. */
final class Adding {
  private final Map<Origin, Double> lost = new EnumMap<>(Origin.class);
  private final Map<Origin, Double> blamed = new EnumMap<>(Origin.class);
  private final Map<Cause, Long> unmeasured = new EnumMap<>(Cause.class);
  private long maintenance;
  private double good;
  private long up;
  private long degraded;
  private long down;
  private long unknown;

  void maintenance(long seconds) {
    maintenance += seconds;
  }

  void measured(Tally t) {
    good += t.good();
    up += t.up();
    degraded += t.degraded();
    down += t.down();
    unknown += t.unknown();
    if (t.unknown() > 0) unmeasured.merge(Cause.SAID, t.unknown(), Long::sum);
    if (!t.lost().isEmpty()) t.lost().forEach((origin, s) -> lost.merge(origin, s, Double::sum));
  }

  void blamed(Map<Origin, Double> more) {
    more.forEach((origin, s) -> blamed.merge(origin, s, Double::sum));
  }

  void unmeasured(Map<Cause, Long> more) {
    more.forEach((cause, s) -> unmeasured.merge(cause, s, Long::sum));
  }

  Counts counts() {
    return new Counts(maintenance, new Tally(Math.min(good, up + degraded + down), up, degraded, down, unknown, lost), blamed,
        unmeasured);
  }
}
