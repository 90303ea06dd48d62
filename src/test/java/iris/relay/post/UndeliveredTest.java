package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Input;
import iris.alarm.Outcome;
import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.relay.real.Await;
import iris.signal.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is away: what the relay says of it goes to the board, and from there to the servers that are not. */
@Timeout(300)
class UndeliveredTest {
  private static final AlarmKey FAULT = new AlarmKey(AlarmKey.Kind.CONSOLE_FAULT, "relay away");

  @TempDir Path folder;

  private final Play play = new Play(2);
  private final ConcurrentLinkedQueue<Report> health = new ConcurrentLinkedQueue<>();
  private final Server away = new Server();
  private final Server well = new Server();

  private Optional<Alarm> fault() {
    return Optional.ofNullable(play.board.alarms().get(FAULT)).filter(a -> a.state().active());
  }

  /** What the other server was told of IRIS itself. */
  private List<Message> told() {
    return well.events().stream().filter(m -> m.signal().kind() == Signal.Kind.IRIS).toList();
  }

  /** Until it is so; time passes, and what the relay says of itself is an input of the board as in production. */
  private void until(Relay relay, Callable<Boolean> so) throws InterruptedException {
    Await.until(() -> {
      List<Outcome> outcomes = new ArrayList<>(play.pass(10));
      for (Report report; (report = health.poll()) != null; ) outcomes.add(play.step(new Input.Heard(report)));
      relay.heard(outcomes, 0);
      return so.call();
    }, () -> play.board.alarms().keySet() + " " + well.ids() + " " + relay.standing());
  }

  @Test
  void isAnAlarmOfTheConsoleAndOfEveryOtherServerUntilItIsBack() throws Exception {
    away.script = _ -> Delivery.later("relay.web.refused");
    Map<String, Server> servers = Map.of("away", away, "well", well);
    try (Relay relay = Relay.open(folder, () -> play.now, health::add, t -> servers.get(t.id()), Optional.empty())) {
      relay.configure(List.of(Line.target("away"), Line.target("well")), Line.WORDS);
      relay.heard(play.window(_ -> false), 0);
      until(relay, () -> fault().isPresent());
      until(relay, () -> !told().isEmpty());
      Message begin = told().getFirst();
      assertEquals(List.of(Sort.BEGIN, AlarmKey.Kind.CONSOLE_FAULT, Level.WARNING),
          List.of(begin.sort(), begin.alarm().orElseThrow(), begin.level()));
      assertTrue(begin.summary().contains("away"), begin.summary());
      assertEquals(List.of(), away.events());

      away.script = _ -> Delivery.done();
      until(relay, () -> fault().isEmpty());
      until(relay, () -> told().size() == 2 && away.events().equals(told()));
      assertEquals(begin.episode() + "#end", told().getLast().id());
    }
  }
}
