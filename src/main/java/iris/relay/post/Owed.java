package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Outcome;
import iris.history.Tail;
import iris.history.story.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the journal has and the outbox has not, since the program was stopped between the two.
 *
 * @param board as it was restored; {@code newest} number of the last entry by then: what comes later is heard as it happens
 */
record Owed(Tail tail, Board board, long newest) implements AutoCloseable {
  private static final int AT_ONCE = 500;
  /** News older than this is no news: the state of today says more. */
  private static final Duration STALE = Duration.ofDays(7);

  /** @param last number of the entry that the last of them came of */
  record Batch(List<Outcome> outcomes, long last) {}

  static Owed of(Tail tail, Board board) throws Unreadable {
    return new Owed(tail, board, tail.last());
  }

  /** What comes next; empty: that is all. */
  Optional<Batch> after(long seq, Instant now) throws Unreadable {
    if (seq >= newest) return Optional.empty();
    List<Tail.Step> steps = tail.after(seq, AT_ONCE).stream().filter(s -> s.seq() <= newest).toList();
    if (steps.isEmpty()) return Optional.empty();
    Instant stale = now.minus(STALE);
    return Optional.of(new Batch(steps.stream().map(s -> new Outcome(board,
        s.transitions().stream().filter(t -> t.at().isAfter(stale)).toList())).toList(), steps.getLast().seq()));
  }

  @Override
  public void close() {
    tail.close();
  }
}
