package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.signal.Contact;
import iris.signal.FallbackSight;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random walks over all that can happen to a board; a failing seed is its own reproduction. */
class WalkTest {
  /** More and longer on request: {@code -Diris.walks=60 -Diris.steps=1500}. */
  private static final int SEEDS = Integer.getInteger("iris.walks", 12);
  private static final int STEPS = Integer.getInteger("iris.steps", 600);

  @TestFactory
  Stream<DynamicTest> theInvariantsHoldWhateverHappens() {
    return IntStream.range(0, SEEDS).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new Walk(seed).go()));
  }

  private static final class Walk {
    private final Random random;
    private final Invariants invariants = new Invariants();
    private final String[] services = {"siv", "pay"};
    private final Map<String, Item> document = new LinkedHashMap<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Integer> mood = new LinkedHashMap<>();
    private Now now = new Now(Scene.START, Duration.ofHours(5));
    private Board board = Board.first(planned(Map.of()), now);
    private int next;
    private int ids;

    Walk(long seed) {
      random = new Random(seed);
    }

    void go() {
      for (int i = 0; i < STEPS; i++) {
        pass(Duration.ofSeconds(5 + random.nextInt(20)));
        switch (random.nextInt(44)) {
          case 0 -> step(new Input.Heard(new Report.Unreached(Scene.FEED, Reason.of("feed.timeout"))));
          case 1 -> step(new Input.Heard(new Report.Unreadable(Scene.FEED, Reason.of("rss.x"), Contact.NOTHING_KNOWN)));
          case 2, 3, 4, 5, 6 -> step(new Input.Heard(new Report.Unchanged(Scene.FEED, Contact.NOTHING_KNOWN)));
          case 7 -> incident();
          case 8 -> close();
          case 9 -> vanish();
          case 10, 11, 12, 13 -> operator();
          case 14 -> accident();
          case 15 -> doctor();
          case 16, 17, 18 -> pass(Duration.ofSeconds(random.nextInt(300)));
          case 19 -> step(new Input.Heard(new Report.Health(random.nextBoolean() ? "sound" : "journal", random.nextBoolean(),
              Reason.of("x"))));
          case 20, 21 -> switching();
          case 22, 23 -> step(new Input.Heard(new Report.FallbackSeen(services[random.nextInt(2)],
              FallbackSight.values()[random.nextInt(3)], Reason.of("x"))));
          default -> windows();
        }
      }
      // Seven kinds for each of two services, one for the feed, two for the console: more were keys that nobody forgot.
      assertTrue(board.alarms().size() <= 7 * services.length + 1 + 2, () -> "alarms " + board.alarms().keySet());
    }

    private void step(Input input) {
      Outcome outcome = board.after(input, now);
      invariants.check(board, input, outcome);
      if (random.nextInt(20) == 0) assertEquals(outcome, board.after(input, now), "not deterministic");
      board = outcome.board();
    }

    private void pass(Duration d) {
      for (long left = d.toSeconds(); left > 0; left -= 10) {
        now = now.plus(Duration.ofSeconds(Math.min(10, left)));
        step(new Input.Tick());
      }
    }

    private Instant from(int n) {
      return Scene.START.plus(Scene.PERIOD.multipliedBy(n));
    }

    /** Publishes the windows that are over by now, each service after its mood; some are left for later, or for ever. */
    private void windows() {
      while (!from(next + 1).isAfter(now.wall())) {
        for (String s : services) {
          if (random.nextInt(8) == 0) mood.put(s, random.nextInt(5));
          if (random.nextInt(12) != 0) put(s, next);
        }
        next++;
      }
      if (random.nextInt(6) == 0) put(services[random.nextInt(2)], Math.max(0, next - 1 - random.nextInt(10)));
      document.values().removeIf(i -> ((iris.signal.Window) i.body()).from().isBefore(from(next - 40)));
      publish();
    }

    private void put(String service, int n) {
      Verdict v = switch (mood.getOrDefault(service, 0)) {
        case 1 -> Verdict.DOWN;
        case 2 -> random.nextBoolean() ? Verdict.DOWN : Verdict.UP;
        case 3 -> random.nextBoolean() ? Verdict.UNKNOWN : Verdict.UP;
        case 4 -> Verdict.DEGRADED;
        default -> Verdict.UP;
      };
      Item item = Items.window(service, from(n), v, 100, 0, now.wall(), "");
      document.put(item.revision(), item);
    }

    private void publish() {
      List<Item> items = new ArrayList<>(document.values());
      List<Incident> told = new ArrayList<>(incidents.values());
      Collections.shuffle(items, random);
      Report same = new Report.Published(Scene.FEED,
          Items.bulletin(iris.signal.Dialect.IRIS, now.wall(), List.of(services), items, told), Contact.NOTHING_KNOWN, false);
      step(new Input.Heard(same));
      Outcome again = board.after(new Input.Heard(same), now);
      for (Transition t : again.transitions()) {
        // A second poll may be the second fresh one that ends a lost supervision; nothing else.
        boolean sight = t instanceof Transition.Told told2 && told2.announcement().alarm().kind() == Kind.SUPERVISION_LOST;
        assertTrue(sight || !(t instanceof Transition.Told || t instanceof Transition.Kept || t instanceof Transition.Spoken),
            () -> "the same document twice: " + t);
      }
    }

    private void incident() {
      String id = "i" + ids++;
      Incident.Kind kind = Incident.Kind.values()[random.nextInt(Incident.Kind.values().length)];
      incidents.put(id, Items.incident(services[random.nextInt(2)], id, kind, now.wall().minusSeconds(random.nextInt(400))));
      publish();
    }

    private void close() {
      incidents.replaceAll((_, i) -> i.open() && random.nextBoolean()
          ? Items.closed(i, now.wall().minusSeconds(random.nextInt(400))) : i);
      publish();
    }

    private void vanish() {
      incidents.keySet().removeIf(_ -> random.nextInt(3) == 0);
      publish();
    }

    private Instant planned(String service) {
      List<Suppression> all = board.maintenances(service);
      return all.isEmpty() ? now.wall() : all.getLast().since();
    }

    private void operator() {
      List<AlarmKey> keys = List.copyOf(board.alarms().keySet());
      AlarmKey key = keys.isEmpty() ? new AlarmKey(Kind.OUTAGE, "siv") : keys.get(random.nextInt(keys.size()));
      String service = services[random.nextInt(2)];
      step(new Input.Did(switch (random.nextInt(17)) {
        case 0, 1, 2 -> new Act.Acknowledge(key, "m", "");
        case 3 -> new Act.Unacknowledge(key, "m");
        case 4 -> new Act.Shelve(key, "m", "r", Duration.ofMinutes(1 + random.nextInt(40)));
        case 5 -> new Act.Unshelve(key, "m");
        case 6 -> new Act.Reset(key, "m");
        case 7 -> new Act.Silence("m", Duration.ofMinutes(random.nextInt(12)));
        case 8 -> new Act.Maintain(service, "m", "r", now.wall(), now.wall().plusSeconds(60 + random.nextInt(2000)));
        case 9 -> new Act.EndMaintenance(service, "m");
        case 10 -> new Act.OutOfService(service, random.nextBoolean(), "m", "r", Optional.of(now.wall().plusSeconds(900)));
        case 13 -> new Act.Maintain(service, "m", "r", now.wall().plusSeconds(600), now.wall().plusSeconds(1200));
        case 14 -> new Act.CancelMaintenance(service, planned(service), "m", "r");
        case 15 -> new Act.Sign(board.author("m"), "m", random.nextBoolean() ? "n" : "m");
        case 11, 12 -> new Act.SwitchFallback(service, random.nextBoolean(), "m", "r", List.of());
        default -> new Act.Fallback(service, random.nextBoolean(), "m", "r");
      }));
    }

    /** Sleep, a stepped clock, a restart. */
    private void accident() {
      switch (random.nextInt(3)) {
        case 0 -> {
          now = now.plus(Duration.ofSeconds(31 + random.nextInt(4000)));
          step(new Input.Tick());
        }
        case 1 -> {
          now = new Now(now.wall().plusSeconds(61 + random.nextInt(200)), now.mono());
          step(new Input.Tick());
        }
        default -> {
          Instant stopped = now.wall();
          now = new Now(now.wall().plusSeconds(random.nextInt(4000)), Duration.ofSeconds(random.nextInt(1000)));
          step(new Input.Restarted(stopped));
        }
      }
    }

    /** Rules change while all runs. */
    private void doctor() {
      step(new Input.Reconfigured(planned(random.nextBoolean() ? Map.of()
          : Map.of("siv", Rules.ServiceRules.DEFAULT))));
    }

    private static Rules planned(Map<String, Rules.ServiceRules> services) {
      return Scene.rules(services).planned(Map.of("siv", FallbackTest.PLAN, "pay", FallbackTest.PLAN));
    }

    /** Something of the newest attempt, in any order, also when it is long over. */
    private void switching() {
      String service = services[random.nextInt(2)];
      Instant order = board.fallback(service).last().map(FallbackState.Attempt::order).orElse(now.wall());
      Report.Switching.Stage[] stages = Report.Switching.Stage.values();
      step(new Input.Heard(new Report.Switching(service, order, stages[random.nextInt(stages.length)], Reason.of("x"),
          FallbackSight.values()[random.nextInt(3)], List.of())));
    }
  }
}
