package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Kept;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Report;
import iris.signal.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an archive adds to the past; and what a document that forgot half of itself may not take away. */
class ArchiveTest {
  private static Scene archive(Scene scene, List<Item> items, List<Incident> incidents) {
    return scene.hear(new Report.Published(Scene.FEED,
        Items.bulletin(Dialect.IRIS, scene.now.wall(), List.of("siv"), items, incidents), Contact.NOTHING_KNOWN, true));
  }

  private static Item window(Scene scene, int n, Verdict verdict) {
    return Items.window("siv", scene.from(n), verdict, 1000, verdict == Verdict.DOWN ? 900 : 0, scene.from(n + 1), "");
  }

  private static List<Kept> kept(Scene scene, int n) {
    return scene.all.stream().filter(Kept.class::isInstance).map(Kept.class::cast)
        .filter(k -> k.window().window().from().equals(scene.from(n))).toList();
  }

  @Test
  void olderWindowsFillTheHistoryInSilenceAndOnce() {
    Scene scene = Scene.calm("siv");
    List<Item> old = List.of(window(scene, -5, Verdict.DOWN), window(scene, -4, Verdict.DOWN), window(scene, -3, Verdict.UP));
    archive(scene, old, List.of()).nothingElse().shows("siv", Shown.UP);
    assertEquals(Verdict.DOWN, scene.board.services().get("siv").windows().get(scene.from(-4)).verdict());
    archive(scene, old, List.of()).nothingElse();
    for (int n = -5; n <= -3; n++) assertEquals(List.of(Kept.How.BACKFILL), kept(scene, n).stream().map(Kept::how).toList());
    scene.at(0).up("siv").nothingElse();
  }

  @Test
  void windowsOlderThanTheWallAreKeptForTheHistoryAndOnce() {
    Scene scene = Scene.calm("siv");
    List<Item> old = List.of(window(scene, -400, Verdict.DOWN));
    archive(scene, old, List.of());
    archive(scene, old, List.of()).nothingElse();
    assertEquals(null, scene.board.services().get("siv").windows().get(scene.from(-400)));
    assertEquals(1, kept(scene, -400).stream().map(k -> k.window().revision()).distinct().count());
  }

  @Test
  void anArchiveProvesNothingOfThePresent() {
    Scene scene = Scene.of("siv");
    scene.now = new Now(scene.from(0), scene.now.mono());
    archive(scene, List.of(window(scene, -2, Verdict.UP), window(scene, -1, Verdict.UP)), List.of());
    scene.sees(Supervision.INIT).shows("siv", Shown.INIT).nothingElse();
    scene.publish().nothingElse();
    scene.put(window(scene, -1, Verdict.DOWN)).publish().expectRaised("siv").nothingElse();
  }

  @Test
  void anArchiveTellsHowAnIncidentEndedThatVanished() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i", Incident.Kind.OUTAGE).expectRaised("siv");
    Incident open = scene.incidents.remove("i");
    scene.pass(Duration.ofMinutes(2)).publish().remarks("siv", "alarm.remark.vanished").nothingElse();
    archive(scene, List.of(), List.of(Items.closed(open, scene.now.wall().minusSeconds(60)))).expectCleared("siv").nothingElse();
    scene.shows("siv", Shown.UP).state(Kind.OUTAGE, "siv", Lifecycle.RETURNED_UNACKED);
  }

  @Test
  void anArchiveDoesNotEndAnIncidentAgainstTheFigures() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i", Incident.Kind.OUTAGE).expectRaised("siv");
    Incident open = scene.incidents.remove("i");
    scene.at(0).down("siv").nothingElse();
    archive(scene, List.of(), List.of(Items.closed(open, scene.from(0)))).nothingElse().shows("siv", Shown.DOWN);
    scene.at(1).up("siv").at(2).up("siv").expectCleared("siv").nothingElse();
  }

  @Test
  void aDocumentThatForgetsItsAgentAndItsWindowsIsNotAPageWithoutFigures() {
    Scene scene = Scene.calm("siv");
    Bulletin b = Items.bulletin(Dialect.IRIS, scene.now.wall(), List.of("siv"), List.of(), List.of());
    Channel c = b.channel();
    Channel bare = new Channel(c.title(), c.link(), c.description(), c.language(), c.generator(), c.built(), 0, c.self(),
        c.previous(), c.push(), Optional.empty());
    for (Dialect dialect : List.of(Dialect.IRIS, Dialect.GENERIC)) {
      scene.hear(new Report.Published(Scene.FEED, new Bulletin(bare, dialect, b.services(), List.of(), List.of(), List.of()),
          Contact.NOTHING_KNOWN, false));
      assertEquals(Optional.of(Scene.PERIOD), scene.board.feeds().get(Scene.FEED).period());
    }
    scene.pass(Duration.ofMinutes(9)).shows("siv", Shown.UNKNOWN).nothingElse();
    scene.pass(Duration.ofMinutes(6)).expect(Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED).shows("siv", Shown.LOST);
  }

  @Test
  void anotherPageInThePlaceOfAFeedWithFiguresIsJudgedAsWhatItIs() {
    Scene scene = Scene.calm("siv");
    Bulletin b = Items.bulletin(Dialect.STATUSPAGE, scene.now.wall(), List.of("siv"), List.of(), List.of());
    Channel c = b.channel();
    Channel other = new Channel("Une autre page", c.link(), c.description(), c.language(), c.generator(), c.built(), 0,
        c.self(), c.previous(), c.push(), Optional.empty());
    scene.hear(new Report.Published(Scene.FEED, new Bulletin(other, Dialect.STATUSPAGE, b.services(), List.of(), List.of(),
        List.of()), Contact.NOTHING_KNOWN, false));
    assertEquals(Optional.empty(), scene.board.feeds().get(Scene.FEED).period());
  }

  @Test
  void aShortPeriodIsLostAfterThePeriodsItHasAndTheTimeToPublishAndAsk() {
    Scene scene = new Scene(new Rules(List.of(new Rules.FeedRules(Scene.FEED, "DARVA", Optional.of(Duration.ofSeconds(10)),
        Duration.ofSeconds(15))), Map.of()), "siv");
    scene.at(-1).up("siv").shows("siv", Shown.UP);
    List<Supervision> seen = new ArrayList<>();
    for (int i = 0; i < 30; i++) seen.add(scene.pass(Duration.ofSeconds(10)).board.feeds().get(Scene.FEED).supervision());
    assertEquals(List.of(Supervision.FRESH, Supervision.LATE, Supervision.LOST), seen.stream().distinct().toList());
    scene.expect(Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED).nothingElse();
  }

  @Test
  void four_unchangedForHoursIsTransportAndNotData() {
    Scene scene = Scene.calm("siv");
    scene.pass(Duration.ofHours(3)).sees(Supervision.LOST).expect(Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED)
        .expect(Call.ESCALATE, Kind.SUPERVISION_LOST, Scene.FEED).nothingElse().shows("siv", Shown.LOST);
  }
}
