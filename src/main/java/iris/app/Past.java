package iris.app;

import iris.alarm.Transition;
import iris.history.JournalAnnals;
import iris.history.JournalArchive;
import iris.history.story.Archive;
import iris.history.story.Recollection;
import iris.history.story.Standby;
import iris.history.years.Annals;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Where the windows read what was: in the journal, else in what this run remembers. Asked on a thread of its own. */
final class Past implements AutoCloseable {
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("iris-archive").factory());
  private final Recollection memory = new Recollection();
  private final Archive archive;
  private final Optional<Annals> annals;

  /**
   * @param folder where the journal lies, if there is one
   * @param ill whether it cannot be written now
   */
  Past(Outset outset, Path folder, BooleanSupplier ill) {
    boolean journal = outset.journal().isPresent() || outset.readOnly().isPresent();
    archive = journal ? new Standby(new JournalArchive(folder), memory, ill) : memory;
    annals = journal ? Optional.of(new JournalAnnals(folder)) : Optional.empty();
  }

  /** What happened now. */
  void keep(List<Transition> more) {
    memory.keep(more);
  }

  Archive archive() {
    return archive;
  }

  /** The years, only on {@link #reader}; empty where no journal is kept. */
  Optional<Annals> annals() {
    return annals;
  }

  Executor reader() {
    return reader;
  }

  @Override
  public void close() {
    // On its own thread, since only that one may touch the connection; a question that is asked still is answered.
    reader.execute(archive::close);
    annals.ifPresent(years -> reader.execute(years::close));
    reader.shutdown();
    try {
      // A demonstration's folder goes when this is closed; who reads longer reads on for nobody.
      if (!reader.awaitTermination(1, TimeUnit.SECONDS)) reader.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
