package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFrontTest {
  @TempDir Path home;
  private final Stand stand = new Stand();
  private Publisher publisher;

  @AfterEach
  void close() {
    if (publisher != null) publisher.close();
  }

  private void open(Path folder) throws Exception {
    AgentConfig.Publication publication =
        Stand.publication(Optional.empty(), Optional.of(folder), Optional.empty(), 10);
    publisher = stand.publisher(publication);
  }

  private static Bulletin read(Path file) throws IOException {
    return ((Reading.Read) Rss.read(Files.readAllBytes(file), ReadOptions.of("x", "X"))).bulletin();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
    }
  }

  @Test
  void aFolderThatNeverAnswersKeepsNoAgentFromStartingAndIsToldOf() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo to make a file that hangs");
    Path folder = Files.createDirectories(home.resolve("www"));
    // Whoever opens a pipe that nobody writes to waits for ever, as on a network share that is gone.
    new ProcessBuilder("/usr/bin/mkfifo", folder.resolve("siv.xml").toString()).start().waitFor();
    open(folder);
    assertEquals(List.of("agent.feed.trouble.files-stuck"), publisher.trouble().stream().map(Reason::key).toList());
  }

  @Test
  void theFolderHoldsWhatTheServerWouldShow() throws Exception {
    stand.windows(3);
    Path folder = home.resolve("www/iris");
    open(folder);
    assertEquals(List.of("archive/siv/2026-11-19.xml", "archive/siv/2026-11-20.xml", "archive/siv/2026-11-21.xml",
        "siv.xml"), names(folder));
    Bulletin current = read(folder.resolve("siv.xml"));
    assertEquals(288, current.windows().count());
    assertEquals(Optional.of(URI.create("archive/siv/2026-11-21.xml")), current.channel().previous());
    assertEquals(Optional.empty(), current.channel().push());
    Bulletin archive = read(folder.resolve("archive/siv/2026-11-21.xml"));
    assertEquals(Optional.of(URI.create("../../siv.xml")), archive.channel().place().current());
    assertEquals(Optional.of(URI.create("../../archive/siv/2026-11-20.xml")), archive.channel().previous());
    publisher.published(List.of(stand.window(Instant.parse("2026-11-22T11:55:30Z"))));
    publisher.settle();
    assertEquals(288, read(folder.resolve("siv.xml")).windows().count());
    assertEquals(Optional.empty(), publisher.address("siv"));
  }

  @Test
  void aDayThatIsOverIsWrittenOnceAndRemovedWhenItIsOld() throws Exception {
    stand.windows(2);
    Path folder = home.resolve("www");
    open(folder);
    byte[] day = Files.readAllBytes(folder.resolve("archive/siv/2026-11-21.xml"));
    Files.writeString(folder.resolve("archive/siv/notes.xml"), "somebody else's");
    stand.now = Instant.parse("2026-11-23T00:01:00Z");
    publisher.settle();
    assertEquals(Optional.of(URI.create("archive/siv/2026-11-21.xml")), read(folder.resolve("siv.xml")).channel().previous());
    stand.now = Instant.parse("2026-11-23T00:03:00Z");
    publisher.settle();
    assertEquals(Optional.of(URI.create("archive/siv/2026-11-22.xml")), read(folder.resolve("siv.xml")).channel().previous());
    assertArrayEquals(day, Files.readAllBytes(folder.resolve("archive/siv/2026-11-21.xml")));
    stand.now = Instant.parse("2026-12-22T10:00:00Z");
    publisher.settle();
    List<String> names = names(folder);
    assertTrue(names.contains("archive/siv/2026-11-22.xml") && names.contains("archive/siv/notes.xml"), names.toString());
    assertTrue(!names.contains("archive/siv/2026-11-21.xml"), names.toString());
    assertTrue(names.contains("archive/siv/2026-12-21.xml"), names.toString());
  }

  @Test
  void aFolderThatCannotBeWrittenIsATroubleUntilItCan() throws Exception {
    stand.windows(1);
    Path folder = home.resolve("taken");
    Files.writeString(folder, "a file stands where the folder should");
    open(folder);
    assertEquals(List.of("agent.feed.trouble.files"), publisher.trouble().stream().map(Reason::key).toList());
    Files.delete(folder);
    publisher.settle();
    assertEquals(List.of(), publisher.trouble());
    assertEquals(288, read(folder.resolve("siv.xml")).windows().count());
  }
}
