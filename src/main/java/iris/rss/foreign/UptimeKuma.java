package iris.rss.foreign;

import iris.signal.Dialect;
import iris.signal.Incident.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An entry is a monitor that is down now; when it is up again the entry is gone. */
final class UptimeKuma implements Habit {
  @Override
  public Dialect dialect() {
    return Dialect.UPTIMEKUMA;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    return Habit.each(sheet, e -> isDown(e) ? Optional.of(down(e)) : Plain.said(e, e.guid()));
  }

  static boolean isDown(Entry entry) {
    return entry.title().strip().toLowerCase(Locale.ROOT).endsWith(" is down");
  }

  private static Said down(Entry entry) {
    String body = Prose.plain(entry.html());
    return new Said(entry, entry.guid(), entry.title(), Kind.OUTAGE, false,
        List.of(new Step(entry.published(), Phase.OPEN, entry.title())), "uptimekuma.presence",
        body.isEmpty() ? entry.title() : body);
  }
}
