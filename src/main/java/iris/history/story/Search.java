package iris.history.story;

import iris.alarm.AlarmKey;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which episodes are wanted.
 *
 * @param subject of this service or feed only
 * @param since those that stood at this time or began later
 * @param text that their name, subject or who acknowledged holds; empty: any
 * @param kinds or those of one of these kinds, whatever they are called; only where there is a text
 * @param skip this many of the newest, 0 or more; {@code most} this many at a time, 1 or more
 */
public record Search(
    Optional<String> subject, Optional<Instant> since, String text, Set<AlarmKey.Kind> kinds, int skip, int most) {
  /** As many as a person looks through before searching. */
  public static final int PAGE = 100;

  public static final Search ALL = new Search(Optional.empty(), Optional.empty(), "", Set.of(), 0, PAGE);

  public Search {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(since);
    text = plain(text);
    kinds = Set.copyOf(kinds);
    if (skip < 0 || most < 1) throw new IllegalArgumentException("skip " + skip + ", most " + most);
  }

  public static Search of(String subject) {
    return new Search(Optional.of(subject), Optional.empty(), "", Set.of(), 0, PAGE);
  }

  public Search from(int place) {
    return new Search(subject, since, text, kinds, place, most);
  }

  public boolean finds(Episode e) {
    return subject.map(e.alarm().subject()::equals).orElse(true)
        && since.map(at -> e.closed().map(at::isBefore).orElse(true)).orElse(true)
        && (text.isEmpty() || words(e).contains(text) || kinds.contains(e.alarm().kind()));
  }

  /** What a text is looked for in. */
  public static String words(Episode e) {
    return plain(e.name() + "\n" + e.alarm().subject() + "\n" + e.taken().map(Episode.Taken::by).orElse("") + "\n"
        + e.worst());
  }

  /** Without accents and capitals: who searches types quickly. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).strip();
  }
}
