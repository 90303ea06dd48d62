package iris.relay.post;

import iris.alarm.AlarmKey;
import iris.relay.Signal;
import iris.signal.Priority;
import iris.store.Steps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What targets were told, as the outbox keeps it: a row for each episode that stands. */
final class ToldRows {
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

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

  /**
   * A row that cannot be read keeps no other from being read, nor its target from being told. It stays where it is, for
   * the version that can read it, until its episode is told of again.
   *
   * @param seq of the last journal entry that was put in the queue of this target
   */
  static Place read(Connection db, String target, long seq) throws SQLException {
    Map<String, Told.Standing> all = new LinkedHashMap<>();
    int guessed = 0;
    int lost = 0;
    try (PreparedStatement s =
        db.prepareStatement("SELECT episode, body, since FROM told WHERE target = ? ORDER BY since, episode")) {
      s.setString(1, target);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String episode = r.getString(1);
          try {
            all.put(episode, Envelope.standing(r.getBytes(2)));
          } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "what " + target + " was told of " + episode + " cannot be read", unreadable);
            Optional<Told.Standing> known = named(episode, Instant.ofEpochMilli(r.getLong(3)));
            known.ifPresent(standing -> all.put(episode, standing));
            if (known.isPresent()) guessed++;
            else lost++;
          }
        }
      }
    }
    return new Place(seq, Told.of(all), guessed, lost);
  }

  /**
   * By what the name of an episode says, {@code subject|KIND@index}: enough to tell its end. Of the rest the urgency is
   * only compared with one that is said anew, and who is at fault the board knows.
   */
  private static Optional<Told.Standing> named(String episode, Instant since) {
    int at = episode.lastIndexOf('@');
    int bar = episode.lastIndexOf('|', at);
    if (bar < 0) return Optional.empty();
    try {
      AlarmKey alarm = new AlarmKey(AlarmKey.Kind.valueOf(episode.substring(bar + 1, at)), episode.substring(0, bar));
      Signal of = switch (alarm.kind()) {
        case SUPERVISION_LOST -> new Signal(Signal.Kind.FEED, alarm.subject(), "");
        case CONSOLE_FAULT -> Signal.IRIS;
        case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED, EXERCISE ->
            new Signal(Signal.Kind.SERVICE, alarm.subject(), "");
      };
      return Optional.of(new Told.Standing(alarm, of, Priority.P1, Optional.empty(), since));
    } catch (IllegalArgumentException ofAnotherVersion) {
      return Optional.empty();
    }
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
      LOG.log(System.Logger.Level.ERROR,
          "what " + target + " was told by an earlier version cannot be read, and is taken for nothing", unreadable);
      return Map.of();
    }
  }
}
