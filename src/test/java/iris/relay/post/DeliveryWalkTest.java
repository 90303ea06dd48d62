package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Message;
import iris.relay.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever fails in whatever order: each event arrives, in the order of its signal, and the last state is the true one.
 */
class DeliveryWalkTest {
  private static final int SERVICES = 4;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyEventArrivesInOrderAndTheLastStateIsTrue(long seed) throws Exception {
    Random random = new Random(seed * 7919);
    Play play = new Play(SERVICES);
    Server server = new Server();
    server.asked = true;
    boolean[] down = new boolean[SERVICES];
    int[] trouble = {0};
    server.script = message -> answer(server, message, trouble[0], random);
    try (Line line = new Line(folder, play, server, seed)) {
      for (int window = 0; window < 60; window++) {
        for (int i = 0; i < SERVICES; i++) if (random.nextInt(4) == 0) down[i] = !down[i];
        line.hear(play.window(i -> down[i]));
        trouble[0] = random.nextInt(5);
        for (int minute = 0; minute < 5; minute++) {
          line.hear(play.pass(60));
          line.work();
          if (random.nextInt(10) == 0) line.kill();
          // A server that was killed has forgotten all.
          if (random.nextInt(40) == 0) server.holds.clear();
        }
      }
      trouble[0] = 0;
      quiet(line, play, down);
      check(line, play, server);
    }
  }

  private static void quiet(Line line, Play play, boolean[] down) throws Exception {
    for (int window = 0; window < 4; window++) {
      line.hear(play.window(i -> down[i]));
      for (int step = 0; step < 30; step++) {
        line.hear(play.pass(10));
        line.work();
      }
    }
  }

  /**
   * @param trouble 0 none, 1 some answers are lost, 2 some messages are, 3 the server is away, 4 our courier is broken
   */
  private static Delivery answer(Server server, Message message, int trouble, Random random) {
    return switch (trouble) {
      case 1 -> {
        if (random.nextBoolean()) yield Delivery.done();
        // It took it, and nobody heard that it did.
        server.take(message);
        yield Delivery.later("relay.web.no-answer");
      }
      case 2 -> random.nextInt(3) == 0 ? Delivery.done()
          : new Delivery.TryLater(random.nextBoolean() ? Optional.of(Duration.ofSeconds(random.nextInt(90))) : Optional.empty(),
              iris.signal.Reason.of("relay.web.status", 503));
      case 3 -> Delivery.later("relay.web.refused");
      case 4 -> {
        if (random.nextInt(3) == 0) throw new Bug();
        yield Delivery.done();
      }
      default -> Delivery.done();
    };
  }

  private static void check(Line line, Play play, Server server) throws Exception {
    assertTrue(line.told.size() > 12, "too calm for a walk: " + line.told.size());
    Set<String> dead = line.outbox.dead("t").stream().map(d -> d.letter().message().id()).collect(Collectors.toSet());
    for (String signal : line.told.stream().map(m -> m.signal().id()).distinct().toList()) {
      List<String> told = line.told.stream().filter(m -> m.signal().id().equals(signal) && !dead.contains(m.id()))
          .map(Message::id).toList();
      List<String> arrived = new ArrayList<>();
      for (Message m : server.events())
        if (m.signal().id().equals(signal) && (arrived.isEmpty() || !arrived.getLast().equals(m.id()))) arrived.add(m.id());
      arrived.removeIf(dead::contains);
      assertEquals(new ArrayList<>(new LinkedHashSet<>(told)), arrived, signal);
    }
    for (Signal s : Signals.of(play.board))
      assertEquals(Levels.of(play.board, s), server.holds.get(s.id()), () -> s.id() + " " + server.arrived.getLast());
    assertEquals(0, line.standing().queued());
  }

  /** Its trace would be all that the log of this test shows. */
  private static final class Bug extends RuntimeException {
    private static final long serialVersionUID = 1;

    Bug() {
      super("a bug of ours", null, false, false);
    }
  }
}
