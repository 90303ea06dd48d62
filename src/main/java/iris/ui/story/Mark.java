package iris.ui.story;

import iris.alarm.Act;
import iris.alarm.Transition.Announcement.Call;
import iris.history.story.Line;
import java.util.Locale;

/** What kind of line it is: a shape and a word, before any colour. */
enum Mark {
  FEED,
  FIGURES,
  REVISED,
  ALARM,
  ANNOUNCED,
  RETURNED,
  NOTIFIED,
  WITHHELD,
  ACT,
  COMMENT,
  REFUSED,
  MUTED,
  SIGHT,
  FALLBACK,
  NOTE;

  static Mark of(Line line) {
    return switch (line) {
      case Line.Quoted _ -> FEED;
      case Line.Measured _ -> FIGURES;
      case Line.Revised _ -> REVISED;
      case Line.Stepped _ -> ALARM;
      case Line.Announced a ->
          a.announcement().call() == Call.CLEAR || a.announcement().call() == Call.FLAP_STOP ? RETURNED : ANNOUNCED;
      case Line.Notified n -> n.told() ? NOTIFIED : WITHHELD;
      case Line.Done d when d.refused().isPresent() -> REFUSED;
      case Line.Done d -> of(d.act());
      case Line.Sighted _ -> SIGHT;
      case Line.Covered _ -> MUTED;
      case Line.Switched _ -> FALLBACK;
      case Line.Drifted _ -> FIGURES;
      case Line.Noted _ -> NOTE;
    };
  }

  private static Mark of(Act act) {
    return switch (act) {
      case Act.Comment _ -> COMMENT;
      case Act.Shelve _, Act.Unshelve _, Act.Silence _, Act.Unsilence _, Act.Maintain _, Act.EndMaintenance _,
          Act.CancelMaintenance _, Act.OutOfService _ -> MUTED;
      case Act.Fallback _, Act.SwitchFallback _ -> FALLBACK;
      default -> ACT;
    };
  }

  String style() {
    return "mark-" + name().toLowerCase(Locale.ROOT);
  }
}
