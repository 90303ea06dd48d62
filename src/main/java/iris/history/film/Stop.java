package iris.history.film;

import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import java.util.Set;

/** Where one stops in a film. */
public enum Stop {
  /** Whatever is worth a line. */
  EVENT(Set.of(Transition.Told.class, Transition.Spoken.class, Transition.Sight.class, Transition.Acted.class,
      Transition.Refused.class, Transition.Noted.class, Transition.Changed.class,
      Transition.Drifted.class)),
  /** What rang. */
  ALARM(Set.of(Transition.Told.class));

  private final Set<Class<? extends Transition>> kinds;

  Stop(Set<Class<? extends Transition>> kinds) {
    this.kinds = kinds;
  }

  Set<Class<? extends Transition>> kinds() {
    return kinds;
  }

  boolean at(Transition t) {
    if (this == EVENT) return true;
    return t instanceof Transition.Told(var at, var what) && !what.suppressed() && what.call() != Call.CLEAR
        && what.call() != Call.REPEAT && what.call() != Call.FLAP_STOP;
  }
}
