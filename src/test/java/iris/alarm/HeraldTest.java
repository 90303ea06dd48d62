package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.relay.post.Herald;
import iris.relay.post.Said;
import iris.relay.post.Told;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What servers are told of scenes that the board is judged by: once, in order, with the right level, under one name.
 */
class HeraldTest {
  private static final Herald FRENCH = Herald.of(Words.of(Lang.FR, ZoneId.of("Europe/Paris")));
  private static final Signal SIV = new Signal(Signal.Kind.SERVICE, "siv", "SIV");

  private final List<Message> messages = new ArrayList<>();
  private Told told = Told.NOTHING;

  private Scene scene() {
    return listening(Scene.calm("siv"));
  }

  private Scene listening(Scene scene) {
    scene.hears = this::hear;
    return scene;
  }

  private void hear(Outcome outcome) {
    Said said = FRENCH.tell(told, outcome);
    told = said.told();
    messages.addAll(said.messages());
  }

  private List<String> events() {
    return messages.stream().filter(m -> m.sort().event())
        .map(m -> m.sort() + " " + m.alarm().orElseThrow() + " " + m.level()).toList();
  }

  private List<Message> of(Sort sort) {
    return messages.stream().filter(m -> m.sort() == sort).toList();
  }

  private Message state(Scene scene, Signal of) {
    return FRENCH.states(scene.board, scene.now).stream().filter(m -> m.signal().id().equals(of.id())).findFirst().orElseThrow();
  }

  @Test
  void anOutageIsTheBeginAndTheEndOfOneEpisode() {
    scene().at(0).down("siv").expectRaised("siv").at(1).down("siv").at(2).up("siv").at(3).up("siv").expectCleared("siv");
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "END OUTAGE OK"), events());
    Message begin = of(Sort.BEGIN).getFirst();
    Message end = of(Sort.END).getFirst();
    assertEquals("siv|OUTAGE@" + Scene.START.getEpochSecond() / 300, begin.episode());
    assertEquals(begin.episode(), end.episode());
    assertEquals(begin.episode() + "#begin", begin.id());
    assertEquals(Optional.of(Duration.ofMinutes(10)), end.lasted());
    assertEquals(Optional.of(Scene.START), begin.since());
    assertTrue(begin.summary().startsWith("SIV indisponible depuis le 22/11 15:00, origine\u00a0: service externe"), begin.summary());
    assertTrue(end.summary().startsWith("SIV rétabli – indisponibilité de 10\u00a0min"), end.summary());
    assertEquals(SIV, begin.signal());
  }

  @Test
  void everyWindowIsAStatisticWithItsFiguresNamedByTheFeed() {
    scene().at(0).up("siv").at(1).up("siv");
    List<Message> figures = of(Sort.STATISTIC);
    assertEquals(2, figures.size());
    assertEquals(1000, figures.getFirst().figures().orElseThrow().total());
    assertTrue(figures.getFirst().id().startsWith("siv@2026-11-22T14:00:00Z#"), figures.getFirst().id());
    assertEquals(List.of(), events());
  }

  @Test
  void aRevisedWindowIsAnotherStatisticOfTheSameTime() {
    Scene scene = scene().at(0).up("siv").at(1).up("siv");
    scene.put(Items.window("siv", scene.from(0), iris.signal.Verdict.UP, 1000, 3, scene.now.wall(), "corrected")).publish();
    List<String> ids = of(Sort.STATISTIC).stream().map(Message::id).filter(id -> id.startsWith("siv@2026-11-22T14:00:00Z#")).toList();
    assertEquals(2, ids.size());
    assertEquals(2, new HashSet<>(ids).size());
  }

  @Test
  void twoRelaysNameTheSameThingAlike() {
    scene().at(0).down("siv").expectRaised("siv").at(1).up("siv").at(2).up("siv").expectCleared("siv");
    Set<String> first = ids();
    messages.clear();
    told = Told.NOTHING;
    // Another relay, another rhythm, the same feed.
    Scene other = scene();
    other.pass(Duration.ofSeconds(7));
    other.at(0).down("siv").expectRaised("siv").pass(Duration.ofSeconds(33)).at(1).up("siv").at(2).up("siv").expectCleared("siv");
    assertEquals(first, ids());
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>();
    messages.stream().filter(m -> m.sort().event()).forEach(m -> ids.add(m.id()));
    return ids;
  }

  @Test
  void degradationThatBecomesAnOutageIsTwoEpisodesAndNeverLooksBetterThanItIs() {
    scene().at(0).degraded("siv").at(1).degraded("siv").expect(Transition.Announcement.Call.RAISE, Kind.DEGRADED, "siv")
        .at(2).down("siv").expectRaised("siv").at(3).up("siv").at(4).up("siv").pending.clear();
    assertEquals("BEGIN DEGRADED WARNING", events().get(0));
    assertEquals("BEGIN OUTAGE CRITICAL", events().get(1));
    assertEquals(4, events().size(), events().toString());
    assertTrue(events().getLast().endsWith(" OK"), events().toString());
    assertEquals(Map.of(), told.episodes());
  }

  @Test
  void aFaultThatMovesToAnotherIsAChange() {
    Scene scene = scene().at(0).open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    Incident known = scene.incidents.get("i1");
    scene.incidents.put("i1", known.judged(known.kind(), true, Optional.of(Origin.PROVIDER), known.rule()));
    scene.publish().publish();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "CHANGE OUTAGE CRITICAL"), events());
    assertEquals(Optional.of(OriginVerdict.Fault.PROVIDER), of(Sort.CHANGE).getFirst().origin());
    assertTrue(of(Sort.CHANGE).getFirst().summary().contains("origine\u00a0: prestataire"), of(Sort.CHANGE).getFirst().summary());
  }

  @Test
  void aRestartTellsNothingTwiceAndWhoWasNeverToldIsTold() {
    Scene scene = scene().at(0).down("siv").expectRaised("siv");
    int before = messages.size();
    scene.input(new Input.Restarted(scene.now.wall())).expect(Transition.Announcement.Call.RESTORED, Kind.OUTAGE, "siv");
    assertEquals(before, messages.size(), () -> messages.toString());
    told = Told.NOTHING;
    scene.tick();
    assertEquals("BEGIN OUTAGE CRITICAL", events().getLast());
    assertEquals(of(Sort.BEGIN).getFirst().id(), of(Sort.BEGIN).getLast().id());
  }

  @Test
  void whatIsShelvedBeforeItWasToldIsOwedWhenTheShelfEnds() {
    Scene scene = scene();
    scene.act(new Act.Maintain("siv", "martin", "mise à jour", scene.now.wall(), scene.now.wall().plusSeconds(600)));
    scene.at(0).down("siv").at(1).down("siv");
    assertEquals(List.of(), events());
    Message muted = state(scene, SIV);
    assertEquals(Level.CRITICAL, muted.level());
    assertTrue(muted.muted().orElseThrow().contains("mise à jour"), muted.muted().toString());
    scene.at(2).down("siv").at(3).down("siv").pending.clear();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL"), events());
    assertEquals(Optional.empty(), state(scene, SIV).muted());
  }

  @Test
  void whatWasToldBeforeItWasShelvedIsEndedThoughNobodyIsTold() {
    Scene scene = scene().at(0).down("siv").expectRaised("siv");
    scene.act(new Act.Shelve(new AlarmKey(Kind.OUTAGE, "siv"), "martin", "connu", Duration.ofMinutes(60)));
    scene.at(1).up("siv").at(2).up("siv").at(3).up("siv").pending.clear();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "END OUTAGE OK"), events());
  }

  @Test
  void aMaintenanceThatIsWellIsOkAndMuted() {
    Scene scene = scene();
    scene.act(new Act.Maintain("siv", "martin", "mise à jour", scene.now.wall(), scene.now.wall().plusSeconds(1800)));
    scene.at(0).up("siv");
    assertEquals(Shown.MAINTENANCE, scene.board.services().get("siv").shown());
    assertEquals(Level.OK, state(scene, SIV).level());
    assertTrue(state(scene, SIV).muted().isPresent());
  }

  @Test
  void anExerciseIsNobodysBusinessOutside() {
    Scene scene = scene().at(0).up("siv");
    int before = messages.size();
    scene.act(new Act.StartExercise(Optional.of("siv"), "martin"));
    scene.pass(Duration.ofMinutes(2));
    scene.pending.clear();
    assertTrue(scene.all.stream().anyMatch(Transition::played), "an exercise was played");
    assertEquals(before, messages.size());
  }

  @Test
  void aFeedThatIsLostIsUnknownAndNotARecovery() {
    Scene scene = scene().at(0).down("siv").expectRaised("siv");
    scene.answering = false;
    for (int i = 0; i < 10; i++) scene.pass(Duration.ofSeconds(60)).unreached();
    scene.pending.clear();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "BEGIN SUPERVISION_LOST UNKNOWN"), events());
    assertEquals(Level.CRITICAL, state(scene, SIV).level());
    assertEquals(Level.UNKNOWN, state(scene, new Signal(Signal.Kind.FEED, Scene.FEED, "")).level());
  }

  @Test
  void aBoardThatNobodyFeedsKnowsNothing() {
    Scene scene = scene().at(0).up("siv");
    assertEquals(Level.OK, state(scene, SIV).level());
    assertTrue(FRENCH.alive(scene.board, scene.now));
    Now later = scene.now.plus(Duration.ofMinutes(2));
    Message blind = FRENCH.state(scene.board, SIV, later);
    assertEquals(Level.UNKNOWN, blind.level());
    assertTrue(blind.summary().contains("IRIS ne juge plus"), blind.summary());
    assertFalse(FRENCH.alive(scene.board, later));
  }

  @Test
  void aFaultOfIrisIsToldAsItsOwnAndShowsInTheHeartbeat() {
    Scene scene = scene();
    assertEquals(Level.OK, FRENCH.heartbeat(scene.board, scene.now).level());
    scene.hear(new Report.Health("relay nagios", false, Reason.of("relay.web.refused")));
    scene.pending.clear();
    Message begin = of(Sort.BEGIN).getFirst();
    assertEquals(Signal.IRIS, begin.signal());
    assertEquals(Level.WARNING, begin.level());
    assertTrue(begin.summary().startsWith("IRIS, relais"), begin.summary());
    assertEquals(Level.WARNING, FRENCH.heartbeat(scene.board, scene.now).level());
    scene.hear(new Report.Health("relay nagios", true, Reason.of("relay.post.well", "nagios")));
    scene.pending.clear();
    assertEquals("END CONSOLE_FAULT OK", events().getLast());
  }

  @Test
  void whatFlapsIsHeldAndEndsOnce() {
    Scene scene = scene();
    for (int i = 0; i < 12; i += 4) {
      scene.at(i).down("siv").pending.clear();
      scene.at(i + 1).up("siv").at(i + 2).up("siv").pending.clear();
    }
    for (int i = 12; i < 24; i++) {
      scene.at(i).up("siv");
      scene.pending.clear();
    }
    List<String> sorts = events();
    assertEquals(sorts.stream().filter(e -> e.startsWith("BEGIN")).count(),
        sorts.stream().filter(e -> e.startsWith("END")).count(), sorts.toString());
    assertEquals(ids().size(), sorts.size(), "an id twice");
    assertEquals(Map.of(), told.episodes());
  }

  @Test
  void whatIsNoLongerWatchedIsUnknownAndNotOver() {
    Scene scene = scene().at(0).down("siv").expectRaised("siv");
    scene.input(new Input.Reconfigured(new Rules(List.of(), Map.of())));
    scene.pending.clear();
    assertEquals("CHANGE OUTAGE UNKNOWN", events().getLast());
    assertEquals(Map.of(), told.episodes());
  }

  @Test
  void aBoardThatForgotSaysNothingIsOverUntilItKnows() {
    scene().at(0).down("siv").expectRaised("siv");
    assertEquals(1, told.episodes().size());
    // A profile that was lost, a journal set aside: the same feed on a board that knows of nothing.
    Scene anew = listening(Scene.of("siv"));
    anew.tick();
    anew.answering = false;
    anew.pass(Duration.ofMinutes(2));
    anew.pending.clear();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL"), events());
    anew.answering = true;
    anew.at(6).up("siv").at(7).up("siv").pending.clear();
    assertEquals("END OUTAGE OK", events().getLast());
    assertEquals(1, of(Sort.END).size());
  }

  @Test
  void whatNoRuleDecidesIsNotCalledWell() {
    Scene scene = scene().at(0).up("siv").open("siv", "u1", Incident.Kind.UNCLASSIFIED);
    scene.pending.clear();
    assertEquals(List.of("BEGIN TO_CLASSIFY UNKNOWN"), events());
    assertEquals(Level.UNKNOWN, state(scene, SIV).level());
  }

  @Test
  void anotherIncidentWhileTheFirstStandsIsAChange() {
    Scene scene = scene().at(0).open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.pass(Duration.ofSeconds(60)).open("siv", "i2", Incident.Kind.OUTAGE);
    scene.expect(Transition.Announcement.Call.ANEW, Kind.OUTAGE, "siv");
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "CHANGE OUTAGE CRITICAL"), events());
    assertTrue(of(Sort.CHANGE).getFirst().id().contains("#anew-"), of(Sort.CHANGE).getFirst().id());
    scene.pass(Duration.ofSeconds(60)).open("siv", "i3", Incident.Kind.OUTAGE).pending.clear();
    assertEquals(3, ids().size(), "each under a name of its own");
  }

  @Test
  void aServiceThatIsSilentInALivingFeedIsUnknown() {
    Scene scene = listening(Scene.calm("siv", "autre"));
    for (int i = 0; i < 5; i++) {
      scene.at(i).up("autre");
      scene.pending.clear();
    }
    assertEquals(List.of("BEGIN SERVICE_SILENT UNKNOWN"), events());
    assertEquals(Level.UNKNOWN, state(scene, SIV).level());
    scene.at(5).up("siv", "autre").pending.clear();
    assertEquals("END SERVICE_SILENT OK", events().getLast());
  }

  @Test
  void aServiceWithoutAFeedIsUnknown() {
    assertEquals(List.of(Level.UNKNOWN), FRENCH.states(Scene.of("siv").board, new Now(Instant.EPOCH, Duration.ofSeconds(1000)))
        .stream().map(Message::level).distinct().toList());
  }
}
