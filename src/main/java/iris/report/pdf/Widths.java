package iris.report.pdf;

import java.util.Arrays;

/** Shares the width of a page among columns. */
final class Widths {
  private Widths() {}

  /**
   * @param wanted by each for one line, {@code least} that it needs for its longest word
   * @return that add up to {@code width}: what is to spare goes to all alike, what is missing is taken from who wants
   *     more than the least, in proportion
   */
  static double[] of(double[] wanted, double[] least, double width) {
    double all = Arrays.stream(wanted).sum();
    double need = Arrays.stream(least).sum();
    double[] given = new double[wanted.length];
    for (int i = 0; i < given.length; i++) {
      if (all <= width) given[i] = wanted[i] + (width - all) / given.length;
      else if (need < width) given[i] = least[i] + (wanted[i] - least[i]) * (width - need) / (all - need);
      else given[i] = least[i] * width / need;
    }
    return given;
  }
}
