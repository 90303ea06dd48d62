package iris.notify;

import iris.alarm.Transition;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * An alarm that was told and stands.
 *
 * @param told the newest announcement of it
 * @param bubble key of the toast that speaks of it; empty once somebody acknowledged it
 * @param shown when that toast was shown last, monotonic
 * @param reminded how often it was shown again since the raise
 * @param ringing its sound repeats; ended by the acknowledgement and not begun again by taking that back
 */
public record Standing(Transition.Told told, Optional<String> bubble, Duration shown, int reminded, boolean ringing) {
  public Standing {
    Objects.requireNonNull(told);
    Objects.requireNonNull(bubble);
    Objects.requireNonNull(shown);
  }

  Standing acknowledged() {
    return new Standing(told, Optional.empty(), shown, reminded, false);
  }

  Standing shownAgain(String key, Duration at) {
    return new Standing(told, Optional.of(key), at, reminded + 1, ringing);
  }

  /** When its toast is due again: P1 after 5 min, then every 15; P2 every 30; P3 never. */
  Optional<Duration> remindAt() {
    if (bubble.isEmpty()) return Optional.empty();
    return switch (told.announcement().priority()) {
      case P1 -> Optional.of(shown.plusMinutes(reminded == 0 ? 5 : 15));
      case P2 -> Optional.of(shown.plusMinutes(30));
      case P3 -> Optional.empty();
    };
  }
}
