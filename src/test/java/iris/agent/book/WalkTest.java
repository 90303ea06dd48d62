package iris.agent.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.Tally;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random walks over all that can happen to a book; a failing seed is its own reproduction. */
class WalkTest {
  /** More and longer on request: {@code -Diris.walks=200 -Diris.steps=20000}. */
  private static final int SEEDS = Integer.getInteger("iris.walks", 16);
  private static final int STEPS = Integer.getInteger("iris.steps", 2500);

  @TestFactory
  Stream<DynamicTest> theInvariantsHoldWhateverHappens() {
    return IntStream.range(0, SEEDS).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new Walk(seed).go()));
  }

  private static final class Walk {
    private final Random random;
    private final Invariants invariants = new Invariants();
    private Instant now = Scene.START;
    private Book book = Book.fresh(Scene.served(), Scene.PERIOD);
    private double frontFails;
    private double antsFails;
    private int rate;
    private double share;
    private double slow;

    Walk(long seed) {
      random = new Random(seed);
    }

    void go() {
      step(new Stimulus.Resumed(now));
      for (int i = 0; i < STEPS; i++) {
        if (random.nextInt(60) == 0) mood();
        switch (random.nextInt(400)) {
          case 0 -> restart();
          case 1 -> clock();
          case 2, 3, 4, 5, 6, 7 -> operator();
          case 8 -> condition();
          case 9 -> late();
          default -> second();
        }
      }
    }

    private void mood() {
      frontFails = random.nextInt(3) == 0 ? random.nextDouble() : 0;
      antsFails = random.nextInt(4) == 0 ? random.nextDouble() : 0;
      rate = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 30);
      share = random.nextInt(3) == 0 ? random.nextDouble() : random.nextDouble() / 100;
      slow = random.nextInt(5) == 0 ? random.nextDouble() : 0;
    }

    private void second() {
      now = now.plusMillis(random.nextInt(200, 5000));
      while (book.wakeAt().map(at -> !at.isAfter(now)).orElse(false)) step(new Stimulus.Tick());
      if (rate > 0) step(new Stimulus.Heard(traffic(now)));
      if (random.nextInt(3) == 0) probe("front", frontFails);
      if (random.nextInt(3) == 0) probe("ants", antsFails);
    }

    private void probe(String check, double fails) {
      boolean well = random.nextDouble() >= fails;
      step(new Stimulus.Heard(Scene.probed(check, now.minusMillis(random.nextInt(4000)), well,
          well && random.nextInt(40) == 0)));
    }

    private Evidence.Counted traffic(Instant at) {
      Instant second = Instant.ofEpochSecond(at.getEpochSecond());
      Tally tally = new Tally(Times.window(second, Scene.PERIOD));
      Origin origin = Origin.values()[random.nextInt(4)];
      long failed = 0;
      long slowly = 0;
      for (int i = 0; i < rate; i++) {
        boolean s = random.nextDouble() < slow;
        if (s) slowly++;
        if (random.nextDouble() < share) {
          failed++;
          tally.failed(origin, s ? 4000 : 400);
        } else {
          tally.good(s ? 4000 : 400);
        }
        tally.response("ants", s ? 3000 : 200);
      }
      Beat beat = new Beat(second, rate, origin == Origin.PROVIDER ? failed : 0, origin == Origin.EXTERNAL ? failed : 0,
          origin == Origin.UNKNOWN || origin == Origin.NETWORK ? failed : 0, slowly);
      return Scene.counted(List.of(tally), List.of(beat));
    }

    private void late() {
      rate = Math.max(1, rate);
      step(new Stimulus.Heard(traffic(now.minusSeconds(random.nextInt(-600, 4000)))));
    }

    private void condition() {
      boolean well = random.nextBoolean();
      step(new Stimulus.Heard(new Evidence.Condition("siv", "access", well, Reason.of("agent.log.x"))));
    }

    private void restart() {
      Instant alive = now.minusSeconds(random.nextInt(20));
      now = now.plusSeconds(random.nextInt(3) == 0 ? random.nextInt(8000) : random.nextInt(60));
      book = Kept.book(book, Scene.served());
      step(new Stimulus.Resumed(alive));
    }

    private void clock() {
      int by = switch (random.nextInt(3)) {
        case 0 -> random.nextInt(-60, 60);
        case 1 -> random.nextInt(-3000, 3000);
        default -> random.nextInt(-200_000, 200_000);
      };
      now = now.plusSeconds(by);
      step(new Stimulus.Tick());
    }

    private void operator() {
      List<Announcement> all = new ArrayList<>();
      Optional<String> which = book.open().isEmpty() ? Optional.empty()
          : Optional.of(book.open().get(random.nextInt(book.open().size())).id());
      Optional<Severity> severity = random.nextBoolean() ? Optional.of(Severity.values()[random.nextInt(2)]) : Optional.empty();
      Optional<Origin> origin = random.nextBoolean() ? Optional.of(Origin.values()[random.nextInt(4)]) : Optional.empty();
      Optional<Instant> some = random.nextBoolean() ? Optional.of(now.minusSeconds(random.nextInt(-300, 5000))) : Optional.empty();
      Optional<String> work = book.state().works().stream().map(Memory.Work::id).findAny();
      Instant from = now.plusSeconds(random.nextInt(-600, 2000));
      all.add(new Announcement.Open("siv", "m", severity.orElse(Severity.OUTAGE), origin.orElse(Origin.UNKNOWN),
          Optional.empty(), some, "text"));
      all.add(new Announcement.Amend("siv", "m", which, severity, origin, Optional.empty(), some, "text"));
      for (int i = 0; i < 4; i++) all.add(new Announcement.Close("siv", "m", which, i < 2 ? some : Optional.empty(), ""));
      all.add(new Announcement.Plan("siv", "m", from, from.plusSeconds(random.nextInt(-100, 2000)), ""));
      all.add(new Announcement.Replan("siv", "m", work, Optional.of(from), some, ""));
      all.add(new Announcement.Cancel("siv", "m", work, ""));
      all.add(new Announcement.Notice("siv", "m", "x"));
      step(new Stimulus.Told(all.get(random.nextInt(all.size()))));
    }

    private void step(Stimulus stimulus) {
      Turn turn = book.after(stimulus, now);
      // What was kept and read again behaves alike, and a turn changes nothing in the book before it.
      if (random.nextInt(10) == 0) {
        Turn again = Kept.book(book, Scene.served()).after(stimulus, now);
        assertEquals(turn.said(), again.said());
        assertEquals(turn.refused(), again.refused());
        assertEquals(turn.book().state(), again.book().state());
        assertEquals(turn.book().wakeAt(), again.book().wakeAt());
      }
      invariants.check(book, turn, now);
      // A tick at no time that was asked for says nothing.
      Turn idle = turn.book().after(new Stimulus.Tick(), now);
      assertEquals(List.of(), idle.said());
      assertEquals(turn.book().state(), idle.book().state());
      Instant wake = turn.book().wakeAt().orElseThrow();
      assertTrue(wake.isAfter(now), () -> "wakes at " + wake + ", it is " + now);
      assertTrue(Duration.between(now, wake).compareTo(Scene.PERIOD) <= 0, () -> "sleeps until " + wake);
      before(turn.book(), wake);
      book = turn.book();
    }

    /** Until the time that was asked for, time alone says nothing. */
    private void before(Book next, Instant wake) {
      if (random.nextInt(4) > 0) return;
      long millis = Duration.between(now, wake).toMillis();
      Instant between = now.plusMillis((long) (millis * random.nextDouble()));
      if (between.isBefore(wake)) assertEquals(List.of(), next.after(new Stimulus.Tick(), between).said());
    }
  }
}
