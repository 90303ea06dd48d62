package iris.rss.foreign;

import iris.signal.Dialect;
import iris.signal.Incident.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One update an entry, id {@code tag:…:feed:INCIDENT.UPDATE}. The body states begin and end, in Pacific time. */
final class Gcp implements Habit {
  private static final DateTimeFormatter STATED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Override
  public Dialect dialect() {
    return Dialect.GCP;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    return Habit.each(sheet, e -> said(e, key(e)));
  }

  /** What stands between the last colon and the dot. */
  static String key(Entry entry) {
    String id = entry.guid().substring(entry.guid().lastIndexOf(':') + 1);
    int dot = id.indexOf('.');
    return dot > 0 ? id.substring(0, dot) : id.isEmpty() ? entry.guid() : id;
  }

  private static Optional<Said> said(Entry entry, String key) {
    Title title = Title.of(entry.title());
    String body = Prose.plain(entry.html());
    String head = body.substring(0, Math.min(body.length(), 400));
    boolean utc = head.contains("UTC") && !head.contains("US/Pacific");
    ZoneId zone = ZoneId.of(utc ? "UTC" : "America/Los_Angeles");
    Optional<Instant> ended = after(head, "ended at ", zone);
    Optional<Label> label = Title.deciding(title.before());
    Phase phase = ended.isPresent() ? Phase.CLOSED : label.flatMap(Label::phase).orElse(Phase.OPEN);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(entry.latest(), phase, entry.title()));
    Optional<Kind> prefix = title.before().stream().map(Label::kind).flatMap(Optional::stream).findFirst();
    Kind kind = prefix.filter(Kind.OUTAGE::equals).or(() -> Lexicon.kind(title.bare()))
        .filter(k -> k != Kind.NOTICE).orElse(Kind.DEGRADATION);
    String rule = label.isPresent() ? "gcp.prefix" : ended.isPresent() ? "gcp.body" : "gcp.presence";
    String sentence = body.isEmpty() ? entry.title() : body;
    return Optional.of(new Said(entry, key, title.bare(), kind, false, steps, rule, sentence)
        .stated(after(head, "began at ", zone), ended));
  }

  private static Optional<Instant> after(String text, String words, ZoneId zone) {
    int at = text.indexOf(words);
    if (at < 0 || text.length() < at + words.length() + 16) return Optional.empty();
    try {
      String stated = text.substring(at + words.length(), at + words.length() + 16);
      return Optional.of(LocalDateTime.parse(stated, STATED).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
