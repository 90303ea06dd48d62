package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console of the image loads before its first picture: only what that needs. By order, not by time. */
class FirstTileIT {
  /** Servers, pages of reports, couriers, the bus, guides, histograms, a grammar of commands: not on a tile. */
  private static final List<String> LATER = List.of("org.eclipse.jetty.", "org.apache.pdfbox.", "org.apache.fontbox.",
      "org.snmp4j.", "org.eclipse.angus.", "jakarta.mail.", "org.freedesktop.dbus.", "com.rometools.", "org.jdom2.",
      "org.commonmark.", "org.HdrHistogram.", "javax.sound.", "jdk.internal.net.http.", "iris.notify.toast.",
      "iris.notify.sound.", "iris.feed.Poller", "iris.agent.", "iris.app.demo.LiveDemo", "picocli.");
  /** Of a check, which a supervision server calls every minute. */
  private static final List<String> NOT_FOR_A_CHECK = List.of("javafx.", "com.sun.javafx.", "com.sun.glass.", "java.awt.",
      "iris.ui.", "iris.history.", "iris.notify.", "org.sqlite.", "tools.jackson.databind.", "org.yaml.", "org.snakeyaml.",
      "com.rometools.", "org.jdom2.", "org.eclipse.jetty.", "picocli.");
  /** From here on the console hears and speaks. */
  private static final String BEGINS = Senses.class.getName();
  private static final int PATIENCE = 240;

  @TempDir Path home;
  /** By the last console that was started, until it was ended. */
  private final List<String> said = new ArrayList<>();

  @Test
  void beforeTheFirstPictureNothingIsLoadedThatItDoesNotNeed() throws Exception {
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(288)) {
      Files.writeString(home.resolve("iris.yaml"), """
          sound: {enabled: no}
          notifications: {desktop: no}
          feeds:
            one: {url: "%s"}
            two: {url: "%s"}
          """.formatted(feeds.address("one"), feeds.address("two")));
      List<String> cached = start("yes", "FRESH");
      for (String needed : List.of("iris.ui.wall.ServiceSkin", "iris.ui.desk.ConsoleWindow", "iris.history.Replay", "iris.alarm.Board"))
        assertTrue(cached.contains(needed + " source: shared objects file"), needed + " is not in the start cache");
      List<String> loaded = start("no", "TILE");
      assertTrue(said.stream().anyMatch(l -> l.startsWith("iris.start FRAME ")),
          () -> "the window was not there before its tiles: " + said);
      int begins = loaded.indexOf(loaded.stream().filter(l -> l.startsWith(BEGINS + " ")).findFirst().orElseThrow());
      List<String> before = loaded.subList(0, begins);
      assertEquals(List.of(), before.stream().filter(l -> LATER.stream().anyMatch(l::startsWith)).toList());
      assertTrue(before.stream().anyMatch(l -> l.startsWith("iris.history.Replay ")), "what was kept was read");
    }
  }

  @Test
  void aCheckLoadsNoScreenNoStoreAndNoGrammar() throws Exception {
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(12)) {
      Path log = home.resolve("check.log");
      Image.Ran ran = Image.in(home).with("IRIS_QUICK_START", "no")
          .with("IRIS_JAVA_OPTIONS", "-Xlog:class+load:file=" + log + "::filecount=0")
          .run("check", feeds.address("one"), "--format", "nagios");
      assertEquals(0, ran.code(), ran::toString);
      List<String> loaded = loaded(log);
      assertTrue(loaded.stream().anyMatch(l -> l.startsWith("iris.app.check.NagiosForm ")), "it was a check");
      assertEquals(List.of(), loaded.stream().filter(l -> NOT_FOR_A_CHECK.stream().anyMatch(l::startsWith)).toList());
    }
  }

  @Test
  void aCheckTakesAStartCacheOfItsOwnWhichKnowsNoScreen() throws Exception {
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(12)) {
      Path log = home.resolve("check-cached.log");
      Image.Ran ran = Image.in(home)
          .with("IRIS_JAVA_OPTIONS", "-XX:AOTMode=on -Xlog:class+load:file=" + log + "::filecount=0")
          .run("check", feeds.address("one"), "--format", "nagios");
      assertEquals(0, ran.code(), ran::toString);
      List<String> loaded = loaded(log);
      assertTrue(loaded.contains("iris.app.check.NagiosForm source: shared objects file"), "it is in the cache");
      assertEquals(List.of(), loaded.stream().filter(l -> l.startsWith("javafx.") || l.startsWith("iris.ui.")).toList());
    }
  }

  @Test
  void theStartCacheIsOneThatThisImageTakes() throws Exception {
    Image.Ran ran = Image.in(home).with("IRIS_JAVA_OPTIONS", "-XX:AOTMode=on").run("--version");
    assertEquals(0, ran.code(), ran::err);
    assertFalse(ran.out().isBlank());
  }

  /** The console until it says so, ended as a person ends it; the classes that it loaded, in order, each with its source. */
  private List<String> start(String quick, String until) throws IOException, InterruptedException {
    Path log = home.resolve("classes-" + quick + ".log");
    Process console = Image.in(home).with("IRIS_HOME", home.toString()).with("IRIS_QUICK_START", quick)
        .with("IRIS_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw -Diris.start.times=true"
            + " -Xlog:class+load:file=" + log + "::filecount=0")
        .start();
    CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.SECONDS).execute(console::destroyForcibly);
    said.clear();
    try (BufferedReader out = console.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = out.readLine()) != null && !line.startsWith("iris.start " + until); ) said.add(line);
      assertTrue(console.isAlive(), () -> "it ended before it said " + until + ": " + said);
      console.destroy();
      assertTrue(console.waitFor(PATIENCE, TimeUnit.SECONDS), "it did not end on a signal");
    } finally {
      console.destroyForcibly();
    }
    return loaded(log);
  }

  private static List<String> loaded(Path log) throws IOException {
    return Files.readString(log).lines().map(l -> l.replaceFirst("^(\\[[^]]*])+ ", "")).toList();
  }
}
