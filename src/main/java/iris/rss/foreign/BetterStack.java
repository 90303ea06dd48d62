package iris.rss.foreign;

import iris.signal.Dialect;
import iris.signal.Incident.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A pair with one guid: "… went down", "… recovered". All entries link to the same page, which groups nothing. */
final class BetterStack implements Habit {
  @Override
  public Dialect dialect() {
    return Dialect.BETTERSTACK;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    return Habit.each(sheet, e -> said(e)
        .or(() -> Statuspage.said(e, e.guid(), sheet.channel().built())).or(() -> Plain.said(e, e.guid())));
  }

  static Optional<Boolean> down(String title) {
    String t = title.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT);
    if (t.endsWith(" went down")) return Optional.of(true);
    boolean other = t.endsWith(" has recovered") || t.endsWith(" have recovered");
    return t.endsWith(" recovered") && !other ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Said> said(Entry entry) {
    return down(entry.title()).map(down -> {
      String body = Prose.plain(entry.html());
      Step step = new Step(entry.published(), down ? Phase.OPEN : Phase.CLOSED, entry.title());
      return new Said(entry, entry.guid(), entry.title(), Kind.OUTAGE, false, List.of(step), "betterstack.suffix",
          body.isEmpty() ? entry.title() : body);
    });
  }
}
