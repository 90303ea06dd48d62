package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Criterion.Field;
import iris.alarm.Criterion.Says;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People's rules over what feeds announce: kept, journaled, taken back, and never a silent calm. */
class ClassifyingTest {
  private Scene scene = page();

  private static Scene page() {
    Scene scene = Scene.of("web");
    scene.dialect = Dialect.GENERIC;
    return scene.publish().shows("web", Shown.UP);
  }

  private static Criterion says(String words, Says says) {
    return new Criterion(Optional.of(Scene.FEED), Field.ANY, words, says, Optional.empty());
  }

  private Scene classify(String words, Says says) {
    return scene.act(new Act.Classify(says(words, says), "léa", "lu avec le prestataire"));
  }

  private Scene said(String id, String title, Incident.Kind kind) {
    Instant opened = scene.now.wall().minusSeconds(20);
    scene.incidents.put(id, new Incident(id, "web", title, kind, true, Optional.empty(), Optional.empty(),
        Optional.of(opened), Optional.empty(), 1, "generic.none", title));
    return scene.publish();
  }

  @Test
  void whatNoRuleDecidesRingsOnceForItsKindOfSentence() {
    said("a", "Zorglub 17", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web").nothingElse();
    said("b", "Zorglub 18", Incident.Kind.UNCLASSIFIED).nothingElse();
    assertEquals(List.of(), scene.repeats);
    said("c", "Bulgroz", Incident.Kind.UNCLASSIFIED).expect(Call.ANEW, Kind.TO_CLASSIFY, "web").nothingElse();
    scene.shows("web", Shown.UNKNOWN).remarks("web", "alarm.remark.to-classify");
    assertEquals(3, Unclear.of(scene.board).size());
  }

  @Test
  void besideFiguresItIsOneChimeAndOnAPageOfWordsAHorn() {
    Scene figures = Scene.calm("siv");
    figures.open("siv", "x", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "siv").nothingElse();
    assertEquals(Priority.P3, figures.board.alarms().get(new AlarmKey(Kind.TO_CLASSIFY, "siv")).priority());
    figures.shows("siv", Shown.UNKNOWN);
    said("a", "Zorglub", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web");
    assertEquals(Priority.P2, scene.board.alarms().get(new AlarmKey(Kind.TO_CLASSIFY, "web")).priority());
  }

  @Test
  void aRuleDecidesWhatStandsOpenAtOnceAndWhatComesLater() {
    said("a", "Zorglub des serveurs", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web");
    classify("zorglub", Says.OUTAGE).expectRaised("web").expect(Call.CLEAR, Kind.TO_CLASSIFY, "web").nothingElse();
    scene.shows("web", Shown.DOWN);
    Incident judged = scene.board.services().get("web").incidents().getFirst();
    assertEquals("desk.r1", judged.rule());
    assertEquals(1, scene.board.rulings().find("r1").orElseThrow().hits());
    scene.pass(Duration.ofMinutes(2)).close("a").expectCleared("web").nothingElse();
    said("b", "Encore un zorglub", Incident.Kind.UNCLASSIFIED).expectRaised("web").nothingElse();
    assertEquals(2, scene.board.rulings().find("r1").orElseThrow().hits());
    scene.pass(Duration.ofMinutes(3)).nothingElse();
  }

  @Test
  void takenBackItIsAsIfItHadNeverBeen() {
    said("a", "Zorglub", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web");
    classify("zorglub", Says.OUTAGE).expectRaised("web").expect(Call.CLEAR, Kind.TO_CLASSIFY, "web");
    scene.pass(Duration.ofMinutes(1));
    scene.act(new Act.Unclassify("r1", "marc", "c'était un exercice"));
    scene.expectCleared("web").expect(Call.RAISE, Kind.TO_CLASSIFY, "web").nothingElse().shows("web", Shown.UNKNOWN);
    Classification rule = scene.board.rulings().find("r1").orElseThrow();
    assertFalse(rule.stands());
    assertEquals("marc", rule.taken().orElseThrow().author());
    assertEquals("generic.none", scene.board.services().get("web").incidents().getFirst().rule());
    scene.act(new Act.Unclassify("r1", "marc", "encore")).refused("alarm.refused.no-such-rule");
  }

  @Test
  void anOutageTakenForANoticeIsSaidOnTheTileAsLongAsTheFeedHoldsIt() {
    said("a", "Panne du portail de test", Incident.Kind.OUTAGE).expectRaised("web");
    classify("portail de test", Says.NOTICE).expectCleared("web").nothingElse();
    scene.shows("web", Shown.UP).remarks("web", "alarm.remark.ruled");
    Transition.Spoken spoken = (Transition.Spoken) scene.all.stream()
        .filter(t -> t instanceof Transition.Spoken s && s.told().isPresent()).toList().getLast();
    assertEquals(Incident.Kind.OUTAGE, spoken.byFeed().kind());
    assertEquals(Incident.Kind.NOTICE, spoken.incident().kind());
    scene.act(new Act.Unclassify("r1", "léa", "erreur")).expectRaised("web").nothingElse().shows("web", Shown.DOWN);
  }

  @Test
  void aRuleNeverSpeaksForFigures() {
    scene = Scene.calm("siv");
    scene.open("siv", "panne siv", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.at(0).down("siv").nothingElse();
    scene.act(new Act.Classify(says("panne", Says.NOTICE), "léa", "essai")).nothingElse();
    scene.shows("siv", Shown.DOWN).state(Kind.OUTAGE, "siv", Lifecycle.UNACKED);
    scene.at(1).down("siv").nothingElse().shows("siv", Shown.DOWN);
    scene.at(2).up("siv").at(3).up("siv").expectCleared("siv").nothingElse().shows("siv", Shown.UP);
    scene.at(4).down("siv").expectRaised("siv").nothingElse();
  }

  @Test
  void aRecoveryClosesItsOwnIncidentAndNoOther() {
    said("a", "Panne du portail", Incident.Kind.OUTAGE).expectRaised("web");
    said("b", "Panne de la messagerie", Incident.Kind.OUTAGE).expect(Call.ANEW, Kind.OUTAGE, "web");
    classify("panne du portail", Says.RECOVERY).nothingElse().shows("web", Shown.DOWN);
    assertEquals(List.of(false, true),
        scene.board.services().get("web").incidents().stream().map(Incident::open).toList());
    scene.pass(Duration.ofMinutes(2)).close("b").expectCleared("web").nothingElse();
  }

  @Test
  void theNewestRuleThatFitsDecidesAndTakenBackLeavesItToTheOlderOne() {
    said("a", "Zorglub des serveurs", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web");
    classify("zorglub", Says.DEGRADATION).expect(Call.RAISE, Kind.DEGRADED, "web")
        .expect(Call.CLEAR, Kind.TO_CLASSIFY, "web");
    classify("serveurs", Says.OUTAGE).expectRaised("web").shows("web", Shown.DOWN);
    scene.act(new Act.Unclassify("r2", "léa", "trop fort")).shows("web", Shown.DEGRADED);
  }

  @Test
  void oneThatVanishedUnclassifiedIsNotEndedBySettingAnotherAside() {
    said("a", "Zorglub", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web");
    said("b", "Zorglub 2", Incident.Kind.UNCLASSIFIED).nothingElse();
    scene.incidents.remove("a");
    scene.publish().nothingElse();
    scene.act(new Act.SetAside("web", "b", "léa", "vu")).nothingElse().state(Kind.TO_CLASSIFY, "web", Lifecycle.UNACKED);
  }

  @Test
  void aRuleMayNameTheOriginAsWell() {
    said("a", "Zorglub du SIV national", Incident.Kind.UNCLASSIFIED);
    scene.act(new Act.Classify(new Criterion(Optional.empty(), Field.TITLE, "siv national", Says.OUTAGE,
        Optional.of(Origin.EXTERNAL)), "léa", "dit par l'ANTS"));
    assertEquals(OriginVerdict.Fault.EXTERNAL, scene.board.services().get("web").origin().fault());
  }

  @Test
  void aRuleOfAnotherFeedSaysNothingHere() {
    scene.act(new Act.Classify(new Criterion(Optional.of("ailleurs"), Field.ANY, "zorglub", Says.NOTICE,
        Optional.empty()), "léa", "x")).refused("alarm.refused.no-such-feed");
  }

  @Test
  void setAsideItRingsNoMoreAndIsStillNeverGreen() {
    said("a", "Zorglub", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web");
    scene.act(new Act.SetAside("web", "a", "léa", "")).refused("alarm.refused.no-reason");
    scene.act(new Act.SetAside("web", "a", "léa", "demandé au prestataire")).expect(Call.CLEAR, Kind.TO_CLASSIFY, "web");
    scene.shows("web", Shown.UNKNOWN).remarks("web", "alarm.remark.aside");
    scene.pass(Duration.ofMinutes(3)).publish().nothingElse().shows("web", Shown.UNKNOWN);
    said("a", "Zorglub aggravé", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web").nothingElse();
    scene.act(new Act.SetAside("web", "nie", "léa", "x")).refused("alarm.refused.nothing-to-classify");
  }

  @Test
  void besideGoodFiguresWhatWasSetAsideIsNotGreenEither() {
    scene = Scene.calm("siv");
    scene.open("siv", "x", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "siv");
    scene.act(new Act.SetAside("siv", "x", "léa", "demandé")).expect(Call.CLEAR, Kind.TO_CLASSIFY, "siv");
    scene.at(0).up("siv").shows("siv", Shown.UNKNOWN);
    scene.close("x").shows("siv", Shown.UP);
  }

  @Test
  void whatCannotBeARuleIsRefusedWithTheWayOut() {
    classify("*", Says.NOTICE).refused("alarm.refused.rule-too-wide");
    classify("x".repeat(201), Says.NOTICE).refused("alarm.refused.rule-too-long");
    scene.act(new Act.Classify(says("panne", Says.NOTICE), "léa", " ")).refused("alarm.refused.no-reason");
    scene.act(new Act.Classify(says("panne", Says.NOTICE), "", "x")).refused("alarm.refused.no-author");
    classify("panne", Says.NOTICE);
    classify("panne", Says.NOTICE).refused("alarm.refused.rule-stands");
    assertTrue(scene.all.stream().filter(Transition.Refused.class::isInstance).count() == 5);
  }
}
