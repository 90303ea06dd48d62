package iris.alarm;

import java.time.Duration;
import java.util.List;

/** A whole board in one word, for a place that has no room for more. Pure. */
public final class Overview {
  /** Worst first. What cannot be seen is worse than what is slow; what is muted is never better than what is up. */
  private static final List<Shown> WORST = List.of(Shown.DOWN, Shown.LOST, Shown.DEGRADED, Shown.UNKNOWN, Shown.INIT,
      Shown.MAINTENANCE, Shown.OUT_OF_SERVICE, Shown.UP);

  /** A board older than this is nobody's board: whoever writes it is dead or stuck. */
  private static final Duration OLD = Duration.ofSeconds(30);

  private Overview() {}

  /** The worst that is shown; {@link Shown#UP} only where something is known and all of it is up. */
  public static Shown worst(Board board) {
    boolean lost = board.feeds().values().stream().anyMatch(f -> f.supervision() == Supervision.LOST);
    boolean unheard = board.feeds().values().stream().anyMatch(f -> f.supervision() == Supervision.INIT);
    // A lost feed that no service speaks for is blind all the same; nothing at all was never "up".
    Shown floor = lost ? Shown.LOST : unheard || board.services().isEmpty() ? Shown.INIT : Shown.UP;
    return board.services().values().stream().map(ServiceState::shown)
        .reduce(floor, (a, b) -> WORST.indexOf(a) <= WORST.indexOf(b) ? a : b);
  }

  /**
   * Nobody vouches for this board any more: its writer should have made another one since. By the monotonic clock, so
   * that a stepped wall clock neither hides a dead writer nor invents one.
   */
  public static boolean abandoned(Board board, Now now) {
    // A board that asks for no waking has nothing to watch, and may grow old.
    return now.mono().minus(board.at().mono()).compareTo(OLD) > 0 && board.wakeAt().isPresent();
  }
}
