package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.post.Told;
import iris.signal.Incident;
import iris.signal.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of an episode servers are told once, in order, with the right level, under one name. */
class HeraldTest extends HeraldScenes {
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
  void anotherIncidentWhileTheFirstStandsIsAChange() {
    Scene scene = scene().at(0).open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.pass(Duration.ofSeconds(60)).open("siv", "i2", Incident.Kind.OUTAGE);
    scene.expect(Transition.Announcement.Call.ANEW, Kind.OUTAGE, "siv");
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "CHANGE OUTAGE CRITICAL"), events());
    assertTrue(of(Sort.CHANGE).getFirst().id().contains("#anew-"), of(Sort.CHANGE).getFirst().id());
    scene.pass(Duration.ofSeconds(60)).open("siv", "i3", Incident.Kind.OUTAGE).pending.clear();
    assertEquals(3, ids().size(), "each under a name of its own");
  }
}
