package iris.app;

import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Now;
import iris.alarm.Preview;
import iris.history.JournalAnnouncements;
import iris.history.JournalAnnouncements.Remembered;
import iris.ui.classify.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tries rules on what the journal remembers, on a thread of its own; read anew at most once a minute. */
final class Hindsight implements Trial, AutoCloseable {
  private static final Duration FRESH = Duration.ofSeconds(60);
  private final Optional<JournalAnnouncements> journal;
  private final Supplier<Now> clock;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("iris-hindsight").factory());
  private Remembered remembered = Remembered.NOTHING;
  private Optional<Duration> read = Optional.empty();

  /** @param folder of the journal; empty where nothing is kept */
  Hindsight(Optional<Path> folder, Supplier<Now> clock) {
    journal = folder.map(JournalAnnouncements::new);
    this.clock = clock;
  }

  @Override
  public void run(Criterion criterion, Board board, Consumer<Preview> then) {
    reader.execute(() -> {
      Remembered past = past();
      then.accept(Preview.of(criterion, board, past.told(), past.gap()));
    });
  }

  /** Only on the reader's thread. */
  private Remembered past() {
    Duration now = clock.get().mono();
    if (journal.isEmpty() || read.filter(at -> now.minus(at).compareTo(FRESH) < 0).isPresent()) return remembered;
    remembered = journal.get().read();
    read = Optional.of(now);
    return remembered;
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
