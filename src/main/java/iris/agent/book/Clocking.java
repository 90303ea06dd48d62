package iris.agent.book;

import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock. A book knows when it was last told something; it asks to be woken once a window at least, so that a longer
 * silence means that nobody ran, whatever the reason: a restart, a machine asleep, a clock set forward.
 */
final class Clocking {
  /** How late a tick may come before it counts as not having run: a busy machine is no clock step. */
  private static final Duration SLACK = Duration.ofSeconds(30);
  /** A clock that is set right by less is none of the readers' business. */
  private static final Duration STEP = Duration.ofSeconds(10);
  /** So far back times of publication are held; beyond, they would say the future for too long. */
  private static final Duration HELD = Duration.ofHours(1);

  private Clocking() {}

  /** @param lastAlive when the agent was started again */
  static void pass(Draft d, Optional<Instant> lastAlive) {
    Instant before = d.at.orElse(d.now);
    d.at = Optional.of(d.now);
    if (d.now.isBefore(before)) back(d, before);
    else if (lastAlive.isPresent()) resume(d, before, Times.clamp(lastAlive.get(), before, d.now));
    else if (Duration.between(before, d.now).compareTo(d.period.plus(SLACK)) > 0) forward(d, before);
    else Windows.run(d, before, d.now);
    // Forgotten as soon as it is over, so that a clock that steps back does not hold windows open.
    d.settles = d.settles.filter(s -> s.isAfter(d.now)
        && !s.isAfter(d.now.plus(Windows.grace(d.period))));
  }

  private static void back(Draft d, Instant before) {
    Duration by = Duration.between(d.now, before);
    if (by.compareTo(HELD) > 0) {
      d.said = Optional.empty();
      d.frames.removeIf(f -> {
        boolean ahead = f.from().isAfter(d.now.plus(HELD));
        if (ahead) Windows.abandon(d, f);
        return ahead;
      });
    }
    if (by.compareTo(STEP) >= 0) {
      d.notice(Reason.of("agent.book.clock.back", by));
      Detector.forget(d);
    }
    Windows.run(d, d.now, d.now);
  }

  /** Nobody ran: what is between is absent. What was open waits a little for what its sources still find. */
  private static void resume(Draft d, Instant before, Instant alive) {
    boolean ran = Duration.between(before, alive).compareTo(d.period.plus(SLACK)) <= 0;
    Windows.run(d, ran ? before : alive, alive);
    stand(d, alive);
    if (absent(d, alive)) d.notice(Reason.of("agent.book.stopped", alive, d.now));
  }

  private static void forward(Draft d, Instant before) {
    stand(d, before);
    d.notice(Reason.of("agent.book.clock.forward", Duration.between(before, d.now), before, d.now));
  }

  private static void stand(Draft d, Instant alive) {
    Windows.run(d, d.now, d.now);
    d.settles = Optional.of(d.now.plus(Windows.grace(d.period)));
    if (alive.isBefore(d.now)) Detector.forget(d);
  }

  private static boolean absent(Draft d, Instant alive) {
    Instant next = Times.window(alive, d.period).plus(d.period);
    return next.isBefore(Times.window(d.now, d.period));
  }
}
