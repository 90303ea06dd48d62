package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.testing.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
  private static final Caps SMALL = new Caps(Duration.ofSeconds(10), Duration.ofSeconds(10), 1000, 5000, 100, 5);
  private final Fetcher fetcher = new Fetcher(InstantSource.system(), Map.of());
  @TempDir Path folder;

  @AfterEach
  void close() {
    fetcher.close();
  }

  private Fetch fetch(Path file) throws InterruptedException {
    return fetcher.fetch(SourceConfig.of("siv", "SIV", file.toUri()).caps(SMALL), Ask.PLAIN);
  }

  private String why(Path file) throws InterruptedException {
    return assertInstanceOf(Fetch.Failed.class, fetch(file)).why().key();
  }

  @Test
  void aFileIsReadPlainOrPacked() throws Exception {
    Path plain = Files.writeString(folder.resolve("flux é.rss"), "<rss/>");
    Path packed = Files.write(folder.resolve("feed.gz"), Reply.gzipped("<rss/>".getBytes(StandardCharsets.UTF_8)));
    for (Path file : new Path[] {plain, packed}) {
      Fetch.Body body = assertInstanceOf(Fetch.Body.class, fetch(file));
      assertEquals("<rss/>", new String(body.bytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatIsNotAReadableFileSaysWhy() throws Exception {
    assertEquals("feed.file.missing", why(folder.resolve("gone.rss")));
    assertEquals("feed.file.kind", why(folder));
    Path large = Files.write(folder.resolve("large.rss"), new byte[1001]);
    assertEquals("feed.too-large.wire", assertInstanceOf(Fetch.TooLarge.class, fetch(large)).why().key());
  }

  @Test
  void aPipeIsRefusedInsteadOfWaitedFor() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo here");
    assumeTrue(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor(5, TimeUnit.SECONDS), "no pipe");
    assertEquals("feed.file.kind", why(pipe));
  }
}
