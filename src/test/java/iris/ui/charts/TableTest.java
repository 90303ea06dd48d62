package iris.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Origin;
import iris.ui.charts.model.Strand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures for a spreadsheet. */
class TableTest {
  private static final Instant FROM = Instant.parse("2026-10-25T00:00:00Z");

  private static Stretch hour(int at, String party, Times.Quantiles quantiles) {
    Times times = new Times(10, 1234, 900, quantiles);
    return new Stretch(FROM.plusSeconds(3600L * at), FROM.plusSeconds(3600L * (at + 1)), 12, new Tally(3000, 3000, 300, 0, 0),
        Tally.NONE, 10, 1, Map.of(Origin.EXTERNAL, 1L), times, Map.of(party, times));
  }

  @Test
  void theRepeatedHourIsTwoLinesThatDiffer() {
    Table table = new Table(List.of(Strand.of(List.of(hour(0, "ants", new Times.Quantiles.None()),
        hour(1, "ants", new Times.Quantiles.None())))), Years.PARIS);
    List<String> lines = table.tsv(FROM, FROM.plusSeconds(7200)).lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).startsWith("2026-10-25T02:00:00+02:00\t2026-10-25T02:00:00+01:00\t12\t0\t300\t3000\t0\t0\t10\t1\t"), lines.get(1));
    assertTrue(lines.get(2).startsWith("2026-10-25T02:00:00+01:00\t2026-10-25T03:00:00+01:00\t"), lines.get(2));
  }

  @Test
  void aFigureThatIsNotKnownIsEmptyAndPercentilesSayWhereTheyComeFrom() {
    Table table = new Table(List.of(Strand.of(List.of(hour(0, "ants", new Times.Quantiles.None()),
        hour(1, "ants", new Times.Quantiles.Worst(100, 200, -1))))), Years.PARIS);
    List<List<String>> rows = table.rows(FROM, FROM.plusSeconds(7200));
    int mean = rows.getFirst().indexOf("transaction_mean_ms");
    assertEquals(List.of("123", "", "", "", "900", ""), rows.get(1).subList(mean, mean + 6));
    assertEquals(List.of("123", "100", "200", "", "900", "worst"), rows.get(2).subList(mean, mean + 6));
  }

  @Test
  void whatAFeedCallsAPartyNeitherBreaksALineNorBecomesAFormula() {
    Table table = new Table(List.of(Strand.of(List.of(hour(0, "=cmd|\"x\",1\ny", new Times.Quantiles.None())))), Years.PARIS);
    String head = table.csv(FROM, FROM.plusSeconds(3600)).split("\r\n")[0];
    assertTrue(head.contains("\"'=cmd|\"\"x\"\",1\ny_mean_ms\""), head);
  }

  @Test
  void onlyWhatIsSeenIsCopied() {
    Table table = new Table(List.of(Strand.of(List.of(hour(0, "a", new Times.Quantiles.None()), hour(1, "a", new Times.Quantiles.None()),
        hour(2, "a", new Times.Quantiles.None())))), Years.PARIS);
    assertEquals(2, table.rows(FROM.plusSeconds(3600), FROM.plusSeconds(7200)).size());
  }
}
