package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Outcome;
import iris.history.Entry;
import iris.history.Journal;
import iris.history.Opening;
import iris.history.Profile;
import iris.history.Tail;
import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Seen;
import iris.relay.Target;
import iris.relay.real.Await;
import iris.signal.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The relay with its threads; the clock is the play's. */
@Timeout(300)
class RelayTest {
  @TempDir Path folder;

  private final Play play = new Play(2);
  private final Map<String, Server> servers = new HashMap<>();
  private final ConcurrentLinkedQueue<Report> health = new ConcurrentLinkedQueue<>();

  private Relay relay(Server... each) throws Exception {
    Relay relay = Relay.open(folder, () -> play.now, health::add, this::courier, Optional.empty());
    configure(relay, each);
    return relay;
  }

  private void configure(Relay relay, Server... each) {
    List<Target> targets = new ArrayList<>();
    for (Server server : each) {
      targets.add(Line.target("t" + targets.size()));
      servers.put(targets.getLast().id(), server);
    }
    relay.configure(targets, Line.WORDS);
  }

  private Courier courier(Target target) {
    Server server = servers.get(target.id());
    if (server == null) throw new IllegalArgumentException("no such server");
    return server;
  }

  private List<Outcome> outage() {
    List<Outcome> all = new ArrayList<>(play.window(_ -> false));
    all.addAll(play.pass(300));
    all.addAll(play.window(i -> i == 0));
    return all;
  }

  private List<Outcome> recovery() {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.addAll(play.pass(300));
      all.addAll(play.window(_ -> false));
    }
    return all;
  }

  private static void until(Server server, int events) throws InterruptedException {
    Await.until(() -> server.events().size() >= events,
        () -> server.arrived.stream().map(Message::id).toList().toString());
  }

  @Test
  void oneServerThatHangsKeepsNoOtherWaitingAndIsCalledBack() throws Exception {
    Server hanging = new Server();
    Server well = new Server();
    CountDownLatch called = new CountDownLatch(1);
    hanging.script = _ -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException back) {
        called.countDown();
        throw back;
      }
      return Delivery.done();
    };
    try (Relay relay = relay(hanging, well)) {
      relay.heard(outage(), 0);
      until(well, 1);
      relay.heard(play.pass(180), 0);
      called.await();
      assertEquals(List.of(), hanging.events());
      relay.heard(recovery(), 0);
      until(well, 2);
      hanging.script = _ -> Delivery.done();
      Await.until(() -> {
        relay.heard(play.pass(10), 0);
        return hanging.events().size() == 2;
      }, () -> hanging.ids().toString());
      assertEquals(well.ids(), hanging.ids());
    }
  }

  @Test
  void aServerThatGetsNothingIsSaidAndWellAgain() throws Exception {
    Server away = new Server();
    away.script = _ -> Delivery.later("relay.web.refused");
    try (Relay relay = relay(away)) {
      relay.heard(outage(), 0);
      Await.until(() -> {
        relay.heard(play.pass(10), 0);
        return said("relay t0", false);
      }, () -> health + " " + relay.standing());
      assertTrue(!said("relay t0", true), "it took nothing yet");
      away.script = _ -> Delivery.done();
      Await.until(() -> {
        relay.heard(play.pass(10), 0);
        return said("relay t0", true);
      }, () -> health + " " + relay.standing());
      assertEquals(1, away.events().stream().filter(m -> m.signal().key().equals("s0")).count(), away.ids().toString());
    }
  }

  private boolean said(String part, boolean well) {
    return health.stream().anyMatch(r -> r instanceof Report.Health h && h.part().equals(part) && h.well() == well);
  }

  @Test
  void closingWaitsForNobody() throws Exception {
    Server hanging = new Server();
    CountDownLatch there = new CountDownLatch(1);
    hanging.script = _ -> {
      there.countDown();
      new CountDownLatch(1).await();
      return Delivery.done();
    };
    Relay relay = relay(hanging);
    relay.heard(outage(), 0);
    there.await();
    long before = System.nanoTime();
    relay.close();
    assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 30, "it waited");
    try (Outbox outbox = Outbox.open(folder)) {
      assertTrue(outbox.counted("t0").letters() > 0, "what was on its way is still there");
    }
  }

  @Test
  void aTargetThatComesLaterHearsOfWhatStands() throws Exception {
    Server first = new Server();
    Server second = new Server();
    try (Relay relay = relay(first)) {
      relay.heard(outage(), 0);
      until(first, 1);
      configure(relay, first, second);
      relay.heard(play.pass(10), 0);
      until(second, 1);
      relay.heard(recovery(), 0);
      until(first, 2);
      until(second, 2);
    }
    assertEquals(first.ids(), second.ids());
  }

  @Test
  void aTargetWithoutACourierIsSaidAndTheOthersWork() throws Exception {
    Server well = new Server();
    try (Relay relay = relay(well)) {
      relay.configure(List.of(Line.target("nobody"), Line.target("t0")), Line.WORDS);
      relay.heard(outage(), 0);
      until(well, 1);
      assertTrue(said("relay nobody", false), health.toString());
    }
  }

  @Test
  void aDamagedOutboxIsSetAsideAndSaid() throws Exception {
    Files.write(folder.resolve(Outbox.FILE), new byte[8192]);
    Server server = new Server();
    try (Relay relay = relay(server)) {
      relay.heard(outage(), 0);
      until(server, 1);
    }
    assertTrue(said("relay", false), health.toString());
    try (var files = Files.list(folder)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("relay.db.damaged-")));
    }
  }

  /** A relay tells of a first window; an outage and its end are in the journal alone, and then the machine stops. */
  private void outageOnlyInThe(Journal journal, Server server) throws Exception {
    List<Entry> entries = new ArrayList<>();
    play.kept = entries::add;
    try (Relay relay = relay(server)) {
      play.window(_ -> false);
      journal.write(entries);
      try (Tail tail = new Tail(folder)) {
        relay.heard(entries.stream().map(Entry::outcome).toList(), tail.last());
      }
      Await.until(() -> server.arrived.stream().anyMatch(m -> m.sort() == Sort.STATISTIC), () -> "no figures");
    }
    entries.clear();
    outage();
    recovery();
    journal.write(entries);
  }

  @Test
  void whatTheJournalHasAndTheOutboxHasNotIsTold() throws Exception {
    Server server = new Server();
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, Instant.EPOCH);
    try (var journal = opened.journal()) {
      outageOnlyInThe(journal, server);
      assertEquals(List.of(), server.events());
      int figures = figures(server);
      try (Relay relay = relay(server)) {
        relay.catchUp(new Tail(folder), play.board);
        until(server, 2);
        Await.until(() -> figures(server) == figures + 6, () -> "figures " + figures(server));
        relay.heard(play.pass(10), 0);
      }
      assertEquals(List.of(Sort.BEGIN, Sort.END), server.events().stream().map(Message::sort).toList());
    }
  }

  /** A disk that is full while it catches up, and has room again. */
  @Test
  void whatTheJournalHasIsToldAlsoWhenTheDiskWasFullMeanwhile() throws Exception {
    Server server = new Server();
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, Instant.EPOCH);
    try (var journal = opened.journal()) {
      outageOnlyInThe(journal, server);
      try (var disk = iris.store.Sqlite.writable(folder.resolve(Outbox.FILE)); Relay relay = relay(server)) {
        iris.store.Sqlite.execute(disk, "CREATE TRIGGER full BEFORE INSERT ON letter BEGIN SELECT RAISE(FAIL, 'disk full'); END");
        relay.catchUp(new Tail(folder), play.board);
        Await.until(() -> said("relay", false), health::toString);
        assertEquals(List.of(), server.events());
        iris.store.Sqlite.execute(disk, "DROP TRIGGER full");
        Await.until(() -> {
          relay.heard(play.pass(10), 0);
          return server.events().size() == 2;
        }, () -> server.ids() + " " + health);
      }
      assertEquals(List.of(Sort.BEGIN, Sort.END), server.events().stream().map(Message::sort).toList());
    }
  }

  private static int figures(Server server) {
    synchronized (server) {
      return (int) server.arrived.stream().filter(m -> m.sort() == Sort.STATISTIC).map(Message::id).distinct().count();
    }
  }

  @Test
  void aTrialIsAnOutageAndARecoveryAndWhatTheServerThenHolds() throws Exception {
    Server server = new Server();
    server.asked = true;
    Trial trial = Relay.test(Line.target("t"), server, iris.relay.Signal.IRIS, Line.WORDS, () -> play.now);
    assertEquals(new Trial(Delivery.done(), Optional.of(new Seen.Holds(iris.relay.Level.CRITICAL, "")), Delivery.done(),
        Optional.of(new Seen.Holds(iris.relay.Level.OK, ""))), trial);
    assertEquals(List.of(Sort.BEGIN, Sort.END), server.events().stream().map(Message::sort).toList());
    assertTrue(server.events().getFirst().summary().contains("essai"), server.events().getFirst().summary());
  }
}
