package iris.history.keep;

import iris.history.Hold;
import iris.history.Profile;
import iris.signal.Reason;
import iris.store.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A saved store put in the place of a profile's.
 *
 * @param aside where the store lies that was there before; empty: there was none
 */
public record Restore(Path store, Optional<Path> aside) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Refused while a console holds the profile, and where the file is not well; then nothing was changed. */
  public static Restore of(Path folder, Path from, Instant now) throws Unkept {
    if (!Files.isRegularFile(from)) throw new Unkept("history.keep.import-missing", from);
    Path store = Profile.store(folder);
    Path next = store.resolveSibling("journal.restored");
    Connection saved = Stores.open(from);
    try (Hold _ = hold(folder)) {
      if (Files.exists(store) && Files.isSameFile(store, from)) throw new Unkept("history.keep.onto-itself", from);
      verify(saved, from);
      Copy.of(saved, from, next, now);
      Optional<Path> aside = Files.exists(store) ? Optional.of(aside(store, now)) : Optional.empty();
      Files.move(next, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Copy.settle(folder.toAbsolutePath());
      return new Restore(store, aside);
    } catch (IOException e) {
      throw new Unkept(Reason.of("history.keep.restore-failed", from, String.valueOf(e.getMessage())), e);
    } finally {
      Stores.close(saved);
      drop(next);
    }
  }

  static Hold hold(Path folder) throws IOException, Unkept {
    Optional<Hold> hold = Hold.of(folder);
    if (hold.isEmpty()) throw new Unkept("history.keep.held", folder);
    return hold.get();
  }

  private static void verify(Connection saved, Path from) throws Unkept {
    Verification found = Verification.of(saved, from);
    if (!found.well()) throw new Unkept(Reason.of("history.keep.restore-ill", from), found.complaints());
  }

  /**
   * Another name for the store that is there: the first one stays until the new store takes it in one step, so a
   * console that starts in between finds either of both and never none.
   */
  private static Path aside(Path store, Instant now) throws IOException, Unkept {
    Path aside = store.resolveSibling(store.getFileName() + ".before-" + STAMP.format(now));
    if (closed(store)) {
      link(store, aside);
      return aside;
    }
    // A damaged one: what lies beside it belongs to it, and would be taken for the new store's.
    for (String part : List.of("-wal", "-shm", "")) {
      Path each = store.resolveSibling(store.getFileName() + part);
      if (Files.exists(each)) Files.move(each, aside.resolveSibling(aside.getFileName() + part));
    }
    return aside;
  }

  private static void link(Path store, Path aside) throws IOException {
    try {
      Files.createLink(aside, store);
    } catch (UnsupportedOperationException noLinksHere) {
      Files.copy(store, aside);
      Copy.settle(aside);
    }
  }

  /** All that stands in the log beside it goes into the store; a store that cannot do this is damaged. */
  private static boolean closed(Path store) throws Unkept {
    try (Connection db = Sqlite.writable(store); Statement s = db.createStatement()) {
      try (ResultSet r = s.executeQuery("PRAGMA journal_mode=DELETE")) {
        return r.next() && r.getString(1).equals("delete");
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == org.sqlite.SQLiteErrorCode.SQLITE_BUSY.code)
        throw new Unkept(Reason.of("history.keep.looked-at", store), e);
      return false;
    }
  }

  private static void drop(Path next) {
    try {
      Files.deleteIfExists(next);
    } catch (IOException e) {
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "left behind: " + next, e);
    }
  }
}
