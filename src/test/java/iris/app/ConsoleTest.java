package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.Answer.Channel;
import iris.alarm.Answer.Voice;
import iris.alarm.Board;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.app.demo.LiveDemo;
import iris.app.demo.Scene;
import iris.flow.Cell;
import iris.history.JournalArchive;
import iris.history.story.Archive;
import iris.history.story.Episode;
import iris.history.story.Line;
import iris.history.story.Search;
import iris.history.story.Story;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.ui.desk.Ports;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a datum, without a screen: demonstration, feed, reader, board, journal, cells. */
class ConsoleTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  @TempDir Path state;

  private Settings quiet(String more) {
    String text = "sound: {enabled: no}\nnotifications: {desktop: no}\n" + more;
    return switch (SettingsReader.read(List.of(new ConfigText("test", state, text, false)))) {
      case Reading.Good(Settings settings) -> settings;
      case Reading.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }

  private static void until(Ports ports, String what, Predicate<Board> seen) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    try (Cell.Watch _ = ports.board().watch(() -> {
      if (seen.test(ports.board().get())) latch.countDown();
    })) {
      assertTrue(latch.await(240, TimeUnit.SECONDS), () -> "not seen: " + what + "\n" + ports.events().get());
    }
  }

  private static boolean active(Board board, String service) {
    var alarm = board.alarms().get(new AlarmKey(AlarmKey.Kind.OUTAGE, service));
    return alarm != null && alarm.state().active();
  }

  @Test
  void theDemonstrationsOutageIsSeenAndItsEndToo() throws Exception {
    AtomicReference<Runnable> published = new AtomicReference<>(() -> {});
    try (LiveDemo demo = LiveDemo.play(Scene.OUTAGE, 10, FR, () -> published.get().run());
        Console console =
            new Console(Watching.demonstration(quiet(""), demo.sources()),
                Outset.ofProfile(state, Instant.now()), state, FR)) {
      published.set(console::pollNow);
      Ports ports = console.ports();
      until(ports, "six services", board -> board.services().size() == 6);
      until(ports, "the outage", board -> active(board, "siv"));
      assertEquals(Shown.DOWN, ports.board().get().services().get("siv").shown());
      until(ports, "the recovery", board -> !active(board, "siv"));
      List<Call> calls = ports.events().get().newestFirst().reversed().stream()
          .filter(Transition.Told.class::isInstance).map(t -> ((Transition.Told) t).announcement())
          .filter(a -> a.alarm().kind() == AlarmKey.Kind.OUTAGE).map(Transition.Announcement::call).toList();
      assertEquals(List.of(Call.RAISE, Call.CLEAR), calls);
      Episode told = console.past().archive().episodes(Search.of("siv")).stream()
          .filter(e -> e.alarm().kind() == AlarmKey.Kind.OUTAGE).findFirst().orElseThrow();
      assertTrue(told.ended().isPresent());
      Story story = Story.of(console.past().archive().chapter(told, Set.of("siv", "iris")));
      assertTrue(story.lines().stream().anyMatch(Line.Quoted.class::isInstance), story::toString);
    }
  }

  @Test
  void aStormIsTwentyFiveAlarmsFromOnePoll() throws Exception {
    AtomicReference<Runnable> published = new AtomicReference<>(() -> {});
    try (LiveDemo demo = LiveDemo.play(Scene.STORM, 10, FR, () -> published.get().run());
        Console console =
            new Console(Watching.demonstration(quiet(""), demo.sources()),
                Outset.ofProfile(state, Instant.now()), state, FR)) {
      published.set(console::pollNow);
      until(console.ports(), "all regions down",
          board -> board.services().keySet().stream().filter(s -> active(board, s)).count() == 25);
    }
  }

  @Test
  void whomAnAnnouncementReachedIsKeptAndToldAfterARestart() throws Exception {
    AtomicReference<Runnable> published = new AtomicReference<>(() -> {});
    try (LiveDemo demo = LiveDemo.play(Scene.OUTAGE, 10, FR, () -> published.get().run());
        Console console = new Console(Watching.demonstration(quiet(""), demo.sources()),
            Outset.ofProfile(state, Instant.now()), state, FR)) {
      published.set(console::pollNow);
      until(console.ports(), "the outage", board -> active(board, "siv"));
    }
    // Whatever was under way when it ended: the answer to the raise is in the journal with it, or comes at the restart.
    try (Console _ = new Console(quiet(""), Outset.ofProfile(state, Instant.now()), state, FR);
        Archive archive = new JournalArchive(state)) {
      Episode told = archive.episodes(Search.of("siv")).stream()
          .filter(e -> e.alarm().kind() == AlarmKey.Kind.OUTAGE).findFirst().orElseThrow();
      Line.Notified raise = Story.of(archive.chapter(told, Set.of("siv"))).lines().stream()
          .filter(Line.Notified.class::isInstance).map(Line.Notified.class::cast).findFirst().orElseThrow();
      assertEquals(Set.of(Channel.BANNER, Channel.SOUND),
          raise.voices().stream().map(Voice::channel).filter(c -> c != Channel.TOAST).collect(Collectors.toSet()));
      assertTrue(raise.voices().stream().anyMatch(v -> v.channel() == Channel.BANNER && v.told()));
      // The sound is switched off in these settings: nobody may claim that it sounded.
      assertTrue(raise.voices().stream().anyMatch(v -> v.channel() == Channel.SOUND && !v.told()), raise::toString);
    }
  }

  @Test
  void aSecondConsoleOnOneProfileOnlyLooksOn() throws Exception {
    Outset first = Outset.ofProfile(state, Instant.now());
    try (Console one = new Console(quiet(""), first, state, FR);
        Console two = new Console(quiet(""), Outset.ofProfile(state, Instant.now()), state, FR)) {
      assertTrue(one.readOnly().isEmpty());
      assertTrue(two.readOnly().isPresent());
    }
  }

  @Test
  void whatWasSeenIsThereAgainAfterARestartAndNothingIsGreen() throws Exception {
    Settings settings;
    try (LiveDemo demo = LiveDemo.play(Scene.CALM, 1, FR, () -> {})) {
      settings = Watching.demonstration(quiet(""), demo.sources());
      try (Console console = new Console(settings, Outset.ofProfile(state, Instant.now()), state, FR)) {
        until(console.ports(), "all seen", board -> seen(board, 6) && anyUp(board));
      }
    }
    // The feeds are gone by now: what is restored must not look alive, from the first board on.
    try (Console console = new Console(settings, Outset.ofProfile(state, Instant.now()), state, FR)) {
      Board seen = console.ports().board().get();
      assertEquals(6, seen.services().size());
      assertTrue(seen.services().values().stream().noneMatch(s -> s.shown() == Shown.UP), seen.services()::toString);
    }
  }

  @Test
  void aChangedConfigurationIsTakenOverAndNothingIsForgotten() throws Exception {
    try (LiveDemo demo = LiveDemo.play(Scene.CALM, 1, FR, () -> {})) {
      Settings all = Watching.demonstration(quiet(""), demo.sources());
      Settings one = new Settings(all.display(), all.alerting(), all.vantage(), all.feeds().subList(0, 1),
          new Rules(all.rules().feeds().subList(0, 1), Map.of()));
      try (Console console = new Console(one, Outset.ofProfile(state, Instant.now()), state, FR)) {
        until(console.ports(), "one service", board -> seen(board, 1));
        var before = console.ports().board().get().services().get("siv").windows().keySet();
        console.reconfigure(all, FR);
        until(console.ports(), "six services", board -> seen(board, 6));
        assertTrue(console.ports().board().get().services().get("siv").windows().keySet().containsAll(before));
      }
    }
  }

  /** Whatever they say: the demonstration plays the real time of day, and a quiet night may hold a poor window. */
  private static boolean seen(Board board, int services) {
    return board.services().size() == services
        && board.services().values().stream().noneMatch(s -> s.windows().isEmpty());
  }

  private static boolean anyUp(Board board) {
    return board.services().values().stream().anyMatch(s -> s.shown() == Shown.UP);
  }
}
