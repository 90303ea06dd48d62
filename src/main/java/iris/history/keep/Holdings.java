package iris.history.keep;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many there are of each kind, from when to when. */
final class Holdings {
  private static final int SECONDS = 1_000;

  private final Connection db;
  private final List<Verification.Holding> all = new ArrayList<>();

  private Holdings(Connection db) {
    this.db = db;
  }

  static List<Verification.Holding> of(Connection db) throws SQLException {
    Holdings h = new Holdings(db);
    h.add("services", "SELECT count(*), NULL, NULL FROM service", 1);
    h.add("windows", "SELECT count(*), min(start), max(start + length) FROM window", SECONDS);
    for (String grain : List.of("hour", "day", "month"))
      h.add(grain + "s", "SELECT count(*), min(start), max(start) FROM " + grain, SECONDS);
    h.add("transitions", "SELECT count(*), min(wall), max(wall) FROM transition", 1);
    h.add("incidents", "SELECT count(*), min(wall), max(wall) FROM transition WHERE kind = 'Spoken'", 1);
    h.add("acts", "SELECT count(*), min(wall), max(wall) FROM transition WHERE kind IN ('Acted', 'Refused')", 1);
    h.add("episodes", "SELECT count(*), min(since), max(coalesce(closed, since)) FROM episode", 1);
    h.add("pauses", "SELECT count(*), min(since), max(coalesce(ended, since)) FROM pause", 1);
    h.add("inputs", "SELECT count(*), min(wall), max(wall) FROM input", 1);
    h.add("snapshots", "SELECT count(*), min(wall), max(wall) FROM snapshot", 1);
    return h.all;
  }

  /** @param millis that a figure of time counts */
  private void add(String what, String sql, int millis) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery(sql)) {
      r.next();
      all.add(new Verification.Holding(
          "history.keep.kind." + what, r.getLong(1), time(r, 2, millis), time(r, 3, millis)));
    }
  }

  private static Optional<Instant> time(ResultSet r, int column, int millis) throws SQLException {
    long at = r.getLong(column);
    return r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at * millis));
  }
}
