package iris.agent.keep;

import iris.agent.book.Announcement;
import iris.store.Sqlite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The table of announcements, from the agent's side. */
final class InboxRows {
  private final Connection db;
  private long seen = -1;

  InboxRows(Connection db) {
    this.db = db;
  }

  /** At a start: whoever waited for an answer has been told that none came, so nothing of it may happen now. */
  void clear(Instant olderThan) throws SQLException {
    Sqlite.execute(db, "DELETE FROM told WHERE answer IS NULL OR at < " + olderThan.toEpochMilli());
  }

  /**
   * Announcements that nobody took before, and takes them: from then on whoever wrote them cannot withdraw them.
   * Empty where one cannot be read.
   */
  Map<Long, Optional<Announcement>> take() throws SQLException {
    long version = Sqlite.figure(db, "PRAGMA data_version");
    // It changes when another process has written; looking at it costs no reading of the disk.
    if (version == seen) return Map.of();
    Map<Long, Optional<Announcement>> all = new LinkedHashMap<>();
    try (PreparedStatement s = db.prepareStatement("UPDATE told SET taken = 1 WHERE taken = 0 RETURNING id, body");
        ResultSet r = s.executeQuery()) {
      while (r.next()) all.put(r.getLong(1), read(r.getBytes(2)));
    }
    seen = version;
    return all;
  }

  private static Optional<Announcement> read(byte[] body) {
    try {
      return Optional.of(Codec.read(body, Announcement.class));
    } catch (RuntimeException notOneOfOurs) {
      // Written by a program of another version: refused, and the sender is told so.
      return Optional.empty();
    }
  }
}
