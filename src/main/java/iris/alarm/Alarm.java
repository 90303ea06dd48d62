package iris.alarm;

import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One alarm: lifecycle, suppression and flapping, which are independent of each other.
 *
 * @param count windows counted in PENDING and the CLEARING states, else 0
 * @param priority of the present episode
 * @param episode {@code subject|KIND@index of the first bad window}, the same on every console; empty in NORMAL
 * @param since start of the bad state; {@code raised} when it was told; {@code cleared} when it returned
 * @param ack who acknowledged, empty when nobody did since the last raise
 * @param why what the alarm rests on, the newest evidence
 * @param flapping transitions mean nothing; {@code changes} transitions within the last 60 min
 */
public record Alarm(
    AlarmKey key,
    Lifecycle state,
    int count,
    Priority priority,
    Optional<String> episode,
    Optional<Instant> since,
    Optional<Instant> raised,
    Optional<Instant> cleared,
    Optional<Remark> ack,
    List<Remark> comments,
    Optional<Suppression> suppression,
    boolean flapping,
    int changes,
    Reason why) {

  /** Somebody's words. */
  public record Remark(Instant at, String author, String text) {
    public Remark {
      Objects.requireNonNull(at);
      Objects.requireNonNull(author);
      Objects.requireNonNull(text);
    }
  }

  public Alarm {
    Objects.requireNonNull(key);
    Objects.requireNonNull(state);
    Objects.requireNonNull(priority);
    Objects.requireNonNull(episode);
    Objects.requireNonNull(since);
    Objects.requireNonNull(raised);
    Objects.requireNonNull(cleared);
    Objects.requireNonNull(ack);
    comments = List.copyOf(comments);
    Objects.requireNonNull(suppression);
    Objects.requireNonNull(why);
    if (count < 0 || changes < 0) throw new IllegalArgumentException("counts are not negative");
  }
}
