package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Receipt.Standing;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private Scene scene = Scene.calm("siv");

  private Receipt receipt() {
    return Receipt.of(scene.board, "siv", scene.all.reversed()).orElseThrow();
  }

  private Receipt.Rung rung(Precedence by) {
    return receipt().ladder().stream().filter(r -> r.by() == by).findFirst().orElseThrow();
  }

  private static List<String> keys(List<Reason> reasons) {
    return reasons.stream().map(Reason::key).toList();
  }

  @Test
  void aCalmTileAnswersWithItsNewestWindowAndWhatDoesNotApply() {
    Receipt r = receipt();
    assertEquals(Shown.UP, r.shown());
    assertEquals(Precedence.SAID, r.by());
    assertEquals("alarm.ladder.window.UP", rung(Precedence.SAID).why().key());
    assertEquals(List.of(Standing.IDLE, Standing.IDLE, Standing.IDLE, Standing.IDLE, Standing.IDLE, Standing.WON),
        r.ladder().stream().map(Receipt.Rung::standing).toList());
    assertEquals(List.of(), r.alarms());
  }

  @Test
  void aFigureStandsBesideTheLimitThatItBroke() {
    scene.at(0).put(Items.window("siv", scene.from(0), iris.signal.Verdict.UP, 1000, 538, scene.now.wall(), ""))
        .publish().expectRaised("siv");
    Receipt r = receipt();
    assertEquals(Precedence.ALARM, r.by());
    assertEquals(Standing.OUTRANKED, rung(Precedence.SAID).standing());
    Receipt.Proven outage = r.alarms().getFirst();
    assertEquals("alarm.rule.outage-figures", outage.rule().key());
    assertEquals(Reason.of("alarm.counter.off", 0, 2), outage.counter().orElseThrow());
    assertEquals("alarm.proof.below-down", outage.evidence().getFirst().key());
    String figure = FR.say(r.windows().getFirst().because().getFirst());
    assertTrue(figure.startsWith("taux de réussite 46,2\u00a0% < 50\u00a0%"), figure);
    assertTrue(figure.contains("538"), figure);
  }

  @Test
  void aReturnIsCounted() {
    scene.at(0).down("siv").expectRaised("siv").at(1).up("siv");
    assertEquals(Reason.of("alarm.counter.off", 1, 2), receipt().alarms().getFirst().counter().orElseThrow());
    scene.at(2).degraded("siv");
    assertTrue(receipt().alarms().stream().anyMatch(p -> p.alarm().key().kind() == Kind.DEGRADED
        && p.counter().equals(Optional.of(Reason.of("alarm.counter.on", 1, 2)))));
  }

  @Test
  void anAnnouncedOutageShowsItsWordsItsRuleAndWhenItWasSaidAndRead() {
    scene.at(0).up("siv").open("siv", "i-1", Incident.Kind.OUTAGE).expectRaised("siv");
    Receipt r = receipt();
    assertEquals("alarm.rule.outage-announced", r.alarms().getFirst().rule().key());
    assertEquals("alarm.counter.held", r.alarms().getFirst().counter().orElseThrow().key());
    assertEquals(List.of("alarm.class.iris.element"), keys(r.incidents().getFirst().because()));
    Receipt.Moment said = r.moments().stream()
        .filter(m -> m.what().key().equals("alarm.moment.announced.open")).findFirst().orElseThrow();
    assertEquals(scene.now.wall().minusSeconds(20), said.at());
    assertEquals(scene.now.wall(), said.read().orElseThrow());
    assertEquals(r.moments().stream().map(Receipt.Moment::at).sorted((a, b) -> b.compareTo(a)).toList(),
        r.moments().stream().map(Receipt.Moment::at).toList());
  }

  @Test
  void noMomentIsOfAnExercise() {
    List<Receipt.Moment> before = receipt().moments();
    scene.act(new Act.StartExercise(Optional.of("siv"), "marie")).ack(Kind.EXERCISE, "siv");
    scene.act(new Act.StopExercise("marie"));
    assertEquals(before, receipt().moments());
  }

  /** Seen: "unknown, because: window of 17:07: down", beside a banner that said it is back. */
  @Test
  void aWindowFromBeforeTheAnnouncedReturnIsSaidToBeNoProofOfThePresent() {
    scene.at(0).down("siv").open("siv", "i-1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.pass(Duration.ofSeconds(30)).close("i-1", scene.now.wall()).expectCleared("siv").shows("siv", Shown.UNKNOWN);
    assertEquals("alarm.ladder.window-over", rung(Precedence.SAID).why().key());
    String said = FR.say(rung(Precedence.SAID).why());
    assertTrue(said.contains("d’avant le rétablissement annoncé"), said);
  }

  @Test
  void whatAnAlarmOutranksIsNamed() {
    scene.at(0).down("siv").expectRaised("siv");
    scene.act(new Act.OutOfService("siv", true, "chef", "remplacement", Optional.empty()));
    assertEquals(Precedence.OUT_OF_SERVICE, receipt().by());
    assertEquals(Standing.OUTRANKED, rung(Precedence.ALARM).standing());
    assertEquals(List.of("chef", "remplacement"), rung(Precedence.OUT_OF_SERVICE).why().args().subList(0, 2));
  }

  @Test
  void anAlarmOutranksALostFeedWhichIsSaid() {
    scene.at(0).down("siv").expectRaised("siv");
    scene.answering = false;
    scene.pass(Duration.ofMinutes(20));
    scene.pending.clear();
    assertEquals(Precedence.ALARM, receipt().by());
    assertEquals(Standing.OUTRANKED, rung(Precedence.SIGHT).standing());
  }

  @Test
  void aPersonsRuleIsNamedWithItsAuthorAndSoIsWhatTheFeedSays() {
    scene.at(0).up("siv").open("siv", "essai", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.act(new Act.Classify(new Criterion(Optional.empty(), Criterion.Field.TITLE, "essai", Criterion.Says.NOTICE,
        Optional.empty()), "léa", "banc d'essai")).expectCleared("siv");
    Receipt.Classed c = receipt().incidents().getFirst();
    assertEquals(List.of("alarm.class.desk", "alarm.class.told.OUTAGE", "alarm.class.iris.element"), keys(c.because()));
    String said = FR.say(c.because().getFirst());
    assertTrue(Stream.of("r1", "léa", "essai", "banc d'essai").allMatch(said::contains), said);
    scene.act(new Act.Unclassify("r1", "marc", "fini")).expectRaised("siv");
    assertEquals("alarm.why.rule-taken-back", receipt().alarms().getFirst().alarm().why().key());
  }

  @Test
  void whatIsUnclearIsTheReasonForDoubt() {
    scene.at(0).up("siv").open("siv", "zorglub", Incident.Kind.UNCLASSIFIED).expect(
        Transition.Announcement.Call.RAISE, Kind.TO_CLASSIFY, "siv");
    assertEquals(Precedence.DOUBT, receipt().by());
    scene.act(new Act.SetAside("siv", "zorglub", "léa", "vu")).expect(Transition.Announcement.Call.CLEAR,
        Kind.TO_CLASSIFY, "siv");
    assertEquals(Precedence.DOUBT, receipt().by());
    assertTrue(keys(receipt().incidents().getFirst().because()).contains("alarm.class.aside"));
  }

  @Test
  void aPageWithoutFiguresSaysThatItOnlyAnnounces() {
    scene = Scene.of("siv");
    scene.dialect = Dialect.STATUSPAGE;
    scene.publish();
    assertEquals("alarm.ladder.nothing-announced", rung(Precedence.SAID).why().key());
  }

  @Test
  void theReceiptNeverContradictsTheTile() {
    scene.at(0).down("siv").expectRaised("siv");
    agrees();
    scene.open("siv", "i", Incident.Kind.DEGRADATION);
    scene.pending.clear();
    agrees();
    scene.at(1).up("siv").at(2).up("siv");
    scene.pending.clear();
    agrees();
    scene.act(new Act.Maintain("siv", "léa", "x", scene.now.wall(), scene.now.wall().plusSeconds(900)));
    agrees();
    scene.answering = false;
    scene.pass(Duration.ofMinutes(30));
    scene.pending.clear();
    agrees();
  }

  private void agrees() {
    Draft d = new Draft(scene.board, scene.board.at(), Scope.everything());
    ServiceDraft s = d.services.get("siv");
    assertEquals(receipt().shown(), Showing.ruled(d, d.feeds.get(s.feed), s).shown());
    assertEquals(receipt().by(), Showing.ruled(d, d.feeds.get(s.feed), s).by());
    receipt().moments().forEach(m -> assertTrue(FR.knows(m.what().key()), m.what().key()));
  }
}
