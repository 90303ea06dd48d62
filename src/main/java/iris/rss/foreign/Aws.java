package iris.rss.foreign;

import iris.signal.Dialect;
import iris.signal.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One update an entry; the guid names service and moment, never the incident. Updates of a service with the same words
 * in their titles, no further apart than a day, are one incident; its id is the guid of its first update. The title
 * beats the body: AWS rewrites the titles of old updates when all is over.
 */
final class Aws implements Habit {
  private static final Duration APART = Duration.ofDays(1);

  @Override
  public Dialect dialect() {
    return Dialect.AWS;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    List<Entry> oldestFirst = new ArrayList<>(sheet.entries().reversed());
    oldestFirst.sort(Comparator.comparing(e -> e.published().orElse(Instant.MIN)));
    Map<String, Said> running = new HashMap<>();
    Map<Entry, Said> said = new HashMap<>();
    for (Entry entry : oldestFirst) {
      String thread = service(entry) + '\n' + subject(entry);
      Optional<Said> before = Optional.ofNullable(running.get(thread)).filter(s -> follows(s.entry(), entry));
      Said now = one(entry, before.map(Said::key).orElse(fragment(entry)));
      running.put(thread, now);
      said.put(entry, now);
    }
    return sheet.entries().stream().map(said::get).toList();
  }

  private static boolean follows(Entry before, Entry entry) {
    if (before.published().isEmpty() || entry.published().isEmpty()) return false;
    return Duration.between(before.published().get(), entry.published().get()).compareTo(APART) <= 0;
  }

  private static Said one(Entry entry, String key) {
    Title title = Title.of(entry.title());
    Optional<Label> state = state(entry, title);
    Phase phase = state.flatMap(Label::phase).orElse(Phase.OPEN);
    Optional<Kind> prefix = title.before().stream().map(Label::kind).flatMap(Optional::stream).findFirst();
    Optional<Kind> words = Lexicon.kind(title.bare()).filter(k -> k == Kind.OUTAGE || k == Kind.MAINTENANCE);
    Kind kind = prefix.filter(Kind.OUTAGE::equals).or(() -> words).or(() -> prefix).orElse(Kind.DEGRADATION);
    String rule = title.before().isEmpty() ? "aws.title" : "aws.prefix";
    String sentence = Prose.plain(entry.html());
    return new Said(entry, key, title.bare(), kind, false, List.of(new Step(entry.published(), phase, entry.title())),
        rule, sentence.isEmpty() ? entry.title() : sentence);
  }

  /** Titles come in two languages, "A | B", and each half may carry the mark of the end. */
  private static Optional<Label> state(Entry entry, Title title) {
    List<Label> labels = new ArrayList<>(title.before());
    for (String half : entry.title().split(" \\| ")) labels.addAll(Title.of(half).before());
    return Title.deciding(labels);
  }

  private static String subject(Entry entry) {
    String last = entry.title().substring(entry.title().lastIndexOf(" | ") + 1);
    return Title.of(last.startsWith("|") ? last.substring(1) : last).bare();
  }

  private static String fragment(Entry entry) {
    int hash = entry.guid().lastIndexOf('#');
    return hash < 0 || hash == entry.guid().length() - 1 ? entry.guid() : entry.guid().substring(hash + 1);
  }

  private static String service(Entry entry) {
    String fragment = fragment(entry);
    int bar = fragment.lastIndexOf('_');
    return bar < 0 ? "" : fragment.substring(0, bar);
  }
}
