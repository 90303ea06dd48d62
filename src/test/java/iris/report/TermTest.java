package iris.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.history.contract.Period;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static Term of(String written) {
    return Term.of(written, TODAY).orElseThrow(() -> new AssertionError(written));
  }

  @ParameterizedTest
  @CsvSource({
    "month, 2026-10-01, 2026-11-01", "week, 2026-10-26, 2026-11-02", "day, 2026-11-01, 2026-11-02",
    "quarter, 2026-07-01, 2026-10-01", "year, 2025-01-01, 2026-01-01", "2026-10, 2026-10-01, 2026-11-01",
    "2026-W41, 2026-10-05, 2026-10-12", "2020-W53, 2020-12-28, 2021-01-04", "2026-Q3, 2026-07-01, 2026-10-01",
    "2026, 2026-01-01, 2027-01-01", "2026-10-05, 2026-10-05, 2026-10-06", "2026-10-05..2026-10-12, 2026-10-05, 2026-10-13"})
  void aTimeIsUnderstoodAsItIsWritten(String written, LocalDate from, LocalDate to) {
    assertEquals(from, of(written).from());
    assertEquals(to, of(written).to());
    assertEquals(of(written), of(of(written).written()), "as it writes itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "monat", "2026-13", "2026-W54", "2027-W53", "2026-Q5", "2026-02-30", "2026-10-12..2026-10-05", "0001", "9999-01"})
  void whatIsNoTimeIsNone(String written) {
    assertEquals(Optional.empty(), Term.of(written, TODAY));
  }

  @Test
  void beforeAMonthComesAMonthAndBeforeDaysAsMany() {
    assertEquals("2026-02", of("2026-03").before().written());
    assertEquals("2025-12", of("2026-01").before().written());
    assertEquals("2026-10-01..2026-10-04", of("2026-10-05..2026-10-08").before().written());
    assertEquals("2026-10-09..2026-10-12", of("2026-10-05..2026-10-08").after().written());
    assertEquals("2025-W52", of("2026-W01").before().written());
  }

  @Test
  void daysAreThoseOfTheZone() {
    Period october = of("2026-10").in(Autumn.PARIS);
    assertEquals(Duration.ofHours(31 * 24 + 1), Duration.between(october.from(), october.to()));
    assertEquals(Duration.ofHours(23), Duration.between(of("2026-03-29").in(Autumn.PARIS).from(), of("2026-03-29").in(Autumn.PARIS).to()));
  }

  @Test
  void aPersonReadsItInItsLanguage() {
    Words french = Words.of(Lang.FR, Autumn.PARIS);
    assertEquals("octobre 2026", of("2026-10").said(french));
    assertEquals("semaine 41 de 2026, du 05/10/2026 au 11/10/2026", of("2026-W41").said(french));
    assertEquals("October 2026", of("2026-10").said(Words.of(Lang.EN, Autumn.PARIS)));
  }
}
