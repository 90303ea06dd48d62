package iris.app;

import iris.alarm.Transition;
import iris.history.JournalArchive;
import iris.history.story.Archive;
import iris.history.story.Recollection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the windows read what was: in the journal, else in what this run remembers. Asked on a thread of its own. */
final class Past implements AutoCloseable {
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("iris-archive").factory());
  private final Optional<Recollection> memory;
  private final Archive archive;

  /** @param folder where the journal lies, if there is one */
  Past(Outset outset, Path folder) {
    boolean journal = outset.journal().isPresent() || outset.readOnly().isPresent();
    memory = journal ? Optional.empty() : Optional.of(new Recollection());
    archive = memory.<Archive>map(m -> m).orElseGet(() -> new JournalArchive(folder));
  }

  /** What happened now; a journal has it already. */
  void keep(List<Transition> more) {
    memory.ifPresent(m -> m.keep(more));
  }

  Archive archive() {
    return archive;
  }

  Executor reader() {
    return reader;
  }

  @Override
  public void close() {
    // On its own thread, since only that one may touch the connection; a question that is asked still is answered.
    reader.execute(archive::close);
    reader.shutdown();
  }
}
