package iris.app.demo;

import iris.agent.simulate.Rush;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The figures of a window: traffic by the hour of the day, times by the traffic, failures by the plot. Pure. */
final class Gauge {
  /** What our own work adds to the external party's answer, in ms. */
  private static final int OWN = 140;

  private final Tempo tempo;
  private final List<Trouble> troubles;
  private final long seed;

  Gauge(Tempo tempo, List<Trouble> troubles, long seed) {
    this.tempo = tempo;
    this.troubles = troubles;
    this.seed = seed;
  }

  Window window(Role role, Instant from) {
    Instant to = from.plus(tempo.period());
    String id = role.service().id();
    SplittableRandom dice = new SplittableRandom(seed ^ id.hashCode() * 31L ^ from.getEpochSecond() * 0x9E3779B97F4A7C15L);
    double load = Rush.load(tempo.story(from));
    long total = Math.round(role.peak() * load * dice.nextDouble(0.9, 1.1));
    Map<Origin, Long> failures = new EnumMap<>(Origin.class);
    usual(total, dice, failures);
    double slower = 1;
    for (Trouble trouble : troubles) {
      if (!trouble.service().equals(id)) continue;
      double share = trouble.shareOf(from, to);
      if (share == 0) continue;
      slower += share * (trouble.slower() - 1);
      long room = total - failures.values().stream().mapToLong(n -> n).sum();
      failures.merge(trouble.origin(), Math.min(room, Math.round(total * share * trouble.failing())), Long::sum);
    }
    failures.values().removeIf(n -> n == 0);
    long failed = failures.values().stream().mapToLong(n -> n).sum();
    Timing response = total == 0 ? Timing.NONE : times(role.mean() * (1 + 0.6 * load * load) * slower, dice);
    Timing whole = total == 0 ? Timing.NONE : times(response.mean() + OWN * dice.nextDouble(0.95, 1.1), dice);
    List<Window.Response> responses =
        total == 0 ? List.of() : List.of(new Window.Response(role.external().id(), response));
    return new Window(id, from, to, state(total, failed), total, failed, failures, whole, responses, List.of());
  }

  /** Two or three of a thousand fail on the best of days. */
  private static void usual(long total, SplittableRandom dice, Map<Origin, Long> failures) {
    failures.put(Origin.EXTERNAL, Math.round(total * dice.nextDouble(0, 0.003)));
    failures.put(Origin.PROVIDER, Math.round(total * dice.nextDouble(0, 0.0012)));
  }

  private static Verdict state(long total, long failed) {
    double ratio = total == 0 ? 1 : (double) (total - failed) / total;
    return ratio < 0.5 ? Verdict.DOWN : ratio < 0.95 ? Verdict.DEGRADED : Verdict.UP;
  }

  private static Timing times(double mean, SplittableRandom dice) {
    double m = mean * dice.nextDouble(0.95, 1.06);
    return new Timing(
        Math.round(m), Math.round(m * 0.9), Math.round(m * dice.nextDouble(1.9, 2.1)),
        Math.round(m * dice.nextDouble(3.6, 4.2)), Math.round(m * dice.nextDouble(7, 11)));
  }
}
