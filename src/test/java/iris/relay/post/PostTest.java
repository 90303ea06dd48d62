package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Input;
import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way to one server that takes what it is given: what goes, when, and before what. */
class PostTest extends PostPlay {
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

  /** The begin of an outage waits first in a queue that was known to be empty, and then the other relay tells it. */
  private void theOtherDelivers() throws Exception {
    server.figures = false;
    line.post.lead(false);
    server.arrived.clear();
    outageOfFirst();
    line.hear(play.pass(300));
    line.hear(play.window(_ -> false));
    assertTrue(line.outbox.delivered("t", play.now.wall().plusSeconds(1)) > 0);
  }

  @Test
  void whatTheOtherRelayDeliveredIsNotSaidAgainByTheOneThatTakesOver() throws Exception {
    theOtherDelivers();
    line.post.lead(true);
    line.work();
    assertEquals(List.of(), server.events());
    assertEquals(6, arrived(Sort.STATE).size());
  }

  @Test
  void whatTheOtherRelayDeliveredIsNotCalledLateByTheOneThatWaits() throws Exception {
    theOtherDelivers();
    line.post.refresh(Optional.of(play.board));
    play.now = play.now.plus(Duration.ofDays(1));
    assertEquals(Optional.empty(), line.standing().trouble());
  }

  @Test
  void anOutageThatComesAfterTheOtherRelayDeliveredAllIsSaid() throws Exception {
    line.post.lead(false);
    outageOfFirst();
    line.outbox.delivered("t", play.now.wall().plusSeconds(1));
    line.post.refresh(Optional.of(play.board));
    server.arrived.clear();
    line.post.lead(true);
    line.hear(play.pass(300));
    line.hear(play.window(i -> i <= 1));
    line.work();
    assertEquals(List.of("s1"), arrived(Sort.BEGIN).stream().map(m -> m.signal().key()).toList());
  }

  @Test
  void whatIsDeliveredBeforeThePostIsToldOfItIsNotDeliveredAgain() throws Exception {
    server.figures = false;
    outageOfFirst();
    line.work();
    server.arrived.clear();
    line.refreshes = false;
    line.between = () -> {
      // A queue that is to be looked for, as after each letter: a thread of the post finds there what was just committed.
      line.post.lead(false);
      line.post.lead(true);
      line.work();
    };
    for (int i = 0; i < 3; i++) {
      line.hear(play.pass(300));
      line.hear(play.window(_ -> false));
      line.work();
    }
    assertEquals(server.ids().stream().distinct().toList(), server.ids());
    assertEquals(1, arrived(Sort.END).size());
  }
}
