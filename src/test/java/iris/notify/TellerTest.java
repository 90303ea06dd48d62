package iris.notify;

import static iris.notify.Story.SIV;
import static iris.signal.Priority.P1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Answer;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class TellerTest {
  /** A console without a loudspeaker, and one without a desktop. */
  static final Horn SILENT = horn(p -> {}, () -> {});

  private final Story story = new Story();
  private final LinkedBlockingQueue<Object> happened = new LinkedBlockingQueue<>();
  private final AtomicReference<Now> clock = new AtomicReference<>(story.now);

  static Horn horn(Consumer<Pattern> play, Runnable hush) {
    return new Horn() {
      @Override
      public void play(Pattern pattern) {
        play.accept(pattern);
      }

      @Override
      public void hush() {
        hush.run();
      }

      @Override
      public void close() {}
    };
  }

  private Toasts toasts() {
    return new Toasts() {
      @Override
      public void show(Toast toast, Consumer<Shown> then) {
        happened.add(toast);
        then.accept(new Shown(true, Reason.of("test.shown")));
      }

      @Override
      public void withdraw(String key) {
        happened.add("withdraw " + key);
      }

      @Override
      public void close() {
        happened.add("closed");
      }
    };
  }

  private Teller teller(Consumer<List<Answer>> journal, Horn horn) {
    return new Teller(Memory.EMPTY, story.board(), clock::get, new Wording(Words.of(Lang.FR, ZoneId.of("UTC"))),
        new Teller.Outlets(horn, toasts(), journal, why -> happened.add(why.key()), happened::add));
  }

  private Object next() throws InterruptedException {
    return java.util.Objects.requireNonNull(happened.poll(60, TimeUnit.SECONDS), "nothing happened within 60 s");
  }

  @Test
  void anOutageIsJournaledThenSoundedThenShown() throws Exception {
    try (Teller teller = teller(happened::add, horn(happened::add, () -> happened.add("hush")))) {
      story.raise(SIV, P1);
      teller.post(new Outcome(story.board(), story.poll()));
      assertTrue(((List<?>) next()).getFirst() instanceof Answer answer && answer.told());
      assertEquals(Pattern.P1, next());
      assertTrue(((Toast) next()).title().startsWith("SIV indisponible"));
      Answer.Voice toast = ((Answer) ((List<?>) next()).getFirst()).voices().getFirst();
      assertEquals(new Answer.Voice(Answer.Channel.TOAST, true, Reason.of("test.shown")), toast);
      assertEquals("notify.horn.rings", next());
      story.state(SIV, Lifecycle.ACKED, P1);
      teller.post(new Outcome(story.board(), story.poll()));
      assertEquals("hush", next());
      assertEquals("withdraw service:siv", next());
    }
  }

  @Test
  void itWakesByItselfToRepeat() throws Exception {
    LinkedBlockingQueue<Pattern> sounds = new LinkedBlockingQueue<>();
    try (Teller teller = new Teller(Memory.EMPTY, story.board(),
        () -> clock.updateAndGet(n -> n.plus(Duration.ofSeconds(20))), new Wording(Words.of(Lang.FR, ZoneId.of("UTC"))),
        new Teller.Outlets(horn(sounds::add, () -> {}), toasts(), said -> {}, why -> {}, happened::add))) {
      story.raise(SIV, P1);
      // A clock on which twenty seconds pass at each look: no wait is ever long.
      teller.post(new Outcome(story.board(), story.poll()));
      for (int i = 0; i < 3; i++) assertEquals(Pattern.P1, sounds.poll(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void anOutcomeThatCannotBeToldIsReportedAndTheNextIsTold() throws Exception {
    boolean[] broken = {true};
    Consumer<List<Answer>> journal = said -> {
      if (broken[0]) throw new IllegalStateException("disk full");
    };
    try (Teller teller = teller(journal, SILENT)) {
      story.raise(SIV, P1);
      teller.post(new Outcome(story.board(), story.poll()));
      Report.Health fault = (Report.Health) next();
      assertFalse(fault.well());
      broken[0] = false;
      story.raise(Story.outage("fni"), P1);
      teller.post(new Outcome(story.board(), story.poll()));
      Object after = next();
      while (!(after instanceof Toast)) after = next();
      assertTrue(((Toast) after).title().startsWith("FNI indisponible"));
    }
  }

  @Test
  void closingEndsItsPorts() throws Exception {
    Teller teller = teller(said -> {}, SILENT);
    teller.close();
    assertEquals("closed", next());
  }
}
