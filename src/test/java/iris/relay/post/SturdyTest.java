package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Outcome;
import iris.relay.Delivery;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Target;
import iris.relay.real.Await;
import iris.signal.Report;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is broken in one place, in our own code or on the disk, silences nothing else. */
@Timeout(300)
class SturdyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final Play play = new Play(2);
  private final ConcurrentLinkedQueue<Report> health = new ConcurrentLinkedQueue<>();

  private Relay relay(Server... each) throws Exception {
    Relay relay = Relay.open(folder, () -> play.now, health::add, t -> each[number(t)], Optional.empty());
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < each.length; i++) targets.add(Line.target("t" + i));
    relay.configure(targets, Line.WORDS);
    return relay;
  }

  private static int number(Target target) {
    return Integer.parseInt(target.id().substring(1));
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
    Await.until(PATIENCE, () -> server.events().size() >= events, () -> server.ids().toString());
  }

  private boolean ill(String part) {
    return health.stream().anyMatch(r -> r instanceof Report.Health h && h.part().equals(part) && !h.well());
  }

  @Test
  void aTargetThatCannotBeMadeIsSaidAndTheOthersAreTold() throws Exception {
    Server well = new Server();
    List<Throwable> faults = List.of(new IllegalStateException("bug"), new NoClassDefFoundError("gone"));
    Relay relay = Relay.open(folder, () -> play.now, health::add, target -> switch (number(target)) {
      case 0 -> throw (RuntimeException) faults.get(0);
      case 1 -> throw (Error) faults.get(1);
      default -> well;
    }, Optional.empty());
    try (relay) {
      relay.configure(List.of(Line.target("t0"), Line.target("t1"), Line.target("t2")), Line.WORDS);
      relay.heard(outage(), 0);
      until(well, 1);
      assertTrue(ill("relay t0") && ill("relay t1"), health.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFaultInWhatOneTargetIsToldKeepsNothingFromTheOthersNorEndsTheRelay(boolean error) throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    Server faulty = new Server() {
      @Override
      public boolean takes(Sort sort) {
        if (sort == Sort.BEGIN && broken.get() && error) throw new StackOverflowError("each time");
        if (sort == Sort.BEGIN && broken.get()) throw new IllegalStateException("bug");
        return true;
      }
    };
    Server well = new Server();
    try (Relay relay = relay(faulty, well)) {
      broken.set(true);
      relay.heard(outage(), 0);
      until(well, 1);
      assertTrue(ill("relay"), health.toString());
      broken.set(false);
      relay.heard(recovery(), 0);
      until(well, 2);
      assertEquals(List.of(Sort.BEGIN, Sort.END), well.events().stream().map(Message::sort).toList());
    }
  }

  /** What ran out of memory half way was held to be told already, and never was. */
  @Test
  void anErrorHalfWayThroughTellingLosesNothing() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    Server faulty = new Server() {
      @Override
      public boolean takes(Sort sort) {
        if (sort == Sort.BEGIN && broken.getAndSet(false)) throw new OutOfMemoryError("once");
        return true;
      }
    };
    Server well = new Server();
    try (Relay relay = relay(well, faulty)) {
      broken.set(true);
      relay.heard(outage(), 0);
      until(faulty, 1);
      until(well, 1);
      assertTrue(ill("relay"), health.toString());
      relay.heard(recovery(), 0);
      until(faulty, 2);
      until(well, 2);
      for (Server each : List.of(faulty, well))
        assertEquals(List.of(Sort.BEGIN, Sort.END), each.events().stream().map(Message::sort).toList());
    }
  }

  @Test
  void aFaultWhereTheNextJobIsChosenEndsNoThread() throws Exception {
    AtomicInteger faults = new AtomicInteger(2);
    Server faulty = new Server() {
      @Override
      public int parallel() {
        if (Thread.currentThread().isVirtual() && faults.getAndDecrement() > 0) throw new IllegalStateException("bug");
        return 1;
      }
    };
    try (Relay relay = relay(faulty)) {
      relay.heard(outage(), 0);
      until(faulty, 1);
      assertTrue(faults.get() < 0);
    }
  }

  @Test
  void aSignalOfWhichLettersWaitedOverARestartIsToldByItsName() throws Exception {
    Server away = new Server();
    away.script = _ -> Delivery.later("relay.web.refused");
    try (Relay relay = relay(away)) {
      relay.heard(outage(), 0);
      Await.until(PATIENCE, () -> relay.outbox().counted("t0").letters() > 0, () -> "nothing waits");
    }
    Server back = new Server();
    try (Relay relay = relay(back)) {
      relay.heard(play.pass(10), 0);
      until(back, 1);
      relay.heard(play.pass(70), 0);
      Await.until(PATIENCE, () -> !states(back).isEmpty(), () -> back.ids().toString());
      assertEquals(List.of("S0"), states(back).stream().map(m -> m.signal().name()).distinct().toList());
    }
  }

  private static List<Message> states(Server server) {
    synchronized (server) {
      return server.arrived.stream()
          .filter(m -> m.sort() == Sort.STATE && m.signal().id().equals("service/s0")).toList();
    }
  }

  @Test
  void aLetterThatCannotBeReadKeepsNoneBehindIt() throws Exception {
    Server server = new Server();
    try (Line line = new Line(folder, play, server, 1)) {
      line.hear(outage());
      try (var db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Outbox.FILE));
          var change = db.createStatement()) {
        assertEquals(1, change.executeUpdate("UPDATE letter SET body = x'00ff' WHERE n ="
            + " (SELECT min(n) FROM letter WHERE signal = 'service/s0')"));
      }
      line.post.refresh(Optional.empty());
      line.work();
      assertEquals(1, server.events().size(), server.ids().toString());
      assertEquals(0, line.standing().queued());
      assertEquals(1, line.standing().dead());
      assertEquals(List.of(), line.outbox.dead("t"), "what cannot be read cannot be shown, and stops nothing");
    }
  }

  @Test
  void anEventThatWasGivenUpIsSaidThoughTheStateIsTakenAMomentLater() throws Exception {
    Server server = new Server();
    server.script = m -> m.sort() == Sort.BEGIN ? Delivery.refused("relay.web.status", 404) : Delivery.done();
    try (Line line = new Line(folder, play, server, 1)) {
      line.hear(outage());
      line.work();
      line.hear(play.pass(10));
      line.work();
      assertEquals(iris.relay.Level.CRITICAL, server.holds.get("service/s0"));
      assertEquals("relay.post.refused", line.standing().trouble().orElseThrow().key());
      server.script = _ -> Delivery.done();
      for (int i = 0; i < 20; i++) line.hear(play.pass(60));
      line.work();
      assertEquals(Optional.empty(), line.standing().trouble(), "not for ever");
    }
  }
}
