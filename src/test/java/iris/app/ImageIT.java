package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.app.demo.LiveDemo;
import iris.app.demo.Scene;
import iris.words.Lang;
import iris.words.Words;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImageIT {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  @TempDir Path elsewhere;

  @Test
  void saysItsVersionAndNothingElse() throws Exception {
    Image.Ran ran = Image.in(elsewhere).run("--version");
    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.out().matches("IRIS \\d+\\.\\d+\\.\\d+\\R"), ran::out);
    assertEquals("", ran.err());
  }

  @Test
  void aWrongLineIsOneSentenceInTheUsersLanguage() throws Exception {
    Image.Ran french = Image.in(elsewhere).run("chek");
    assertEquals(2, french.code());
    assertEquals(1, french.err().lines().count(), french::err);
    assertTrue(french.err().contains("commande inconnue «\u00a0chek\u00a0»\u202f; vouliez-vous dire «\u00a0check\u00a0»\u202f?"), french::err);
    Image.Ran english = Image.in(elsewhere).with("LC_ALL", "en_GB.UTF-8").run("chek");
    assertTrue(english.err().contains("unknown command \"chek\""), english::err);
  }

  @Test
  void aWrongConfigurationIsSaidWhollyWithFileLineAndKey() throws Exception {
    Files.writeString(elsewhere.resolve("a.yaml"), "display:\n  langage: fr\nfeeds:\n  siv:\n    poll-every: 1s\n");
    Image.Ran ran = Image.in(elsewhere).run("--config", "a.yaml", "--check-config");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("a.yaml:2: display.langage: "), ran::err);
    assertTrue(ran.err().contains("a.yaml:4: feeds.siv.url: "), ran::err);
    assertTrue(ran.err().contains("a.yaml:5: feeds.siv.poll-every: "), ran::err);
  }

  @Test
  void theExampleItPrintsIsAConfigurationItTakes() throws Exception {
    Files.writeString(elsewhere.resolve("b.yaml"), Image.in(elsewhere).run("--example-config").out());
    Image.Ran ran = Image.in(elsewhere).run("--check-config", "--config", "b.yaml");
    assertEquals(0, ran.code(), ran::err);
    assertFalse(ran.out().isBlank());
  }

  @Test
  void checksAFeedAndAFileInTwoSecondsOrSo() throws Exception {
    // Always up: the demonstration plays the real time of day, and a quiet night may hold a poor window.
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(288)) {
      String address = feeds.address("siv");
      Image.Ran json = Image.in(elsewhere).run("check", address, "--format", "json");
      assertEquals(0, json.code(), json::err);
      assertEquals("", json.err());
      JsonNode answer = JsonMapper.builder().build().readTree(json.out());
      assertEquals("iris", answer.at("/feed/dialect").asString());
      assertEquals("up", answer.at("/services/0/state").asString());
      int windows = answer.at("/windows/count").asInt();
      assertTrue(windows >= 288, () -> windows + " windows");
      Image.Ran nagios = Image.in(elsewhere).run("check", address, "--format", "nagios");
      assertEquals(0, nagios.code(), nagios::out);
      assertEquals(1, nagios.out().lines().count(), nagios::out);
    }
    Files.writeString(elsewhere.resolve("page.html"), "<html><body>Portail captif</body></html>");
    Image.Ran page = Image.in(elsewhere).run("check", "page.html");
    assertEquals(3, page.code(), page::out);
    assertFalse(page.out().contains("Exception"), page::out);
    assertEquals(3, Image.in(elsewhere).run("check", "no-such-file.xml").code());
  }

  @Test
  void runsTheAgentWhoseFeedPassesTheStrictCheckUntilItIsEnded() throws Exception {
    Files.writeString(elsewhere.resolve("agent.yaml"), """
        agent: {id: a-1, period: 10s, state: kept}
        publish: {listen: "127.0.0.1:0"}
        services:
          siv:
            name: SIV
            parties: {darva: {role: provider, name: DARVA}}
            sources: {door: {type: tcp, address: "127.0.0.1:9", every: 1s}}
        """);
    Process agent = Image.in(elsewhere).start("agent", "--config", "agent.yaml");
    try (BufferedReader says = agent.inputReader(StandardCharsets.UTF_8)) {
      String address = says.lines().map(ADDRESS::matcher).filter(Matcher::find).map(Matcher::group).findFirst().orElseThrow();
      Image.Ran check = Image.in(elsewhere).run("check", address, "--strict");
      assertEquals(0, check.code(), () -> check.out() + check.err());
      agent.destroy();
      assertTrue(agent.waitFor(60, TimeUnit.SECONDS), "it did not end on a signal");
    } finally {
      agent.destroyForcibly();
    }
  }

  @Test
  void drawsTheWallWithoutADisplay() throws Exception {
    try (LiveDemo demo = demonstration()) {
      List<String> line = new ArrayList<>(List.of("snapshot", "--out", "wall.png", "--size", "1280x720", "--lang", "en"));
      demo.sources().forEach(s -> line.addAll(List.of("--source", s.uri().toString())));
      Image.Ran ran = Image.in(elsewhere).run(line.toArray(String[]::new));
      assertEquals(0, ran.code(), ran::err);
      assertEquals("", ran.out() + ran.err());
      BufferedImage picture = ImageIO.read(elsewhere.resolve("wall.png").toFile());
      assertEquals(1280, picture.getWidth());
      assertEquals(720, picture.getHeight());
      long colours = IntStream.range(0, 1280 * 720).map(i -> picture.getRGB(i % 1280, i / 1280)).distinct().count();
      assertTrue(colours > 50, "something is drawn: " + colours + " colours");
    }
  }

  @Test
  void anAccentInANameSurvivesTheLocaleOfCron() throws Exception {
    Files.writeString(elsewhere.resolve("b.yaml"), Image.in(elsewhere).run("--example-config").out());
    Files.createDirectory(elsewhere.resolve("réglages"));
    Files.move(elsewhere.resolve("b.yaml"), elsewhere.resolve("réglages/été.yaml"));
    Image.Ran ran = Image.in(elsewhere).with("LC_ALL", "").with("LANG", "")
        .run("--check-config", "--config", "réglages/été.yaml");
    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.out().contains("été.yaml"), ran::out);
  }

  @Test
  void aSourceThatDoesNotAnswerKeepsItsPlaceInThePicture() throws Exception {
    Image.Ran ran = Image.in(elsewhere).run("snapshot", "--out", "a.png", "--source", "file:/no/such/feed.xml");
    assertEquals(0, ran.code(), ran::err);
    BufferedImage picture = ImageIO.read(elsewhere.resolve("a.png").toFile());
    long colours = IntStream.range(0, 1920 * 1080).map(i -> picture.getRGB(i % 1920, i / 1920)).distinct().count();
    assertTrue(colours > 50, "a tile is drawn: " + colours + " colours");
  }

  /** Feeds without a name were numbered s1, s2 ...: beside one of the configuration that is called so, the second was left out. */
  @Test
  void aFeedWhoseKeyLooksLikeANumberLeavesNoOtherOut() throws Exception {
    Files.writeString(elsewhere.resolve("iris.yaml"), "feeds: {s2: {url: \"file:/no/such/second.xml\"}}\n");
    Image.Ran ran = Image.in(elsewhere).run("snapshot", "--config", "iris.yaml", "--out", "a.png", "--source", "s2", "--source",
        "file:/no/such/missing.xml");
    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.err().contains("missing.xml") && ran.err().contains("second.xml"), ran::err);
  }

  @Test
  void anAnswerThatIsLostIsNotWell() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a disk that is always full");
    String launcher = Path.of(System.getProperty("iris.image"), "bin", "iris").toString();
    Process process = new ProcessBuilder(launcher, "help").redirectOutput(new File("/dev/full")).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(3, process.exitValue());
  }

  /** The toolkit copies a typeface into a file first: a full /tmp once was a program that did not start. */
  @Test
  void theWallIsDrawnWhereThereIsNoRoomForTemporaryFiles() throws Exception {
    Image.Ran ran = Image.in(elsewhere).with("IRIS_HOME", elsewhere.toString())
        .with("IRIS_JAVA_OPTIONS", "-Djava.io.tmpdir=" + elsewhere.resolve("nowhere"))
        .run("snapshot", "--out", "a.png", "--source", "file:/no/such/feed.xml");
    assertEquals(0, ran.code(), ran::err);
    BufferedImage picture = ImageIO.read(elsewhere.resolve("a.png").toFile());
    long colours = IntStream.range(0, 1920 * 1080).map(i -> picture.getRGB(i % 1920, i / 1920)).distinct().count();
    assertTrue(colours > 50, "a tile is drawn: " + colours + " colours");
    assertTrue(Files.readString(elsewhere.resolve("state/iris-0.log")).contains("nowhere full or gone"), "it is logged");
  }

  /** With CDPATH, cd says where it went, and the home of the image had two lines. */
  @Test
  void aShellThatLooksForFoldersElsewhereStartsItByARelativePath() throws Exception {
    assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "the shell's own habit");
    ProcessBuilder builder = new ProcessBuilder("sh", "bin/iris", "--version").redirectErrorStream(true)
        .directory(Path.of(System.getProperty("iris.image")).toFile());
    builder.environment().put("CDPATH", ".:" + elsewhere);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertTrue(said.matches("IRIS \\d+\\.\\d+\\.\\d+\\R"), said);
  }

  @Test
  void aPictureIntoNowhereIsOneSentence() throws Exception {
    Image.Ran ran = Image.in(elsewhere).run("snapshot", "--source", "a.xml", "--out", "no/such/folder/a.png");
    assertEquals(2, ran.code());
    assertEquals(1, ran.err().lines().count(), ran::err);
  }

  @Test
  void withoutADisplayTheConsoleNamesTheWaysOut() throws Exception {
    Image.Ran ran = Image.in(elsewhere).run();
    assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux can be without a display");
    assertEquals(2, ran.code());
    assertEquals(1, ran.err().lines().count(), ran::err);
    for (String way : new String[] {"iris check", "iris snapshot", "xvfb-run"})
      assertTrue(ran.err().contains(way), ran::err);
    Image.Ran broken = Image.in(elsewhere).with("DISPLAY", ":9876").run("demo");
    assertEquals(2, broken.code(), broken::err);
    assertFalse(broken.err().contains("\tat "), broken::err);
  }

  @Test
  void theImageCarriesItsEntryForTheMenu() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "the entry is for the desktops of Linux");
    Path share = Path.of(System.getProperty("iris.image"), "share");
    String entry = Files.readString(share.resolve("applications/iris.desktop"));
    assertTrue(entry.contains("Comment[fr]="), entry);
    assertEquals(128, ImageIO.read(share.resolve("icons/hicolor/128x128/apps/iris.png").toFile()).getWidth());
    assertTrue(Files.exists(share.resolve("icons/hicolor/scalable/apps/iris.svg")));
  }

  private LiveDemo demonstration() throws Exception {
    Words words = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
    return LiveDemo.play(Scene.CALM, 1, words, () -> {});
  }
}
