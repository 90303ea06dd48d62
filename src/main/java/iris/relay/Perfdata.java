package iris.relay;

import iris.signal.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as the Nagios family writes them: {@code label=value[unit];warn;crit;min;max}, times in milliseconds. */
public final class Perfdata {
  private Perfdata() {}

  /** One entry a figure; what the feed does not say is left out, and so is the share of no traffic at all. */
  public static List<String> of(Figures figures) {
    List<String> all = new ArrayList<>();
    double ratio = figures.ratio();
    if (!Double.isNaN(ratio)) all.add(String.format(Locale.ROOT, "availability=%.3f%%;;;0;100", ratio * 100));
    all.add("total=" + figures.total() + ";;;0");
    all.add("failed=" + figures.failed() + ";;;0;" + figures.total());
    times("transaction", figures.transaction(), all);
    times("response", figures.response(), all);
    return List.copyOf(all);
  }

  private static void times(String what, Timing timing, List<String> into) {
    time(what + "_mean", timing.mean(), into);
    time(what + "_p50", timing.p50(), into);
    time(what + "_p95", timing.p95(), into);
    time(what + "_p99", timing.p99(), into);
    time(what + "_max", timing.max(), into);
  }

  private static void time(String label, long millis, List<String> into) {
    if (millis != Timing.ABSENT) into.add(label + "=" + millis + "ms;;;0");
  }
}
