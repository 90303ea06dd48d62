package iris.rss.foreign;

import iris.signal.Incident.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One entry of which no dialect is known. Marks of structure beat labels in the title, these beat the title's last
 * clause, this beats the newest paragraph of the body (reading rule 5). What nothing decides is open and to be
 * classified by a person: it rings.
 */
final class Plain {
  private Plain() {}

  /** @param label what decided, where a label did */
  private record Decision(Phase phase, Optional<Label> label, String rule) {}

  /** Empty where the entry only says that all is well. */
  static Optional<Said> said(Entry entry, String key) {
    Title title = Title.of(entry.title());
    List<String> paragraphs = Prose.paragraphs(entry.html());
    Optional<Decision> decided = status(entry, paragraphs).or(() -> marked(title)).or(() -> worded(title.bare(), true))
        .or(() -> body(paragraphs)).or(() -> named(title)).or(() -> troubled(title.bare()))
        .or(() -> newest(paragraphs).flatMap(Plain::troubled));
    Phase phase = decided.map(Decision::phase).orElse(Phase.OPEN);
    String rule = decided.map(Decision::rule).orElse("generic.none");
    Kind kind = decided.isEmpty() ? Kind.UNCLASSIFIED : kind(title, decided.get(), paragraphs);
    boolean normal = decided.flatMap(Decision::label).filter(Label.NORMAL::equals).isPresent();
    List<Step> steps = Stamps.steps(entry, paragraphs, phase);
    String sentence = newest(paragraphs).orElse(entry.title());
    // A planned date may lie behind the last word on it: that is no beginning of what is told.
    boolean stamped = !steps.getFirst().at().equals(entry.latest());
    Optional<Instant> began = stamped ? Optional.empty()
        : entry.published().filter(p -> entry.latest().filter(p::isAfter).isEmpty());
    return Optional.of(new Said(entry, key, title.bare(), kind, normal, steps, rule, sentence)
        .stated(began, Optional.empty()));
  }

  /** A line or an element that is named so: "Status: Resolved", {@code <status>Available</status>}. */
  private static Optional<Decision> status(Entry entry, List<String> paragraphs) {
    for (String name : List.of("status", "state", "incidentStatus")) {
      Optional<Label> label = Optional.ofNullable(entry.extras().get(name)).flatMap(Label::of);
      if (label.flatMap(Label::phase).isPresent()) return decision(label, "generic.status");
    }
    for (String paragraph : paragraphs) {
      for (String line : paragraph.split(" (?=[A-ZÉÈ][a-zéè]+ ?:)", 4)) {
        int colon = line.indexOf(':');
        if (colon < 0 || colon > 24 || !isStatus(line.substring(0, colon))) continue;
        Optional<Label> label = leading(line.substring(colon + 1));
        if (label.flatMap(Label::phase).isPresent()) return decision(label, "generic.status");
      }
    }
    for (String category : entry.categories()) {
      Optional<Label> label = Label.of(category);
      if (label.filter(l -> l == Label.CLOSED || l == Label.OPEN || l == Label.DONE).isPresent())
        return decision(label, "generic.category");
    }
    return Optional.empty();
  }

  private static boolean isStatus(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "status", "current status", "incident status", "state", "statut", "état", "etat", "statut actuel" -> true;
      case "current state", "incident state", "état actuel", "etat actuel", "estado", "stato" -> true;
      default -> false;
    };
  }

  /** The label with which a text begins: all of it, or its first three, two or one words. */
  private static Optional<Label> leading(String text) {
    String[] words = text.strip().split("\\s+", 5);
    for (int n = Math.min(4, words.length); n > 0; n--) {
      Optional<Label> label = Label.of(String.join(" ", List.of(words).subList(0, n)));
      if (label.isPresent()) return label;
    }
    return Optional.empty();
  }

  private static Optional<Decision> decision(Optional<Label> label, String rule) {
    return label.flatMap(Label::phase).map(phase -> new Decision(phase, label, rule));
  }

  private static Optional<Decision> marked(Title title) {
    // "Scheduled maintenance - disks [Completed]": the end wins, wherever it stands.
    Optional<Label> before = Title.deciding(title.before());
    Optional<Label> behind = Title.deciding(title.behind());
    boolean over = before.filter(l -> !l.over()).isPresent() && behind.filter(Label::over).isPresent();
    return (over ? Optional.<Decision>empty() : decision(before, "generic.prefix"))
        .or(() -> decision(behind, "generic.suffix"))
        .or(() -> decision(Label.of(title.bare()).filter(l -> l.phase().isPresent()), "generic.title"));
  }

  private static Optional<Decision> worded(String text, boolean title) {
    return Lexicon.state(text, title).filter(Lexicon.Verdict::strong)
        .map(v -> new Decision(v.open() ? Phase.OPEN : Phase.CLOSED, Optional.empty(), "lexicon." + v.lang()));
  }

  /** Newest first is the rule; a first paragraph that reports a beginning shows that the last one is the newest. */
  private static Optional<Decision> body(List<String> paragraphs) {
    if (paragraphs.isEmpty()) return Optional.empty();
    Optional<Decision> first = worded(paragraphs.getFirst(), false);
    Optional<Decision> last = worded(paragraphs.getLast(), false);
    if (first.filter(d -> d.phase() == Phase.CLOSED).isPresent()) return first;
    if (last.filter(d -> d.phase() == Phase.CLOSED).isPresent() && begins(paragraphs.getFirst())) return last;
    return first.or(() -> last);
  }

  private static boolean begins(String paragraph) {
    String p = paragraph.toLowerCase(Locale.ROOT);
    return List.of("investigat", "aware of", "detected", "began", "started", "identified", "enquête", "constat",
        "rencontr", "détect", "début", "signal").stream().anyMatch(p::contains);
  }

  /** "Incident: …" says that there is one, and nothing says that it is over. */
  private static Optional<Decision> named(Title title) {
    return title.before().stream().findFirst().or(() -> title.behind().stream().findFirst())
        .map(label -> new Decision(Phase.OPEN, Optional.of(label), "generic.prefix"));
  }

  private static Optional<Decision> troubled(String title) {
    return Lexicon.state(title, true)
        .map(v -> new Decision(v.open() ? Phase.OPEN : Phase.CLOSED, Optional.empty(), "lexicon." + v.lang()))
        .or(() -> Lexicon.kind(title).map(k -> new Decision(Phase.OPEN, Optional.empty(), "lexicon.kind")));
  }

  private static Kind kind(Title title, Decision decision, List<String> paragraphs) {
    Optional<Kind> words = Lexicon.kind(title.bare());
    boolean trouble = words.filter(k -> k == Kind.OUTAGE || k == Kind.DEGRADATION).isPresent();
    // "In progress" and "completed" are said of works, and of incidents where the words name a trouble.
    Predicate<Label> tells = l -> !trouble || l != Label.RUNNING && l != Label.DONE;
    Optional<Kind> label = Stream.of(title.before().stream(), title.behind().stream(), decision.label().stream())
        .flatMap(l -> l).filter(tells).map(Label::kind).flatMap(Optional::stream).findFirst();
    if (label.filter(k -> k == Kind.MAINTENANCE || k == Kind.NOTICE).isPresent()) return label.get();
    if (words.filter(Kind.OUTAGE::equals).isPresent()) return Kind.OUTAGE;
    return label.or(() -> words).or(() -> paragraphs.isEmpty() ? Optional.empty() : Lexicon.kind(paragraphs.getFirst()))
        .filter(k -> k != Kind.NOTICE).orElse(Kind.DEGRADATION);
  }

  private static Optional<String> newest(List<String> paragraphs) {
    return paragraphs.stream().findFirst();
  }
}
