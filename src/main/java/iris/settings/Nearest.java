package iris.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody probably meant. */
public final class Nearest {
  private static final int MOST = 2;

  private Nearest() {}

  /** Empty where nothing is near: at most two letters changed, and fewer than half of the word. */
  public static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        // What is much longer is nobody's misspelling, and a key of a megabyte would want a table of it.
        .filter(word -> Math.abs(word.length() - written.length()) <= MOST)
        .filter(word -> distance(written, word) <= Math.min(MOST, Math.max(1, word.length() / 2 - 1)))
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** Letters inserted, deleted, changed or swapped with a neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++)
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    return d[a.length()][b.length()];
  }
}
