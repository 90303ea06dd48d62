package iris.relay.zabbix;

import iris.store.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stamps that strictly rise. Of two values of an item with the same stamp Zabbix silently drops one, so that an outage
 * and its recovery in one second leave the problem open; an older outage after a recovery opens a problem. The same
 * message has the same stamp however often it is sent, and its repetition is what Zabbix then drops.
 */
final class Stamps {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}) (\\d{1,9})\\s*");

  private final Path file;
  private final Stamp floor;
  private final Map<String, Given> last = new HashMap<>();
  private Stamp highest;

  private record Given(String id, Stamp stamp) {}

  /**
   * @param file keeps the highest stamp that was taken, since after a restart the queue may hold what is older
   * @param clock where the file cannot be read nothing is stamped with a time before now
   */
  Stamps(Path file, InstantSource clock) {
    this.file = file;
    this.floor = read(file, clock);
    this.highest = floor;
  }

  private static Stamp read(Path file, InstantSource clock) {
    try {
      Matcher m = FORM.matcher(Files.readString(file));
      if (m.matches()) return new Stamp(Long.parseLong(m.group(1)), Integer.parseInt(m.group(2)));
    } catch (NoSuchFileException first) {
      return new Stamp(0, 0);
    } catch (IOException unreadable) {
      return Stamp.of(clock.instant());
    }
    return Stamp.of(clock.instant());
  }

  /** @param sequence what must rise among itself; {@code id} of what is sent */
  synchronized Stamp of(String sequence, String id, Instant at) {
    Given before = last.get(sequence);
    if (before != null && before.id().equals(id)) return before.stamp();
    Stamp least = (before == null ? floor : before.stamp()).next();
    Stamp own = Stamp.of(at);
    Stamp stamp = own.compareTo(least) > 0 ? own : least;
    last.put(sequence, new Given(id, stamp));
    return stamp;
  }

  /** Zabbix has it. */
  synchronized void taken(Stamp stamp) {
    if (stamp.compareTo(highest) <= 0) return;
    highest = stamp;
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Owner.create(fresh);
      Files.writeString(fresh, stamp.clock() + " " + stamp.ns());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      // A full disk must hold back no alarm. It is written with the next value, and an outbox on that disk is heard of.
      highest = floor;
    }
  }
}
