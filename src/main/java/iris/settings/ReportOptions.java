package iris.settings;

import static iris.settings.Kinds.PATH;
import static iris.settings.Kinds.whole;
import static iris.settings.Section.REPORTS;

import iris.report.Format;
import iris.report.due.Schedule;
import iris.words.Lang;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of the table that is about the report of the month, and what is made of it. */
final class ReportOptions {
  private static final String ALL = "all";

  private static final Kind<List<String>> SOME = new Kind<>("all | key, key", (written, base) -> {
    if (written.equals(ALL)) return Taken.fits(List.of());
    return Kinds.NAMES.read(written, base);
  }, true);

  private static final Kind<LocalTime> TIME = new Kind<>("00:00..23:59", (written, base) -> {
    try {
      return Taken.fits(LocalTime.parse(written));
    } catch (DateTimeException noTime) {
      return Taken.unfit("settings.value.time", written);
    }
  });

  static final Option<Path> DIRECTORY = Option.may(REPORTS, "directory", PATH, "/srv/reports");
  static final Option<Set<Format>> FORMATS =
      Option.of(REPORTS, "formats", several(Format.class), EnumSet.of(Format.PDF), "pdf");
  static final Option<Set<Lang>> LANGUAGES =
      Option.of(REPORTS, "languages", several(Lang.class), EnumSet.of(Lang.FR), "fr");
  static final Option<List<String>> SERVICES = Option.of(REPORTS, "services", SOME, List.of(), ALL);
  static final Option<Integer> DAY = Option.of(REPORTS, "day", whole(1, 28), 1, "1");
  static final Option<LocalTime> AT = Option.of(REPORTS, "time", TIME, LocalTime.of(6, 0), "06:00");

  private ReportOptions() {}

  static List<Option<?>> all() {
    return List.of(DIRECTORY, FORMATS, LANGUAGES, SERVICES, DAY, AT);
  }

  /** Without a directory nothing is written by itself. */
  static Optional<Schedule> schedule(Block b) {
    return b.get(DIRECTORY).map(directory -> new Schedule(directory, b.want(FORMATS), b.want(LANGUAGES), b.want(SERVICES),
        b.want(DAY), b.want(AT)));
  }

  private static <E extends Enum<E>> Kind<Set<E>> several(Class<E> type) {
    String words = Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
    return new Kind<>(words, (written, base) -> {
      Set<E> all = EnumSet.noneOf(type);
      for (String word : written.split(",", -1)) {
        Optional<E> one = Arrays.stream(type.getEnumConstants())
            .filter(e -> e.name().equalsIgnoreCase(word.strip())).findFirst();
        if (one.isEmpty()) return Taken.unfit("settings.value.choice", word.strip(), words);
        all.add(one.get());
      }
      return Taken.fits(all);
    }, true);
  }
}
