package iris.history.story;

import iris.alarm.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that was kept about an episode and what was around it.
 *
 * @param transitions in the order in which they came to be known, windows among them
 */
public record Chapter(Episode episode, List<Transition> transitions) {
  /** What led to it, and what followed it. */
  static final Duration AROUND = Duration.ofMinutes(30);

  public Chapter {
    Objects.requireNonNull(episode);
    transitions = List.copyOf(transitions);
  }

  /** From when on things may belong to it. */
  public static Instant from(Episode e) {
    return (e.since().isBefore(e.raised()) ? e.since() : e.raised()).minus(AROUND);
  }

  /** Until when; for one that stands, {@link Instant#MAX}. */
  public static Instant to(Episode e) {
    return e.closed().map(at -> at.plus(AROUND)).orElse(Instant.MAX);
  }
}
