package iris.agent.keep;

import iris.signal.Reason;
import iris.store.Owner;
import iris.store.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A damaged store is never mended in place and never thrown away: it is set aside with its date, and every row that can
 * still be read begins the new one.
 */
final class Salvage {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Salvage() {}

  static Opening run(Path file, Instant now, String complaint, Lock lock) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(now));
    for (String part : List.of("", "-wal", "-shm")) {
      Path from = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(from))
        Files.move(from, aside.resolveSibling(aside.getFileName() + part), StandardCopyOption.REPLACE_EXISTING);
    }
    Owner.create(file);
    try {
      Connection db = Sqlite.writable(file);
      Schema.STEPS.migrate(db);
      carryOver(aside, db);
      return new Opening.Opened(new Store(db, Sqlite.readOnly(file), lock),
          Optional.of(Reason.of("agent.keep.damaged", aside, complaint)));
    } catch (SQLException e) {
      return new Opening.Refused(Reason.of("agent.keep.unusable", file, e.getMessage()));
    }
  }

  private static void carryOver(Path aside, Connection to) throws SQLException {
    Sqlite.execute(to, "BEGIN IMMEDIATE");
    for (String table : Schema.TABLES) {
      try (Connection from = Sqlite.readOnly(aside); Statement s = from.createStatement();
          ResultSet rows = s.executeQuery("SELECT * FROM " + table)) {
        copy(rows, table, to);
      } catch (SQLException unreadableFromHere) {
        // What came before it is carried over; that the store was damaged is said by the caller.
        System.getLogger("iris.agent").log(System.Logger.Level.WARNING, table + ": " + unreadableFromHere.getMessage());
      }
    }
    Sqlite.execute(to, "COMMIT");
  }

  private static void copy(ResultSet rows, String table, Connection to) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    String places = "?" + ",?".repeat(columns - 1);
    try (PreparedStatement row = to.prepareStatement("INSERT OR IGNORE INTO " + table + " VALUES(" + places + ")")) {
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) row.setObject(i, rows.getObject(i));
        row.executeUpdate();
      }
    }
  }
}
