package iris.rss.strict;

import iris.signal.Finding;
import iris.signal.Reason;
import java.util.ArrayList;
import java.util.List;

/** Findings as they come, up to a number that a person can use. */
final class Notes {
  private static final int MOST = 500;
  private static final int LONGEST = 200;

  private final List<Finding> all = new ArrayList<>();
  private int left;

  void error(int line, Reason why) {
    add(new Finding(Finding.Level.ERROR, line, why));
  }

  void error(int line, String key, Object... args) {
    error(line, reason(key, args));
  }

  void warning(int line, String key, Object... args) {
    add(new Finding(Finding.Level.WARNING, line, reason(key, args)));
  }

  private static Reason reason(String key, Object... args) {
    Object[] plain = new Object[args.length];
    for (int i = 0; i < args.length; i++) plain[i] = shortened(String.valueOf(args[i]));
    return Reason.of(key, plain);
  }

  private void add(Finding finding) {
    if (all.size() < MOST) all.add(finding);
    else left++;
  }

  List<Finding> all() {
    if (left == 0) return all;
    List<Finding> told = new ArrayList<>(all);
    told.add(new Finding(Finding.Level.ERROR, 0, Reason.of("rss.strict.more", left)));
    return told;
  }

  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST) return line;
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end) + "…";
  }
}
