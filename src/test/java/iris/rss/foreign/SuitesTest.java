package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.Dates;
import iris.rss.Reading;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What others feed their parsers to break them. */
class SuitesTest {
  /** Far more than any of them needs: what takes longer hangs. */
  private static final long SECONDS = 60;

  private static Reading bounded(Path file) throws InterruptedException, ExecutionException {
    FutureTask<Reading> task = new FutureTask<>(() -> Captures.read(file));
    Thread.ofVirtual().start(task);
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(file + " hangs");
    }
  }

  @Test
  void everyFileIsReadOrRefusedWithASentence() throws Exception {
    Words words = Words.of(Lang.FR, ZoneOffset.UTC);
    int read = 0;
    List<Path> files = Captures.files("malicious", "suites");
    for (Path file : files) {
      switch (bounded(file)) {
        case Reading.Read r -> read++;
        case Reading.Garbled g -> assertTrue(words.knows(g.why().key()), file + ": " + g.why());
      }
    }
    assertTrue(read > 2_000 && files.size() > read, read + " of " + files.size());
  }

  @Test
  void noBombAndNoExternalEntityIsEverResolved() throws Exception {
    for (Path file : Captures.files("malicious/defusedxml")) {
      Instant before = Instant.now();
      assertInstanceOf(Reading.Garbled.class, bounded(file), file.toString());
      Duration took = Duration.between(before, Instant.now());
      assertTrue(took.toSeconds() < SECONDS, file + " took " + took);
    }
  }

  @Test
  void undeclaredHtmlEntitiesDoNotHideAFeed() throws Exception {
    List<String> refused = new ArrayList<>();
    for (Path file : Captures.files("malicious/feedparser-entities")) {
      String text = Files.readString(file).stripTrailing();
      boolean whole = text.endsWith(">");
      if (whole && bounded(file) instanceof Reading.Garbled) refused.add(file.getFileName().toString());
      if (!whole) assertInstanceOf(Reading.Garbled.class, bounded(file), file + " is cut");
    }
    assertEquals(List.of(), refused);
  }

  @Test
  void datesThatAreNoDatesAreRefusedAndTheOthersAreNotMisread() {
    int agreed = 0;
    for (String line : Captures.lines(Captures.root().resolve("suites/feedparser/dates.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (cells.length < 3 || cells[0].equals("parser") || cells[1].isEmpty()) continue;
      Optional<Instant> found = Dates.lenient(cells[1]).map(t -> t.truncatedTo(ChronoUnit.SECONDS));
      boolean same = found.map(Instant::toString).orElse("").equals(cells[2]);
      // What we do not read (Greek, Hungarian, years of two digits) is kept as odd; what we read is right.
      assertFalse(found.isPresent() && !same, cells[1] + " is " + cells[2] + ", not " + found);
      if (same) agreed++;
    }
    assertTrue(agreed >= 51, "only " + agreed);
  }
}
