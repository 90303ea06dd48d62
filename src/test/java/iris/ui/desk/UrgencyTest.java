package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Judged;
import iris.alarm.Lifecycle;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Transition;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrgencyTest {
  private static final Board CALM = Boards.calm().board();

  /** The board of a calm afternoon, with this of its feed and of its service. */
  private static Board with(UnaryOperator<FeedState> feed, UnaryOperator<ServiceState> service) {
    Map<String, FeedState> feeds = new LinkedHashMap<>(CALM.feeds());
    feeds.replaceAll((id, f) -> feed.apply(f));
    Map<String, ServiceState> services = new LinkedHashMap<>(CALM.services());
    services.replaceAll((id, s) -> service.apply(s));
    return new Board(CALM.rules(), CALM.at(), feeds, services, CALM.alarms(), CALM.silencedUntil(), CALM.health(),
        CALM.signed(), CALM.shift(), CALM.memory(), CALM.rulings(), CALM.fallbacks());
  }

  private static FeedState polled(FeedState f) {
    return new FeedState(f.id(), f.name(), f.supervision(), f.since(), Optional.of(Boards.WALL),
        Optional.of(Boards.NOW.mono()), f.newest().map(at -> at.plus(Boards.PERIOD)), f.period(), f.failedPolls(),
        f.invalidDocuments(), f.why(), f.channel(), f.contact());
  }

  private static FeedState failed(FeedState f) {
    return new FeedState(f.id(), f.name(), f.supervision(), f.since(), f.lastOk(), f.lastOkMono(), f.newest(), f.period(),
        1, f.invalidDocuments(), Optional.of(Reason.of("feed.timeout")), f.channel(), f.contact());
  }

  /** Without its newest window: other figures, and nothing else. */
  private static ServiceState shorter(ServiceState s) {
    NavigableMap<Instant, Judged> windows = new TreeMap<>(s.windows());
    windows.pollLastEntry();
    return of(s, windows, s.remarks());
  }

  private static ServiceState remarked(ServiceState s) {
    return of(s, s.windows(), List.of(Reason.of("alarm.why.returned")));
  }

  private static ServiceState of(ServiceState s, NavigableMap<Instant, Judged> windows, List<Reason> remarks) {
    return new ServiceState(s.key(), s.feed(), s.service(), s.configured(), s.shown(), s.shownSince(), s.origin(), windows,
        s.incidents(), remarks, s.outOfService(), s.maintenance(), s.planned(), s.fallback());
  }

  @Test
  void figuresAndPollsWaitForTheBeat() {
    assertTrue(Urgency.figuresOnly(CALM, CALM));
    assertTrue(Urgency.figuresOnly(CALM, with(UrgencyTest::polled, UrgencyTest::shorter)));
  }

  static Stream<Board> whatIsShownAtOnce() {
    return Stream.of(
        Boards.outage().board(),
        Boards.lost().board(),
        Boards.calm().service("siv", "SIV", Shown.DEGRADED).board(),
        Boards.calm().service("fni", "FNI", Shown.UP).board(),
        Boards.calm().feed("darva", "DARVA", Supervision.LATE).board(),
        Boards.calm().alarm(Kind.CONSOLE_FAULT, "clock", Lifecycle.UNACKED, Priority.P3, Reason.of("w")).board(),
        Boards.calm().health("journal", false).board(),
        Boards.calm().silenced(Boards.WALL.plusSeconds(60)).board(),
        Boards.playing(Boards.calm()),
        with(UrgencyTest::failed, s -> s),
        with(f -> f, UrgencyTest::remarked));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsShownAtOnce(Board next) {
    assertFalse(Urgency.figuresOnly(CALM, next));
    assertFalse(Urgency.figuresOnly(next, CALM));
  }

  @Test
  void anAcknowledgementIsShownAtOnce() {
    assertFalse(Urgency.figuresOnly(Boards.outage().board(),
        Boards.outage().alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w")).board()));
  }

  private static Transition kept(Transition.Kept.How how, Instant at) {
    Judged newest = CALM.services().get("siv").newest().orElseThrow();
    return new Transition.Kept(at, "siv", newest, how);
  }

  @Test
  void onlyEventsThatAreNoFiguresAreDrawnAtOnce() {
    EventLog before = Boards.log();
    EventLog revised = before.plus(List.of(kept(Transition.Kept.How.REVISION, Boards.WALL)));
    EventLog both = revised.plus(List.of(new Transition.Noted(Boards.WALL, "clock", Reason.of("w"))));
    assertTrue(before.windowsOnlySince(before));
    assertTrue(revised.windowsOnlySince(before));
    assertTrue(revised.windowsOnlySince(EventLog.EMPTY.plus(List.of(before.newestFirst().getFirst()))));
    assertFalse(both.windowsOnlySince(revised));
    assertFalse(before.windowsOnlySince(EventLog.EMPTY));
    assertEquals(before.newestFirst().size() + 2, both.newestFirst().size());
  }
}
