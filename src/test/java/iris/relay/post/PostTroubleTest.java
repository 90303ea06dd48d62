package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.signal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way to one server that is away, refuses, or takes one thing and not another. */
class PostTroubleTest extends PostPlay {
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
    line.post.refresh(Optional.empty());
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
}
