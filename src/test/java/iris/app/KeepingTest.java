package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.Journal;
import iris.history.Opening;
import iris.history.Profile;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code iris history} as it is typed: in a process without a display that does not even have JavaFX. */
class KeepingTest {
  @TempDir Path home;

  private record Said(int code, String text) {}

  private Said iris(String... args) throws Exception {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String without = Arrays.stream(classPath.split(File.pathSeparator)).filter(p -> !p.contains("openjfx"))
        .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", without,
        "iris.app.Main", "history"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
    builder.environment().put("IRIS_HOME", home.toString());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), text);
    return new Said(process.exitValue(), text);
  }

  @Test
  void aHistoryIsSavedVerifiedExportedAndImportedWithSentences() throws Exception {
    Said none = iris("verify", "--lang", "en");
    assertTrue(none.code() == 1 && none.text().contains("no history here yet"), none.toString());
    Journal journal = ((Opening.Writable) Profile.open(home.resolve("state"), Instant.EPOCH)).journal();
    Said held = iris("restore", home.resolve("b.db").toString(), "--lang", "en");
    assertTrue(held.code() == 1 && held.text().contains("does not exist"), held.toString());
    Said saved = iris("backup", home.toString(), "--lang", "en");
    assertEquals(0, saved.code());
    assertTrue(saved.text().contains("checked: " + home.resolve("iris-history-")), saved.toString());
    Path file = home.resolve("w.csv");
    Said busy = iris("import", home.resolve("w.csv").toString());
    assertTrue(busy.code() == 1 && busy.text().contains("n’existe pas"), busy.toString());
    Said written = iris("export", "--format", "csv", "--out", file.toString(), "--lang", "fr");
    assertTrue(written.code() == 0 && written.text().startsWith("0 ligne écrite"), written.toString());
    busy = iris("import", file.toString(), "--lang", "fr");
    assertTrue(busy.code() == 1 && busy.text().contains("fermez-la"), busy.toString());
    journal.close();
    Files.writeString(file, Files.readString(file) + "siv,,oops\n");
    Said taken = iris("import", file.toString(), "--lang", "en");
    assertEquals(1, taken.code());
    assertTrue(taken.text().contains("line 2: ") && taken.text().contains("0 new, 0 the same as kept, 1 refused"),
        taken.text());
    Said well = iris("verify", "--lang", "fr");
    assertTrue(well.code() == 0 && well.text().contains("L’historique est sain"), well.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11, false, 2026-10-31T23:00:00Z",
    "2026-11, true, 2026-11-30T23:00:00Z",
    "2026-11-22, false, 2026-11-21T23:00:00Z",
    "2026-11-22, true, 2026-11-22T23:00:00Z",
    "2026-10-25, true, 2026-10-25T23:00:00Z",
    "2026-11-22 15:12, true, 2026-11-22T14:12:00Z",
    "2026-11-22T15:12:10, false, 2026-11-22T14:12:10Z",
    "2026-11-22T15:12:00+02:00, false, 2026-11-22T13:12:00Z",
    "2026-11-22T15:12:00Z, false, 2026-11-22T15:12:00Z",
  })
  void aDayOrAMonthIsMeantWhole(String written, boolean end, Instant meant) throws Exception {
    assertEquals(meant, HistoryLine.at("--from", written, end, ZoneId.of("Europe/Paris")));
  }
}
