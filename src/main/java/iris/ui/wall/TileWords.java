package iris.ui.wall;

import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import iris.words.Figures;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a tile says, in one language. Pure. An empty text is not drawn. */
final class TileWords {
  /** As far ahead of the clock as two that agree may be. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  private final Words words;
  private final Figures figures;

  TileWords(Words words) {
    this.words = words;
    figures = words.figures();
  }

  static List<String> stateKeys() {
    return List.of(Shown.values()).stream().map(s -> "ui.wall.state." + s).toList();
  }

  /** The words that may stand large on a tile: the size is the same for all of them. */
  List<String> stateWords() {
    return stateKeys().stream().map(words::say).toList();
  }

  /** What the longest texts need, in this language. */
  Planner.Widths widths(Ruler ruler) {
    double state = stateWords().stream().mapToDouble(word -> ruler.width(word, Type.STRONG, 1)).max().orElse(1);
    Instant far = Instant.parse("2026-10-20T20:48:00Z");
    String since = words.say("ui.wall.short.since", figures.date(far), figures.span(Duration.ofHours(24 * 28 + 20)));
    double known = ruler.width(words.say("ui.wall.short.lastKnown", figures.time(far)), Type.REGULAR, 1);
    return new Planner.Widths(state, ruler.width(figures.millis(88_888), Type.STRONG, 1),
        Math.max(known, ruler.width(since, Type.REGULAR, 1)));
  }

  /** The word across a tile whose outage is played. */
  String exercise() {
    return words.say("ui.wall.exercise");
  }

  /** The word of a mark that is no state: the service works, and not as usual. */
  String drift() {
    return words.say("ui.wall.drift");
  }

  String state(TileModel tile) {
    return words.say("ui.wall.state." + tile.shown());
  }

  /** "depuis 15:12 · 12 min"; where an alarm stands unseen: "dernier état connu 14:12, supervision perdue". */
  String since(TileModel tile, Instant now) {
    return since("ui.wall.", tile, now);
  }

  /** The same in a narrow place: an alarm that stands unseen has its second half among the lines. */
  String heroSince(TileModel tile, Instant now) {
    return tile.lastKnown() ? shortSince(tile, now) : since(tile, now);
  }

  /** The lines with what {@link #heroSince} leaves out. */
  List<List<String>> heroLines(TileModel tile, Instant now) {
    List<List<String>> lines = new ArrayList<>();
    if (tile.lastKnown())
      lines.add(List.of(words.say(tile.sight() == Supervision.INIT ? "ui.wall.notYet" : "ui.wall.lost")));
    lines.addAll(lines(tile, now));
    return lines;
  }

  /** The same for a compact tile: "15:12 · 12 min". */
  String shortSince(TileModel tile, Instant now) {
    return since("ui.wall.short.", tile, now);
  }

  private String since(String keys, TileModel tile, Instant now) {
    if (tile.lastKnown()) {
      Instant known = tile.newest().orElse(tile.since());
      String key = tile.sight() == Supervision.INIT ? "lastSeen" : "lastKnown";
      return words.say(keys + key, figures.when(known, now));
    }
    Duration lasted = Duration.between(tile.since(), now);
    return words.say(keys + "since", figures.when(tile.since(), now), figures.span(lasted));
  }

  /** What is to be said besides the state, most important first; each in its forms, the longest first. */
  List<List<String>> lines(TileModel tile, Instant now) {
    List<List<String>> lines = new ArrayList<>();
    if (tile.mark().kind() == Mark.Kind.RETURNED || tile.mark().kind() == Mark.Kind.LATCHED)
      lines.add(List.of(alarm(tile.mark())));
    if (tile.stale()) tile.why().ifPresent(why -> lines.add(List.of(words.say(why))));
    if (tile.shown() != Shown.INIT && tile.origin().fault() != Fault.NORMAL) lines.add(origin(tile));
    tile.announced().forEach(said -> lines.add(List.of(said)));
    tile.remarks().forEach(remark -> lines.add(List.of(words.say(remark))));
    if (tile.mark().changes() > 0) lines.add(List.of(words.say("ui.wall.unstable", tile.mark().changes())));
    if (tile.mark().kind() == Mark.Kind.SHELVED)
      lines.add(List.of(tile.mark().until().map(u -> words.say("ui.wall.shelved", figures.when(u, now)))
          .orElseGet(() -> words.say("ui.wall.shelvedOpen"))));
    tile.fallback().ifPresent(at -> lines.add(List.of(words.say("ui.wall.fallback", figures.when(at, now)))));
    tile.until().ifPresent(until -> lines.add(List.of(words.say("ui.wall.until", figures.when(until, now)))));
    if (!tile.configured()) lines.add(List.of(words.say("ui.wall.unconfigured")));
    if (tile.day().measured()) lines.add(List.of(day(tile.day())));
    return lines;
  }

  /** "24 h : indisponible 15 min, sans mesure 50 min". */
  private String day(Day day) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.DOWN, Verdict.DEGRADED, Verdict.MAINTENANCE, Verdict.UNKNOWN))
      if (day.spent(verdict).isPositive())
        parts.add(words.say("ui.wall.day." + verdict, figures.span(day.spent(verdict))));
    return parts.isEmpty() ? words.say("ui.wall.day.calm") : words.say("ui.wall.day.some", String.join(", ", parts));
  }

  private String alarm(Mark mark) {
    return words.say("ui.wall.say.alarm", mark.priority(), words.say("ui.wall.mark." + mark.kind()));
  }

  /** Whose fault it is; how sure that is goes before a word of whose. */
  private List<String> origin(TileModel tile) {
    String fault = words.say("ui.wall.fault." + tile.origin().fault());
    return List.of(words.say("ui.wall.origin", fault, words.say("ui.wall.confidence." + tile.origin().confidence())),
        words.say("ui.wall.short.origin", fault),
        words.say("ui.wall.short.origin", words.say("ui.wall.short.fault." + tile.origin().fault())));
  }

  String response(TileModel tile) {
    return time(tile.response());
  }

  /** The one figure of a compact tile: the response, or the transaction of a feed that gives no more. */
  String figure(TileModel tile) {
    return tile.response() == Timing.ABSENT ? transaction(tile) : response(tile);
  }

  String transaction(TileModel tile) {
    return time(tile.transaction());
  }

  private String time(long ms) {
    return ms == Timing.ABSENT ? "—" : figures.millis(ms);
  }

  String responseLabel() {
    return words.say("ui.wall.response");
  }

  String transactionLabel() {
    return words.say("ui.wall.transaction");
  }

  String availabilityLabel() {
    return words.say("ui.wall.availability");
  }

  /** Never without {@link #coverage}. */
  String availability(TileModel tile) {
    var share = tile.day().share().availability();
    return share.isEmpty() ? "—" : figures.percent(share.getAsDouble(), 2);
  }

  String coverage(TileModel tile) {
    if (!tile.day().measured()) return words.say("ui.wall.unmeasured");
    return words.say("ui.wall.coverage", figures.percent(tile.day().share().coverage(), 0));
  }

  /** Age of the newest window, counting; for a feed without windows, of the last poll. The longest form first. */
  List<String> ages(TileModel tile, Instant now) {
    Optional<Instant> from = tile.newest().or(tile::reached);
    if (from.isEmpty()) return List.of(words.say("ui.wall.noAge"));
    Duration since = Duration.between(from.get(), now);
    // A clock was set back: "0 s old" would be the calmest of lies.
    if (ahead(since)) return List.of(words.say("ui.wall.ahead", figures.span(since.negated())));
    String age = figures.age(since);
    if (tile.newest().isEmpty()) return List.of(words.say("ui.wall.pollAge", age), age);
    return List.of(words.say("ui.wall.age", age), words.say("ui.wall.short.age", age), age);
  }

  private static boolean ahead(Duration since) {
    return since.plus(AHEAD).isNegative();
  }

  /** The two clocks: when the feed was reached, when the provider last spoke. The longest form first. */
  List<String> clocks(TileModel tile, Instant now) {
    String reached = tile.reached().map(at -> figures.clockOrDay(at, now)).orElse("—");
    String spoke = tile.spoke().map(at -> figures.timeOrDay(at, now)).orElse("—");
    return List.of(words.say("ui.wall.clocks", reached, spoke), words.say("ui.wall.short.clocks", reached, spoke));
  }

  String priority(TileModel tile) {
    return tile.mark().kind() == Mark.Kind.NONE ? "" : tile.mark().priority().name();
  }

  /** What the scale of a curve says: its top, and the greatest time where that is above the top. */
  String most(int most, int top) {
    return most <= top ? figures.millis(most) : words.say("ui.wall.cut", figures.millis(most), figures.millis(top));
  }

  /** A quarter of the reader's day begins: told by the clock, since to say 288 hours for four is dear. */
  boolean sixthHour(Instant at) {
    var local = at.atZone(figures.zone());
    return local.getMinute() == 0 && local.getHour() % 6 == 0;
  }

  String hour(Instant at) {
    return figures.time(at);
  }

  /** All of it in sentences, for a reader who listens. */
  String sentence(TileModel tile, Instant now) {
    List<String> said = new ArrayList<>();
    said.add(words.say("ui.wall.say.state", tile.name(), state(tile), since(tile, now)));
    Mark.Kind mark = tile.mark().kind();
    if (mark != Mark.Kind.NONE && mark != Mark.Kind.RETURNED && mark != Mark.Kind.LATCHED)
      said.add(alarm(tile.mark()));
    if (tile.drifts()) said.add(drift());
    lines(tile, now).forEach(line -> said.add(line.getFirst()));
    if (tile.response() != Timing.ABSENT) said.add(responseLabel() + " " + response(tile));
    if (tile.transaction() != Timing.ABSENT) said.add(transactionLabel() + " " + transaction(tile));
    if (tile.day().measured())
      said.add(availabilityLabel() + " " + availability(tile) + ", " + coverage(tile));
    if (tile.stale()) said.add(words.say("ui.wall.say.stale"));
    said.add(ages(tile, now).getFirst());
    said.add(clocks(tile, now).getFirst());
    return String.join(". ", said) + ".";
  }

  /** Proof of life, 1 to 0: how much is left until the next window is due. 0 when it is, or when nothing was heard. */
  static double life(TileModel tile, Instant now) {
    if (tile.sight() != Supervision.FRESH && tile.sight() != Supervision.LATE) return 0;
    Optional<Instant> from = tile.period().isPresent() && tile.newest().isPresent() ? tile.newest() : tile.reached();
    if (from.isEmpty()) return 0;
    Duration due = tile.period().orElse(Day.CELL);
    Duration since = Duration.between(tile.spoke().filter(from.get()::isBefore).orElse(from.get()), now);
    if (ahead(since)) return 0;
    return Math.clamp(1 - (double) since.toMillis() / Math.max(1, due.toMillis()), 0, 1);
  }
}
