package iris.agent.source.push;

import iris.agent.Evidence;
import iris.agent.source.Count;
import iris.agent.source.Excerpt;
import iris.agent.source.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where all doors bring their events, from any thread. Takes so many a second and no more. */
final class Intake {
  /** Events a second, in one go or bit by bit: twice what a log brings, and far above what one machine serves. */
  static final int RATE = 100_000;

  private final Count count;
  private long second = Long.MIN_VALUE;
  private int taken;

  Intake(Count count) {
    this.count = count;
  }

  /** @return false if it is too much for this second, and nothing was taken */
  synchronized boolean take(List<Transaction> events, Instant now) {
    if (now.getEpochSecond() != second) {
      second = now.getEpochSecond();
      taken = 0;
    }
    if (taken > 0 && taken + events.size() > RATE) return false;
    taken += events.size();
    events.forEach(count::add);
    return true;
  }

  synchronized void unreadable(String text) {
    count.unreadable(Excerpt.of(text));
  }

  synchronized Optional<Evidence.Counted> hand() {
    return count.isEmpty() ? Optional.empty() : Optional.of(count.take(Optional.empty()));
  }
}
