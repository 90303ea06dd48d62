package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Input;
import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to one server, in the time of a play. */
class PostTest {
  @TempDir Path folder;

  private final Play play = new Play(3);
  private final Server server = new Server();
  private final List<Instant> tries = new ArrayList<>();
  private Line line;
  private boolean down;

  @BeforeEach
  void aCalmRoom() throws Exception {
    line = new Line(folder, play, server, 1);
    line.hear(play.window(_ -> false));
    line.hear(play.pass(300));
    line.hear(play.window(_ -> false));
    line.work();
  }

  @AfterEach
  void close() throws Exception {
    line.close();
  }

  /** Time in which the feeds go on to say of the first service what they said last. */
  private void minutes(int n) throws Exception {
    for (int i = 0; i < n * 6; i++) {
      long before = play.now.wall().getEpochSecond() / 300;
      line.hear(play.pass(10));
      if (play.now.wall().getEpochSecond() / 300 > before) line.hear(play.window(s -> down && s == 0));
      line.work();
    }
  }

  private List<Message> arrived(Sort sort) {
    return server.arrived.stream().filter(m -> m.sort() == sort).toList();
  }

  private void outageOfFirst() throws Exception {
    line.hear(play.pass(300));
    line.hear(play.window(i -> i == 0));
    down = true;
  }

  @Test
  void allSignalsAreIntroducedBeforeAnythingIsTold() {
    assertEquals(1, server.introduced.size());
    assertEquals(List.of("iris/iris", "feed/f0", "feed/f1", "feed/f2", "service/s0", "service/s1", "service/s2"),
        server.introduced.getFirst().stream().map(Signal::id).toList());
  }

  @Test
  void howEverySignalStandsIsToldAgainEachMinuteAndTheHeartbeatToo() throws Exception {
    server.arrived.clear();
    minutes(3);
    assertEquals(3, arrived(Sort.HEARTBEAT).size());
    assertEquals(3 * 6, arrived(Sort.STATE).size());
  }

  @Test
  void whatFailsComesAgainEverLaterUntilItArrives() throws Exception {
    server.script = m -> {
      if (m.sort() != Sort.BEGIN) return Delivery.done();
      tries.add(play.now.wall());
      return tries.size() < 7 ? Delivery.later("relay.web.refused") : Delivery.done();
    };
    outageOfFirst();
    for (int second = 0; second < 400 && tries.size() < 7; second++) {
      line.hear(play.pass(1));
      line.work();
    }
    assertEquals(7, tries.size());
    for (int i = 1; i < tries.size(); i++) {
      long waited = Duration.between(tries.get(i - 1), tries.get(i)).toMillis();
      assertTrue(waited >= 500L << (i - 1) && waited <= (1000L << (i - 1)) + 1000, "try " + i + " after " + waited + " ms");
    }
    assertEquals(1, arrived(Sort.BEGIN).size());
  }

  @Test
  void aServerThatSaysWhenIsAskedThenAndNotAfterHoursThoughItSaysSo() throws Exception {
    server.script = m -> {
      if (m.sort() != Sort.BEGIN) return Delivery.done();
      tries.add(play.now.wall());
      return new Delivery.TryLater(Optional.of(Duration.ofHours(tries.size() == 1 ? 0 : 9).plusSeconds(40)), Reason.of("relay.web.status", 503));
    };
    outageOfFirst();
    minutes(12);
    assertTrue(Duration.between(tries.get(0), tries.get(1)).toSeconds() >= 40);
    assertTrue(Duration.between(tries.get(1), tries.get(2)).compareTo(Duration.ofSeconds(310)) <= 0, tries.toString());
  }

  @Test
  void theStoryOfOneSignalWaitsAndNoOther() throws Exception {
    server.script = m -> m.signal().key().equals("s0") ? Delivery.later("relay.web.status", 500) : Delivery.done();
    line.hear(play.pass(300));
    line.hear(play.window(_ -> true));
    minutes(1);
    assertEquals(List.of("s1", "s2"), arrived(Sort.BEGIN).stream().map(m -> m.signal().key()).sorted().toList());
    line.hear(play.pass(240));
    line.hear(play.window(_ -> false));
    line.hear(play.pass(300));
    line.hear(play.window(_ -> false));
    server.script = _ -> Delivery.done();
    minutes(6);
    assertEquals(List.of(Sort.BEGIN, Sort.END),
        server.events().stream().filter(m -> m.signal().key().equals("s0")).map(Message::sort).toList());
  }

  @Test
  void aRefusedLetterIsDeadAndTheNextOneGoes() throws Exception {
    server.script = m -> m.sort() == Sort.BEGIN ? Delivery.refused("relay.web.status", 404) : Delivery.done();
    outageOfFirst();
    minutes(1);
    List<Dead> dead = line.outbox.dead("t");
    assertEquals(1, dead.size());
    assertEquals(Reason.of("relay.web.status", 404), dead.getFirst().why());
    assertEquals(Sort.BEGIN, dead.getFirst().letter().message().sort());
    assertEquals(0, line.standing().queued());
    assertEquals(Level.CRITICAL, server.holds.get("service/s0"), "the state heals what the event could not say");
    server.script = _ -> Delivery.done();
    assertEquals(1, line.outbox.replay("t"));
    line.post.refresh(java.util.Map.of());
    line.work();
    assertEquals(1, arrived(Sort.BEGIN).size());
    assertEquals(List.of(), line.outbox.dead("t"));
  }

  @Test
  void whatIsRefusedIsSaidAtOnceAndUntilItsSignalIsTakenAgain() throws Exception {
    server.script = m -> m.signal().key().equals("s0") ? Delivery.refused("relay.web.status", 404) : Delivery.done();
    minutes(1);
    assertEquals("relay.post.refused", line.standing().trouble().orElseThrow().key());
    server.script = _ -> Delivery.done();
    minutes(2);
    assertEquals(Optional.empty(), line.standing().trouble());
  }

  @Test
  void aLetterThatIsNeverTakenWhileOthersAreIsGivenUpInTheEnd() throws Exception {
    server.script = m -> m.sort() == Sort.BEGIN ? Delivery.later("relay.web.status", 500) : Delivery.done();
    outageOfFirst();
    minutes(30);
    List<Dead> dead = line.outbox.dead("t");
    assertEquals(1, dead.size(), "given up");
    assertEquals("relay.post.poison", dead.getFirst().why().key());
    assertTrue(dead.getFirst().why().args().get(1).contains("500"), dead.toString());
    down = false;
    minutes(11);
    assertEquals(1, arrived(Sort.END).size(), "what comes after it arrives");
  }

  @Test
  void aServerThatFailsWhateverItIsAskedGivesNothingUp() throws Exception {
    server.script = _ -> Delivery.later("relay.web.status", 500);
    outageOfFirst();
    minutes(120);
    assertEquals(List.of(), line.outbox.dead("t"));
    assertTrue(line.standing().queued() > 0);
    server.script = _ -> Delivery.done();
    minutes(6);
    assertEquals(1, arrived(Sort.BEGIN).size());
    assertEquals(0, line.standing().queued());
  }

  @Test
  void aServerThatIsAwayIsAskedOneThingAtATimeAndEverLessOften() throws Exception {
    server.script = _ -> {
      tries.add(play.now.wall());
      return Delivery.later("relay.web.refused");
    };
    line.hear(play.pass(300));
    line.hear(play.window(_ -> true));
    minutes(60);
    assertTrue(tries.size() < 40, tries.size() + " tries in an hour");
  }

  @Test
  void eventsGoBeforeTheFiguresOfADay() throws Exception {
    server.script = _ -> Delivery.later("relay.web.refused");
    for (int i = 0; i < 30; i++) {
      line.hear(play.pass(300));
      line.hear(play.window(_ -> false));
      line.work();
    }
    line.hear(play.pass(300));
    line.hear(play.window(i -> i == 2));
    server.arrived.clear();
    server.script = _ -> Delivery.done();
    line.hear(play.pass(310));
    line.work();
    int begin = server.arrived.indexOf(arrived(Sort.BEGIN).getFirst());
    assertTrue(server.arrived.subList(0, begin).stream().filter(m -> m.sort() == Sort.STATISTIC && !m.signal().key().equals("s2"))
        .count() <= 1, "figures of others went before an outage");
  }

  @Test
  void betweenTwoMessagesOfASignalIsTheGapThatTheCourierWants() throws Exception {
    server.gap = Duration.ofSeconds(25);
    server.script = m -> {
      if (m.signal().key().equals("s0")) tries.add(play.now.wall());
      return Delivery.done();
    };
    outageOfFirst();
    minutes(10);
    for (int i = 1; i < tries.size(); i++)
      assertTrue(Duration.between(tries.get(i - 1), tries.get(i)).toSeconds() >= 25, tries.toString());
    assertTrue(tries.size() > 4);
  }

  @Test
  void whatTheServerHoldsOtherwiseIsToldAgainAndInTheEndComplainedOf() throws Exception {
    server.asked = true;
    outageOfFirst();
    line.work();
    server.holds.put("service/s0", Level.OK);
    line.hear(play.pass(20));
    line.work();
    line.work();
    assertEquals(Level.CRITICAL, server.holds.get("service/s0"), "told again long before the minute is over");
    server.script = m -> m.sort() == Sort.STATE ? new Delivery.Superseded(Reason.of("x")) : Delivery.done();
    server.holds.put("service/s0", Level.OK);
    line.hear(play.pass(300));
    line.hear(play.window(_ -> false));
    line.hear(play.pass(300));
    line.hear(play.window(_ -> false));
    line.work();
    server.holds.put("service/s0", Level.WARNING);
    minutes(2);
    assertEquals("relay.post.amiss", line.standing().trouble().orElseThrow().key());
  }

  @Test
  void aServerThatForgotIsToldWithinAMinute() throws Exception {
    server.holds.clear();
    minutes(1);
    assertEquals(7, server.holds.size());
  }

  @Test
  void whenNobodyFeedsTheBoardTheHeartIsSilentAndNothingIsCalledWell() throws Exception {
    server.arrived.clear();
    play.now = play.now.plus(Duration.ofMinutes(5));
    line.work();
    assertEquals(List.of(), arrived(Sort.HEARTBEAT));
    assertEquals(6, arrived(Sort.STATE).size());
    assertTrue(arrived(Sort.STATE).stream().allMatch(m -> m.level() == Level.UNKNOWN));
  }

  @Test
  void aRestartOfIrisDoesNotCallUnknownWhatItHasNotYetHeardOf() throws Exception {
    play.answering = false;
    line.hear(List.of(play.step(new Input.Restarted(play.now.wall()))));
    line.kill();
    server.arrived.clear();
    line.hear(play.pass(30));
    line.work();
    assertEquals(List.of(), arrived(Sort.STATE), "not within the first minute");
    line.hear(play.pass(40));
    line.work();
    assertTrue(arrived(Sort.STATE).stream().anyMatch(m -> m.level() == Level.UNKNOWN), "but then, if nothing was heard");
  }

  @Test
  void aLetterOlderThanTwoMinutesIsSaidAndWellAgainAfterwards() throws Exception {
    server.script = _ -> Delivery.later("relay.web.refused");
    outageOfFirst();
    minutes(1);
    assertEquals(Optional.empty(), line.standing().trouble(), "not at the first failure");
    minutes(2);
    Reason why = line.standing().trouble().orElseThrow();
    assertEquals("relay.post.late", why.key());
    assertTrue(Line.WORDS.say(why).contains("connexion refusée"), Line.WORDS.say(why));
    server.script = _ -> Delivery.done();
    minutes(6);
    assertEquals(Optional.empty(), line.standing().trouble());
    assertTrue(line.standing().delivered().isPresent());
  }

  @Test
  void anotherRelayLeadsAndThisOneIsSilentUntilItTakesOver() throws Exception {
    line.post.lead(false);
    server.arrived.clear();
    outageOfFirst();
    minutes(3);
    assertEquals(List.of(), server.arrived);
    line.post.lead(true);
    line.work();
    assertEquals(1, arrived(Sort.BEGIN).size());
    assertFalse(arrived(Sort.HEARTBEAT).isEmpty());
  }
}
