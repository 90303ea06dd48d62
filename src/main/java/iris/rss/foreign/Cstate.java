package iris.rss.foreign;

import iris.rss.Dates;
import iris.signal.Dialect;
import iris.signal.Incident.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One incident an entry. "[Resolved]" in the site's language is the only mark of an end; the category holds the moment
 * of it, in the same local time as the start, which is stamped as if it were UTC. What has no mark is open, or a mere
 * notice that nobody ever closes.
 */
final class Cstate implements Habit {
  @Override
  public Dialect dialect() {
    return Dialect.CSTATE;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    return Habit.each(sheet, Cstate::said);
  }

  private static Optional<Said> said(Entry entry) {
    Title title = Title.of(entry.title());
    boolean bracket = entry.title().strip().startsWith("[");
    Optional<Label> mark = bracket ? Title.deciding(title.before()) : Optional.empty();
    // "[Resolved]" in a language that no list of ours has: the end beside it says what it means.
    boolean foreign = bracket && title.before().isEmpty() && end(entry).isPresent();
    boolean closed = foreign || mark.filter(Label::over).isPresent();
    List<String> paragraphs = Prose.paragraphs(entry.html());
    Optional<Kind> kind = Lexicon.kind(title.bare())
        .or(() -> paragraphs.isEmpty() ? Optional.empty() : Lexicon.kind(paragraphs.getFirst()));
    String rule = foreign ? "cstate.category" : closed ? "cstate.prefix" : kind.isEmpty() ? "cstate.none" : "cstate.no-prefix";
    Step step = new Step(entry.published(), closed ? Phase.CLOSED : Phase.OPEN, entry.title());
    return Optional.of(new Said(entry, entry.guid(), title.bare(), kind.orElse(closed ? Kind.DEGRADATION : Kind.UNCLASSIFIED), false, List.of(step),
        rule, paragraphs.isEmpty() ? entry.title() : paragraphs.getFirst())
        .stated(entry.published(), closed ? end(entry) : Optional.empty()));
  }

  private static Optional<Instant> end(Entry entry) {
    String stamp = entry.extras().getOrDefault(Margin.RAW + "pubDate", "");
    String zone = stamp.substring(stamp.lastIndexOf(' ') + 1);
    return entry.categories().stream()
        .map(c -> Dates.read(c).or(() -> Dates.read(c + ' ' + zone)).or(() -> Dates.lenient(c)))
        .flatMap(Optional::stream).findFirst()
        .filter(end -> entry.published().isEmpty() || !end.isBefore(entry.published().get()));
  }
}
