package iris.ui.classify;

import iris.alarm.Board;
import iris.alarm.Classification;
import iris.alarm.Criterion;
import iris.alarm.Unclear;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in the two lists of the page, as values. */
final class Rows {
  /** More than a person can go through; a page may hold a year of what is over. */
  private static final int MOST = 100;
  private final Board board;
  private final Instant now;
  private final Words words;

  Rows(Board board, Instant now, Words words) {
    this.board = board;
    this.now = now;
    this.words = words;
  }

  /**
   * A line of a list.
   *
   * @param key the same as long as it is about the same thing
   * @param waits somebody has to do something about it
   */
  record Row(String key, String head, String text, boolean waits) {}

  /** An announcement and its line. */
  record Item(Unclear unclear, Row row) {}

  /** A rule and its line. */
  record Ruled(Classification rule, Row row) {}

  static String key(Unclear u) {
    return u.service() + "\n" + u.incident().id();
  }

  /** What waits, what was set aside, then all others, so that what is wrongly classified is found as well. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    Unclear.all(board).stream().sorted(Comparator.comparingInt(Rows::order)).limit(MOST)
        .forEach(u -> items.add(new Item(u, new Row(key(u), head(u), u.incident().title(), u.waits()))));
    return items;
  }

  private static int order(Unclear u) {
    return u.waits() ? 0 : u.open() ? 1 : u.incident().open() ? 2 : 3;
  }

  private String head(Unclear u) {
    String when = u.incident().opened().map(at -> words.figures().when(at, now)).orElse("–");
    String kind = u.aside().isPresent() ? words.say("ui.classify.aside", u.aside().get().author())
        : words.say("ui.classify.kind." + u.incident().kind());
    String over = u.incident().open() ? "" : words.say("ui.classify.over");
    String by = board.rulings().behind(u.incident()).map(r -> words.say("ui.classify.by", r.id())).orElse("");
    return words.say("ui.classify.head", kind + over + by, Names.service(board, u.service()), when);
  }

  /** Those in force first, the newest first. */
  List<Ruled> rules() {
    Stream<Classification> all = board.rulings().all().reversed().stream()
        .sorted(Comparator.comparing(c -> !c.stands()));
    return all.map(c -> new Ruled(c, new Row(c.id(), words.say(c.stands() ? "ui.classify.rule.stands"
        : "ui.classify.rule.taken", c.id(), saying(c.criterion())), words.say("ui.classify.rule.words",
            c.criterion().words()), false))).toList();
  }

  String saying(Criterion c) {
    return words.say("ui.classify.says." + c.says());
  }

  /** Everything about a rule, a sentence a line. */
  List<String> story(Classification c) {
    List<String> say = new ArrayList<>();
    Criterion k = c.criterion();
    say.add(words.say("ui.classify.rule.match", k.words(), words.say("ui.classify.field." + k.field()),
        k.feed().map(f -> Names.feed(board, f)).orElse(words.say("ui.classify.feed.any"))));
    say.add(words.say("ui.classify.rule.says", saying(k), k.origin().map(this::origin)
        .orElse(words.say("ui.classify.origin.said"))));
    say.add(words.say("ui.classify.rule.made", c.author(), words.figures().when(c.at(), now),
        words.figures().span(java.time.Duration.between(c.at(), now)), c.reason()));
    say.add(words.say("ui.classify.rule.hits", c.hits()));
    c.taken().ifPresent(t -> say.add(words.say("ui.classify.rule.taken-back", t.author(),
        words.figures().when(t.at(), now), t.text())));
    return say;
  }

  String origin(Origin o) {
    return words.say("words.origin." + o.wire());
  }

  /** What the item says, and what was made of it. */
  List<String> told(Unclear u) {
    List<String> say = new ArrayList<>();
    if (!u.told().sentence().equals(u.told().title())) say.add(words.say("ui.receipt.words", u.told().sentence()));
    say.add(Names.sentence(iris.signal.Reason.of("alarm.class." + u.told().rule()), words));
    if (!u.told().equals(u.incident())) say.add(words.say("ui.classify.judged", kind(u.incident()), kind(u.told())));
    u.aside().ifPresent(a -> say.add(words.say("ui.classify.aside.why", a.author(),
        words.figures().when(a.at(), now), a.text())));
    Optional<String> guid = Optional.of(u.told().proof().guid()).filter(g -> !g.isEmpty());
    say.add(words.say("ui.receipt.item", guid.orElse(u.told().id()), Names.feed(board, u.feed())));
    return say;
  }

  String kind(Incident i) {
    return words.say("ui.classify.kind." + i.kind()) + (i.open() ? "" : words.say("ui.classify.over"));
  }
}
