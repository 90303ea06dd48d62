package iris.history.keep;

import iris.alarm.Suppression;
import iris.history.years.Pause;

/** A pause as a row and back. */
final class PauseRows {
  private PauseRows() {}

  static Cells cells(Pause p) {
    return new Cells(Kind.PAUSES).set("service", p.service()).set("pause", p.kind()).set("from", p.from())
        .set("to", p.to()).set("author", p.author()).set("reason", p.reason());
  }

  static Pause pause(Cells row) throws Unreadably {
    try {
      return new Pause(row.must("service"), row.one("pause", Suppression.Kind.class), row.time("from"),
          row.timeIfAny("to"), row.get("author"), row.get("reason"));
    } catch (IllegalArgumentException e) {
      throw new Unreadably("history.keep.line.contradiction", String.valueOf(e.getMessage()));
    }
  }
}
