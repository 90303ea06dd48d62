package iris.figures;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What a program takes while it stands.
 *
 * @param pss resident memory in MB, what is shared counted by its share
 * @param rss resident memory in MB, what is shared counted by each process
 * @param processor share of one core, in percent
 * @param groups the same by what threads are for; nothing of threads that are not Java's
 * @param rounds how often all services were told of, a second
 * @param pulses of JavaFX a second; negative where nobody counted
 */
record Resting(double pss, double rss, double processor, Map<Groups.Group, Double> groups, double rounds,
    double pulses, int threads) {
  /**
   * @param told how often somebody was told of a service so far
   * @param settle seconds before it is looked at, {@code over} seconds for the processor's share
   */
  static Resting of(Run run, LongSupplier told, int settle, int over) throws IOException, InterruptedException {
    run.rest(settle);
    Sampled before = Sampled.of(run.process);
    Groups by = Groups.of(run.process);
    long pulses = run.pulses();
    long heard = told.getAsLong();
    long began = System.nanoTime();
    run.rest(over);
    double seconds = (System.nanoTime() - began) / 1e9;
    Sampled after = Sampled.of(run.process);
    return new Resting(after.pss() / 1024.0, after.rss() / 1024.0, (after.ticks() - before.ticks()) / seconds,
        Groups.of(run.process).since(by, seconds), (told.getAsLong() - heard) / seconds / Feeds.SERVICES,
        run.pulses() == 0 ? -1 : (run.pulses() - pulses) / seconds, after.threads());
  }

  String row(String name) {
    return "| %s | %.0f | %.0f | %.1f | %s | %.2f | %s | %d |%n".formatted(name, pss, rss, processor,
        Arrays.stream(Groups.Group.values()).map(g -> groups.containsKey(g) ? "%.1f".formatted(groups.get(g)) : "")
            .collect(Collectors.joining(" | ")), rounds, pulses < 0 ? "" : "%.1f".formatted(pulses), threads);
  }

  static String head(String first) {
    Groups.Group[] all = Groups.Group.values();
    return "| " + first + " | resident (PSS) MB | RSS MB | processor, % of a core | of it "
        + Arrays.stream(all).map(g -> g.title).collect(Collectors.joining(" | ")) + " | told all/s | pulses/s | threads |\n"
        + "|---".repeat(all.length + 7) + "|\n";
  }
}
