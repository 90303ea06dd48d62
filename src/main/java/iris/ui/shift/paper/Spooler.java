package iris.ui.shift.paper;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Hands the PDF itself to the print system of Linux. The toolkit there pipes a picture into lpr and calls the job done
 * though no lpr is installed, as we saw: nothing was printed, and nobody was told. This one says what became of it.
 */
final class Spooler {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<Path> PLACES = List.of(Path.of("/usr/bin/lp"), Path.of("/usr/local/bin/lp"), Path.of("/bin/lp"));

  private Spooler() {}

  static boolean linux() {
    return System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT).contains("linux");
  }

  /** The command of this machine that takes documents; empty: none. */
  static Optional<Path> command() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  /** Empty: the print system has taken it. */
  static Optional<Reason> print(Path command, byte[] pdf, String printer) throws IOException {
    Path said = Files.createTempFile("iris-lp", ".txt");
    try {
      Process lp = new ProcessBuilder(command.toString(), "-d", printer, "-t", "IRIS", "-")
          .redirectErrorStream(true).redirectOutput(said.toFile()).start();
      try (var in = lp.getOutputStream()) {
        in.write(pdf);
      } catch (IOException closed) {
        // It gave up before it had read all: its own words say why, below.
        return refused(lp, printer, said);
      }
      boolean ended = lp.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return ended && lp.exitValue() == 0 ? Optional.empty() : refused(lp, printer, said);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return Optional.of(Reason.of("ui.shift.paper.refused", printer));
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static Optional<Reason> refused(Process lp, String printer, Path said) throws IOException {
    lp.destroyForcibly();
    String words = Files.readString(said, StandardCharsets.UTF_8).strip();
    return Optional.of(words.isEmpty() ? Reason.of("ui.shift.paper.refused", printer)
        : Reason.of("ui.shift.paper.refused-because", printer, words.lines().findFirst().orElse("")));
  }
}
