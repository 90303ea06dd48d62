package iris.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a handful of measurements comes to. */
final class Numbers {
  private Numbers() {}

  static Long median(List<Long> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }

  static Long least(List<Long> of) {
    return Collections.min(of);
  }

  /** Median of the ratios of what was measured in the same round. */
  static double ratio(List<Long> of, List<Long> to) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < Math.min(of.size(), to.size()); i++) all.add(1.0 * of.get(i) / to.get(i));
    Collections.sort(all);
    return all.get(all.size() / 2);
  }
}
