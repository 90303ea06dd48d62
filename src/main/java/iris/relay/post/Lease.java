package iris.relay.post;

import iris.alarm.Now;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of two relays speaks: the one whose name stands in a file of a folder that both reach, as long as it keeps
 * counting there. No clocks are compared: who waits measures on its own how long the count has stood still. Where the
 * file cannot be read or written, and for the moment in which both take over, both speak: twice with the same ids is
 * safe, never is not. The file also says up to when the speaker has delivered to each target, so that who takes over
 * knows what may be missing. For one thread.
 */
public final class Lease {
  static final String FILE = "relay.lease";
  /** A count that stood still so long is a relay that is dead. */
  static final Duration DEAD = Duration.ofSeconds(45);
  static final Duration RENEW = Duration.ofSeconds(10);

  private final Path file;
  private final String name;
  private Optional<Entry> seen = Optional.empty();
  private @Nullable Duration since;
  private Duration renewed = Duration.ofDays(-36_500);
  private boolean leading;
  private long count;

  /** What stands in the file. @param until by target: all that happened before was delivered, or dead */
  record Entry(String holder, long count, Map<String, Instant> until) {
    Entry {
      until = Map.copyOf(until);
    }
  }

  /** @param folder that both relays reach; {@code name} of this one, other than the other's */
  public Lease(Path folder, String name) {
    file = folder.resolve(FILE);
    if (name.isBlank() || name.contains("\n")) throw new IllegalArgumentException("a relay has a name of one line");
    this.name = Objects.requireNonNull(name);
  }

  /**
   * Looks, and takes or keeps the lease where it is ours to take.
   *
   * @param until what was delivered, by target, for who takes over
   * @return whether this relay speaks
   * @throws IOException where the folder cannot be used: then it speaks
   */
  boolean look(Now now, Map<String, Instant> until) throws IOException {
    Optional<Entry> entry = read();
    boolean moved = !entry.equals(seen);
    if (moved || since == null) since = now.mono();
    seen = entry;
    boolean ours = entry.filter(e -> e.holder().equals(name)).isPresent();
    boolean dead = now.mono().minus(since).compareTo(DEAD) >= 0;
    // A lease that was ours when this program last lived is ours again.
    if (ours || entry.isEmpty() || dead) {
      if (!ours || now.mono().minus(renewed).compareTo(RENEW) >= 0) write(entry, now, until);
      // Of two that take it at once one reads its own name the next time.
      leading = ours;
    } else {
      leading = false;
    }
    return leading;
  }

  /** What the relay that speaks has delivered. */
  Map<String, Instant> delivered() {
    return seen.filter(e -> !e.holder().equals(name)).map(Entry::until).orElse(Map.of());
  }

  private void write(Optional<Entry> before, Now now, Map<String, Instant> until) throws IOException {
    count = Math.max(count, before.map(Entry::count).orElse(0L)) + 1;
    StringBuilder text = new StringBuilder(name).append('\n').append(count).append('\n');
    until.forEach((target, at) -> text.append(at).append(' ').append(target).append('\n'));
    Path beside = file.resolveSibling(FILE + "." + Integer.toHexString(name.hashCode()));
    // Not its owner's alone, as the other files are: the other relay may run under another account.
    Files.writeString(beside, text);
    try {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
    renewed = now.mono();
    since = now.mono();
    seen = Optional.of(new Entry(name, count, until));
  }

  private Optional<Entry> read() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException nobody) {
      return Optional.empty();
    }
    try {
      Map<String, Instant> until = new LinkedHashMap<>();
      for (String line : lines.subList(2, lines.size())) {
        String[] parts = line.split(" ", 2);
        until.put(parts[1], Instant.parse(parts[0]));
      }
      return Optional.of(new Entry(lines.get(0), Long.parseLong(lines.get(1)), until));
    } catch (RuntimeException halfWritten) {
      // A file in halves is nobody's; it stands still until somebody writes it whole.
      return Optional.of(new Entry("", -1, Map.of()));
    }
  }
}
