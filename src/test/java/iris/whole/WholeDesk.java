package iris.whole;

import iris.alarm.Board;
import iris.alarm.Desk;
import iris.alarm.FeedState;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.feed.Fetcher;
import iris.feed.Pollers;
import iris.feed.ProxyRoute;
import iris.feed.SourceConfig;
import iris.flow.Cell;
import iris.flow.Mailbox;
import iris.notify.Horn;
import iris.notify.Memory;
import iris.notify.Teller;
import iris.notify.Toasts;
import iris.notify.Wording;
import iris.signal.Report;
import iris.words.Words;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A console of one feed without a window: it reads, judges and tells as the real one does. */
final class WholeDesk implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Mailbox<Input> inputs = new Mailbox<>();
  private final Cell<Board> board;
  private final Teller teller;
  private final Desk desk;
  private final Fetcher fetcher = new Fetcher(CLOCK, Map.of());
  private final Pollers pollers;

  WholeDesk(URI feed, Horn silent, Toasts toasts, Words words) {
    Rules rules = new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), SourceConfig.LEAST)), Map.of());
    Board first = Board.first(rules, clock());
    board = new Cell<>(first);
    teller = new Teller(Memory.EMPTY, first, WholeDesk::clock, new Wording(words),
        new Teller.Outlets(silent, toasts, answers -> inputs.post(new Input.Answered(answers)), why -> {},
            this::hear));
    desk = Desk.open(first, inputs, WholeDesk::clock, this::see);
    pollers = new Pollers(fetcher, this::hear, Optional.empty(),
        id -> Optional.ofNullable(board.get().feeds().get(id)).flatMap(FeedState::newest), CLOCK, new SplittableRandom(1));
    pollers.configure(List.of(SourceConfig.of("siv", "SIV", feed).every(SourceConfig.LEAST).proxy(ProxyRoute.DIRECT)));
  }

  private static Now clock() {
    return new Now(CLOCK.instant(), Duration.ofNanos(System.nanoTime()));
  }

  private void hear(Report report) {
    inputs.post(new Input.Heard(report));
  }

  private void see(Now at, Input input, Outcome outcome) {
    board.set(outcome.board());
    teller.post(outcome);
  }

  Board board() {
    return board.get();
  }

  /** The first board that is so, at most {@code seconds} from now. */
  Board until(String what, int seconds, Predicate<Board> seen) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    java.util.concurrent.atomic.AtomicReference<Board> found = new java.util.concurrent.atomic.AtomicReference<>();
    try (Cell.Watch _ = board.watch(() -> {
      Board now = board.get();
      if (seen.test(now) && found.compareAndSet(null, now)) latch.countDown();
    })) {
      if (!latch.await(seconds, TimeUnit.SECONDS))
        throw new AssertionError("not seen within " + seconds + " s: " + what + "\n" + board.get().services().values());
    }
    return found.get();
  }

  @Override
  public void close() {
    pollers.close();
    fetcher.close();
    desk.close();
    teller.close();
  }
}
