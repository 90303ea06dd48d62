package iris.agent.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.IncidentStep;
import iris.signal.Maintenance;
import iris.signal.Severity;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold after every turn of every walk. */
final class Invariants {
  private static final Words WORDS = Words.of(Lang.FR, ZoneOffset.UTC);

  private final Set<String> guids = new HashSet<>();
  private final List<Window> windows = new ArrayList<>();
  private final Map<String, IncidentStep> open = new HashMap<>();
  private final Map<String, Maintenance> works = new HashMap<>();
  private final Set<String> over = new HashSet<>();
  private final Map<String, Instant> stepped = new HashMap<>();
  private Instant last = Instant.MIN;
  private Instant told = Instant.MIN;

  void check(Book before, Turn turn, Instant now) {
    // A clock that went back by more than an hour is believed again.
    if (Duration.between(now, last.equals(Instant.MIN) ? now : last).compareTo(Duration.ofMinutes(59)) > 0) last = Instant.MIN;
    told = now;
    for (Utterance u : turn.said()) {
      assertTrue(guids.add(u.guid()), () -> "twice: " + u);
      assertFalse(u.at().isBefore(last), () -> "before what was said at " + last + ": " + u);
      last = u.at();
      switch (u) {
        case Utterance.Counted c -> window(c.window());
        case Utterance.Stepped s -> step(before, s);
        case Utterance.Worked w -> work(w.maintenance());
        case Utterance.Noticed n -> assertTrue(n.guid().endsWith(n.id()));
      }
    }
    Book.State s = turn.book().state();
    assertEquals(open.keySet(), new HashSet<>(s.open().stream().map(Memory.Opened::id).toList()));
    assertTrue(s.open().stream().filter(o -> !o.announced()).count() <= 1, () -> "two of its own: " + s.open());
    assertEquals(works.keySet(), new HashSet<>(s.works().stream().map(Memory.Work::id).toList()));
    assertTrue(s.frames().size() <= 4, () -> "frames " + s.frames());
    assertTrue(s.published().size() <= 33, () -> "spans " + s.published().size());
    assertTrue(s.traffic().beats().size() <= 30, () -> "beats " + s.traffic().beats().size());
    assertTrue(s.phases().size() <= 400, () -> "phases " + s.phases().size());
    turn.refused().ifPresent(r -> assertTrue(WORDS.knows(r.key()), r::key));
  }

  private void window(Window w) {
    assertEquals(0, w.from().toEpochMilli() % Scene.PERIOD.toMillis());
    assertEquals(Scene.PERIOD, w.length());
    for (Window other : windows)
      assertFalse(other.from().isBefore(w.to()) && w.from().isBefore(other.to()), () -> "overlap: " + other + w);
    windows.add(w);
    assertEquals(w.failed(), w.failures().values().stream().mapToLong(Long::longValue).sum());
    assertTrue(w.total() > 0 || w.transaction().isNone());
  }

  /** Opens once, closes once, counts its steps; a word a minute unless it is worse or a person's. */
  private void step(Book before, Utterance.Stepped said) {
    IncidentStep s = said.step();
    IncidentStep was = open.get(s.id());
    assertFalse(over.contains(s.id()), () -> "after its end: " + s);
    assertEquals(was == null ? IncidentStep.State.OPEN : s.state(), s.state());
    assertEquals(was == null ? 1 : was.sequence() + 1, s.sequence());
    assertTrue(was == null || s.state() != IncidentStep.State.OPEN, () -> "opened twice: " + s);
    assertEquals(s.state() == IncidentStep.State.CLOSED, s.until().isPresent());
    if (s.state() == IncidentStep.State.UPDATE && said.cause().author().isEmpty() && !rises(was, s))
      assertFalse(Duration.between(stepped.get(s.id()), told).abs().compareTo(Duration.ofMinutes(1)) < 0, s::toString);
    stepped.put(s.id(), told);
    if (s.state() == IncidentStep.State.CLOSED) {
      open.remove(s.id());
      over.add(s.id());
      boolean announced = before.open().stream().anyMatch(o -> o.id().equals(s.id()) && o.announced());
      assertTrue(!announced || said.cause().author().isPresent(), () -> "a person's incident closed by itself: " + s);
    } else {
      open.put(s.id(), s);
    }
    String words = said.worded(WORDS).cause();
    assertFalse(words.isBlank() && said.cause().author().isEmpty() || words.contains("agent.book"), words);
  }

  private static boolean rises(IncidentStep was, IncidentStep s) {
    return was.severity() == Severity.DEGRADED && s.severity() == Severity.OUTAGE;
  }

  private void work(Maintenance m) {
    assertFalse(over.contains(m.id()), () -> "after its end: " + m);
    Maintenance was = works.get(m.id());
    assertTrue(was == null || was.state().compareTo(m.state()) <= 0, () -> "back from " + was + " to " + m);
    if (m.state() == Maintenance.State.DONE || m.state() == Maintenance.State.CANCELLED) {
      works.remove(m.id());
      over.add(m.id());
    } else {
      works.put(m.id(), m);
    }
  }
}
