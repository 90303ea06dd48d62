package iris.app;

import iris.app.demo.LiveDemo;
import iris.app.demo.Scene;
import iris.feed.SourceConfig;
import iris.settings.ConfigFiles;
import iris.settings.Display;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the build starts once, without a display, so that the machine can remember in its start cache what
 * {@code check}, {@code snapshot} and the console load; then {@link CheckRehearsal}. Not a command: users have no use for it.
 */
public final class Rehearsal {
  private static final int BEATS = 3;
  private static final int PATIENCE = 60;
  /** What draws on the screens of this system: here there is none, and a start would look for each class of it. */
  private static final List<String> SCREENS = List.of("com/sun/glass/ui", "com/sun/prism/es2", "com/sun/prism/ps",
      "com/sun/prism/impl/ps", "com/sun/prism/d3d", "com/sun/javafx/iio");

  private Rehearsal() {}

  /** @param args a file to write a feed to, for {@link CheckRehearsal}; or nothing */
  public static void main(String[] args) throws Exception {
    System.setProperty("java.util.logging.config.class", Logs.class.getName());
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty(StartTimes.ASKED, "true");
    Terminal terminal = Terminal.of(Display.Language.FR);
    Path folder = Files.createTempDirectory("iris-rehearsal");
    play("--version", terminal);
    new Farewell(() -> {}).close();
    play("--check-config", terminal);
    screens();
    try (LiveDemo demo = LiveDemo.play(Scene.CALM, 1, terminal.words(), () -> {})) {
      List<String> addresses = demo.sources().stream().map(s -> s.uri().toString()).toList();
      for (String format : List.of("text", "json", "nagios"))
        play("check " + addresses.getFirst() + " --format " + format, terminal);
      if (args.length > 0) keep(demo.sources().getFirst().uri(), Path.of(args[0]));
      Files.writeString(folder.resolve("iris.yaml"), settings(demo.sources()));
      Screen screen = Screen.start().orElseThrow(() -> new IllegalStateException("no toolkit"));
      // The second time with what the first one left: a start that remembers is the usual one.
      for (int i = 0; i < 2; i++) console(screen, folder, terminal);
      List<String> snapshot = new ArrayList<>(List.of("snapshot", "--out", folder.resolve("wall.png").toString()));
      addresses.forEach(a -> snapshot.addAll(List.of("--source", a)));
      // Last, since it ends the toolkit.
      Commands.run(Orders.of(snapshot.toArray(String[]::new)), terminal);
    }
    System.exit(0);
  }

  private static String settings(List<SourceConfig> feeds) {
    StringBuilder text = new StringBuilder("sound: {enabled: no}\nnotifications: {desktop: no}\nfeeds:\n");
    for (SourceConfig feed : feeds) text.append("  %s: {url: \"%s\"}%n".formatted(feed.id(), feed.uri()));
    return text.toString();
  }

  private static void keep(URI feed, Path file) throws IOException {
    try (InputStream in = feed.toURL().openStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void screens() throws IOException {
    Path graphics = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "javafx.graphics");
    for (String name : SCREENS) {
      if (!Files.isDirectory(graphics.resolve(name))) continue;
      try (Stream<Path> all = Files.walk(graphics.resolve(name))) {
        List<Path> classes = all.filter(file -> file.toString().endsWith(".class")).toList();
        classes.forEach(file -> load(graphics.relativize(file).toString()));
      }
    }
  }

  private static void load(String file) {
    try {
      Class.forName(file.substring(0, file.length() - ".class".length()).replace('/', '.'), false,
          Rehearsal.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError ofAnotherSystem) {
      System.getLogger("iris").log(System.Logger.Level.DEBUG, "not rehearsed", ofAnotherSystem);
    }
  }

  /** As a user starts it, but for sounds and toasts, until a feed was heard and it beat a few times. */
  private static void console(Screen screen, Path folder, Terminal terminal) throws Exception {
    CountDownLatch fresh = new CountDownLatch(1);
    PrintStream said = new PrintStream(new Said(fresh), true, StandardCharsets.UTF_8);
    Terminal heard = new Terminal(said, terminal.err(), terminal.words());
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    Thread.ofPlatform().name("rehearsal").daemon().start(() -> {
      try {
        Watching.rehearse(screen, new ConfigFiles(folder.resolve("iris.yaml"), true), folder.resolve("state"), heard);
        ended.complete(true);
      } catch (InterruptedException | RuntimeException | Error e) {
        ended.completeExceptionally(e);
        fresh.countDown();
      }
    });
    if (!fresh.await(PATIENCE, TimeUnit.SECONDS)) throw new IllegalStateException("no feed was heard");
    new CountDownLatch(1).await(BEATS, TimeUnit.SECONDS);
    screen.clear();
    ended.get(PATIENCE, TimeUnit.SECONDS);
  }

  /** Hears the last of what {@link StartTimes} says. */
  private static final class Said extends FilterOutputStream {
    private final CountDownLatch fresh;
    private final StringBuilder said = new StringBuilder();

    Said(CountDownLatch fresh) {
      super(OutputStream.nullOutputStream());
      this.fresh = fresh;
    }

    @Override
    public void write(int letter) {
      said.append((char) letter);
      if (said.indexOf(" FRESH ") >= 0) fresh.countDown();
    }
  }

  static void play(String line, Terminal terminal) throws Exception {
    Commands.run(Orders.of(line.split(" ")), terminal);
  }
}
