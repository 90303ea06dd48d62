package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Transition;
import iris.flow.Cell;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the section rights of a file to the lines of the journal, over a restart. */
class RightsJournalTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  @TempDir Path state;

  private Settings settings() {
    String text = """
        sound: {enabled: no}
        notifications: {desktop: no}
        display: {operator: poste1}
        rights:
          default: view
          administer: [Ops]
        """;
    return ((Reading.Good) SettingsReader.read(List.of(new ConfigText("test", state, text, false)))).settings();
  }

  private static void until(Ports ports, Predicate<EventLog> seen) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    try (Cell.Watch _ = ports.events().watch(() -> {
      if (seen.test(ports.events().get())) latch.countDown();
    })) {
      assertTrue(latch.await(60, TimeUnit.SECONDS), () -> "not seen in " + ports.events().get());
    }
  }

  private static List<String> acts(List<Transition> all) {
    return all.stream().map(t -> switch (t) {
      case Transition.Acted a -> "done " + a.act();
      case Transition.Refused r -> r.why().key() + " " + r.act();
      default -> "";
    }).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void aRefusalAndAChangeOfHandsAreLinesOfTheJournalAndTheHandStaysOverARestart() throws Exception {
    Act refused = new Act.Silence("poste1", Duration.ofMinutes(5));
    Act signed = new Act.Sign("poste1", "poste1", "ops");
    Act done = new Act.Silence("ops", Duration.ofMinutes(5));
    try (Console console = new Console(settings(), Outset.ofProfile(state, Instant.now()), state, FR)) {
      Ports ports = console.ports();
      assertEquals("poste1", ports.author());
      until(ports, log -> true);
      for (Act act : List.of(refused, signed, done)) ports.acts().accept(act);
      until(ports, log -> acts(log.newestFirst()).contains("done " + done));
      assertEquals("ops", ports.author());
    }
    Outset again = Outset.ofProfile(state, Instant.now());
    assertEquals(List.of("alarm.refused.role " + refused, "done " + signed, "done " + done),
        acts(again.restored().recent()));
    try (Console console = new Console(settings(), again, state, FR)) {
      assertEquals("ops", console.ports().author());
      assertTrue(console.ports().refuses(Act.OutOfService.class).isEmpty());
    }
  }
}
