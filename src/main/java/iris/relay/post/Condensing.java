package iris.relay.post;

import iris.relay.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps the outbox small while a server is away for days: figures older than a day are put together by the hour, those
 * older than two weeks are given up, both counted. Events are never touched.
 */
final class Condensing {
  /** Windows of a day that wait one by one. */
  static final int SINGLE = 288;
  static final int TOGETHER = 12;
  /** Hours that wait, of one service. */
  static final int HOURS = 336;
  /** Statistics among the dead letters of one target. */
  static final int BURIED = 1_000;
  private static final Duration EVENTS_KNOWN = Duration.ofDays(60);
  private static final Duration STATISTICS_KNOWN = Duration.ofDays(2);
  private static final Duration FORGET_EVERY = Duration.ofHours(6);

  private final Connection db;
  private Instant forgot = Instant.MIN;

  Condensing(Connection db) {
    this.db = db;
  }

  private record Row(long n, Message message) {}

  /** All within the transaction of whoever calls. The first letter may be on its way: it is left alone. */
  void condense(String target, String signal, Function<List<Message>, Message> sum) throws SQLException {
    String all = "SELECT count(*) FROM letter WHERE target = ? AND signal = ? AND windows ";
    while (figure(all + "= 1", target, signal) > SINGLE) {
      List<Row> oldest = oldest(target, signal);
      if (oldest.size() < TOGETHER) return;
      Message one = sum.apply(oldest.stream().map(Row::message).toList());
      long at = oldest.getLast().n();
      run(db, "DELETE FROM letter WHERE target = ? AND signal = ? AND windows = 1 AND n BETWEEN ? AND ?", target,
          signal, oldest.getFirst().n(), at - 1);
      run(db, "UPDATE letter SET id = ?, windows = ?, body = ? WHERE target = ? AND signal = ? AND n = ?", one.id(),
          oldest.size(), Envelope.of(one), target, signal, at);
      run(db, "UPDATE place SET condensed = condensed + ? WHERE target = ?", oldest.size(), target);
    }
    long over = figure(all + "> 1", target, signal) - HOURS;
    if (over <= 0) return;
    String some = "SELECT n FROM letter WHERE target = ? AND signal = ? AND windows > 1 AND n >"
        + " (SELECT min(n) FROM letter WHERE target = ? AND signal = ?) ORDER BY n LIMIT " + over;
    run(db, "UPDATE place SET lost = lost + (SELECT coalesce(sum(windows), 0) FROM letter WHERE target = ?"
        + " AND signal = ? AND n IN (" + some + ")) WHERE target = ?", target, signal, target, signal, target, signal, target);
    run(db, "DELETE FROM letter WHERE target = ? AND signal = ? AND n IN (" + some + ")", target, signal, target,
        signal, target, signal);
  }

  private List<Row> oldest(String target, String signal) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT n, body FROM letter WHERE target = ?1 AND signal = ?2 AND"
        + " windows = 1 AND n > (SELECT min(n) FROM letter WHERE target = ?1 AND signal = ?2)"
        + " ORDER BY n LIMIT " + TOGETHER)) {
      s.setString(1, target);
      s.setString(2, signal);
      List<Row> rows = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) rows.add(new Row(r.getLong(1), Envelope.message(r.getBytes(2))));
      }
      return rows;
    }
  }

  /** A wrong password for a month: of refused figures the newest are kept. */
  void bury(String target) throws SQLException {
    run(db, "DELETE FROM dead WHERE target = ? AND event = 0 AND n <="
        + " (SELECT n FROM dead WHERE target = ? AND event = 0 ORDER BY n DESC LIMIT 1 OFFSET " + BURIED + ")", target, target);
  }

  /** Ids that can no longer come again. */
  void forget(Instant now) throws SQLException {
    if (!forgot.equals(Instant.MIN) && Duration.between(forgot, now).abs().compareTo(FORGET_EVERY) < 0) return;
    forgot = now;
    run(db, "DELETE FROM known WHERE event = 1 AND queued < ?", now.minus(EVENTS_KNOWN).toEpochMilli());
    run(db, "DELETE FROM known WHERE event = 0 AND queued < ?", now.minus(STATISTICS_KNOWN).toEpochMilli());
  }

  private long figure(String sql, String target, String signal) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setString(1, target);
      s.setString(2, signal);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : 0;
      }
    }
  }

  static int run(Connection db, String sql, Object... args) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      for (int i = 0; i < args.length; i++) s.setObject(i + 1, args[i]);
      return s.executeUpdate();
    }
  }
}
