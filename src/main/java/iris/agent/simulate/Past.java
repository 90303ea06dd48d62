package iris.agent.simulate;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The same service as {@link Siv}, drawn instead of served: what its log would have held, without waiting for it. For
 * what lies before the start of a demonstration. Not for what only a connection shows: a closed door leaves no line.
 *
 * @param nature what it is like when nothing is wrong
 */
public record Past(Nature nature) {
  /** A refused connection on one machine. */
  private static final long REFUSED = 3;

  /**
   * A transaction.
   *
   * @param whole ms
   * @param externalStatus 0 where the external party was not asked; {@code external} its time in ms, -1 likewise
   */
  public record Drawn(int status, long whole, int externalStatus, long external) {}

  /** Takes what was drawn and when it ended, ms since 1970, in order. */
  public interface Log {
    void write(Drawn drawn, long at);
  }

  /**
   * The transactions that end in a short time.
   *
   * @param from inclusive, {@code until} exclusive; seconds to a few minutes, in which the traffic hardly changes
   * @param story the time of the day in the simulation
   * @param wrong what is wrong all the while
   */
  public void between(Instant from, Instant until, Instant story, Optional<Fault> wrong, RandomGenerator dice, Log to) {
    if (wrong.filter(f -> f == Fault.PROVIDER_DOWN).isPresent()) return;
    double rate = nature.peak() * Rush.load(story) / 1000;
    double crowded = nature.crowded(story);
    double end = until.toEpochMilli();
    double at = from.toEpochMilli();
    while ((at -= Math.log(1 - dice.nextDouble()) / rate) < end) to.write(draw(crowded, wrong, dice), (long) at);
  }

  private Drawn draw(double crowded, Optional<Fault> wrong, RandomGenerator dice) {
    Fault fault = wrong.orElse(null);
    long own = nature.own().draw(dice, fault == Fault.SLOW ? Trouble.SLOWER : 1).toMillis();
    if (fault == Fault.TIMEOUTS) return new Drawn(503, patience(), 0, -1);
    if (fault == Fault.ERRORS || fault == Fault.RESETS || dice.nextDouble() < nature.ownFlaws())
      return new Drawn(500, own, 0, -1);
    if (fault == Fault.EXTERNAL_DOWN) return new Drawn(502, own + REFUSED, 502, REFUSED);
    double slower = fault == Fault.EXTERNAL_SLOW ? crowded * Trouble.SLOWER : crowded;
    long external = nature.external().draw(dice, slower).toMillis();
    if (external > patience()) return new Drawn(504, own + patience(), 504, patience());
    boolean flaw = dice.nextDouble() < nature.externalFlaws();
    return new Drawn(flaw ? 502 : 200, own + external, flaw ? 500 : 200, external);
  }

  private long patience() {
    return nature.patience().toMillis();
  }
}
