package iris.app;

import iris.signal.Reason;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The libraries of a Linux system that JavaFX opens by itself. Looked for before it is started: where one is missing it
 * prints a stack trace, and what it throws afterwards names none. Windows and macOS have all of theirs.
 */
final class Libraries {
  /** For letters, with and without a display (NEEDED of JavaFX's own libraries). */
  static final List<String> LETTERS = List.of("libfreetype.so.6", "libfontconfig.so.1", "libpangoft2-1.0.so.0");
  /** For a window. OpenGL is not among them: without it JavaFX draws by itself. */
  static final List<String> WINDOW =
      Stream.concat(LETTERS.stream(), Stream.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0")).toList();

  private Libraries() {}

  /** What is to be said where {@code needed} are not all there, with the way out. */
  static Optional<Reason> lacking(List<String> needed) {
    if (!System.getProperty("os.name").startsWith("Linux")) return Optional.empty();
    return lacking(needed, Libraries::there);
  }

  static Optional<Reason> lacking(List<String> needed, Predicate<String> there) {
    List<String> missing = needed.stream().filter(there.negate()).toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(Reason.of("app.no-libraries", String.join(", ", missing)));
  }

  /** Seen where systems have them, which costs nothing; elsewhere the loader of the system is asked, which opens it. */
  static boolean there(String library) {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return Stream.of("/usr/lib/" + machine + "-linux-gnu", "/usr/lib64", "/usr/lib", "/lib/" + machine + "-linux-gnu")
        .anyMatch(folder -> Files.exists(Path.of(folder, library))) || opens(library);
  }

  /** Restricted since what is opened may run code of its own: the names are fixed, and JavaFX opens the same. */
  @SuppressWarnings("restricted")
  private static boolean opens(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }
}
