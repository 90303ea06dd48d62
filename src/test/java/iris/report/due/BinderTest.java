package iris.report.due;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.report.Format;
import iris.report.Unanswerable;
import iris.report.due.Binder.Written;
import iris.words.Lang;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The month that is due: once, whole, and never over somebody's file. */
class BinderTest {
  private static final LocalDateTime SECOND = LocalDateTime.parse("2026-11-02T08:00:00");

  @TempDir Path home;
  private Binder binder;
  private Schedule schedule;
  private final List<String> made = new ArrayList<>();

  @BeforeEach
  void settle() {
    binder = new Binder(home.resolve("state"));
    schedule = new Schedule(home.resolve("reports"), Set.of(Format.PDF, Format.CSV), Set.of(Lang.FR, Lang.EN), List.of(), 2,
        LocalTime.of(6, 0));
  }

  private byte[] make(Leaf leaf) {
    made.add(leaf.name());
    return leaf.name().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> there() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("reports"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aMonthIsDueFromItsDayAndTimeOnAndUntilTheNext() {
    assertEquals("2026-09", schedule.due(LocalDateTime.parse("2026-11-02T05:59:59")).written());
    assertEquals("2026-10", schedule.due(LocalDateTime.parse("2026-11-02T06:00:00")).written());
    assertEquals("2026-10", schedule.due(LocalDateTime.parse("2026-11-30T23:00:00")).written());
    assertEquals("2026-12", schedule.due(LocalDateTime.parse("2027-01-15T00:00:00")).written());
  }

  @Test
  void everyFormatAndLanguageIsWrittenOnceAlsoByAConsoleThatWasOffOnTheDay() throws IOException {
    LocalDateTime late = LocalDateTime.parse("2026-11-20T12:00:00");
    assertTrue(binder.due(schedule, late));
    Written.These first = assertInstanceOf(Written.These.class, binder.write(schedule, late, this::make));
    assertEquals(4, first.files().size());
    assertEquals(List.of("iris-2026-10-en.csv", "iris-2026-10-en.pdf", "iris-2026-10-fr.csv", "iris-2026-10-fr.pdf"), there());
    assertFalse(binder.due(schedule, late));
    assertEquals(List.of(), assertInstanceOf(Written.These.class, binder.write(schedule, late, this::make)).files());
    assertEquals(4, made.size(), "nothing is made twice");
    assertTrue(binder.due(schedule, LocalDateTime.parse("2026-12-02T06:00:00")), "the next month");
  }

  @Test
  void aReportThatSomebodyFiledElsewhereDoesNotComeBack() throws IOException {
    binder.write(schedule, SECOND, this::make);
    Files.delete(home.resolve("reports/iris-2026-10-fr.pdf"));
    Binder afterARestart = new Binder(home.resolve("state"));
    assertFalse(afterARestart.due(schedule, SECOND));
    afterARestart.write(schedule, SECOND, this::make);
    assertFalse(there().contains("iris-2026-10-fr.pdf"));
  }

  @Test
  void whatStandsThereIsNotWrittenOver() throws IOException {
    Path theirs = Files.createDirectories(home.resolve("reports")).resolve("iris-2026-10-fr.pdf");
    Files.writeString(theirs, "annotated");
    Written.These written = assertInstanceOf(Written.These.class, binder.write(schedule, SECOND, this::make));
    assertEquals(3, written.files().size());
    assertArrayEquals("annotated".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(theirs));
  }

  @Test
  void whatFailsHalfwayGoesOnWhereItStopped() throws IOException {
    Written.Not not = assertInstanceOf(Written.Not.class, binder.write(schedule, SECOND, leaf -> {
      if (made.size() == 2) throw new IOException("disk full");
      return make(leaf);
    }));
    assertEquals("report.due.unwritable", not.why().key());
    assertEquals(2, there().size(), "no half a file lies there: " + there());
    binder.write(schedule, SECOND, this::make);
    assertEquals(4, there().size());
    assertEquals(4, made.size());
  }

  @Test
  void aDirectoryThatIsAFileIsAReasonAndNoCrash() throws IOException {
    Files.writeString(home.resolve("reports"), "in the way");
    assertInstanceOf(Written.Not.class, binder.write(schedule, SECOND, this::make));
    assertTrue(binder.due(schedule, SECOND), "it is tried again");
  }

  @Test
  void aMonthOfWhichNothingIsKnownIsNoReport() {
    assertInstanceOf(Written.Nothing.class, binder.write(schedule, SECOND, leaf -> {
      throw new Unanswerable("report.nothing-known", "siv", "2026-10", SECOND, SECOND, "2026-11");
    }));
    Written.Not not = assertInstanceOf(Written.Not.class, binder.write(schedule, SECOND, leaf -> {
      throw new Unanswerable("report.no-service", "sivv", "siv");
    }));
    assertEquals("report.no-service", not.why().key());
  }

  @Test
  void whoComesSecondWaitsOutside() throws IOException {
    Files.createDirectories(home.resolve("state"));
    try (FileChannel other = FileChannel.open(home.resolve("state/reports.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertTrue(lock.isValid());
      assertInstanceOf(Written.Elsewhere.class, binder.write(schedule, SECOND, this::make));
    }
    assertInstanceOf(Written.These.class, binder.write(schedule, SECOND, this::make));
  }
}
