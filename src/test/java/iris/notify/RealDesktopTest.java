package iris.notify;

import static iris.notify.Story.SIV;
import static iris.signal.Priority.P1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Lifecycle;
import iris.alarm.Outcome;
import iris.notify.toast.Desktop;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Against dunst on a bus of its own under a virtual display: what really pops up. */
@Timeout(300)
class RealDesktopTest {
  private final Story story = new Story();
  private final LinkedBlockingQueue<Act> acts = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<String> opened = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Report.Health> health = new LinkedBlockingQueue<>();
  // Servers may still write while the folder goes.
  @TempDir(cleanup = CleanupMode.NEVER) Path dir;
  private PrivateDesktop screen;
  private Teller teller;

  @BeforeEach
  void start() throws Exception {
    screen = new PrivateDesktop(dir);
    Words words = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
    Alerting alerting = new Alerting(true, 0.8, true, Optional.of("ada"), Optional.empty());
    Desktop toasts = Desktop.ofThisMachine(alerting, screen.env, words, r -> health.add((Report.Health) r), acts::add,
        () -> opened.add("open"));
    teller = new Teller(Memory.EMPTY, story.board(), () -> story.now, new Wording(words),
        new Teller.Outlets(TellerTest.SILENT, toasts, said -> {}, why -> {}, r -> {}));
  }

  @AfterEach
  void end() {
    if (teller != null) teller.close();
    if (screen != null) screen.close();
  }

  private void post() {
    teller.post(new Outcome(story.board(), story.poll()));
  }

  @Test
  void outageAndRecoveryEachPopUpOnceAndTheRecoveryReplacesTheOutage() throws Exception {
    story.raise(SIV, P1);
    post();
    PrivateDesktop.Popup down = screen.popup(1);
    assertEquals("SIV indisponible depuis 15:12 – origine\u00a0: service externe (probable)", down.summary());
    assertEquals("CRITICAL", down.urgency());
    screen.picture("toast-outage.png");

    story.after(Duration.ofMinutes(3)).clear(SIV, P1);
    post();
    PrivateDesktop.Popup up = screen.popup(2);
    assertTrue(up.summary().startsWith("SIV rétabli à 15:15"), up.summary());
    assertEquals("NORMAL", up.urgency());
    assertEquals(down.id(), up.id(), "in the place of the outage");
    assertEquals(1, screen.displayed());
    screen.picture("toast-recovery.png");
    assertEquals(2, screen.popups().size());
  }

  @Test
  void anAcknowledgementTakesTheToastAway() {
    story.raise(SIV, P1);
    post();
    screen.popup(1);
    story.state(SIV, Lifecycle.ACKED, P1);
    post();
    PrivateDesktop.await(() -> screen.displayed() == 0, "the toast is gone");
  }

  @Test
  void theButtonsOfAToastComeBackAsActs() throws Exception {
    story.raise(SIV, P1);
    post();
    String id = screen.popup(1).id();
    button(id, "open");
    assertEquals("open", opened.poll(60, TimeUnit.SECONDS));
    button("4711", "acknowledge");
    button(id, "acknowledge");
    Act act = acts.poll(60, TimeUnit.SECONDS);
    assertEquals(new Act.Acknowledge(SIV, "ada", "depuis la notification du bureau"), act);
    assertTrue(acts.isEmpty(), "the button of somebody else's toast is not ours");
  }

  private void button(String id, String action) {
    screen.run("dbus-send", "--session", "--type=signal", "/org/freedesktop/Notifications",
        "org.freedesktop.Notifications.ActionInvoked", "uint32:" + id, "string:" + action);
  }

  @Test
  void aNotificationServerThatWasRestartedShowsTheNextToast() throws Exception {
    story.raise(SIV, P1);
    post();
    screen.popup(1);
    screen.stopServer();
    screen.startServer();
    story.clear(SIV, P1);
    post();
    assertTrue(screen.popup(2).summary().startsWith("SIV rétabli"));
  }

  @Test
  void aBusThatWasRestartedShowsTheNextToast() throws Exception {
    story.raise(SIV, P1);
    post();
    screen.popup(1);
    screen.stopServer();
    screen.stopBus();
    screen.startBus();
    screen.startServer();
    story.clear(SIV, P1);
    post();
    assertTrue(screen.popup(2).summary().startsWith("SIV rétabli"));
  }

  @Test
  void withoutAServerItIsSaidAndTheNextToastIsTriedAllTheSame() throws Exception {
    assertTrue(take().well());
    screen.stopServer();
    story.raise(SIV, P1);
    post();
    Report.Health gone = take();
    assertFalse(gone.well());
    assertEquals("notify.toast.no-server", gone.why().key());
    screen.startServer();
    story.clear(SIV, P1);
    post();
    assertTrue(take().well());
    screen.popup(1);
  }

  @Test
  void withoutABusItIsSaidAndWhenItIsBackTheNextToastIsShown() throws Exception {
    assertTrue(take().well());
    screen.stopServer();
    screen.stopBus();
    story.raise(SIV, P1);
    post();
    Report.Health gone = take();
    assertFalse(gone.well());
    assertEquals("notify.toast.bus-failed", gone.why().key());
    screen.startBus();
    screen.startServer();
    story.clear(SIV, P1);
    post();
    assertTrue(take().well());
    screen.popup(1);
  }

  @Test
  void whatAFeedSaysIsTextAndNotMarkup() {
    String evil = "<a href=\"x\">&\u202e</a>";
    story.raise(SIV, P1);
    post();
    screen.popup(1);
    story.raise(new iris.alarm.AlarmKey(iris.alarm.AlarmKey.Kind.OUTAGE, evil), P1)
        .raise(Story.outage("fni"), P1);
    post();
    String printed = screen.popup(2).body() + screen.popup(2).summary();
    assertFalse(printed.contains("\u202e"));
    assertNotEquals("", printed);
    assertEquals(List.of(), screen.popups().stream().filter(p -> p.body().contains("<A")).toList());
  }

  private Report.Health take() throws InterruptedException {
    return java.util.Objects.requireNonNull(health.poll(60, TimeUnit.SECONDS), "no health was reported within 60 s");
  }
}
