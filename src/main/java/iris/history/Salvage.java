package iris.history;

import iris.alarm.Board;
import iris.signal.Reason;
import iris.store.Sqlite;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A damaged store is never repaired in place and never thrown away: it is set aside with its date, what its snapshots
 * and inputs still give becomes the start of a new store, and the operator is told where the old one lies.
 */
final class Salvage {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Salvage() {}

  static Opening run(Path store, Instant now, String complaint, FileChannel file, FileLock lock) throws IOException {
    Path aside = store.resolveSibling(store.getFileName() + ".damaged-" + STAMP.format(now));
    move(store, aside);
    Restored saved = read(aside);
    Reason damage = Reason.of("history.store.damaged", aside, complaint);
    Connection db = null;
    try {
      db = Sqlite.writable(store);
      Schema.STEPS.migrate(db);
      if (saved.board().isPresent()) start(db, saved.board().get());
      return new Opening.Writable(new Journal(db, file, lock, Profile.lastSeq(db), false),
          new Restored(saved.board(), saved.recent(), Optional.of(damage)));
    } catch (SQLException e) {
      if (db != null) Profile.close(db);
      // Back to its place, or the next start would take the half of a new store for all that there ever was.
      move(aside, store);
      return new Opening.Refused(saved, Hindrance.of(store, e));
    }
  }

  private static void move(Path store, Path aside) throws IOException {
    for (String part : List.of("", "-wal", "-shm")) {
      Path from = store.resolveSibling(store.getFileName() + part);
      Path to = aside.resolveSibling(aside.getFileName() + part);
      if (Files.exists(from)) Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      else Files.deleteIfExists(to);
    }
  }

  private static Restored read(Path aside) {
    try (Connection db = Sqlite.readOnly(aside)) {
      return Replay.run(db);
    } catch (SQLException nothingLeftToRead) {
      // The damage itself is told by the caller, with the place of the file.
      return Restored.NOTHING;
    }
  }

  private static void start(Connection db, Board board) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("INSERT INTO snapshot VALUES(1,?,?)")) {
      s.setLong(1, board.at().wall().toEpochMilli());
      s.setBytes(2, BoardBytes.of(board));
      s.executeUpdate();
    }
  }
}
