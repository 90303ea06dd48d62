package iris.ui.charts.model;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is drawn of the figures of one view, by pixel column.
 *
 * @param times the transaction's, by figure
 * @param responses means of the external parties' shares, by party
 * @param behind the mean of the time that is laid behind, and {@code traffic} then
 */
public record Sheet(
    TimeScale x,
    Map<Figure, Columns> times,
    Map<String, Columns> responses,
    Columns total,
    Bars failures,
    Shares shares,
    Columns behind,
    Columns trafficBehind,
    Levels millis,
    Levels traffic,
    Levels failed) {

  /**
   * What is drawn.
   *
   * @param looked which time was read; what lies outside is no gap
   * @param behind stretches of the time that is laid behind, moved by {@code by}
   */
  public record Asked(View view, int width, List<Strand> strands, View looked, List<Strand> behind, Behind by, ZoneId zone,
      Levels.Wish wish) {}

  public static Sheet of(Asked a) {
    TimeScale x = TimeScale.of(a.view(), a.width());
    Map<Figure, Columns> times = new LinkedHashMap<>();
    for (Figure f : Figure.values()) times.put(f, Columns.of(x, a.strands(), s -> s.transaction().of(f)));
    Map<String, Columns> responses = new LinkedHashMap<>();
    for (String party : parties(a.strands())) responses.put(party, Columns.of(x, a.strands(), s -> mean(s, party)));
    Columns total = Columns.of(x, a.strands(), Strand::totals);
    Bars bars = Bars.of(x, a.strands());
    LongUnaryOperator later = a.by().later(a.zone());
    Columns behind = Columns.of(x, a.behind(), s -> s.transaction().of(Figure.MEAN), later);
    Columns trafficBehind = Columns.of(x, a.behind(), Strand::totals, later);
    Shares shares = Shares.of(x, a.strands(), a.looked().from().toEpochMilli(), a.looked().to().toEpochMilli());
    return new Sheet(x, times, responses, total, bars, shares, behind, trafficBehind,
        millis(a.wish(), times, responses, behind),
        Levels.counting(greatest(total.peak(), trafficBehind.peak())), Levels.counting(bars.peak()));
  }

  private static TreeSet<String> parties(List<Strand> strands) {
    TreeSet<String> all = new TreeSet<>();
    strands.forEach(s -> all.addAll(s.responses().keySet()));
    return all;
  }

  private static double @Nullable [] mean(Strand strand, String party) {
    Curve curve = strand.responses().get(party);
    return curve == null ? null : curve.of(Figure.MEAN);
  }

  private static Levels millis(Levels.Wish wish, Map<Figure, Columns> times, Map<String, Columns> responses, Columns behind) {
    double peak = behind.peak();
    double floor = behind.floor();
    for (Columns c : times.values()) {
      peak = greatest(peak, c.peak());
      floor = least(floor, c.floor());
    }
    for (Columns c : responses.values()) {
      peak = greatest(peak, c.peak());
      floor = least(floor, c.floor());
    }
    double usual = first(times, List.of(Figure.P95, Figure.MEAN, Figure.MAX), Columns::usual);
    return Levels.of(wish, peak, usual, floor);
  }

  private static double first(Map<Figure, Columns> times, List<Figure> wanted, Function<Columns, Double> of) {
    return wanted.stream().map(f -> of.apply(Objects.requireNonNull(times.get(f)))).filter(v -> !Double.isNaN(v))
        .findFirst().orElse(Double.NaN);
  }

  private static double greatest(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  private static double least(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }
}
