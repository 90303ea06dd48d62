package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.report.Format;
import iris.report.Term;
import iris.report.due.Schedule;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The month that writes itself, and the sentences where nothing can be written. */
class MonthlyTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

  @TempDir Path home;

  private Settings settings(String reports) {
    return assertInstanceOf(Reading.Good.class, SettingsReader.read(List.of(
        new ConfigText("iris.yaml", home, reports, false)))).settings();
  }

  @Test
  void theScheduleIsReadFromTheSettings() {
    assertEquals(Optional.of(new Schedule(home.resolve("out"), Set.of(Format.PDF, Format.CSV), Set.of(Lang.FR, Lang.EN),
            List.of("siv"), 3, LocalTime.of(7, 30))),
        settings("reports: {directory: out, formats: [pdf, csv], languages: [fr, en], services: siv, day: 3, time: '07:30'}").reports());
    assertEquals(Optional.empty(), settings("reports: {formats: pdf}").reports(), "no directory, nothing by itself");
  }

  @Test
  void aReportIsInTheLanguageThatWasOrderedElseInThatOfTheSettings() throws Exception {
    Words terminal = Words.of(Lang.FR, PARIS);
    Order.Common plain = ((Order.Report) Orders.of("report", "--out", "a.pdf")).common();
    assertEquals("October", month(Reporting.paper(plain, settings("display: {language: en}"), terminal)));
    assertEquals("octobre", month(Reporting.paper(plain, settings("display: {theme: dark}"), terminal)));
    Order.Common ordered = ((Order.Report) Orders.of("report", "--out", "a.pdf", "--lang", "fr")).common();
    assertEquals("octobre", month(Reporting.paper(ordered, settings("display: {language: en}"), terminal)));
  }

  private static String month(Words words) {
    return Term.of("2026-10", LocalDate.of(2026, 11, 2)).orElseThrow().said(words).split(" ")[0];
  }

  @Test
  void aJournalThatCannotBeReadIsToldAsTheConsolesFaultAndTriedAgain() throws Exception {
    Settings settings = settings("reports: {directory: out}");
    BlockingQueue<Report> told = new ArrayBlockingQueue<>(10);
    Path state = Files.createDirectories(home.resolve("state"));
    Files.writeString(state.resolve("journal.db"), "this is no store, and long enough to be taken for one. ".repeat(200));
    try (Monthly _ = new Monthly(() -> settings, new Promised(() -> settings, PARIS, Optional::empty), state, PARIS,
        () -> NOW, told::add, Duration.ofMillis(20))) {
      Report.Health health = assertInstanceOf(Report.Health.class, told.poll(60, TimeUnit.SECONDS));
      assertEquals("reports", health.part());
      assertFalse(health.well());
      assertTrue(Words.of(Lang.FR, PARIS).knows(health.why().key()), health.why().key());
    }
    assertTrue(told.isEmpty(), "within the hour it is not told again: " + told);
  }

  private String complaint(Order.Report order) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
    Settings none = settings("display: {language: fr}");
    assertEquals(Main.MISUSED, Reporting.run(order, none, home.resolve("nowhere"), NOW, new Terminal(out, out, Words.of(Lang.FR, PARIS))));
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whereNoConsoleEverRanTheCommandSaysSoAndWritesNothing() throws Exception {
    Order.Report order = assertInstanceOf(Order.Report.class, Orders.of("report", "--out", home.resolve("a.pdf").toString()));
    String said = complaint(order);
    assertTrue(said.contains("pas encore d’historique") && said.contains(home.resolve("nowhere").toString()), said);
    // The folder is there, as any command may have made it, and no journal in it.
    Files.createDirectories(home.resolve("nowhere"));
    assertEquals(said, complaint(order));
    assertFalse(Files.exists(home.resolve("a.pdf")));
  }
}
