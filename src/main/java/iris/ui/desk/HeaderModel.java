package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Suppression;
import iris.signal.Report;
import iris.ui.alert.Names;
import iris.ui.wall.Share;
import iris.ui.wall.WallModel;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that the header says, in words. */
public record HeaderModel(
    Overall overall,
    String clock,
    Ages ages,
    Counters counters,
    Fact sound,
    Fact console,
    Fact fallback,
    Fact availability,
    Fact maintenance) {

  /** A sentence, and whether somebody should care. */
  public record Fact(String text, boolean abnormal) {
    public Fact {
      Objects.requireNonNull(text);
    }
  }

  private static final String SOUND = "sound";

  static HeaderModel of(Board board, WallModel wall, Now now, Words words) {
    return new HeaderModel(Overall.of(board, now, words), words.figures().clock(now.wall()), Ages.of(board, now, words),
        Counters.of(board), sound(board, now, words), console(board, words), fallback(board, now, words),
        availability(wall, words), maintenance(board, now, words));
  }

  /** The same board when nobody vouches for it any more: not one word of it is calm. */
  HeaderModel blind(Words words) {
    Overall unseen = new Overall(Shown.LOST, words.say("ui.desk.blind.word"), words.say("ui.desk.blind.where"));
    Fact ill = new Fact(words.say("ui.desk.console.ill", Names.part("desk", words)), true);
    return new HeaderModel(unseen, clock, ages, counters, sound, ill, fallback, availability, maintenance);
  }

  /** A horn that nobody has tried is not "on". */
  private static Fact sound(Board board, Now now, Words words) {
    Report.Health health = board.health().get(SOUND);
    if (health == null) return new Fact(words.say("ui.desk.sound.untried"), true);
    if (!health.well()) return new Fact(words.say("ui.desk.sound.none"), true);
    // Nothing is wrong with it, and yet nobody will hear it.
    if (health.why().key().equals("notify.sound.muted")) return new Fact(words.say("ui.desk.sound.off"), true);
    return board.silencedUntil().filter(now.wall()::isBefore)
        .map(until -> new Fact(words.say("ui.desk.sound.silenced", words.figures().clock(until)), true))
        .orElse(new Fact(words.say("ui.desk.sound.on"), false));
  }

  private static Fact console(Board board, Words words) {
    List<Report.Health> ill =
        board.health().values().stream().filter(h -> !h.well() && !h.part().equals(SOUND)).toList();
    if (board.health().isEmpty()) return new Fact(words.say("ui.desk.console.untried"), true);
    if (ill.isEmpty()) return new Fact(words.say("ui.desk.console.well"), false);
    String parts = ill.stream().map(h -> Names.part(h.part(), words)).collect(Collectors.joining(", "));
    return new Fact(words.say("ui.desk.console.ill", parts), true);
  }

  /** What went wrong first, then what is under way, then what runs. */
  private static Fact fallback(Board board, Now now, Words words) {
    Map<Class<? extends Fallback>, List<String>> by = new HashMap<>();
    board.fallbacks().forEach((key, f) ->
        by.computeIfAbsent(f.now().getClass(), none -> new ArrayList<>()).add(Names.service(board, key)));
    if (by.containsKey(Fallback.Failed.class)) return names("ui.desk.fallback.failed", by.get(Fallback.Failed.class), words);
    if (by.containsKey(Fallback.Unknown.class)) return names("ui.desk.fallback.unknown", by.get(Fallback.Unknown.class), words);
    List<String> moving = new ArrayList<>(by.getOrDefault(Fallback.SwitchingOn.class, List.of()));
    moving.addAll(by.getOrDefault(Fallback.SwitchingOff.class, List.of()));
    if (!moving.isEmpty()) return names("ui.desk.fallback.switching", moving, words);
    List<String> on = by.getOrDefault(Fallback.On.class, List.of());
    if (on.isEmpty()) return new Fact(words.say("ui.desk.fallback.off"), false);
    if (on.size() > 1) return new Fact(words.say("ui.desk.fallback.many", on.size()), true);
    Instant since = board.fallbacks().values().stream().flatMap(f -> f.now().running().stream()).findFirst().orElseThrow().since();
    return new Fact(words.say("ui.desk.fallback.one", on.getFirst(), words.figures().when(since, now.wall())), true);
  }

  private static Fact names(String key, List<String> names, Words words) {
    return new Fact(words.say(key, String.join(", ", names)), true);
  }

  /** The lowest of the tiles' own figures: a mean would hide the one that suffers. */
  private static Fact availability(WallModel wall, Words words) {
    var lowest = wall.tiles().stream().filter(t -> t.day().share().availability().isPresent())
        .min(Comparator.comparingDouble(t -> t.day().share().availability().getAsDouble()));
    if (lowest.isEmpty()) return new Fact(words.say("ui.desk.availability.none"), false);
    Share share = lowest.get().day().share();
    String good = words.figures().percent(share.availability().getAsDouble(), 2);
    String coverage = words.figures().percent(share.coverage(), 0);
    return new Fact(wall.tiles().size() == 1 ? words.say("ui.desk.availability.one", good, coverage)
        : words.say("ui.desk.availability.lowest", good, lowest.get().name(), coverage), false);
  }

  private static Fact maintenance(Board board, Now now, Words words) {
    Optional<String> running = first(board, ServiceState::maintenance, Comparator.comparing(HeaderModel::end))
        .map(m -> words.say("ui.desk.maintenance.now", m.name(), until(m.what(), now, words)));
    Optional<String> next = first(board, ServiceState::planned, Comparator.comparing(Suppression::since))
        .map(m -> words.say("ui.desk.maintenance.next", m.name(), words.figures().when(m.what().since(), now.wall()),
            m.what().until().map(end -> words.figures().when(end, m.what().since())).orElse("…")));
    if (running.isEmpty() && next.isEmpty()) return new Fact(words.say("ui.desk.maintenance.none"), false);
    return new Fact(running.map(r -> next.map(n -> r + "\n" + n).orElse(r)).or(() -> next).orElseThrow(),
        running.isPresent());
  }

  private record Named(String name, Suppression what) {}

  private static Optional<Named> first(Board board,
      java.util.function.Function<ServiceState, Optional<Suppression>> which, Comparator<Suppression> order) {
    return board.services().values().stream()
        .flatMap(s -> which.apply(s).map(m -> new Named(Names.service(board, s.key()), m)).stream())
        .min(Comparator.comparing(Named::what, order));
  }

  private static Instant end(Suppression s) {
    return s.until().orElse(Instant.MAX);
  }

  private static String until(Suppression s, Now now, Words words) {
    return s.until().map(at -> words.figures().when(at, now.wall())).orElse("…");
  }
}
