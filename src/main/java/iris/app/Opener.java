package iris.app;

import iris.signal.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Opens links with what the desktop has for them, each on a thread of its own. No shell sees an address, and no other
 * kind of address than those of the web, mail and telephone is handed on, whoever asks.
 */
final class Opener {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  /** A desktop that has not failed by then is showing it; some stay until the window is closed. */
  private static final long PATIENCE_SECONDS = 5;

  /** Starts a command and says how it ended; empty: it still runs after the patience. */
  interface Starting {
    Optional<Integer> run(List<String> command) throws IOException, InterruptedException;
  }

  private final String os;
  private final Starting starting;

  /** @param os the property os.name */
  Opener(String os, Starting starting) {
    this.os = os;
    this.starting = starting;
  }

  static Opener ofThisMachine() {
    return new Opener(System.getProperty("os.name"), Opener::run);
  }

  private static Optional<Integer> run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectInput(ProcessBuilder.Redirect.from(nothing())).start();
    return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? Optional.of(process.exitValue()) : Optional.empty();
  }

  private static java.io.File nothing() {
    return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  /** Returns at once; {@code answer} is told from another thread why it could not be, or nothing. */
  void open(URI link, Consumer<Optional<Reason>> answer) {
    Thread.ofVirtual().name("open link").start(() -> answer.accept(opened(link)));
  }

  /** Waits for the desktop's answer. */
  Optional<Reason> opened(URI link) {
    if (link.getScheme() == null || !SCHEMES.contains(link.getScheme().toLowerCase(Locale.ROOT)))
      return Optional.of(Reason.of("app.open.refused"));
    List<String> command = command(link.toASCIIString());
    try {
      return starting.run(command).filter(exit -> exit != 0).map(exit -> Reason.of("app.open.failed", command.getFirst(), exit));
    } catch (IOException noSuchProgram) {
      return Optional.of(Reason.of("app.open.missing", command.getFirst()));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private List<String> command(String link) {
    if (os.startsWith("Windows")) return List.of("rundll32.exe", "url.dll,FileProtocolHandler", link);
    return List.of(os.startsWith("Mac") ? "/usr/bin/open" : "xdg-open", link);
  }
}
