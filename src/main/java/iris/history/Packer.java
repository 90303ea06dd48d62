package iris.history;

import iris.alarm.Board;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Makes the body of a snapshot aside: of ten thousand services it takes a second, and behind the thread that writes the
 * journal everybody waits for what is told.
 */
final class Packer {
  /** One that is made. @param seq of the entry that the board is after */
  record Packed(long seq, Instant wall, byte[] body) {}

  private final Executor aside;
  private Optional<CompletableFuture<Packed>> begun = Optional.empty();

  Packer(Executor aside) {
    this.aside = aside;
  }

  void begin(long seq, Board board) {
    begun = Optional.of(CompletableFuture.supplyAsync(
        () -> new Packed(seq, board.at().wall(), BoardBytes.of(board)), aside));
  }

  /** One is being made, or waits to be taken. */
  boolean busy() {
    return begun.isPresent();
  }

  /** What is made by now, once. */
  Optional<Packed> made() {
    Optional<CompletableFuture<Packed>> done = begun.filter(CompletableFuture::isDone);
    if (done.isEmpty()) return Optional.empty();
    begun = Optional.empty();
    // Without it a start replays more, and in half an hour comes the next.
    done.get().whenComplete((_, bug) -> {
      if (bug != null)
        System.getLogger("iris.history").log(System.Logger.Level.WARNING, "no snapshot of the board could be made", bug);
    });
    return done.filter(packed -> !packed.isCompletedExceptionally()).map(CompletableFuture::join);
  }
}
