package iris.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.keep.Import;
import iris.relay.real.Await;
import iris.report.due.Binder;
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
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From windows in a journal to the report in a folder, on the morning on which it is due, and never twice. */
class DueMonthTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant FROM = Instant.parse("2026-09-30T22:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-31T23:00:00Z");
  private static final Instant DOWN = Instant.parse("2026-10-06T07:00:00Z");
  /** Six in the morning of the first. */
  private static final Instant DUE = Instant.parse("2026-11-01T05:00:00Z");
  private static final Set<String> FILES =
      Set.of("iris-2026-10-fr.pdf", "iris-2026-10-en.pdf", "iris-2026-10-fr.csv", "iris-2026-10-en.csv");

  @TempDir Path home;
  private Path state;
  private Path out;
  private Settings settings;

  /** October of one service: every window, half an hour of them down. */
  @BeforeEach
  void october() throws Exception {
    state = home.resolve("state");
    out = Files.createDirectories(home.resolve("out"));
    List<String> lines = new ArrayList<>();
    for (Instant at = FROM; at.isBefore(TO); at = at.plusSeconds(300)) {
      boolean down = !at.isBefore(DOWN) && at.isBefore(DOWN.plusSeconds(1800));
      lines.add("""
          {"row":"windows","service":"siv","from":"%s","to":"%s","verdict":"%s","said":"%3$s","how":"NEW","total":100,\
          "failed":%d,"external":%4$d,"mean":120,"read":"%s","guid":"g%1$s","revision":"r"}""".formatted(at, at.plusSeconds(300),
          down ? "DOWN" : "UP", down ? 100 : 0, at.plusSeconds(305)));
    }
    Path file = Files.write(home.resolve("october.jsonl"), lines);
    assertEquals(lines.size(), Import.of(state, file, DUE).fresh());
    settings = assertInstanceOf(Reading.Good.class, SettingsReader.read(List.of(new ConfigText("iris.yaml", home,
        "reports: {directory: out, formats: [pdf, csv], languages: [fr, en]}", false)))).settings();
  }

  private static Set<String> in(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private String due(Instant now) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertEquals(0, Reporting.due(settings, state, now, new Terminal(to, to, Words.of(Lang.FR, PARIS))));
    return said.toString(StandardCharsets.UTF_8);
  }

  /** A file has its name when it is whole. */
  private static void arrive(WatchService watch, int files) throws Exception {
    for (int seen = 0; seen < files; ) {
      WatchKey key = watch.poll(60, TimeUnit.SECONDS);
      assertTrue(key != null, "no report within half a minute");
      for (WatchEvent<?> event : key.pollEvents()) if (FILES.contains(String.valueOf(event.context()))) seen++;
      key.reset();
    }
  }

  @Test
  void theConsoleWritesItThatMorningWithTheFiguresThatTheCommandGivesAndNeverAgain() throws Exception {
    AtomicReference<Instant> clock = new AtomicReference<>(DUE.minusSeconds(1));
    List<Report> told = new CopyOnWriteArrayList<>();
    try (WatchService watch = out.getFileSystem().newWatchService()) {
      out.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      try (Monthly _ = new Monthly(() -> settings, new Promised(() -> settings, PARIS, Optional::empty), state, PARIS,
          clock::get, told::add, Duration.ofMillis(20))) {
        clock.set(DUE);
        arrive(watch, FILES.size());
        Await.until(() -> !new Binder(state).due(settings.reports().orElseThrow(), LocalDateTime.ofInstant(DUE, PARIS)),
            () -> "it is not remembered that the report was written: " + told);
      }
    }
    assertEquals(FILES, in(out));
    assertEquals(List.of(), told, "nothing to complain of");
    Path asked = home.resolve("asked.csv");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    Order.Report order = assertInstanceOf(Order.Report.class,
        Orders.of("report", "--period", "2026-10", "--out", asked.toString()));
    assertEquals(0, Reporting.run(order, settings, state, DUE, new Terminal(to, to, Words.of(Lang.EN, PARIS))), said::toString);
    assertArrayEquals(Files.readAllBytes(asked), Files.readAllBytes(out.resolve("iris-2026-10-en.csv")));
    assertTrue(Files.readString(asked).contains("outages.longest,,1800,s"), Files.readString(asked));
    try (PDDocument pdf = Loader.loadPDF(out.resolve("iris-2026-10-fr.pdf").toFile())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0\u202f]+", " ");
      assertTrue(text.contains("octobre 2026") && text.contains("30 min"), text);
    }
    for (String file : FILES) Files.delete(out.resolve(file));
    assertTrue(due(DUE.plusSeconds(3600)).contains("octobre 2026"));
    assertEquals(Set.of(), in(out), "filed elsewhere, it does not come back");
  }

  @Test
  void byCronItIsWrittenOnceItIsDueAndOfAMonthWithoutAWindowNothingIs() throws Exception {
    due(DUE.minusSeconds(1));
    assertEquals(Set.of(), in(out), "September is not known, October not due");
    assertTrue(due(DUE).contains("iris-2026-10-fr.pdf"));
    assertEquals(FILES, in(out));
    assertTrue(due(Instant.parse("2026-12-01T05:00:00Z")).contains("novembre 2026"));
    assertEquals(FILES, in(out));
  }
}
