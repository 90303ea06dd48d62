package iris.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.notify.toast.Desktop;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An exercise as it is heard and read: the real sound, and a notification that says what it is. */
@Timeout(300)
class ExerciseHeardTest {
  private static final AlarmKey PLAYED = new AlarmKey(Kind.EXERCISE, "siv");
  private static final Words FRENCH = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  private final Room room = new Room(List.of("siv", "fni"));
  // Servers may still write while the folder goes.
  @TempDir(cleanup = CleanupMode.NEVER) Path dir;

  private Room started() {
    room.window(List.of()).window(List.of()).popups();
    return room.act(new Act.StartExercise(Optional.of("siv"), "marie"));
  }

  private String title(Notice notice) {
    return new Wording(FRENCH).toast(notice, room.now.wall()).title().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @Test
  void itRingsAsAnOutageDoesAndItsNotificationSaysThatItIsOne() {
    started();
    assertEquals(Optional.of(Pattern.P1), room.decisions.getLast().play());
    List<Notice> popups = room.popups();
    assertEquals(1, popups.size());
    assertTrue(title(popups.getFirst()).startsWith("EXERCICE – SIV indisponible (simulé) depuis"), title(popups.getFirst()));
    assertEquals(Optional.of(PLAYED), popups.getFirst().acknowledges());
  }

  @Test
  void anotherOneWithinTheSameFiveMinutesIsHeardAgain() {
    started().act(new Act.StopExercise("marie")).popups();
    room.act(new Act.StartExercise(Optional.of("siv"), "marie"));
    assertEquals(1, room.popups().size());
    assertEquals(true, room.said.getLast().told());
  }

  @Test
  void aRealOutageTakesTheNotificationOfTheExerciseAway() {
    started().popups();
    room.window(List.of("fni"));
    List<Decision> all = List.copyOf(room.decisions);
    Decision real = all.stream().filter(d -> d.notice().isPresent()).findFirst().orElseThrow();
    assertTrue(real.withdraw().contains("exercise:siv"), () -> "withdrawn: " + real.withdraw());
    assertTrue(title(real.notice().orElseThrow()).startsWith("FNI indisponible depuis"), title(real.notice().orElseThrow()));
  }

  @Test
  void theTrialOfTheCheckPopsUpAndTheDesktopsAnswerComesBack() throws Exception {
    LinkedBlockingQueue<Report.Health> answers = new LinkedBlockingQueue<>();
    Alerting alerting = new Alerting(true, 0.8, true, Optional.of("marie"), Optional.empty());
    try (PrivateDesktop screen = new PrivateDesktop(dir)) {
      Desktop toasts = Desktop.ofThisMachine(alerting, screen.env, FRENCH, r -> {}, act -> {}, () -> {});
      toasts.tryOut(new Wording(FRENCH).trial(), answers::add);
      Report.Health answer = answers.poll(60, TimeUnit.SECONDS);
      assertTrue(answer.well(), answer::toString);
      assertEquals("NORMAL", screen.popup(1).urgency());
      assertTrue(screen.popup(1).summary().contains("notification d’essai"), screen.popup(1).summary());
      toasts.close();
    }
  }

  @Test
  void whereNotificationsAreSwitchedOffTheTrialSaysSo() throws Exception {
    LinkedBlockingQueue<Report.Health> answers = new LinkedBlockingQueue<>();
    Alerting off = new Alerting(true, 0.8, false, Optional.empty(), Optional.empty());
    Desktop toasts = Desktop.ofThisMachine(off, java.util.Map.of(), FRENCH, r -> {}, act -> {}, () -> {});
    toasts.tryOut(new Wording(FRENCH).trial(), answers::add);
    assertEquals("notify.toast.off", answers.poll(60, TimeUnit.SECONDS).why().key());
    toasts.close();
  }
}
