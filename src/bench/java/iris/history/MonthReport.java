package iris.history;

import iris.history.contract.Contract;
import iris.history.years.Annals;
import iris.report.Format;
import iris.report.Press;
import iris.report.Statement;
import iris.report.Term;
import iris.report.reckon.Books;
import iris.report.reckon.Promises;
import iris.words.Lang;
import iris.words.Words;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The report of a month, as {@code iris report} makes it: what is reckoned, and what is printed. */
final class MonthReport {
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final int ROUNDS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Books books;
  private final Term term;
  private final Instant now;

  MonthReport(Annals annals, Instant month, Instant now) {
    books = new Books(annals, new Usual());
    YearMonth of = YearMonth.from(month.atZone(java.time.ZoneOffset.UTC));
    term = Term.of(of.toString(), LocalDate.ofInstant(now, ZONE)).orElseThrow();
    this.now = now;
  }

  /** Nothing is configured: the usual contract for each service. */
  private record Usual() implements Promises {
    @Override
    public List<Contract> contracts(Collection<String> known) {
      return known.stream().map(key -> Contract.usual(key, key, 0.999, Optional.empty(), ZONE)).toList();
    }

    @Override
    public String title(String service) {
      return service;
    }

    @Override
    public Map<String, String> feeds() {
      return Map.of();
    }
  }

  /** @param services their keys; empty: all */
  void measure(String what, List<String> services) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      long wall = System.nanoTime();
      long cpu = THREADS.getCurrentThreadCpuTime();
      Statement statement = books.statement(services, term, now);
      double reckoned = (System.nanoTime() - wall) / 1e6;
      double used = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
      int bytes = Press.print(statement, Format.PDF, Words.of(Lang.FR, ZONE)).length;
      System.out.printf(Locale.ROOT, "%s: reckoned in %.0f ms (processor %.0f), with its PDF of %,d KB %.0f ms (processor %.0f)%n",
          what, reckoned, used, bytes >> 10, (System.nanoTime() - wall) / 1e6, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
    }
  }
}
