package iris.app;

import iris.app.demo.LiveDemo;
import iris.app.demo.Scene;
import iris.feed.SourceConfig;
import iris.flow.Cell;
import iris.settings.ConfigText;
import iris.settings.Display;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.ui.desk.ConsoleWindow;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.picture.OffScreen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;

/**
 * What the build starts once, without a display, so that the machine can remember in its start cache what
 * {@code check}, {@code snapshot} and the console load. Not a command: users have no use for it.
 */
public final class Rehearsal {
  private static final int BEATS = 3;

  private Rehearsal() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("java.util.logging.config.class", Logs.class.getName());
    Terminal terminal = Terminal.of(Display.Language.FR);
    Path folder = Files.createTempDirectory("iris-rehearsal");
    play("--version", terminal);
    play("--check-config", terminal);
    try (LiveDemo demo = LiveDemo.play(Scene.CALM, 1, terminal.words(), () -> {})) {
      List<String> addresses = demo.sources().stream().map(s -> s.uri().toString()).toList();
      for (String format : List.of("text", "json", "nagios"))
        play("check " + addresses.getFirst() + " --format " + format, terminal);
      // The second time with what the first one left: a start that remembers is the usual one.
      for (int i = 0; i < 2; i++) console(demo.sources(), folder, terminal);
      List<String> snapshot = new ArrayList<>(List.of("snapshot", "--out", folder.resolve("wall.png").toString()));
      addresses.forEach(a -> snapshot.addAll(List.of("--source", a)));
      // Last, since it ends the toolkit.
      Commands.run(Orders.of(snapshot.toArray(String[]::new)), terminal);
    }
    System.exit(0);
  }

  /** The window with everything behind it but sounds and toasts, until all feeds were heard and it beat a few times. */
  private static void console(List<SourceConfig> feeds, Path state, Terminal terminal) throws Exception {
    ConfigText quiet = new ConfigText("rehearsal", state, "sound: {enabled: no}\nnotifications: {desktop: no}", false);
    if (!(SettingsReader.read(List.of(quiet)) instanceof Reading.Good(Settings settings)))
      throw new IllegalStateException("the rehearsal's settings are wrong");
    try (Console console = Console.remembering(
        Watching.demonstration(settings, feeds), Outset.ofProfile(state, Instant.now()), state, terminal.words())) {
      Ports ports = console.ports();
      ConsoleWindow window = OffScreen.call(() -> {
        ConsoleWindow made = new ConsoleWindow(ports, terminal.words(), WindowOptions.desk());
        made.show(new Stage());
        return made;
      });
      console.begin();
      CountDownLatch heard = new CountDownLatch(1);
      try (Cell.Watch _ = ports.board().watch(() -> {
        if (ports.board().get().services().size() == feeds.size()) heard.countDown();
      })) {
        if (!heard.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("not all feeds were heard");
      }
      new CountDownLatch(1).await(BEATS, TimeUnit.SECONDS);
      OffScreen.call(() -> {
        window.close();
        return window;
      });
    }
  }

  private static void play(String line, Terminal terminal) throws Exception {
    Commands.run(Orders.of(line.split(" ")), terminal);
  }
}
