package iris.history.story;

import iris.alarm.Act;
import iris.alarm.Transition;
import iris.signal.Report;

/** What a transition is about: the key of a service, a feed's id, a part of the console. */
public final class Mentions {
  private Mentions() {}

  /** {@link Report#IRIS} for what is about the whole console, an exercise as well. */
  public static String of(Transition t) {
    if (t.played()) return Report.IRIS;
    return switch (t) {
      case Transition.Moved m -> m.alarm().subject();
      case Transition.Told told -> told.announcement().alarm().subject();
      case Transition.Answered a -> a.answer().alarm().subject();
      case Transition.Sight s -> s.feed();
      case Transition.Changed c -> c.service();
      case Transition.Kept k -> k.service();
      case Transition.Spoken s -> s.service();
      case Transition.Acted a -> of(a.act());
      case Transition.Refused r -> of(r.act());
      case Transition.Switched s -> s.service();
      case Transition.Drifted dr -> dr.service();
      case Transition.Noted n -> n.subject();
    };
  }

  /** Whom or what somebody meant. */
  public static String of(Act act) {
    return switch (act) {
      case Act.OfAlarm about -> about.alarm().subject();
      case Act.OfService about -> about.service();
      default -> Report.IRIS;
    };
  }

  /** What was done to another alarm of the same service is another story; who sits at the desk is none. */
  static boolean belongs(Act act, Episode e) {
    return !(act instanceof Act.Sign) && (!(act instanceof Act.OfAlarm about) || about.alarm().equals(e.alarm()));
  }
}
