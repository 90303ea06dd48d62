package iris.notify;

import iris.alarm.Transition;
import iris.signal.Reason;
import java.util.Objects;

/**
 * The answer to one announcement, for the journal: {@code told}, or withheld; {@code why} in both cases. What was told
 * is what {@link Memory#of} restores after a restart.
 */
public record Said(Transition.Told what, boolean told, Reason why) {
  public Said {
    Objects.requireNonNull(what);
    Objects.requireNonNull(why);
  }
}
