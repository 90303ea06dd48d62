package iris.figures;

import java.io.IOException;

/**
 * What a program takes while it stands.
 *
 * @param pss resident memory in MB, what is shared counted by its share
 * @param rss resident memory in MB, what is shared counted by each process
 * @param processor share of one core, in percent
 * @param pulses of JavaFX a second; negative where nobody counted
 */
record Resting(double pss, double rss, double processor, double pulses, int threads) {
  /** @param settle seconds before it is looked at, {@code over} seconds for the processor's share */
  static Resting of(Run run, int settle, int over) throws IOException, InterruptedException {
    run.rest(settle);
    Sampled before = Sampled.of(run.process);
    long pulses = run.pulses();
    long began = System.nanoTime();
    run.rest(over);
    double seconds = (System.nanoTime() - began) / 1e9;
    Sampled after = Sampled.of(run.process);
    return new Resting(after.pss() / 1024.0, after.rss() / 1024.0, (after.ticks() - before.ticks()) / seconds,
        run.pulses() == 0 ? -1 : (run.pulses() - pulses) / seconds, after.threads());
  }

  String row(String name) {
    return "| %s | %.0f | %.0f | %.1f | %s | %d |%n".formatted(name, pss, rss, processor,
        pulses < 0 ? "" : "%.1f".formatted(pulses), threads);
  }

  static String head(String first) {
    return "| " + first + " | resident (PSS) MB | RSS MB | processor, %% of a core | pulses/s | threads |%n|---|---|---|---|---|---|%n"
        .formatted();
  }
}
