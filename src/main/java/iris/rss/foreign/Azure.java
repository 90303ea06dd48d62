package iris.rss.foreign;

import iris.signal.Dialect;
import iris.signal.Incident.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Presence is an incident: resolved ones leave the feed, healthy is an empty channel. The title may say that it is
 * over, in its last clause. The guid is a slug that comes back in another incident, so the date belongs to the key.
 */
final class Azure implements Habit {
  /** A whole word of a title, without repetition: it cannot run away. */
  private static final Pattern MITIGATED = Pattern.compile("\\bmitigated\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public Dialect dialect() {
    return Dialect.AZURE;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    return Habit.each(sheet, Azure::said);
  }

  private static Optional<Said> said(Entry entry) {
    // Elsewhere "mitigated" is still open; Azure says it of what it then takes off the feed. "Not mitigated" is not.
    Title title = Title.of(MITIGATED.matcher(entry.title()).replaceAll("resolved"));
    Optional<Lexicon.Verdict> words = Lexicon.state(title.bare(), true).filter(Lexicon.Verdict::strong);
    Optional<Label> label = Title.deciding(title.before()).or(() -> Title.deciding(title.behind()));
    boolean over = words.isPresent() ? !words.get().open() : label.filter(Label::over).isPresent();
    Phase phase = over ? Phase.CLOSED : Phase.OPEN;
    boolean told = words.isPresent() || label.isPresent();
    Kind kind = Lexicon.kind(entry.title()).filter(k -> k != Kind.NOTICE).orElse(Kind.DEGRADATION);
    String key = entry.published().map(p -> entry.guid() + "|" + p).orElse(entry.guid());
    String body = Prose.plain(entry.html());
    return Optional.of(new Said(entry, key, title.bare(), kind, false,
        List.of(new Step(entry.latest(), phase, entry.title())), told ? "azure.title" : "azure.presence",
        body.isEmpty() ? entry.title() : body));
  }
}
