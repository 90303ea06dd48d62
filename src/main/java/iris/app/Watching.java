package iris.app;

import iris.alarm.Rules;
import iris.app.demo.DemoServer;
import iris.app.demo.Scene;
import iris.app.demo.Script;
import iris.app.demo.Tempo;
import iris.feed.SourceConfig;
import iris.settings.ConfigFiles;
import iris.settings.ConfigWatch;
import iris.settings.Display;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** {@code iris} and {@code iris demo}: settings, then the console behind its window, until the window is closed. */
final class Watching {
  private final Terminal terminal;
  private final ConfigFiles files;
  private final Settings settings;
  /** As the file had it, before the command line. */
  private final Display onFile;
  private final Words words;

  private Watching(Terminal terminal, ConfigFiles files, Settings settings, Display onFile) {
    this.terminal = terminal;
    this.files = files;
    this.settings = settings;
    this.onFile = onFile;
    words = Terminal.of(settings.display().language()).words();
  }

  /** The console on the configured feeds; its demonstration where there are none. */
  static int console(Order.Console order, Terminal terminal) throws InterruptedException, IOException {
    ConfigFiles files = Commands.files(order.common());
    return switch (files.read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, terminal);
      case Reading.Good(Settings read) -> {
        Settings settings = Showing.asOrdered(read, order.common(), order.wall(), order.screen());
        Watching watching = new Watching(terminal, files, settings, read.display());
        yield settings.nothingConfigured() ? watching.play(Scene.OUTAGE, 1) : watching.watch();
      }
    };
  }

  static int demo(Order.Demo order, Terminal terminal) throws InterruptedException, IOException {
    ConfigFiles files = Commands.files(order.common());
    return switch (files.read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, terminal);
      case Reading.Good(Settings read) -> {
        Settings settings = Showing.asOrdered(read, order.common(), order.wall(), order.screen());
        yield new Watching(terminal, files, settings, read.display()).play(order.scene(), order.speed());
      }
    };
  }

  private int watch() throws InterruptedException {
    Optional<Screen> screen = Screen.start();
    if (screen.isEmpty()) return noDisplay();
    Outset outset = Outset.ofProfile(Commands.places().state(), Instant.now());
    Path state = Commands.places().state();
    try (Screen shown = screen.get(); Farewell _ = new Farewell(shown::dismiss);
        Console console = new Console(settings, outset, state, words);
        ScreenWatch _ = new ScreenWatch(shown::nudge, console::report, state.resolve("heartbeat"), ScreenWatch.EVERY);
        ConfigWatch _ = new ConfigWatch(files, ConfigWatch.EVERY, reading -> changed(reading, console))) {
      stand(shown, console, Optional.empty());
    }
    return 0;
  }

  private int play(Scene scene, int speed) throws InterruptedException, IOException {
    Optional<Screen> screen = Screen.start();
    if (screen.isEmpty()) return noDisplay();
    AtomicReference<Runnable> published = new AtomicReference<>(() -> {});
    Script script = new Script(scene, new Tempo(Instant.now(), speed), Instant.now().getEpochSecond() / 86_400, words);
    try (Screen shown = screen.get(); Farewell _ = new Farewell(shown::dismiss);
        DemoServer server = new DemoServer(script, Instant::now, () -> published.get().run());
        Console console =
            new Console(demonstration(settings, server), Outset.ofDemonstration(), Commands.places().state(), words)) {
      published.set(console::pollNow);
      server.sources().forEach(s -> terminal.say(words.say("app.demo.published", s.name(), s.uri())));
      stand(shown, console, Optional.of(words.say("app.demo.banner")));
    }
    return 0;
  }

  /** Settings with the demonstration's feeds in the place of all others. */
  static Settings demonstration(Settings settings, DemoServer server) {
    List<SourceConfig> feeds = server.sources();
    List<Rules.FeedRules> rules = feeds.stream()
        .map(s -> new Rules.FeedRules(s.id(), s.name(), Optional.empty(), s.every())).toList();
    return new Settings(settings.display(), settings.alerting(),
        new Settings.Vantage(Map.of(), Optional.empty(), settings.vantage().every()), feeds, new Rules(rules, Map.of()));
  }

  /** Shows the window and waits for its end, or for that of the program. */
  private void stand(Screen screen, Console console, Optional<String> demo) throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> console.fault(bug));
    console.onFront(screen::front);
    screen.show(console.ports(), words, Showing.of(settings.display(), demo, console.readOnly()));
    screen.await();
  }

  private void changed(Reading reading, Console console) {
    switch (reading) {
      case Reading.Good(Settings changed) -> {
        console.reconfigure(changed);
        boolean same = changed.display().equals(onFile);
        console.report(new Report.Health(
            "configuration", true, Reason.of(same ? "app.config.taken" : "app.config.taken-but-display")));
      }
      case Reading.Bad(List<Problem> problems) -> console.report(new Report.Health("configuration", false,
          Reason.of("app.config.kept", problems.size(), CheckConfig.line(problems.getFirst(), words))));
    }
  }

  private int noDisplay() {
    terminal.complain(Reason.of("app.no-display"));
    return Main.MISUSED;
  }
}
