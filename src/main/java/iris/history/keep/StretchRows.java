package iris.history.keep;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.history.years.Times.Quantiles;
import iris.signal.Origin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** An hour, a day or a month of a service as a row. */
final class StretchRows {
  private static final JsonMapper JSON = new JsonMapper();

  private StretchRows() {}

  static Cells cells(Kind kind, String service, Stretch s) {
    Cells row = new Cells(kind).set("grain", kind.word()).set("service", service).set("from", s.from())
        .set("to", s.to()).set("windows", s.windows());
    tally(row, "", s.plain());
    tally(row, "works_", s.works());
    row.set("total", s.total()).set("failed", s.failed());
    for (Origin origin : Origin.values()) row.set(origin.wire(), s.failures().getOrDefault(origin, 0L).longValue());
    figures(s.transaction()).forEach((name, figure) -> row.set(name, figure));
    if (!s.responses().isEmpty()) {
      Map<String, Map<String, Object>> parties = new TreeMap<>();
      s.responses().forEach((party, times) -> parties.put(party, figures(times)));
      row.set("responses", JSON.writeValueAsString(parties));
    }
    return row;
  }

  private static void tally(Cells row, String part, Tally t) {
    row.set(part + "good_s", rounded(t.good())).set(part + "up_s", t.up()).set(part + "degraded_s", t.degraded())
        .set(part + "down_s", t.down()).set(part + "unknown_s", t.unknown());
  }

  private static Map<String, Object> figures(Times t) {
    Map<String, Object> all = new TreeMap<>();
    all.put("counted", t.counted());
    t.mean().ifPresent(mean -> all.put("mean", rounded(mean)));
    put(all, "max", t.max());
    switch (t.quantiles()) {
      case Quantiles.Said(long p50, long p95, long p99) -> quantiles(all, "said", p50, p95, p99);
      case Quantiles.Merged(long p50, long p95, long p99) -> quantiles(all, "merged", p50, p95, p99);
      case Quantiles.Worst(long p50, long p95, long p99) -> quantiles(all, "worst", p50, p95, p99);
      case Quantiles.None() -> { }
    }
    return all;
  }

  private static void quantiles(Map<String, Object> all, String how, long p50, long p95, long p99) {
    all.put("quantiles", how);
    put(all, "p50", p50);
    put(all, "p95", p95);
    put(all, "p99", p99);
  }

  private static void put(Map<String, Object> all, String name, long value) {
    if (value >= 0) all.put(name, value);
  }

  /** To a thousandth, without an exponent. */
  private static BigDecimal rounded(double value) {
    BigDecimal figure = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return figure.scale() < 0 ? figure.setScale(0) : figure;
  }
}
