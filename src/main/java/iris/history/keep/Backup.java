package iris.history.keep;

import iris.history.Profile;
import iris.signal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The store of a profile saved while the console writes it.
 *
 * @param bytes of the file
 */
public record Backup(Path file, long bytes) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * @param folder of the profile
   * @param to the file, which is replaced only if it is such a copy or empty; or a folder, in which it is named by its
   *     time
   */
  public static Backup of(Path folder, Path to, Instant now) throws Unkept {
    Path store = Profile.store(folder);
    Path named = Files.isDirectory(to) ? to.resolve("iris-history-" + STAMP.format(now) + ".db") : to;
    Path target = named.toAbsolutePath();
    Connection db = Stores.open(store);
    try {
      guard(store, target);
      Copy.of(db, store, target, now);
      return new Backup(target, Files.size(target));
    } catch (IOException e) {
      throw new Unkept(Reason.of("history.keep.copy-failed", target, String.valueOf(e.getMessage())), e);
    } finally {
      Stores.close(db);
    }
  }

  /** Nothing that somebody may want is written over. */
  private static void guard(Path store, Path target) throws IOException, Unkept {
    if (target.getParent() == null || !Files.isDirectory(target.getParent()))
      throw new Unkept("history.keep.no-folder", target.getParent() == null ? target : target.getParent());
    if (!Files.exists(target)) return;
    if (Files.isSameFile(target, store)) throw new Unkept("history.keep.onto-itself", target);
    if (!Files.isRegularFile(target)) throw new Unkept("history.keep.not-overwritten", target);
    if (Files.size(target) == 0) return;
    // The store of another profile is one of ours too.
    if (Stores.isLive(target)) throw new Unkept("history.keep.not-overwritten", target);
    try {
      Stores.close(Stores.open(target));
    } catch (Unkept notOurs) {
      throw new Unkept("history.keep.not-overwritten", target);
    }
  }
}
