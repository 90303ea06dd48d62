package iris.fallback;

import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The plan of one service.
 *
 * @param service its key
 * @param checklist what a person should have done or looked at before
 * @param on how it is switched on; empty: by hand, and then declared. {@code off} the same
 * @param timeout for one switching, status check included
 * @param helps for which faults it helps
 * @param goodWindows in a row before the return is proposed
 */
public record Plan(
    String service,
    String name,
    List<String> checklist,
    Optional<Deed> on,
    Optional<Deed> off,
    Optional<StatusCheck> check,
    Duration timeout,
    Set<Fault> helps,
    int goodWindows,
    Duration remind) {
  public Plan {
    Objects.requireNonNull(service);
    Objects.requireNonNull(name);
    checklist = List.copyOf(checklist);
    Objects.requireNonNull(on);
    Objects.requireNonNull(off);
    Objects.requireNonNull(check);
    Objects.requireNonNull(timeout);
    helps = Set.copyOf(helps);
    Objects.requireNonNull(remind);
  }

  /** What the board must know of it. */
  public Rules.FallbackRules rules() {
    return new Rules.FallbackRules(name, helps, on.isPresent(), off.isPresent(), check.isPresent(), timeout,
        goodWindows, remind, checklist);
  }

  Optional<Deed> deed(boolean toOn) {
    return toOn ? on : off;
  }
}
