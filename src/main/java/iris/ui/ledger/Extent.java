package iris.ui.ledger;

import iris.history.contract.Period.Unit;
import iris.history.years.Known;
import iris.report.Subject;
import iris.report.Term;
import iris.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From which day to which something is known of these services.
 *
 * @param first day, {@code last} day
 */
record Extent(LocalDate first, LocalDate last) {
  private static final int NAMED = 3;

  /** Empty: no window was ever received. */
  static Optional<Extent> of(List<Subject> subjects) {
    Optional<LocalDate> first = subjects.stream().flatMap(s -> s.known().map(Known::first)
        .map(at -> LocalDate.ofInstant(at, s.contract().zone())).stream()).min(Comparator.naturalOrder());
    Optional<LocalDate> last = subjects.stream().flatMap(s -> s.known().map(Known::last)
        .map(at -> LocalDate.ofInstant(at.minusNanos(1), s.contract().zone())).stream()).max(Comparator.naturalOrder());
    return first.map(day -> new Extent(day, last.orElseThrow()));
  }

  /** Where the page opens: at the last one that is over; where nothing is known of it, at the newest that is known. */
  static Term begin(Unit unit, LocalDate today, List<Subject> subjects) {
    Term over = Term.around(unit, today).before();
    if (subjects.stream().anyMatch(s -> s.touches(over))) return over;
    return of(subjects).map(known -> Term.around(unit, known.last())).orElse(over);
  }

  /** That nothing is known of them then, and what is. */
  static String lack(List<Subject> subjects, Term term, Words words) {
    if (subjects.isEmpty()) return words.say("ui.ledger.unknown.none");
    List<String> titles = subjects.stream().map(Subject::title).distinct().toList();
    String names = titles.stream().limit(NAMED).collect(Collectors.joining(", ")) + (titles.size() > NAMED ? "\u2026" : "");
    return of(subjects)
        .map(known -> words.say("ui.ledger.unknown.then", names, term.said(words), day(known.first(), words), day(known.last(), words)))
        .orElseGet(() -> words.say("ui.ledger.unknown.ever", names));
  }

  private static String day(LocalDate day, Words words) {
    return Term.around(Unit.DAY, day).said(words);
  }
}
