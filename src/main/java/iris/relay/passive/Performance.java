package iris.relay.passive;

import iris.relay.Figures;
import iris.signal.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Figures as performance data of a plugin ({@code label=value[unit];warn;crit;min;max}), under the labels that
 * {@code iris check --format nagios} uses without the name of the service, so that graphs go on when the one takes the
 * other's place.
 */
final class Performance {
  private Performance() {}

  /** @param at when it is told; says how old the figures are */
  static String of(Figures figures, Instant at) {
    StringJoiner data = new StringJoiner(" ");
    data.add("transactions=" + figures.total() + ";;;0");
    data.add("failed=" + figures.failed() + ";;;0");
    if (figures.total() > 0) data.add("availability=" + percent(figures) + "%;;;0;100");
    times(data, "transaction", figures.transaction());
    times(data, "response", figures.response());
    data.add("age=" + Math.max(0, Duration.between(figures.to(), at).toSeconds()) + "s;;;0");
    return data.toString();
  }

  /** Cut, not rounded: 99.996 is not 100. */
  private static String percent(Figures figures) {
    long good = figures.total() - figures.failed();
    long hundredths = (long) Math.floor(10_000.0 * good / figures.total());
    if (good < figures.total()) hundredths = Math.min(hundredths, 9_999);
    return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
  }

  private static void times(StringJoiner data, String label, Timing of) {
    time(data, label + "_mean", of.mean());
    time(data, label + "_p95", of.p95());
  }

  private static void time(StringJoiner data, String label, long millis) {
    if (millis != Timing.ABSENT) data.add(label + "=" + millis + "ms;;;0");
  }
}
