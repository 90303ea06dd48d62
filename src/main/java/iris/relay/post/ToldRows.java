package iris.relay.post;

import iris.store.Steps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What targets were told, as the outbox keeps it: a row for each episode that stands. */
final class ToldRows {
  private ToldRows() {}

  /** Only of episodes that came, went or stand otherwise: of ten thousand that stand the others are left alone. */
  static void write(Connection db, Posting p) throws SQLException {
    Set<String> changed = p.told().since(p.before());
    if (changed.isEmpty()) return;
    try (PreparedStatement put = db.prepareStatement("INSERT OR REPLACE INTO told VALUES(?,?,?,?)");
        PreparedStatement drop = db.prepareStatement("DELETE FROM told WHERE target = ? AND episode = ?")) {
      for (String episode : changed) {
        Told.Standing standing = p.told().episodes().get(episode);
        if (standing != null) put(put, p.target(), episode, standing);
        else drop(drop, p.target(), episode);
      }
      drop.executeBatch();
      put.executeBatch();
    }
  }

  private static void put(PreparedStatement put, String target, String episode, Told.Standing standing)
      throws SQLException {
    put.setString(1, target);
    put.setString(2, episode);
    put.setLong(3, standing.since().toEpochMilli());
    put.setBytes(4, Envelope.of(standing));
    put.addBatch();
  }

  private static void drop(PreparedStatement drop, String target, String episode) throws SQLException {
    drop.setString(1, target);
    drop.setString(2, episode);
    drop.addBatch();
  }

  static Told read(Connection db, String target) throws SQLException {
    Map<String, Told.Standing> all = new LinkedHashMap<>();
    try (PreparedStatement s =
        db.prepareStatement("SELECT episode, body FROM told WHERE target = ? ORDER BY since, episode")) {
      s.setString(1, target);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) all.put(r.getString(1), Envelope.standing(r.getBytes(2)));
      }
    }
    return Told.of(all);
  }

  /** Out of the bodies of the first version. */
  static void fill(Connection db, Steps.Way way) throws SQLException {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT target, told FROM place")) {
      while (r.next()) bodies.put(r.getString(1), r.getBytes(2));
    }
    try (PreparedStatement put = db.prepareStatement("INSERT OR REPLACE INTO told VALUES(?,?,?,?)");
        Statement empty = db.createStatement()) {
      for (Map.Entry<String, byte[]> target : bodies.entrySet())
        for (Map.Entry<String, Told.Standing> e : whole(target.getKey(), target.getValue()).entrySet())
          put(put, target.getKey(), e.getKey(), e.getValue());
      put.executeBatch();
      empty.execute("UPDATE place SET told = x''");
    }
    way.came(bodies.size(), bodies.size());
  }

  /**
   * One that cannot be read keeps no other target from being told, nor this one: it begins with nothing told, and what
   * stands is not sent twice, since the ids of what was put in its queue are known all the same.
   */
  private static Map<String, Told.Standing> whole(String target, byte[] body) {
    try {
      return Envelope.whole(body);
    } catch (RuntimeException unreadable) {
      System.getLogger(Relay.class.getName()).log(System.Logger.Level.ERROR,
          "what " + target + " was told by an earlier version cannot be read, and is taken for nothing", unreadable);
      return Map.of();
    }
  }
}
