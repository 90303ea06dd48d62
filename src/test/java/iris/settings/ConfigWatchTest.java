package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
  @TempDir Path dir;

  @Test
  void aChangedFileIsReadAnewAndABadOneIsToldAsBad() throws Exception {
    Path file = Files.writeString(dir.resolve("iris.yaml"), "display:\n  theme: dark\n");
    LinkedBlockingQueue<Reading> heard = new LinkedBlockingQueue<>();
    try (ConfigWatch _ = new ConfigWatch(new ConfigFiles(file, true), Duration.ofMillis(20), heard::add)) {
      save(file, "display:\n  theme: light\n");
      Reading.Good light = assertInstanceOf(Reading.Good.class, heard.poll(60, TimeUnit.SECONDS));
      assertEquals(Display.Theme.LIGHT, light.settings().display().theme());

      save(file, "display:\n  theme: purple rain\n");
      assertInstanceOf(Reading.Bad.class, heard.poll(60, TimeUnit.SECONDS));

      save(file, "display:\n  theme: light\n");
      assertInstanceOf(Reading.Good.class, heard.poll(60, TimeUnit.SECONDS));
      Path dropIns = Files.createDirectory(dir.resolve("feeds.d"));
      Files.writeString(dropIns.resolve(".new.yaml"), "feeds:\n  siv:\n    url: http://a.example/x\n");
      Files.move(dropIns.resolve(".new.yaml"), dropIns.resolve("new.yaml"));
      Reading.Good more = assertInstanceOf(Reading.Good.class, heard.poll(60, TimeUnit.SECONDS));
      assertEquals("siv", more.settings().feeds().getFirst().id());
    }
  }

  @Test
  void aGuidanceThatLiesElsewhereIsReadAnewWhenItChanges() throws Exception {
    Path wiki = Files.createDirectory(dir.resolve("wiki"));
    Path text = Files.writeString(wiki.resolve("darva.txt"), "Call DARVA.");
    Path file = Files.writeString(Files.createDirectory(dir.resolve("conf")).resolve("iris.yaml"),
        "services:\n  siv:\n    guidance.provider: file:" + text + "\n");
    LinkedBlockingQueue<Reading> heard = new LinkedBlockingQueue<>();
    try (ConfigWatch _ = new ConfigWatch(new ConfigFiles(file, true), Duration.ofMillis(20), heard::add)) {
      save(text, "Call DARVA, then the prefecture.");
      Reading.Good good = assertInstanceOf(Reading.Good.class, heard.poll(60, TimeUnit.SECONDS));
      assertTrue(good.settings().rules().guidance().get("siv").texts().containsValue("Call DARVA, then the prefecture."));
    }
  }

  /** As editors should: nobody sees half of it. */
  private static void save(Path file, String text) throws IOException {
    Path beside = Files.writeString(file.resolveSibling("saving"), text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void aFileThatIsStillBeingWrittenIsNotRead() {
    List<ConfigWatch.Look> whole = List.of(new ConfigWatch.Look(Path.of("iris.yaml"), 400, 1));
    List<ConfigWatch.Look> empty = List.of(new ConfigWatch.Look(Path.of("iris.yaml"), 0, 2));
    List<ConfigWatch.Look> next = List.of(new ConfigWatch.Look(Path.of("iris.yaml"), 420, 3));
    ConfigWatch.Settling settling = new ConfigWatch.Settling(whole);
    assertFalse(settling.timeToRead(whole));
    assertFalse(settling.timeToRead(empty));
    assertFalse(settling.timeToRead(next));
    assertTrue(settling.timeToRead(next));
    assertFalse(settling.timeToRead(next), "once");
  }

  @Test
  void aMissingFileIsAnErrorOnlyWhenItWasAskedFor() {
    Path none = dir.resolve("none.yaml");
    assertInstanceOf(Reading.Good.class, new ConfigFiles(none, false).read());
    Reading.Bad bad = assertInstanceOf(Reading.Bad.class, new ConfigFiles(none, true).read());
    assertEquals("settings.file.missing", bad.problems().getFirst().reason().key());
  }
}
