package iris.ui.shift;

import iris.alarm.Shift;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;

/** Says when the station was last checked, and that it is time. Pure. */
final class Remind {
  private Remind() {}

  static String check(Shift shift, Instant now, Words words) {
    if (shift.checked().isEmpty()) return words.say("ui.shift.check.never");
    Shift.Checked c = shift.checked().get();
    String said = words.say("ui.shift.check.last", words.figures().when(c.at(), now), c.what().author(),
        words.say("ui.shift.found." + c.what().screen().finding()), words.say("ui.shift.found." + c.what().sound().finding()),
        words.say("ui.shift.found." + c.what().toast().finding()));
    if (Checkup.before(shift, c)) return said + words.say("ui.shift.check.handed");
    return Checkup.due(shift, now)
        ? said + words.say("ui.shift.check.due", words.figures().span(Duration.between(c.at(), now))) : said;
  }
}
