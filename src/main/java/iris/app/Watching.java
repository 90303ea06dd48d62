package iris.app;

import iris.alarm.Rules;
import iris.app.demo.LiveDemo;
import iris.app.demo.Rising;
import iris.app.demo.Scene;
import iris.app.demo.Scratch;
import iris.feed.SourceConfig;
import iris.history.Profile;
import iris.settings.ConfigFiles;
import iris.settings.ConfigWatch;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Report;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.station.keep.Keepsake;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** {@code iris} and {@code iris demo}: settings, then the console behind its window, until the window is closed. */
final class Watching {
  /** What the workstation's window remembers; beside the journal. */
  private static final String REMEMBERED = "workstation.json";
  /** So long feeds and sounds leave the processor to the first picture; no longer, for a screen that is not well. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Terminal terminal;
  private final ConfigFiles files;
  /** The command line goes before the file, also before a changed one. */
  private final UnaryOperator<Settings> ordered;

  private Watching(Terminal terminal, ConfigFiles files, UnaryOperator<Settings> ordered) {
    this.terminal = terminal;
    this.files = files;
    this.ordered = ordered;
  }

  /**
   * The console on a screen that stands already, until that makes place for another: as {@link #console} has it.
   *
   * @param state folder for what it keeps
   */
  static void rehearse(Screen screen, ConfigFiles files, Path state, Terminal terminal) throws InterruptedException {
    if (!(files.read() instanceof Reading.Good(Settings settings)))
      throw new IllegalStateException("the rehearsal's settings are wrong");
    new Watching(terminal, files, UnaryOperator.identity()).watch(screen, settings, state);
  }

  /** What is done in the window, with the settings of the files. */
  private interface Showpiece {
    void on(Screen screen, Settings read, Optional<Rising> rising) throws InterruptedException, IOException;
  }

  /** The console on the configured feeds; its demonstration as long as there are none. */
  static int console(Order.Console order, Terminal terminal) throws InterruptedException, IOException {
    Watching watching = new Watching(terminal, Commands.files(order.common()),
        read -> Showing.asOrdered(read, order.common(), order.wall(), order.screen()));
    return watching.show(
        read -> read.nothingConfigured() ? Optional.of(watching.rise(read, Scene.OUTAGE, 1)) : Optional.empty(),
        (screen, read, rising) -> {
          Optional<Settings> configured =
              rising.isPresent() ? watching.standIn(screen, read, rising.get(), Commands.places().state()) : Optional.of(read);
          if (configured.isPresent()) watching.watch(screen, configured.get(), Commands.places().state());
        });
  }

  static int demo(Order.Demo order, Terminal terminal) throws InterruptedException, IOException {
    Watching watching = new Watching(terminal, Commands.files(order.common()),
        read -> Showing.asOrdered(read, order.common(), order.wall(), order.screen()));
    return watching.show(read -> Optional.of(watching.rise(read, order.scene(), order.speed())),
        (screen, read, rising) -> watching.play(screen, read, rising.orElseThrow(), false));
  }

  /** @param ahead begins a demonstration, if there is to be one: it rises while the toolkit does */
  private int show(Function<Settings, Optional<Rising>> ahead, Showpiece piece) throws InterruptedException, IOException {
    // It takes as long to start as the settings to be read, and neither knows of the other.
    CompletableFuture<Optional<Screen>> toolkit = CompletableFuture.supplyAsync(Screen::start,
        start -> Thread.ofPlatform().daemon().name("iris-toolkit").start(start));
    try (Farewell _ = new Farewell(() -> dismiss(toolkit))) {
      return switch (files.read()) {
        case Reading.Bad(List<Problem> problems) -> {
          int code = CheckConfig.refuse(problems, terminal);
          // A display that does not answer must not keep this process from its end.
          if (toolkit.isDone()) risen(toolkit).ifPresent(Screen::close);
          yield code;
        }
        case Reading.Good(Settings read) -> {
          Optional<Rising> rising = Displays.likely() ? ahead.apply(read) : Optional.empty();
          try {
            yield show(risen(toolkit), read, rising, piece);
          } finally {
            if (rising.isPresent()) rising.get().close();
          }
        }
      };
    }
  }

  /** Also a screen that is only starting. */
  private static void dismiss(CompletableFuture<Optional<Screen>> toolkit) {
    CompletableFuture<Void> _ = toolkit.thenAccept(screen -> screen.ifPresent(Screen::dismiss));
  }

  private static Optional<Screen> risen(CompletableFuture<Optional<Screen>> toolkit) throws InterruptedException {
    try {
      return toolkit.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private int show(Optional<Screen> screen, Settings read, Optional<Rising> rising, Showpiece piece)
      throws InterruptedException, IOException {
    if (screen.isEmpty()) {
      terminal.complain(Displays.why());
      return Main.MISUSED;
    }
    try (Screen shown = screen.get(); Frugal _ = new Frugal(Frugal.Thrift.SCREEN)) {
      // Told to end while the toolkit was starting.
      if (!shown.ended()) piece.on(shown, read, rising);
    }
    return 0;
  }

  private Rising rise(Settings read, Scene scene, int speed) {
    return Rising.begin(scene, speed, Following.words(ordered.apply(read)));
  }

  private void watch(Screen screen, Settings read, Path state) throws InterruptedException {
    Settings settings = ordered.apply(read);
    Words words = Following.words(settings);
    WindowOptions looks = Showing.of(settings.display(), Optional.empty(), Optional.empty());
    // Where there is no journal nothing is waited for.
    if (Files.exists(Profile.store(state))) screen.open(words.say("app.reading"), looks, StartTimes.frame(terminal.out()));
    Outset outset;
    // A journal that is brought forward takes minutes: who looks at the heartbeat would start it anew, again and again.
    try (ScreenWatch _ = new ScreenWatch(screen::nudge, this::early, state.resolve("heartbeat"), () -> true, ScreenWatch.EVERY)) {
      outset = Outset.ofProfile(state, Instant.now(),
          Forward.on(terminal, words, (sentence, share) -> screen.interlude(sentence, share, looks)));
    }
    try (Console console = Console.remembering(settings, outset, state, words);
        ScreenWatch _ = new ScreenWatch(screen::nudge, console::report, state.resolve("heartbeat"), console::well,
            ScreenWatch.EVERY);
        Keepsake keepsake = keepsake(state.resolve(REMEMBERED), console.readOnly().isPresent())) {
      stand(screen, console, words, Showing.of(settings.display(), Optional.empty(), console.readOnly()), keepsake);
      screen.awaitPicture(PATIENCE);
      // Closed while it was read: no sound rings after that.
      if (screen.ended()) return;
      console.begin();
      Following following = new Following(console, screen::change, ordered, none -> Optional.empty(), words);
      try (ConfigWatch _ = new ConfigWatch(files, ConfigWatch.EVERY, following)) {
        screen.await();
      }
    }
  }

  /** Before there is a console that could tell it. */
  private void early(Report report) {
    if (report instanceof Report.Health health) terminal.complain(health.why());
  }

  /**
   * The demonstration in the place of a console that has no feed yet. Who looks after a wall does not know of that, and
   * would start it anew each minute for want of a heartbeat; where nobody ever kept anything nobody looks.
   */
  private Optional<Settings> standIn(Screen screen, Settings read, Rising rising, Path state)
      throws InterruptedException, IOException {
    if (!Files.isDirectory(state)) return play(screen, read, rising, true);
    try (ScreenWatch _ = new ScreenWatch(screen::nudge, this::early, state.resolve("heartbeat"), () -> true, ScreenWatch.EVERY)) {
      return play(screen, read, rising, true);
    }
  }

  /**
   * Plays until the window is closed.
   *
   * @param yields ends as soon as the files name a feed, and answers with those settings: who has just written them
   *     wants to see that feed
   */
  private Optional<Settings> play(Screen screen, Settings read, Rising rising, boolean yields)
      throws InterruptedException, IOException {
    AtomicReference<Settings> configured = new AtomicReference<>();
    Words words = Following.words(ordered.apply(read));
    Settings before = expecting(ordered.apply(read), rising.expected());
    // A journal of its own: every page works as it will, and nothing disturbs what is really remembered.
    try (Rising _ = rising; Scratch scratch = new Scratch();
        Console console = Console.remembering(before, Outset.ofProfile(scratch.folder(), Instant.now()), scratch.folder(), words)) {
      Function<Words, Optional<String>> banner = in -> Optional.of(in.say("app.demo.banner"));
      WindowOptions looks = Showing.of(before.display(), banner.apply(words), console.readOnly());
      stand(screen, console, words, yields ? looks.withOffer() : looks, Keepsake.forgetful());
      screen.awaitPicture(PATIENCE);
      console.begin();
      // The window stands while the day before is still being counted; its tiles say that they wait.
      LiveDemo demo = rising.demo();
      UnaryOperator<Settings> played = from -> {
        Words in = Following.words(ordered.apply(from));
        return Equipping.equipped(demonstration(ordered.apply(from), demo.sources()), demo, in).planned(demo.plans(in));
      };
      rising.onPublished(console::pollNow);
      console.reconfigure(played.apply(read), words);
      // What is shown stands on a page of the workstation.
      if (!demo.plans(words).isEmpty())
        screen.nudge(() -> screen.grant(new Wish.Desk(Optional.of("fallback"), Optional.empty())));
      demo.sources().forEach(s -> terminal.say(words.say("app.demo.published", s.name(), s.uri())));
      Following following = new Following(console,
          (in, next) -> screen.change(in, yields ? next.withOffer() : next), played, banner, words);
      Consumer<Reading> changed = reading -> {
        if (yields && reading instanceof Reading.Good(Settings now) && !now.nothingConfigured()) {
          if (configured.getAndSet(now) == null) screen.clear();
        } else {
          following.accept(reading);
        }
      };
      try (ConfigWatch _ = new ConfigWatch(files, ConfigWatch.EVERY, changed)) {
        screen.await();
      }
    }
    return Optional.ofNullable(configured.get());
  }

  /** Settings with the demonstration's feeds in the place of all others. */
  static Settings demonstration(Settings settings, List<SourceConfig> feeds) {
    List<Rules.FeedRules> rules = feeds.stream()
        .map(s -> new Rules.FeedRules(s.id(), s.name(), Optional.empty(), s.every())).toList();
    return with(settings, feeds, rules);
  }

  /** The same before anybody knows where they will be. */
  private static Settings expecting(Settings settings, Map<String, String> names) {
    List<Rules.FeedRules> rules = names.entrySet().stream()
        .map(n -> new Rules.FeedRules(n.getKey(), n.getValue(), Optional.empty(), SourceConfig.LEAST)).toList();
    return with(settings, List.of(), rules);
  }

  private static Settings with(Settings settings, List<SourceConfig> feeds, List<Rules.FeedRules> rules) {
    return new Settings(settings.display(), settings.alerting(),
        new Settings.Vantage(Map.of(), Optional.empty(), settings.vantage().every()), feeds,
        new Rules(rules, Map.of(), settings.rules().rights()));
  }

  /** A second console on one profile reads what the first one writes, and writes nothing. */
  private static Keepsake keepsake(Path file, boolean readOnly) {
    return readOnly ? Keepsake.lookingOn(file) : Keepsake.of(file);
  }

  /** Shows the window. */
  private void stand(Screen screen, Console console, Words words, WindowOptions looks, Keepsake keepsake) {
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> console.fault(bug));
    screen.remembers(console::journal);
    screen.onSeen(StartTimes.of(terminal.out()));
    screen.show(console.ports(), words, looks, Pages.of(console, console.bench(files), keepsake), keepsake,
        console::trayed);
    console.onWish(screen::grant);
    // After the window was ordered: a click that comes earlier finds nothing to bring to the front.
    console.onFront(screen::front);
  }
}
