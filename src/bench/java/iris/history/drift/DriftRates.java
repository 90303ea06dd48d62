package iris.history.drift;

import iris.alarm.Beyond;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the table of src/docs/drift.md. */
public final class DriftRates {
  private DriftRates() {}

  public static void main(String[] args) throws Exception {
    Path folder = RealSeries.folder().orElseThrow();
    Map<String, List<RealSeries>> sets = new LinkedHashMap<>();
    sets.put("hours, labelled (microsoft)", RealSeries.microsoft(folder));
    sets.put("probes 1.5 h apart (upptime curc)", RealSeries.upptime(folder, false));
    sets.put("probes a day apart (upptime)", RealSeries.upptime(folder, true));
    sets.put("probes half a day apart", RealSeries.halfday(folder));
    sets.put("traffic of a shop", List.of(RealSeries.traffic(folder)));
    System.out.println("| series | windows, factor, distance, ms | service-weeks | judged | marks | idle | idle/week"
        + " | outages | before | labels | met |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    sets.forEach((name, all) -> {
      for (double[] p : new double[][] {{1, 1.5, 3, 0}, {1, 2, 5, 50}, {2, 2, 5, 50}, {3, 1.5, 3, 0}, {3, 1.5, 5, 50},
          {3, 2, 5, 0}, {3, 2, 5, 50}, {3, 3, 5, 50}, {4, 2, 5, 50}}) {
        Beyond limits = new Beyond((int) p[0], p[1], p[2], p[3], 0.02, 5, 1, 0.8);
        Rates r = Rates.of(all, limits);
        System.out.printf("| %s | %d, %.1f, %.0f, %.0f%s | %.1f | %d | %d | %d | %.3f | %d | %d | %d | %d |%n", name,
            limits.windows(), p[1], p[2], p[3], limits.equals(Beyond.CHOSEN) ? " *" : "", r.weeks(), r.judged(), r.marks(),
            r.idle(), r.idlePerWeek(), r.outages(), r.before(), r.labels(), r.met());
      }
    });
  }
}
