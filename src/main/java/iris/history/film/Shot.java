package iris.history.film;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One instant of a film.
 *
 * @param cut why nothing new was shown then; the board is the last one before
 * @param doubt why it may not have been so: today's program makes something else of what was written down
 */
public record Shot(Instant at, Board board, Optional<Cut> cut, Optional<Reason> doubt) {
  public Shot {
    Objects.requireNonNull(at);
    Objects.requireNonNull(board);
    Objects.requireNonNull(cut);
    Objects.requireNonNull(doubt);
  }

  /** The clocks then: ages count on from the board. */
  public Now now() {
    Duration since = Duration.between(board.at().wall(), at);
    return new Now(at, since.isNegative() ? board.at().mono() : board.at().mono().plus(since));
  }
}
