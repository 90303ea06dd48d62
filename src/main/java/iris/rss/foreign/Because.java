package iris.rss.foreign;

import iris.signal.Incident.Kind;
import iris.signal.Proof;
import iris.signal.Proof.Ground;
import iris.signal.Proof.Of;
import iris.signal.Proof.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words that decided, for who asks why: found again by the functions that decided, in the order in which these were
 * asked. It decides nothing.
 */
final class Because {
  private static final int LONGEST = 120;
  private static final List<String> SUFFIXES = List.of("went down", "recovered", "is down");

  private Because() {}

  /** @param loudest what gave the kind; {@code newest} what gave the state */
  static Proof of(Said loudest, Said newest, Kind kind) {
    List<Ground> grounds = new ArrayList<>();
    if (kind != Kind.UNCLASSIFIED) grounds.add(kind(loudest, kind));
    grounds.add(state(newest));
    return new Proof(newest.entry().guid(), grounds);
  }

  private static Ground kind(Said said, Kind kind) {
    Entry entry = said.entry();
    Title title = Title.of(entry.title());
    if (said.rule().endsWith(".suffix") && kind == Kind.OUTAGE || said.rule().startsWith("uptimekuma"))
      return suffix(entry).map(s -> ground(Of.KIND, Place.MARK, s)).orElse(ground(Of.KIND, Place.PRESENCE, ""));
    boolean mark = title.before().stream().anyMatch(l -> l.kind().filter(kind::equals).isPresent())
        || title.behind().stream().anyMatch(l -> l.kind().filter(kind::equals).isPresent());
    if (mark) return ground(Of.KIND, Place.MARK, marks(entry, title));
    Optional<Ground> words = Lexicon.named(entry.title()).filter(n -> n.kind() == kind)
        .map(n -> ground(Of.KIND, Place.TITLE, n.words()));
    return words.or(() -> block(entry, kind)).or(() -> paragraph(entry, kind))
        .orElseGet(() -> ground(Of.KIND, Place.ASSUMED, ""));
  }

  /** A label above an update may be one of works; else the first report names the trouble. */
  private static Optional<Ground> block(Entry entry, Kind kind) {
    List<Blocks.Block> blocks = Blocks.of(entry.html());
    if (blocks.isEmpty()) return Optional.empty();
    Optional<Ground> label = blocks.stream()
        .filter(b -> b.meaning().flatMap(Label::kind).filter(kind::equals).isPresent()).findFirst()
        .map(b -> ground(Of.KIND, Place.MARK, b.label()));
    return label.or(() -> Lexicon.named(blocks.getLast().words()).filter(n -> n.kind() == kind)
        .map(n -> ground(Of.KIND, Place.TEXT, n.words())));
  }

  private static Optional<Ground> paragraph(Entry entry, Kind kind) {
    return Prose.paragraphs(entry.html()).stream().findFirst().flatMap(Lexicon::named).filter(n -> n.kind() == kind)
        .map(n -> ground(Of.KIND, Place.TEXT, n.words()));
  }

  private static Ground state(Said said) {
    Entry entry = said.entry();
    Title title = Title.of(entry.title());
    List<Blocks.Block> blocks = said.rule().equals("statuspage.strong") ? Blocks.of(entry.html()) : List.of();
    if (!blocks.isEmpty()) return ground(Of.STATE, Place.MARK, blocks.getFirst().label());
    String rule = said.rule().substring(said.rule().indexOf('.') + 1);
    return switch (rule) {
      case "prefix", "suffix", "title" -> suffix(entry).map(s -> ground(Of.STATE, Place.MARK, s))
          .orElseGet(() -> ground(Of.STATE, Place.MARK, marks(entry, title)));
      case "status" -> ground(Of.STATE, Place.MARK, status(entry));
      case "category" -> ground(Of.STATE, Place.MARK, String.join(", ", entry.categories()));
      case "presence" -> ground(Of.STATE, Place.PRESENCE, "");
      case "fr", "en", "kind", "body" -> words(entry, title);
      default -> ground(Of.STATE, Place.ASSUMED, "");
    };
  }

  private static Ground words(Entry entry, Title title) {
    Optional<Lexicon.Verdict> strong = Lexicon.state(title.bare(), true).filter(Lexicon.Verdict::strong);
    if (strong.isPresent()) return ground(Of.STATE, Place.TITLE, strong.get().words());
    for (String paragraph : Prose.paragraphs(entry.html())) {
      Optional<Lexicon.Verdict> said = Lexicon.state(paragraph, false).filter(Lexicon.Verdict::strong);
      if (said.isPresent()) return ground(Of.STATE, Place.TEXT, said.get().words());
    }
    return Lexicon.state(title.bare(), true).map(v -> ground(Of.STATE, Place.TITLE, v.words()))
        .orElseGet(() -> ground(Of.STATE, Place.ASSUMED, ""));
  }

  private static Optional<String> suffix(Entry entry) {
    String title = entry.title().strip().toLowerCase(java.util.Locale.ROOT);
    return SUFFIXES.stream().filter(title::endsWith).findFirst();
  }

  /** What of a title is not its subject: its labels, as they were written. */
  private static String marks(Entry entry, Title title) {
    String all = entry.title().strip();
    int at = title.bare().isEmpty() ? -1 : all.indexOf(title.bare());
    if (at < 0) return all;
    return (all.substring(0, at).strip() + " " + all.substring(at + title.bare().length()).strip()).strip();
  }

  private static String status(Entry entry) {
    for (String name : List.of("status", "state", "incidentStatus"))
      if (entry.extras().containsKey(name)) return name + ": " + entry.extras().get(name);
    return Prose.paragraphs(entry.html()).stream().filter(p -> p.indexOf(':') >= 0).findFirst().orElse("");
  }

  private static Ground ground(Of of, Place place, String words) {
    return new Ground(of, place, words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words);
  }
}
