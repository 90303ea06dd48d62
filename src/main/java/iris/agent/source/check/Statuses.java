package iris.agent.source.check;

import java.util.List;

/** Ranges of HTTP statuses as they are written: {@code 200-299}, {@code 204}. */
final class Statuses {
  private Statuses() {}

  static boolean within(List<String> ranges, int status) {
    for (String range : ranges) {
      String[] ends = range.split("-", 2);
      if (Integer.parseInt(ends[0].strip()) <= status && status <= Integer.parseInt(ends[ends.length - 1].strip()))
        return true;
    }
    return false;
  }
}
