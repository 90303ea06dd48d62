package iris.rss.profile;

import iris.rss.Dates;
import iris.rss.Texts;
import iris.signal.Body;
import iris.signal.Item;
import iris.signal.Note;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An item while it is read: set what is found, cleaned, then {@link #finish}. One draft serves a whole document. */
final class ItemDraft {
  /** The kind of an item that gives none. */
  private static final String NONE = "?";
  private final Findings findings;
  private final WindowDraft window;
  private final StepDraft step;
  private final MaintenanceDraft maintenance;
  private int line;
  private @Nullable BodyDraft body;
  @SuppressWarnings("NullAway.Init")
  private String title;
  @SuppressWarnings("NullAway.Init")
  private String text;
  @SuppressWarnings("NullAway.Init")
  private String guid;
  @SuppressWarnings("NullAway.Init")
  private String link;
  @SuppressWarnings("NullAway.Init")
  private String kind;
  private @Nullable String date;
  private @Nullable Instant published;

  ItemDraft(Findings findings) {
    this.findings = findings;
    window = new WindowDraft(findings);
    step = new StepDraft(findings);
    maintenance = new MaintenanceDraft(findings);
  }

  void begin(int atLine) {
    line = atLine;
    body = null;
    title = "";
    text = "";
    guid = "";
    link = "";
    kind = "";
    date = null;
    published = null;
  }

  int line() {
    return line;
  }

  /** Null where none can be read. */
  @Nullable Instant published() {
    return published;
  }

  boolean isKind(String word) {
    return kind.equals(word);
  }

  void title(String line) {
    title = line;
  }

  void text(String clean) {
    text = clean;
  }

  void guid(String line) {
    guid = line;
  }

  void link(String line) {
    link = line;
  }

  void kind(String word) {
    kind = word;
  }

  void date(String raw) {
    date = raw;
    published = Dates.read(raw).orElse(null);
  }

  void date(Instant read) {
    published = read;
  }

  /** Starts an {@code iris:} element; null where it is to be skipped. The first one of an item counts. */
  @Nullable BodyDraft element(String name, Attributes a) {
    BodyDraft next = switch (name) {
      case "window" -> window;
      case "incident" -> step;
      case "maintenance" -> maintenance;
      default -> null;
    };
    if (next == null) return null;
    if (body != null) {
      findings.warnHere("rss.profile.second-element", name, body.element);
      return null;
    }
    body = next;
    body.begin(a);
    return body;
  }

  /** The item, or null: it lacks what it must have, which is told. */
  @Nullable Item finish() {
    Body done = body();
    if (done == null) return null;
    if (published == null) findings.warning(line, "rss.profile.undated", date == null ? "" : Texts.line(date, 60));
    if (guid.isEmpty()) findings.warning(line, "rss.profile.no-guid");
    return Items.item(guid.isEmpty() ? link : guid, title, text, published, line, done);
  }

  /** What the item says to machines, or null: it lacks what it must have, which is told. */
  @Nullable Body body() {
    Body done = body == null ? note() : body.finish(this);
    if (done == null)
      findings.error(line, body == null ? Reason.of("rss.profile.lacks-element", kind) : body.trouble());
    return done;
  }

  private @Nullable Body note() {
    return switch (kind) {
      case "notice" -> Note.NOTE;
      case "statistic", "outage", "degradation", "update", "recovery", "maintenance" -> null;
      default -> {
        findings.warning(line, kind.isEmpty() ? "rss.profile.no-kind" : "rss.profile.unknown-kind", kind);
        // Nobody knows what it is: a person must, so it is no mere notice.
        yield new Note(kind.isEmpty() ? NONE : kind);
      }
    };
  }
}
