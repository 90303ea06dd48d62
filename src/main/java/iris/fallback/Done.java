package iris.fallback;

import iris.signal.Reason;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How a deed ended.
 *
 * @param well as the plan expects it
 * @param code status or exit code, where there was one: it was answered
 * @param text what was answered, its end only
 */
record Done(boolean well, Reason what, OptionalInt code, String text) {
  private static final int LINES = 40;
  private static final int WIDTH = 300;

  Done {
    Objects.requireNonNull(what);
    Objects.requireNonNull(code);
    Objects.requireNonNull(text);
  }

  static Done failed(String key, Object... args) {
    return new Done(false, Reason.of(key, args), OptionalInt.empty(), "");
  }

  /** The last lines, each no longer than a screen can show. */
  List<String> lines() {
    List<String> all = text.lines().map(l -> l.replaceAll("\\p{Cntrl}", " ").stripTrailing()).filter(l -> !l.isEmpty())
        .map(l -> l.length() <= WIDTH ? l : l.substring(0, WIDTH - 1) + "…").toList();
    return all.subList(Math.max(0, all.size() - LINES), all.size());
  }
}
