package iris.history;

import iris.alarm.Transition;
import iris.history.story.Mentions;
import iris.history.years.Grain;
import iris.store.Sqlite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Drops what was kept long enough, in portions, each a small transaction after a write, so that no write waits long.
 * Figures go at the ends of days and months: no day is ever counted in half.
 */
final class Sweep {
  static final Duration EVERY = Duration.ofMinutes(30);
  private static final int ROWS = 1_000;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Connection db;
  private final Deque<Portion> left = new ArrayDeque<>();
  private Optional<Instant> begun = Optional.empty();
  private boolean figures;

  Sweep(Connection db) {
    this.db = db;
  }

  /** Some rows of one table. */
  @FunctionalInterface
  private interface Portion {
    /** @return whether there may be more */
    boolean drop() throws SQLException;
  }

  /**
   * One portion, if any is due: outside of any transaction.
   *
   * @return whether windows went or what is counted of them
   */
  boolean step(Retention keep, Instant now) throws SQLException {
    if (left.isEmpty() && !due(now)) return false;
    figures = false;
    if (left.isEmpty()) begin(keep, now);
    Portion next = left.peek();
    Sqlite.execute(db, "BEGIN IMMEDIATE");
    try {
      if (!next.drop()) left.remove();
      Sqlite.execute(db, "COMMIT");
    } catch (SQLException | RuntimeException | Error e) {
      left.clear();
      Sqlite.undo(db, e);
      throw e;
    }
    return figures;
  }

  /** Nothing waits to be dropped. */
  boolean idle() {
    return left.isEmpty();
  }

  private boolean due(Instant now) {
    return begun.map(at -> Duration.between(at, now).abs().compareTo(EVERY) >= 0).orElse(true);
  }

  private void begin(Retention keep, Instant now) throws SQLException {
    begun = Optional.of(now);
    long cut = Sqlite.figure(db, "SELECT max(seq) FROM snapshot WHERE wall < " + now.minus(keep.inputs()).toEpochMilli());
    left.add(() -> inputs(cut));
    for (long seq : Thinning.surplus(snapshots(), now, cut)) left.add(() -> one("DELETE FROM snapshot WHERE seq = ?", seq));
    List<Integer> services = services();
    figures("window", services, Grain.DAY.floor(now.minus(keep.windows())), WEEK);
    for (String table : List.of("hour", "hour_spread"))
      figures(table, services, Grain.DAY.floor(now.minus(keep.hours())), WEEK.multipliedBy(6));
    for (String table : List.of("day", "day_spread"))
      figures(table, services, Grain.MONTH.floor(now.minus(keep.days())), WEEK.multipliedBy(200));
    for (String table : List.of("month", "month_spread"))
      figures(table, services, Grain.MONTH.floor(now.minus(keep.months())), WEEK.multipliedBy(2000));
    long old = now.minus(keep.transitions()).toEpochMilli();
    left.add(() -> transitions(old));
    left.add(() -> one("DELETE FROM episode WHERE id IN (SELECT id FROM episode WHERE standing = 0 AND since < ?1"
        + " AND closed < ?1 LIMIT " + ROWS + ")", old));
    left.add(() -> one("DELETE FROM pause WHERE ended < ?", old));
  }

  /** At most {@link #ROWS}, oldest first; a board starts again from a snapshot that stays. */
  private boolean inputs(long cut) throws SQLException {
    long first = Sqlite.figure(db, "SELECT min(seq) FROM input");
    if (first == 0 || first > cut) return false;
    return one("DELETE FROM input WHERE seq <= ?", Math.min(cut, first + ROWS));
  }

  private List<Thinning.Point> snapshots() throws SQLException {
    List<Thinning.Point> all = new ArrayList<>();
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT seq, wall FROM snapshot ORDER BY seq")) {
      while (r.next()) all.add(new Thinning.Point(r.getLong(1), Instant.ofEpochMilli(r.getLong(2))));
    }
    return all;
  }

  private List<Integer> services() throws SQLException {
    List<Integer> all = new ArrayList<>();
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT id FROM service")) {
      while (r.next()) all.add(r.getInt(1));
    }
    return all;
  }

  private void figures(String table, List<Integer> services, Instant cut, Duration atOnce) {
    for (int service : services) left.add(() -> figures(table, service, cut.getEpochSecond(), atOnce.toSeconds()));
  }

  private boolean figures(String table, int service, long cut, long atOnce) throws SQLException {
    try (PreparedStatement oldest = db.prepareStatement("SELECT min(start) FROM " + table + " WHERE service = ?");
        PreparedStatement drop = db.prepareStatement("DELETE FROM " + table + " WHERE service = ? AND start < ?")) {
      oldest.setInt(1, service);
      long first;
      try (ResultSet r = oldest.executeQuery()) {
        first = r.next() ? r.getLong(1) : cut;
        if (r.wasNull() || first >= cut) return false;
      }
      drop.setInt(1, service);
      drop.setLong(2, Math.min(cut, first + atOnce));
      drop.executeUpdate();
      figures = true;
      return true;
    }
  }

  private boolean one(String sql, long figure) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setLong(1, figure);
      return s.executeUpdate() >= ROWS;
    }
  }

  /** With them goes by what they were found. */
  private boolean transitions(long old) throws SQLException {
    int dropped = 0;
    try (PreparedStatement some = db.prepareStatement(
            "SELECT seq, n, wall, body FROM transition WHERE wall < ? ORDER BY wall LIMIT " + ROWS);
        PreparedStatement drop = db.prepareStatement("DELETE FROM transition WHERE seq = ? AND n = ?");
        PreparedStatement mention = db.prepareStatement(
            "DELETE FROM mention WHERE subject = ? AND wall = ? AND seq = ? AND n = ?")) {
      some.setLong(1, old);
      try (ResultSet r = some.executeQuery()) {
        for (; r.next(); dropped++) {
          Optional<Transition> t = Indexing.readable(r.getBytes(4));
          drop.setLong(1, r.getLong(1));
          drop.setInt(2, r.getInt(2));
          drop.addBatch();
          if (t.isEmpty()) continue;
          mention.setString(1, Mentions.of(t.get()));
          mention.setLong(2, r.getLong(3));
          mention.setLong(3, r.getLong(1));
          mention.setInt(4, r.getInt(2));
          mention.addBatch();
        }
      }
      drop.executeBatch();
      mention.executeBatch();
    }
    return dropped == ROWS;
  }
}
