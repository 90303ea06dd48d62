package iris.settings;

import iris.alarm.Guidance;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Longer texts: written in place, or {@code file:PATH}, a file of their own that is read with the configuration. */
final class Writings {
  /** A character of UTF-8 has four bytes at most. */
  private static final long BYTES = 4L * Guidance.LONGEST;

  static final Kind<String> MARKDOWN = new Kind<>("Markdown | file:PATH",
      (written, base) -> written.startsWith("file:") ? file(written.substring(5), base) : fit(written));

  private Writings() {}

  private static Taken<String> file(String written, Path base) {
    return switch (Kinds.PATH.read(written, base)) {
      case Taken.Unfit<Path> bad -> new Taken.Unfit<>(bad.why());
      case Taken.Fits<Path>(Path file) -> read(file);
    };
  }

  private static Taken<String> read(Path file) {
    try {
      // What is not a plain file may never end: a pipe, a device.
      if (!Files.exists(file)) return Taken.unfit("settings.guidance.missing", file);
      if (!Files.isRegularFile(file)) return Taken.unfit("settings.guidance.no-file", file);
      if (Files.size(file) > BYTES) return Taken.unfit("settings.guidance.too-long", Guidance.LONGEST);
      return fit(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Taken.unfit("settings.guidance.missing", file);
    } catch (CharacterCodingException e) {
      return Taken.unfit("settings.guidance.not-utf8", file);
    } catch (IOException e) {
      return Taken.unfit("settings.guidance.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  private static Taken<String> fit(String text) {
    if (text.isBlank()) return Taken.unfit("settings.value.empty");
    return text.length() > Guidance.LONGEST
        ? Taken.unfit("settings.guidance.too-long", Guidance.LONGEST) : Taken.fits(text);
  }
}
