package iris.notify;

import iris.signal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one turn decides.
 *
 * @param notice the one toast of this turn
 * @param withdraw keys of toasts that no longer say anything true
 * @param play the one sound of this turn
 * @param horn why it sounds or does not, for the header
 * @param hush nothing may sound now: stop in the middle of a pattern
 * @param said the answer to each announcement, in order
 * @param wakeAt when to decide again though nothing was announced, monotonic
 */
public record Decision(
    Memory memory,
    Optional<Notice> notice,
    Set<String> withdraw,
    Optional<Pattern> play,
    Reason horn,
    boolean hush,
    List<Said> said,
    Optional<Duration> wakeAt) {
  public Decision {
    Objects.requireNonNull(memory);
    Objects.requireNonNull(notice);
    withdraw = Set.copyOf(withdraw);
    Objects.requireNonNull(play);
    Objects.requireNonNull(horn);
    said = List.copyOf(said);
    Objects.requireNonNull(wakeAt);
  }
}
