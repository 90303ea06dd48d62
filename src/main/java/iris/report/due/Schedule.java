package iris.report.due;

import iris.history.contract.Period.Unit;
import iris.report.Format;
import iris.report.Term;
import iris.words.Lang;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * When the report of the last month is written by itself, and as what.
 *
 * @param services keys of services or contracts; empty: all
 * @param day of the month that follows, 1 to 28; the last windows of a month come late
 * @param time of that day, in the zone of the machine
 */
public record Schedule(
    Path directory, Set<Format> formats, Set<Lang> languages, List<String> services, int day, LocalTime time) {
  public Schedule {
    Objects.requireNonNull(directory);
    formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
    languages = Collections.unmodifiableSet(EnumSet.copyOf(languages));
    services = List.copyOf(services);
    Objects.requireNonNull(time);
    if (day < 1 || day > 28) throw new IllegalArgumentException("not every month has a day " + day);
  }

  /** The month that is due at this time of the machine's clock: the last one whose day and time have come. */
  public Term due(LocalDateTime now) {
    LocalDate first = now.toLocalDate().withDayOfMonth(1);
    boolean come = !now.isBefore(first.withDayOfMonth(day).atTime(time));
    Term last = Term.around(Unit.MONTH, first).before();
    return come ? last : last.before();
  }

  /** The files that there are to be. */
  public List<Leaf> leaves(Term month) {
    return languages.stream().flatMap(lang -> formats.stream().map(format -> new Leaf(month, lang, format))).toList();
  }
}
