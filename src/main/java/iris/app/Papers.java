package iris.app;

import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * What the packaging lays beside the program: the pages of man and the completion of bash, both made of the program's own
 * grammar. Not a command: users have no use for it.
 *
 * <p>Arguments: the folder to write into, the time of the release (ISO 8601).
 */
public final class Papers {
  private Papers() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    LocalDate made = LocalDate.ofInstant(Instant.parse(args[1]), ZoneOffset.UTC);
    for (Lang lang : Lang.values()) {
      Path pages = Files.createDirectories(folder.resolve("man").resolve(lang.name().toLowerCase(Locale.ROOT)));
      Files.writeString(pages.resolve("iris.1"),
          ManPage.of(Grammar.iris(), Words.of(lang, ZoneOffset.UTC), Version.NUMBER, made));
    }
    Files.writeString(folder.resolve("iris.bash"), completion());
  }

  /** The script for bash. The parser's own forbids names of files, which most of what we take are. */
  static String completion() {
    return AutoComplete.bash("iris", new CommandLine(Grammar.iris()))
        .replace("  type compopt &>/dev/null && compopt +o default\n", "");
  }
}
