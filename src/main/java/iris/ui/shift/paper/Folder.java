package iris.ui.shift.paper;

import iris.signal.Reason;
import iris.words.Lang;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Where the files go, under which names. Never over another file. */
public final class Folder {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");
  private static final int TRIES = 100;

  private Folder() {}

  /** What became of it: the file, or why there is none. */
  public sealed interface Kept {
    record At(Path file) implements Kept {}

    record Not(Reason why) implements Kept {}
  }

  /** The documents of whoever is at the desk, else the home. */
  public static Path usual(Path home) {
    for (String name : new String[] {"Documents", "documents"}) {
      Path folder = home.resolve(name);
      if (Files.isDirectory(folder) && Files.isWritable(folder)) return folder;
    }
    return home;
  }

  static String name(Lang lang, Instant at, ZoneId zone) {
    return (lang == Lang.FR ? "iris-releve-" : "iris-handover-") + STAMP.withZone(zone).format(at);
  }

  /** {@code folder} as typed; it is made where it is not there yet. */
  public static Kept keep(byte[] pdf, String folder, Lang lang, Instant at, ZoneId zone) {
    try {
      Path into = Files.createDirectories(Path.of(folder.strip()).toAbsolutePath());
      String name = name(lang, at, zone);
      for (int i = 1; i <= TRIES; i++) {
        Path file = into.resolve(name + (i == 1 ? "" : "-" + i) + ".pdf");
        try {
          Files.write(file, pdf, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          return new Kept.At(file);
        } catch (FileAlreadyExistsException taken) {
          // Somebody's page of the same minute: the next name.
          continue;
        }
      }
      return new Kept.Not(Reason.of("ui.shift.paper.full", into));
    } catch (IOException | InvalidPathException e) {
      return new Kept.Not(Reason.of("ui.shift.paper.unwritable", folder, e.getMessage()));
    }
  }
}
