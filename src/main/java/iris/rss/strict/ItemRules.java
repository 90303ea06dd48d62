package iris.rss.strict;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** One item: its kind and its body go together, ends come after beginnings. Values that are none are the schema's. */
final class ItemRules {
  private static final String DOMAIN = "urn:iris:kind";
  private static final Set<String> KINDS =
      Set.of("statistic", "outage", "degradation", "update", "recovery", "maintenance", "notice");

  private final Notes notes;
  private final Declared declared;
  private final int line;
  private String guid = "";
  private @Nullable String kind;
  private boolean kindNext;
  private String body = "";
  private String state = "";
  private String severity = "";
  private Optional<WindowRules> window = Optional.empty();

  ItemRules(Notes notes, Declared declared, int line) {
    this.notes = notes;
    this.declared = declared;
    this.line = line;
  }

  String guid() {
    return guid;
  }

  int line() {
    return line;
  }

  void field(String name, Attributes a) {
    kindNext = name.equals("category") && DOMAIN.equals(a.getValue("domain"));
    // Absent, a guid says that it is an address (RSS 2.0).
    if (name.equals("guid") && !"false".equals(a.getValue("isPermaLink"))) notes.warning(line, "rss.strict.permalink");
  }

  void text(String name, String said, int at) {
    if (name.equals("guid")) guid = said;
    if (!name.equals("category") || !kindNext) return;
    if (kind != null) notes.error(at, "rss.strict.twice", "category " + DOMAIN);
    kind = said;
    if (!KINDS.contains(said)) notes.error(at, "rss.strict.value", said, "category", "item");
  }

  void body(String name, Attributes a, int at) {
    if (!body.isEmpty()) notes.error(at, "rss.strict.two-bodies");
    body = name;
    state = String.valueOf(a.getValue("state"));
    severity = String.valueOf(a.getValue("severity"));
    declared.mentionsService(a.getValue("service"), at);
    switch (name) {
      case "window" -> window = Optional.of(new WindowRules(notes, declared, a, at));
      case "incident" -> incident(a, at);
      default -> order(a, "from", "to", at);
    }
  }

  private void incident(Attributes a, int at) {
    declared.mentionsParty(a.getValue("party"), at);
    boolean closed = state.equals("closed");
    boolean until = a.getValue("until") != null;
    if (closed && !until) notes.error(at, "rss.strict.attribute-missing", "until", "iris:incident");
    if (!closed && until) notes.error(at, "rss.strict.open-until");
    Optional<Instant> since = instant(a.getValue("since"));
    Optional<Instant> end = instant(a.getValue("until"));
    if (since.isPresent() && end.isPresent() && end.get().isBefore(since.get()))
      notes.error(at, "rss.strict.order", "since", "until");
  }

  private void order(Attributes a, String from, String to, int at) {
    Optional<Instant> start = instant(a.getValue(from));
    Optional<Instant> end = instant(a.getValue(to));
    if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get()))
      notes.error(at, "rss.strict.order", from, to);
  }

  void part(String name, Attributes a, int at) {
    window.ifPresent(w -> w.part(name, a, at));
  }

  void end() {
    window.ifPresent(WindowRules::end);
    if (kind == null) {
      notes.error(line, "rss.strict.missing", "category " + DOMAIN);
      return;
    }
    String fits = switch (body) {
      case "window" -> "statistic";
      case "maintenance" -> "maintenance";
      case "incident" -> switch (state) {
        case "closed" -> "recovery";
        case "update" -> "update";
        default -> severity.equals("degraded") ? "degradation" : "outage";
      };
      default -> "notice";
    };
    if (KINDS.contains(kind) && !kind.equals(fits)) notes.error(line, "rss.strict.kind", kind, fits);
  }

  static Optional<Instant> instant(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeException saidByTheSchema) {
      return Optional.empty();
    }
  }
}
