package iris.agent.publish;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The same documents as files for a web server that is there already. A reader sees an old document or a new one: each
 * is written beside its place, brought to the disk, and moved there. What cannot be written is tried again.
 */
final class FileFront implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FileFront.class.getName());
  private static final int RETRY_SECONDS = 5;
  private static final Duration STUCK = Duration.ofSeconds(5);

  private final Path folder;
  private final Collection<Press> presses;
  private final InstantSource clock;
  private final Map<String, Page> written = new HashMap<>();
  private final Map<String, LocalDate> tidied = new HashMap<>();
  private final AtomicBoolean nudged = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("publish-files").factory());
  private volatile Optional<Reason> trouble = Optional.empty();
  /** When the writing began that is under way, of a clock that never steps; empty between two. */
  private volatile Optional<Long> began = Optional.empty();

  FileFront(Path folder, Collection<Press> presses, InstantSource clock) {
    this.folder = folder;
    this.presses = presses;
    this.clock = clock;
  }

  /** Writes all that is there; a folder that cannot be written, or never answers, keeps no agent from starting. */
  void start() {
    try {
      thread.submit(this::write).get(STUCK.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException stuck) {
      LOG.log(System.Logger.Level.WARNING, "the folder {0} does not answer", folder);
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    thread.scheduleWithFixedDelay(() -> {
      if (trouble.isPresent()) write();
    }, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
  }

  /** There are newer documents: the newest of them is written, however many there were. */
  void nudge() {
    if (!nudged.compareAndSet(false, true)) return;
    try {
      thread.execute(this::write);
    } catch (RejectedExecutionException closed) {
      nudged.set(false);
    }
  }

  void settle() throws InterruptedException, ExecutionException {
    thread.submit(this::write).get();
  }

  private synchronized void write() {
    nudged.set(false);
    began = Optional.of(System.nanoTime());
    try {
      Instant now = clock.instant();
      for (Press press : presses) {
        String id = press.service().id();
        Page page = press.page();
        if (written.get(id) != page) replace(folder.resolve(Addresses.file(id)), page.bytes());
        written.put(id, page);
      }
      for (Press press : presses) archives(press, now);
      trouble = Optional.empty();
    } catch (IOException e) {
      trouble = Optional.of(Reason.of("agent.feed.trouble.files", folder, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      // A shelf that cannot be read: the documents that stand stay, and the thread goes on.
      trouble = Optional.of(Reason.of("agent.feed.trouble.document", String.valueOf(e.getMessage())));
    } finally {
      began = Optional.empty();
    }
  }

  /** Days that are over and not written yet, and those that are no longer kept. Once a day. */
  private void archives(Press press, Instant now) throws IOException {
    Optional<LocalDate> newest = press.newestDay(now);
    Optional<LocalDate> oldest = press.oldestDay(now);
    String id = press.service().id();
    if (newest.isEmpty() || oldest.isEmpty() || newest.get().equals(tidied.get(id))) return;
    for (LocalDate day = oldest.get(); !day.isAfter(newest.get()); day = day.plusDays(1)) {
      Path file = folder.resolve(Addresses.archiveFile(id, day));
      if (Files.exists(file)) continue;
      Optional<Page> page = press.archive(day, now);
      if (page.isPresent()) replace(file, page.get().bytes());
    }
    remove(Objects.requireNonNull(folder.resolve(Addresses.archiveFile(id, newest.get())).getParent()), oldest.get());
    tidied.put(id, newest.get());
  }

  private static void remove(Path archives, LocalDate before) throws IOException {
    if (!Files.isDirectory(archives)) return;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(archives, "????-??-??.xml")) {
      for (Path file : files) if (day(file).filter(day -> day.isBefore(before)).isPresent()) Files.delete(file);
    }
  }

  private static Optional<LocalDate> day(Path file) {
    try {
      return Optional.of(LocalDate.parse(file.getFileName().toString().substring(0, 10)));
    } catch (DateTimeException somebodyElses) {
      return Optional.empty();
    }
  }

  /** Old or new, never half, even if the power goes. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling("." + file.getFileName() + ".new");
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) return;
    try (FileChannel out = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) out.write(rest);
      out.force(true);
    }
    try {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("no atomic move in " + file.getParent(), e);
    }
  }

  List<Reason> trouble() {
    // A network folder that is gone says no error: it says nothing.
    boolean stuck = began.filter(at -> System.nanoTime() - at >= STUCK.toNanos()).isPresent();
    return stuck ? List.of(Reason.of("agent.feed.trouble.files-stuck", folder)) : trouble.stream().toList();
  }

  @Override
  public void close() {
    Ending.of(thread);
  }
}
