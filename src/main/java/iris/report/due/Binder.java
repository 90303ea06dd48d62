package iris.report.due;

import iris.history.story.Unreadable;
import iris.report.Term;
import iris.report.Unanswerable;
import iris.report.paper.Folder;
import iris.signal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the month that is due, and never a second time: what was written is remembered in a file of the state's folder,
 * so that a report which somebody has filed elsewhere does not come back, and a report that stands there is never
 * written over. Console and cron may both come: one waits outside. For one thread.
 */
public final class Binder {
  private static final String REMEMBERED = "reports-written.txt";
  private static final String LOCK = "reports.lock";

  private final Path state;

  /** @param state folder for what is remembered */
  public Binder(Path state) {
    this.state = state;
  }

  /** Makes the content of one file. */
  @FunctionalInterface
  public interface Maker {
    byte[] make(Leaf leaf) throws Unreadable, IOException, Unanswerable;
  }

  /** What became of it. */
  public sealed interface Written {
    /** @param files now; none: all that is due was written before */
    record These(Term month, List<Path> files) implements Written {
      public These {
        files = List.copyOf(files);
      }
    }

    /** Nothing is known of the month. */
    record Nothing(Term month) implements Written {}

    /** Another console or command is at it. */
    record Elsewhere() implements Written {}

    record Not(Reason why) implements Written {}
  }

  /** Whether there is something to do; cheap. */
  public boolean due(Schedule schedule, LocalDateTime now) {
    Set<String> remembered = remembered();
    return schedule.leaves(schedule.due(now)).stream().anyMatch(leaf -> !remembered.contains(line(schedule, leaf)));
  }

  /** @param now by the clock of the machine */
  public Written write(Schedule schedule, LocalDateTime now, Maker maker) {
    try {
      Files.createDirectories(state);
      try (FileChannel file =
              FileChannel.open(state.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = file.tryLock()) {
        return lock == null ? new Written.Elsewhere() : locked(schedule, schedule.due(now), maker);
      }
    } catch (OverlappingFileLockException here) {
      return new Written.Elsewhere();
    } catch (IOException | UncheckedIOException e) {
      return new Written.Not(Reason.of("report.due.unwritable", schedule.directory(), said(e)));
    } catch (Unreadable e) {
      return new Written.Not(e.why());
    } catch (Unanswerable e) {
      // An empty report would look like a good one.
      return e.nothingKnown() ? new Written.Nothing(schedule.due(now)) : new Written.Not(e.why());
    }
  }

  private Written locked(Schedule schedule, Term month, Maker maker) throws IOException, Unreadable, Unanswerable {
    Set<String> remembered = remembered();
    List<Path> files = new ArrayList<>();
    Files.createDirectories(schedule.directory());
    for (Leaf leaf : schedule.leaves(month)) {
      if (remembered.contains(line(schedule, leaf))) continue;
      Path file = schedule.directory().resolve(leaf.name());
      // It stands there though nobody remembers it: the power went between the two, or another machine wrote it.
      if (!Files.exists(file)) {
        Folder.place(maker.make(leaf), file);
        files.add(file);
      }
      remembered.add(line(schedule, leaf));
      Folder.place((String.join("\n", remembered) + "\n").getBytes(StandardCharsets.UTF_8), state.resolve(REMEMBERED));
    }
    return new Written.These(month, files);
  }

  private static String line(Schedule schedule, Leaf leaf) {
    return schedule.directory().toAbsolutePath().normalize().resolve(leaf.name()).toString();
  }

  private Set<String> remembered() {
    Path file = state.resolve(REMEMBERED);
    try {
      return Files.exists(file) ? new LinkedHashSet<>(Files.readAllLines(file)) : new LinkedHashSet<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
