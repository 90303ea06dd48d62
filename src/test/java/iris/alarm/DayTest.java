package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Contact;
import iris.signal.Incident;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A simulated day and two hours of fifty services: what is told is told once, and the board does not grow. */
class DayTest {
  private static final int SERVICES = 50;
  private static final int PUBLISHED = 288;
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private final Map<Integer, List<Incident>> incidents = new LinkedHashMap<>();
  private final List<Announcement> told = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private Now now = new Now(START, Duration.ofHours(1));
  private Board board = Board.first(Scenes.rules(SERVICES), now);

  /** Service i is down for i % 4 windows, every four hours after its own time, and some say so. */
  private static boolean down(int i, Instant from) {
    long n = from.getEpochSecond() / 300 - START.getEpochSecond() / 300;
    return n > 0 && Math.floorMod(n - i, 48) < i % 4;
  }

  private void step(Input input) {
    Outcome outcome = board.after(input, now);
    board = outcome.board();
    for (Transition t : outcome.transitions()) {
      if (t instanceof Transition.Told a) told.add(a.announcement());
      if (t instanceof Transition.Kept k)
        assertTrue(kept.add(k.service() + k.window().revision()), () -> "kept twice: " + k);
    }
  }

  private int entries() {
    Memory m = board.memory();
    int windows = board.services().values().stream().mapToInt(s -> s.windows().size() + s.incidents().size()).sum();
    int services = m.services().values().stream().mapToInt(s -> s.aside().size() + s.cases().size() + s.works().size()).sum();
    int alarms = m.alarms().values().stream().mapToInt(a -> 1 + a.raises().size() + a.turns().size()).sum();
    return windows + services + alarms + m.loud().size() + m.checks().size() + board.alarms().size();
  }

  @Test
  void aDayOfFiftyServicesIsToldOnceAndLeavesTheBoardAsBigAsItWas() {
    List<Integer> sizes = new ArrayList<>();
    for (int tick = 0; tick < 26 * 360; tick++) {
      now = now.plus(Duration.ofSeconds(10));
      step(new Input.Tick());
      if (tick % 6 == 5) for (int i = 0; i < SERVICES; i++) poll(i, tick / 6);
      if (tick % 360 == 359) sizes.add(entries());
    }
    Set<String> once = new HashSet<>();
    for (Announcement a : told)
      if (a.call() != Call.REPEAT) assertTrue(once.add(a.episode() + a.call()), () -> "told twice: " + a);
    long raises = told.stream().filter(a -> a.call() == Call.RAISE).count();
    long clears = told.stream().filter(a -> a.call() == Call.CLEAR).count();
    assertTrue(raises > 200, () -> "raises " + raises);
    assertEquals(raises, clears + board.alarms().values().stream().filter(a -> a.state().active()).count());
    // The first day's document fills the board; from then on it only changes.
    int first = sizes.get(2);
    sizes.subList(3, sizes.size()).forEach(size ->
        assertTrue(Math.abs(size - first) < first / 8, () -> "the board grew: " + sizes));
  }

  private void poll(int i, int minute) {
    if (minute % 5 != i % 5) {
      step(new Input.Heard(new Report.Unchanged(Scenes.feed(i), Contact.NOTHING_KNOWN)));
      return;
    }
    Instant newest = Instant.ofEpochSecond(now.wall().getEpochSecond() / 300 * 300 - 300);
    incidents.computeIfAbsent(i, _ -> new ArrayList<>());
    if (i % 8 == 3) speak(i, newest);
    step(new Input.Heard(Scenes.document(i, now, PUBLISHED, from -> down(i, from), incidents.get(i))));
  }

  /** Opens an incident with the first bad window and closes it with the first good one. */
  private void speak(int i, Instant newest) {
    List<Incident> all = incidents.get(i);
    boolean open = !all.isEmpty() && all.getLast().open();
    if (down(i, newest) && !open)
      all.add(Items.incident(Scenes.service(i), "i" + newest.getEpochSecond(), Incident.Kind.OUTAGE, newest.plusSeconds(30)));
    if (!down(i, newest) && open) all.add(Items.closed(all.removeLast(), newest.plusSeconds(5)));
    all.removeIf(x -> x.closed().map(c -> Duration.between(c, now.wall()).toHours() >= 24).orElse(false));
  }
}
