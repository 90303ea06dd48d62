package iris.history.story;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Transition;
import iris.signal.Report;
import java.util.Optional;

/** What a transition is about: the key of a service, a feed's id, a part of the console. */
public final class Mentions {
  private Mentions() {}

  /** {@link Report#IRIS} for what is about the whole console. */
  public static String of(Transition t) {
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
      case Transition.Noted n -> n.subject();
    };
  }

  /** Whom or what somebody meant. */
  public static String of(Act act) {
    return alarm(act).map(AlarmKey::subject).orElseGet(() -> switch (act) {
      case Act.Maintain a -> a.service();
      case Act.EndMaintenance a -> a.service();
      case Act.OutOfService a -> a.service();
      case Act.Fallback a -> a.service();
      case Act.Acknowledge _, Act.Unacknowledge _, Act.Comment _, Act.Shelve _, Act.Unshelve _, Act.Reset _,
          Act.Sign _, Act.Silence _, Act.Unsilence _ -> Report.IRIS;
    });
  }

  /** The one alarm that somebody meant. */
  private static Optional<AlarmKey> alarm(Act act) {
    return switch (act) {
      case Act.Acknowledge a -> Optional.of(a.alarm());
      case Act.Unacknowledge a -> Optional.of(a.alarm());
      case Act.Comment a -> Optional.of(a.alarm());
      case Act.Shelve a -> Optional.of(a.alarm());
      case Act.Unshelve a -> Optional.of(a.alarm());
      case Act.Reset a -> Optional.of(a.alarm());
      case Act.Maintain _, Act.EndMaintenance _, Act.OutOfService _, Act.Fallback _, Act.Sign _, Act.Silence _,
          Act.Unsilence _ -> Optional.empty();
    };
  }

  /** What was done to another alarm of the same service is another story; who sits at the desk is none. */
  static boolean belongs(Act act, Episode e) {
    return !(act instanceof Act.Sign) && alarm(act).map(e.alarm()::equals).orElse(true);
  }
}
