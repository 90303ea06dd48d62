package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Outcome;
import iris.relay.Delivery;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.real.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two relays of one room read the same feeds. */
@Timeout(300)
class TwoRelaysTest {
  @TempDir Path folder;

  private final Play play = new Play(2);
  private final Server first = new Server();
  private final Server second = new Server();

  private Relay relay(String name, Server server, boolean leased) throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    Relay relay = Relay.open(own, () -> play.now, _ -> { }, _ -> server,
        leased ? Optional.of(new Lease(folder, name)) : Optional.empty());
    relay.configure(List.of(Line.target("t")), Line.WORDS);
    return relay;
  }

  private static void hear(List<Outcome> outcomes, Relay... relays) {
    for (Relay relay : relays) relay.heard(outcomes, 0);
  }

  /** Until it is so; time passes meanwhile. */
  private void until(java.util.concurrent.Callable<Boolean> so, Relay... relays) throws InterruptedException {
    Await.until(() -> {
      hear(play.pass(10), relays);
      return so.call();
    }, () -> first.ids() + " " + second.ids());
  }

  @Test
  void withoutALeaseBothTellTheSameUnderTheSameNames() throws Exception {
    try (Relay a = relay("a", first, false); Relay b = relay("b", second, false)) {
      hear(play.window(_ -> false), a, b);
      hear(play.pass(300), a, b);
      hear(play.window(i -> i == 0), a, b);
      until(() -> first.events().size() == 1 && second.events().size() == 1, a, b);
    }
    assertEquals(first.ids(), second.ids());
    assertEquals(figures(first), figures(second));
  }

  private static HashSet<String> figures(Server server) {
    synchronized (server) {
      return new HashSet<>(server.arrived.stream().filter(m -> m.sort() == Sort.STATISTIC).map(Message::id).toList());
    }
  }

  @Test
  void withALeaseOneTellsAndTheOtherTakesOverWhatTheFirstCouldNotDeliver() throws Exception {
    Relay a = relay("a", first, true);
    try (Relay b = relay("b", second, true)) {
      hear(play.window(_ -> false), a);
      until(() -> !first.arrived.isEmpty(), a);
      hear(play.window(_ -> false), b);
      until(() -> first.arrived.stream().anyMatch(m -> m.sort() == Sort.HEARTBEAT), a, b);
      assertEquals(List.of(), second.arrived, "only one speaks");
      // Its server is away when it dies.
      first.script = _ -> Delivery.later("relay.web.refused");
      List<Outcome> outage = new ArrayList<>(play.pass(300));
      outage.addAll(play.window(i -> i == 0));
      hear(outage, a, b);
      until(() -> a.standing().getFirst().queued() > 0, a, b);
      a.close();
      until(() -> second.events().size() == 1, b);
      assertEquals(List.of(Sort.BEGIN), second.events().stream().map(Message::sort).toList());
      until(() -> second.arrived.stream().anyMatch(m -> m.sort() == Sort.HEARTBEAT), b);
    }
    assertTrue(first.events().isEmpty(), first.ids().toString());
  }
}
