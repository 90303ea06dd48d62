package iris.ui.station.keep;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A small file of named sections, read once and written behind the window's back. What cannot be read or written is
 * said, and stops nothing: nobody misses an alarm because a window forgot where it stood.
 */
public final class Keepsake implements AutoCloseable {
  /** More than that was not written by this program. */
  private static final long LARGEST = 1 << 20;
  private static final long PATIENCE_SECONDS = 2;

  private final Optional<Path> file;
  private final Map<String, JsonNode> sections = new TreeMap<>();
  private final AtomicReference<Optional<Reason>> trouble = new AtomicReference<>(Optional.empty());
  private final AtomicReference<@Nullable Map<String, JsonNode>> unwritten = new AtomicReference<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("iris-keepsake").factory());

  private Keepsake(Optional<Path> file) {
    this.file = file;
  }

  /** What stands in this file, and is to stand there. Not on the FX thread: it reads. */
  public static Keepsake of(Path file) {
    Keepsake kept = new Keepsake(Optional.of(file));
    kept.read(file, true);
    return kept;
  }

  /** What stands in this file, which another program writes: it is read and left alone. */
  public static Keepsake lookingOn(Path file) {
    Keepsake kept = new Keepsake(Optional.empty());
    kept.read(file, false);
    return kept;
  }

  /** Remembers until the end of the program. */
  public static Keepsake forgetful() {
    return new Keepsake(Optional.empty());
  }

  private void read(Path from, boolean mine) {
    try {
      if (!Files.exists(from)) return;
      if (Files.size(from) > LARGEST) throw new IOException("too large");
      sections.putAll(Sections.read(Files.readString(from)));
    } catch (IOException | JacksonException damaged) {
      if (mine) aside(from);
      trouble.set(Optional.of(Reason.of("ui.station.keep.damaged", from)));
    }
  }

  /** A person may want what was in it: it is not written over. */
  private static void aside(Path from) {
    try {
      Files.move(from, from.resolveSibling(from.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException stays) {
      System.getLogger(Keepsake.class.getName()).log(System.Logger.Level.WARNING, "a damaged file stays", stays);
    }
  }

  /** Empty: nothing stands there, or nothing that can be understood, which is said by {@link #trouble}. */
  public synchronized <T> Optional<T> get(String section, Class<T> type) {
    JsonNode kept = sections.get(section);
    if (kept == null) return Optional.empty();
    try {
      return Optional.of(Sections.value(kept, type));
    } catch (JacksonException | IllegalArgumentException damaged) {
      sections.remove(section);
      trouble.set(Optional.of(Reason.of("ui.station.keep.damaged", section)));
      return Optional.empty();
    }
  }

  /** Remembers a record; returns at once. */
  public synchronized void put(String section, Object value) {
    JsonNode next = Sections.node(value);
    if (next.equals(sections.put(section, next)) || file.isEmpty()) return;
    if (unwritten.getAndSet(Map.copyOf(sections)) == null) writer.execute(() -> write(file.get()));
  }

  private void write(Path to) {
    Map<String, JsonNode> all = Objects.requireNonNull(unwritten.getAndSet(null));
    try {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Path beside = to.resolveSibling(to.getFileName() + ".new");
      // Made anew: one that was left there keeps the rights that it has.
      Files.deleteIfExists(beside);
      Files.writeString(Files.createFile(beside, owners(beside)), Sections.text(all));
      move(beside, to);
    } catch (IOException e) {
      trouble.set(Optional.of(Reason.of("ui.station.keep.unwritten", to, String.valueOf(e.getMessage()))));
    }
  }

  /** For its owner alone, as all that is kept, where the file system knows owners. */
  private static FileAttribute<?>[] owners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What went wrong since it was asked last, to be said once. */
  public Optional<Reason> trouble() {
    return trouble.getAndSet(Optional.empty());
  }

  /** Writes what waits, within a limit. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) writer.shutdownNow();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
