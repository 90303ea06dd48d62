package iris.history;

import iris.alarm.Judged;
import iris.alarm.Shown;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.alarm.Transition.Changed;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.history.years.Pause;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.store.Sqlite;
import iris.store.Steps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** From the second version's tables to the third's: windows move into compact rows and are counted by the hour. */
final class Resettling {
  private static final int AT_ONCE = 10_000;

  private Resettling() {}

  static void fill(Connection db, Steps.Way way) throws SQLException {
    windows(db, way);
    Sqlite.execute(db, "DROP TABLE window_2");
    pauses(db);
  }

  /** By service and time, so that each hour is counted once. A damaged row is no window, and hinders no start. */
  private static void windows(Connection db, Steps.Way way) throws SQLException {
    long all = Sqlite.figure(db, "SELECT count(*) FROM window_2");
    try (Keepings figures = new Keepings(db);
        Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT service, verdict, how, guid, revision, body, read, published, seq"
            + " FROM window_2 ORDER BY service, start, seq")) {
      for (int row = 1; r.next(); row++) {
        Optional<Kept> kept = readable(r);
        if (kept.isPresent()) figures.put(kept.get(), r.getLong(9), 0);
        if (row % AT_ONCE != 0) continue;
        figures.flush();
        way.came(row, all);
      }
      figures.flush();
    }
  }

  private static Optional<Kept> readable(ResultSet r) throws SQLException {
    try {
      return Optional.of(kept(r));
    } catch (IllegalArgumentException | JacksonException damaged) {
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "a window that cannot be read", damaged);
      return Optional.empty();
    }
  }

  /** Of rows of the first version nobody knows when they were read: their end is said. */
  private static Kept kept(ResultSet r) throws SQLException {
    Window w = Codec.read(Squeeze.out(r.getBytes(6)), Window.class);
    long read = r.getLong(7);
    Instant at = r.wasNull() ? Instant.ofEpochMilli(w.to().toEpochMilli()) : Instant.ofEpochMilli(read);
    long said = r.getLong(8);
    Optional<Instant> published = r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(said));
    How how = How.valueOf(r.getString(3));
    return new Kept(at, r.getString(1), new Judged(w, Verdict.valueOf(r.getString(2)), how == How.LATE,
        r.getString(4), r.getString(5), published), how);
  }

  /**
   * Pauses that are over, by what was shown: who declared them was not kept where it can be found. Those that last are
   * told by the next board.
   */
  private static void pauses(Connection db) throws SQLException {
    Map<Shown, Suppression.Kind> kinds = new EnumMap<>(Map.of(Shown.MAINTENANCE, Suppression.Kind.MAINTENANCE,
        Shown.OUT_OF_SERVICE, Suppression.Kind.OUT_OF_SERVICE));
    Map<String, Changed> begun = new HashMap<>();
    try (PreparedStatement row = Pauses.row(db);
        Statement s = db.createStatement();
        // Most changes are of other states: of a million transitions few are worth reading, those packed (1) unseen.
        ResultSet r = s.executeQuery("SELECT body FROM transition WHERE kind = 'Changed' AND (substr(body, 1, 1) = x'01'"
            + " OR instr(body, CAST('MAINTENANCE' AS BLOB)) > 0 OR instr(body, CAST('OUT_OF_SERVICE' AS BLOB)) > 0)"
            + " ORDER BY seq, n")) {
      while (r.next()) {
        Optional<Transition> t = Indexing.readable(r.getBytes(1));
        if (t.isEmpty() || !(t.get() instanceof Changed c)) continue;
        Changed before = kinds.containsKey(c.to()) ? begun.put(c.service(), c) : begun.remove(c.service());
        if (before != null && !c.at().isBefore(before.at()))
          Pauses.put(row, new Pause(c.service(), Objects.requireNonNull(kinds.get(before.to())), before.at(),
              Optional.of(c.at()), "", ""));
      }
      row.executeBatch();
    }
  }
}
