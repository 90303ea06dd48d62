package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.faults.Provider;
import iris.history.Opening;
import iris.history.Profile;
import iris.notify.PrivateDesktop;
import iris.relay.real.Await;
import iris.testing.ScriptedServer;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The display that a console stands on is gone, and comes back. The toolkit ends the process then, and nobody can say
 * anything in it any more: it must end with a code that a supervisor takes for a failure, and have lost nothing.
 */
@Timeout(300)
class DisplayLostTest {
  private static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");

  @TempDir(cleanup = CleanupMode.NEVER) Path home;
  private final Provider provider = Provider.standing();
  private final ScriptedServer server = ScriptedServer.http().then(provider);
  private Process xvfb;

  @BeforeEach
  void needs() throws IOException {
    Assumptions.assumeTrue(PrivateDesktop.canOpenWindows() && Files.isExecutable(Path.of("/usr/bin/Xvfb")),
        "skipped: no virtual display (apt-get install xvfb libgtk-3-0)");
    Files.writeString(home.resolve("iris.yaml"), "sound: {enabled: no}\nnotifications: {desktop: no}\nfeeds:\n  siv:\n    url: "
        + server.uri("/feed") + "\n");
    provider.newestIsDown();
  }

  @AfterEach
  void end() throws InterruptedException {
    if (xvfb != null) xvfb.destroyForcibly().waitFor();
    server.close();
  }

  /** @param number empty: any that is free */
  private String display(Optional<String> number) throws Exception {
    Path said = home.resolve("display");
    Files.deleteIfExists(said);
    List<String> line = number.map(n -> List.of("Xvfb", ":" + n, "-displayfd", "1", "-screen", "0", "1280x800x24"))
        .orElse(List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"));
    xvfb = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(said.toFile()).start();
    Await.until(() -> Files.readString(said).strip().matches("\\d+"), () -> "no display");
    return Files.readString(said).strip();
  }

  private Launched console(String display) throws IOException {
    return Launched.start(home, List.of("-Dprism.order=sw", "-Djava.net.useSystemProxies=false"),
        Map.of("DISPLAY", ":" + display));
  }

  /** What it has kept, seen from outside. */
  private Optional<Board> kept() {
    return switch (Profile.open(home.resolve("state"), Instant.now())) {
      case Opening.ReadOnly held -> held.restored().board();
      case Opening.Writable free -> {
        try {
          free.journal().close();
        } catch (java.sql.SQLException e) {
          throw new AssertionError(e);
        }
        yield free.restored().board();
      }
      case Opening.Refused no -> throw new AssertionError(no.why());
    };
  }

  private boolean down() {
    return kept().map(b -> b.alarms().get(OUTAGE)).map(a -> a.state().active()).orElse(false);
  }

  private void beats(Instant since) throws InterruptedException {
    Path heartbeat = home.resolve("state").resolve("heartbeat");
    Await.until(() -> Files.exists(heartbeat) && Files.getLastModifiedTime(heartbeat).toInstant().isAfter(since),
        () -> "the screen does not answer");
  }

  @Test
  void theProcessEndsAsAFailureLosesNothingAndStandsAgainOnTheNextDisplay() throws Exception {
    String number = display(Optional.empty());
    try (Launched first = console(number)) {
      beats(Instant.EPOCH);
      // Not while it starts: a journal that is looked at is held for a moment.
      Await.until(this::down, () -> "the outage is not kept");
      xvfb.destroyForcibly().waitFor();
      assertTrue(first.process.waitFor(60, TimeUnit.SECONDS), "it lives on without a display");
      assertNotEquals(0, first.process.exitValue(), "a supervisor would take it for closed by a hand");
    }
    assertInstanceOf(Opening.Writable.class, opened());
    assertTrue(down(), "lost with the display");

    try (Launched blind = console(number)) {
      blind.await(Words.of(Lang.EN, ZoneId.of("Europe/Paris")).say("app.no-display"));
      assertTrue(blind.process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(Main.MISUSED, blind.process.exitValue());
    }

    Instant before = Instant.now();
    display(Optional.of(number));
    try (Launched _ = console(number)) {
      beats(before);
      assertTrue(down(), "restored");
    }
  }

  private Opening opened() throws Exception {
    Opening opening = Profile.open(home.resolve("state"), Instant.now());
    if (opening instanceof Opening.Writable writable) writable.journal().close();
    return opening;
  }
}
