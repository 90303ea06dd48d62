package iris.agent.source.log;

import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a log now. Several things may be; the gravest is told, and a change of what is told is told
 * again. A trouble that nobody ends is over after a time: its loss has been said.
 */
final class Troubles {
  /** Gravest first. */
  enum Kind {
    BROKEN,
    VANISHED,
    STRANGE,
    LOST,
    AHEAD
  }

  /** How long a loss that cannot be made good stays in sight. */
  static final Duration IN_SIGHT = Duration.ofMinutes(5);

  private record Trouble(Reason why, Instant until) {}

  private final Map<Kind, Trouble> all = new EnumMap<>(Kind.class);
  private @Nullable Reason told;

  /** Until it is {@link #over}. */
  void stands(Kind kind, Reason why) {
    all.put(kind, new Trouble(why, Instant.MAX));
  }

  void happened(Kind kind, Reason why, Instant now) {
    all.put(kind, new Trouble(why, now.plus(IN_SIGHT)));
  }

  void over(Kind kind) {
    all.remove(kind);
  }

  boolean none() {
    return all.isEmpty();
  }

  /** What is to be told now, if it differs from what was told last. @param well said where nothing is wrong */
  Optional<Reason> news(Reason well, Instant now) {
    all.values().removeIf(t -> t.until().isBefore(now));
    Reason is = all.isEmpty() ? well : all.values().iterator().next().why();
    if (is.equals(told)) return Optional.empty();
    told = is;
    return Optional.of(is);
  }
}
