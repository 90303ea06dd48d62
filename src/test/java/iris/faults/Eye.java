package iris.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.feed.Course;
import iris.feed.Fetch;
import iris.feed.Fetcher;
import iris.feed.ProxyRoute;
import iris.feed.SourceConfig;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Reason;
import iris.signal.Report;
import iris.testing.ScriptedServer;
import iris.ui.wall.Spoken;
import iris.ui.wall.TileModel;
import iris.ui.wall.WallModel;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One tile of a wall and all that is behind it but the threads: a real exchange over a real socket, the reader, the board,
 * the tile's words. Time passes only as told: what takes the console a quarter of an hour takes the test a moment.
 */
final class Eye implements AutoCloseable {
  static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  static final Words EN = Words.of(Lang.EN, ZoneId.of("Europe/Paris"));
  private static final Duration TICK = Duration.ofSeconds(10);

  /** What there is to hear: calls and what they are about, in order. */
  record Told(Call call, AlarmKey.Kind kind, String subject) {}

  /** Near the machine's time, since certificates are judged by that. */
  private final Instant start = Instant.ofEpochSecond(InstantSource.system().instant().getEpochSecond() / 300 * 300 + 10);
  final Provider provider = new Provider(this::truth);
  final ScriptedServer server = ScriptedServer.http().then(provider);
  final List<Told> told = new ArrayList<>();
  private final Fetcher fetcher = new Fetcher(() -> now().wall(), Map.of());
  private Duration awake = Duration.ofHours(1);
  private Duration asleep = Duration.ZERO;
  private Duration wrong = Duration.ZERO;
  private Course course;
  private Board board;
  private Duration rest = Duration.ZERO;

  Eye() {
    course = Course.begin(SourceConfig.of("siv", "SIV", server.uri("/feed")).proxy(ProxyRoute.DIRECT));
    board = Board.first(new Rules(
        List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now());
  }

  /** One that sees a service that is well. */
  static Eye open() throws InterruptedException {
    Eye eye = new Eye();
    eye.poll();
    eye.after(Duration.ofSeconds(60)).poll();
    assertEquals(Shown.UP, eye.tile().shown());
    assertEquals(List.of(), eye.told);
    return eye;
  }

  /** What everybody else's clock says. */
  Instant truth() {
    return start.plus(awake).plus(asleep).minus(Duration.ofHours(1));
  }

  Now now() {
    return new Now(truth().plus(wrong), awake);
  }

  Board board() {
    return board;
  }

  /** How long the next poll would have waited. */
  Duration rest() {
    return rest;
  }

  /** Asks as the poller does. */
  Report poll() throws InterruptedException {
    Fetch fetch = fetcher.fetch(course.source(), course.ask());
    Optional<Reading> reading = fetch instanceof Fetch.Body body && course.mustRead(body)
        ? Optional.of(Rss.read(body.bytes(), course.options(body))) : Optional.empty();
    Course.Step step = course.after(fetch, reading, now().wall(), 0.5);
    course = step.course();
    rest = step.rest();
    hear(new Input.Heard(step.report()));
    return step.report();
  }

  /** Time passes, awake, without a poll. */
  Eye after(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(TICK)) {
      awake = awake.plus(left.compareTo(TICK) < 0 ? left : TICK);
      hear(new Input.Tick());
    }
    return this;
  }

  /** Time passes with a poll a minute. */
  Eye watch(Duration time) throws InterruptedException {
    for (Duration left = time; left.isPositive(); left = left.minus(Duration.ofMinutes(1))) {
      after(Duration.ofMinutes(1));
      poll();
    }
    return this;
  }

  /** The machine sleeps: its monotonic clock stands still. */
  Eye sleep(Duration time) {
    asleep = asleep.plus(time);
    hear(new Input.Tick());
    return this;
  }

  /** Somebody sets this machine's clock; {@code off} is how wrong it is from now on. */
  Eye clock(Duration off) {
    wrong = off;
    awake = awake.plusSeconds(1);
    hear(new Input.Tick());
    return this;
  }

  private void hear(Input input) {
    Outcome outcome = board.after(input, now());
    board = outcome.board();
    for (Transition t : outcome.transitions())
      if (t instanceof Transition.Told(var at, Announcement a) && !a.suppressed() && a.call() != Call.REPEAT)
        told.add(new Told(a.call(), a.alarm().kind(), a.alarm().subject()));
  }

  /** The way to the source is another from now on. */
  void source(UnaryOperator<SourceConfig> change) {
    course = new Course(change.apply(course.source()), course.validators(), course.understood(), course.rejected(),
        course.conditional(), course.heard(), course.pastCaches());
  }

  SourceConfig source() {
    return course.source();
  }

  TileModel tile() {
    return WallModel.of(board, now().wall()).tiles().getFirst();
  }

  /** Not well, drawn as old, and this is why, in both languages. */
  void shows(Set<Shown> any, String key) {
    TileModel tile = tile();
    assertEquals(true, any.contains(tile.shown()), () -> tile.shown() + " is none of " + any);
    assertEquals(true, tile.stale(), "drawn as if it were of now");
    Reason why = tile.why().orElseThrow();
    assertEquals(key, why.key());
    for (Words words : List.of(FR, EN)) {
      String said = Spoken.of(tile, now().wall(), words);
      assertEquals(true, said.contains(words.say(why)), () -> words.say(why) + " is not in: " + said);
      assertEquals(false, said.contains(key), () -> "a key instead of a sentence: " + said);
    }
  }

  @Override
  public void close() {
    fetcher.close();
    server.close();
  }
}
