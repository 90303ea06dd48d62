package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Note;
import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which items of a document are the words of what is new. */
class QuotingTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:12:31Z");

  private static Item step(int n, String title) {
    return new Item("g" + n, "r" + n, title, "text " + n, Optional.of(AT.plusSeconds(60L * n)), Optional.empty(),
        Optional.of("1"), 5, new IncidentStep("1", "siv", n, IncidentStep.State.UPDATE, Severity.OUTAGE, Origin.EXTERNAL,
            Optional.empty(), AT, Optional.empty(), ""));
  }

  private static Incident incident(int updates) {
    return new Incident("1", "siv", "t", Incident.Kind.OUTAGE, true, Optional.empty(), Optional.empty(), Optional.of(AT),
        Optional.empty(), updates, "iris.element", "newest paragraph");
  }

  private static List<String> guids(List<Quote> quotes) {
    return quotes.stream().map(Quote::guid).toList();
  }

  private static Bulletin document(Dialect dialect, Item... items) {
    return Items.bulletin(dialect, AT, List.of("siv"), List.of(items), List.of());
  }

  @Test
  void theFirstReadingQuotesAllStepsInTheirOrderThoughTheNewestStandsFirst() {
    Bulletin b = document(Dialect.IRIS, step(3, "c"), step(2, "b"), step(1, "a"));
    List<Quote> quotes = Quoting.of(b, incident(3), Optional.empty());
    assertEquals(List.of("g1", "g2", "g3"), guids(quotes));
    assertEquals("text 3", quotes.getLast().text());
    assertEquals(Optional.of(AT.plusSeconds(180)), quotes.getLast().published());
  }

  @Test
  void laterOnlyWhatWasNotSaidBeforeIsQuoted() {
    Bulletin b = document(Dialect.IRIS, step(3, "c"), step(2, "b"), step(1, "a"));
    assertEquals(List.of("g3"), guids(Quoting.of(b, incident(3), Optional.of(incident(2)))));
  }

  @Test
  void aPageThatRewritesItsOneItemIsQuotedByItsNewestParagraph() {
    Item page = new Item("link", "r2", "Slow answers", "<p>Resolved</p><p>Investigating</p>", Optional.of(AT),
        Optional.of(AT.plusSeconds(900)), Optional.of("1"), 9, Note.NOTE);
    List<Quote> quotes = Quoting.of(document(Dialect.STATUSPAGE, page), incident(4), Optional.of(incident(2)));
    assertEquals(List.of(new Quote("link", "Slow answers", "newest paragraph", Optional.of(AT.plusSeconds(900)))), quotes);
  }

  @Test
  void anotherServiceWithTheSameNumberIsNotQuoted() {
    Item other = new Item("x", "x", "other", "", Optional.of(AT), Optional.empty(), Optional.of("1"), 5,
        new IncidentStep("1", "fni", 9, IncidentStep.State.OPEN, Severity.OUTAGE, Origin.EXTERNAL, Optional.empty(), AT,
            Optional.empty(), ""));
    assertEquals(List.of("g1"), guids(Quoting.of(document(Dialect.IRIS, other, step(1, "a")), incident(1), Optional.empty())));
  }

  @Test
  void aBookInAnItemIsCutNotJournaled() {
    Quote quote = new Quote("g", "t", "x".repeat(100_000), Optional.empty());
    assertEquals(Quote.LONGEST, quote.text().length());
  }
}
