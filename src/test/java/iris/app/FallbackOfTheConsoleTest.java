package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.flow.Cell;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.ui.desk.Ports;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the act to the endpoint and back to the board, through a real journal, also over a stop in the middle. */
class FallbackOfTheConsoleTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  @TempDir Path state;

  private final AtomicReference<String> route = new AtomicReference<>("production");

  private Settings settings(ScriptedServer server) {
    String text = """
        sound: {enabled: no}
        notifications: {desktop: no}
        fallbacks:
          siv:
            timeout: 20s
            activate: {url: "%s"}
            return: {url: "%s"}
            check: {url: "%s", contains: fallback, every: 5s}
        """.formatted(server.uri("/fallback"), server.uri("/production"), server.uri("/state"));
    return switch (SettingsReader.read(List.of(new ConfigText("test", state, text, false)))) {
      case Reading.Good(Settings settings) -> settings;
      case Reading.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }

  private Reply router() {
    return (request, line) -> {
      if (request.method().equals("POST")) route.set(request.target().substring(1));
      return Reply.ok(route.get()).answer(request, line);
    };
  }

  private static void until(Ports ports, Class<? extends Fallback> wanted) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    Predicate<Board> there = b -> wanted.isInstance(b.fallback("siv").now());
    try (Cell.Watch _ = ports.board().watch(() -> {
      if (there.test(ports.board().get())) latch.countDown();
    })) {
      assertTrue(latch.await(60, TimeUnit.SECONDS), () -> wanted + " was not seen: " + ports.board().get().fallback("siv"));
    }
  }

  private static void order(Ports ports, boolean on) {
    ports.acts().accept(new Act.SwitchFallback("siv", on, "marie", "panne", List.of("prévenir")));
  }

  private static long posts(ScriptedServer server) {
    return server.requests().stream().filter(r -> r.method().equals("POST")).count();
  }

  @Test
  void itIsSwitchedOnceSurvivesARestartAndComesBackWhenTold() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(router())) {
      try (Console console = new Console(settings(server), Outset.ofProfile(state, Instant.now()), state, FR)) {
        order(console.ports(), true);
        until(console.ports(), Fallback.On.class);
        assertEquals("fallback", route.get());
      }
      try (Console console = new Console(settings(server), Outset.ofProfile(state, Instant.now()), state, FR)) {
        Fallback.On on = assertInstanceOf(Fallback.On.class, console.ports().board().get().fallback("siv").now());
        assertEquals("marie", on.author());
        assertEquals(1, posts(server), "a restart runs nothing");
        order(console.ports(), false);
        until(console.ports(), Fallback.Off.class);
        assertEquals("production", route.get());
        assertEquals(2, posts(server));
      }
    }
  }

  @Test
  void aStopInTheMiddleIsLoudAsksAgainAndRunsNothingTwice() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Reply stalls = (request, line) -> {
      if (!request.method().equals("POST")) return Reply.ok("production").answer(request, line);
      asked.countDown();
      return Reply.stall().answer(request, line);
    };
    try (ScriptedServer server = ScriptedServer.http().then(stalls)) {
      try (Console console = new Console(settings(server), Outset.ofProfile(state, Instant.now()), state, FR)) {
        order(console.ports(), true);
        assertTrue(asked.await(60, TimeUnit.SECONDS), "never asked");
      }
      try (Console console = new Console(settings(server), Outset.ofProfile(state, Instant.now()), state, FR)) {
        until(console.ports(), Fallback.Failed.class);
        Board board = console.ports().board().get();
        assertTrue(board.alarms().get(new AlarmKey(AlarmKey.Kind.FALLBACK_FAILED, "siv")).state().active());
        assertEquals("alarm.fallback.interrupted-on", ((Fallback.Failed) board.fallback("siv").now()).why().key());
        assertEquals(1, posts(server));
      }
    }
  }
}
