package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.signal.Dialect;
import iris.signal.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random lives of a page without figures: what it holds open is never calm, and what is over never stands for ever. */
class PageWalkTest {
  private static final Map<Incident.Kind, Kind> RINGS = Map.of(Incident.Kind.OUTAGE, Kind.OUTAGE,
      Incident.Kind.DEGRADATION, Kind.DEGRADED, Incident.Kind.UNCLASSIFIED, Kind.TO_CLASSIFY);
  private static final Incident.Kind[] KINDS = Incident.Kind.values();

  @TestFactory
  Stream<DynamicTest> aPageIsNeverCalmOverWhatItHoldsOpenAndNoAlarmOutlivesItsEnd() {
    return IntStream.range(0, 24).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed,
        () -> walk(new Random(seed), seed % 2 == 0 ? Dialect.STATUSPAGE : Dialect.AZURE)));
  }

  private static void walk(Random random, Dialect dialect) {
    Scene scene = Scene.of("web");
    scene.dialect = dialect;
    scene.publish();
    for (int i = 0; i < 200; i++) {
      scene.pass(Duration.ofSeconds(10 + random.nextInt(i % 40 == 0 ? 4000 : 200)));
      String id = "i" + random.nextInt(4);
      switch (random.nextInt(8)) {
        case 0, 1 -> scene.open("web", id, KINDS[random.nextInt(KINDS.length)]);
        case 2 -> {
          scene.incidents.computeIfPresent(id, (_, n) -> n.open() ? kind(n, KINDS[random.nextInt(KINDS.length)]) : n);
          scene.publish();
        }
        case 3, 4 -> {
          if (scene.incidents.containsKey(id) && scene.incidents.get(id).open()) scene.close(id);
        }
        case 5 -> {
          scene.incidents.remove(id);
          scene.publish();
        }
        case 6 -> List.copyOf(scene.board.alarms().keySet()).forEach(k -> scene.ack(k.kind(), k.subject()));
        default -> List.copyOf(scene.board.alarms().keySet()).forEach(k -> scene.act(new Act.Reset(k, "martin")));
      }
      honest(scene);
    }
    List.copyOf(scene.incidents.values()).stream().filter(Incident::open).forEach(i -> scene.close(i.id()));
    scene.publish().pass(Duration.ofMinutes(40)).publish();
    for (int n = 0; n < 2; n++)
      for (AlarmKey k : List.copyOf(scene.board.alarms().keySet()))
        scene.ack(k.kind(), k.subject()).act(new Act.Reset(k, "martin"));
    assertTrue(scene.board.alarms().values().stream().noneMatch(a -> a.state().active()), () -> "for ever: " + scene.board.alarms());
    scene.shows("web", Shown.UP);
  }

  private static void honest(Scene scene) {
    Shown shown = scene.board.services().get("web").shown();
    for (Incident i : scene.incidents.values()) {
      if (!i.open() || !RINGS.containsKey(i.kind())) continue;
      Alarm a = scene.board.alarms().get(new AlarmKey(RINGS.get(i.kind()), "web"));
      assertTrue(a != null && a.state().active(), () -> "open and silent: " + i);
      assertTrue(shown != Shown.UP, () -> "calm over " + i);
    }
    boolean clean = scene.board.services().get("web").incidents().stream().noneMatch(Incident::open);
    boolean flapping = scene.board.alarms().values().stream().anyMatch(Alarm::flapping);
    if (clean && !flapping) assertEquals(Shown.UP, shown, () -> "nothing is open, yet " + scene.board.alarms());
  }

  private static Incident kind(Incident i, Incident.Kind kind) {
    return new Incident(i.id(), i.service(), i.title(), kind, true, i.origin(), i.party(), i.opened(), i.closed(),
        i.updates() + 1, i.rule(), i.sentence());
  }
}
