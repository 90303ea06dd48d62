package iris.history.keep;

import iris.alarm.Transition;
import iris.history.Codec;
import iris.history.Indexing;
import iris.history.Squeeze;
import iris.history.story.Episodes;
import iris.history.story.Mentions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Takes transitions that are not there yet. The episodes that they tell of are told anew at the end: a file may hold
 * what happened before, after and between what was known.
 */
final class TransitionIntake implements AutoCloseable {
  private final Connection db;
  private final long seq;
  private final PreparedStatement known;
  private final PreparedStatement insert;
  private final Indexing index;
  /** Names of episodes that something was added to, by what they are about. */
  private final Map<String, Set<String>> told = new HashMap<>();
  /** Those of {@code wall} that were there before and have not been met yet in the file. */
  private final List<Transition> there = new ArrayList<>();
  private long wall = Long.MIN_VALUE;
  private int n;

  /** @param seq of all that is taken: no other row has it */
  TransitionIntake(Connection db, long seq) throws SQLException {
    this.db = db;
    this.seq = seq;
    known = db.prepareStatement("SELECT body FROM transition WHERE wall = ? AND seq <> " + seq);
    insert = db.prepareStatement("INSERT INTO transition VALUES(?,?,?,?,?)");
    index = new Indexing(db);
  }

  /** Whether it is new. */
  boolean take(Cells row) throws Unreadably, SQLException {
    Transition t = read(row);
    if (t.at().toEpochMilli() != wall) look(t.at().toEpochMilli());
    if (there.remove(t)) return false;
    insert.setLong(1, seq);
    insert.setInt(2, n);
    insert.setLong(3, wall);
    insert.setString(4, t.getClass().getSimpleName());
    insert.setBytes(5, Squeeze.in(Codec.transition(t)));
    insert.executeUpdate();
    index.mention(t, seq, n++);
    Episodes.of(t).ifPresent(id -> told.computeIfAbsent(Mentions.of(t), _ -> new HashSet<>()).add(id));
    return true;
  }

  private static Transition read(Cells row) throws Unreadably {
    try {
      Transition t = Codec.transition(TransitionRows.whole(row));
      if (t == null || t.at() == null || t instanceof Transition.Kept) throw new Unreadably("history.keep.line.whole");
      return t;
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new Unreadably("history.keep.line.whole");
    }
  }

  private void look(long at) throws SQLException {
    wall = at;
    there.clear();
    known.setLong(1, at);
    try (ResultSet r = known.executeQuery()) {
      while (r.next()) Indexing.readable(r.getBytes(1)).ifPresent(there::add);
    }
  }

  /** Episodes from all that is known of them now, in the order of time. */
  void finish() throws SQLException {
    index.flush();
    try (PreparedStatement drop = db.prepareStatement("DELETE FROM episode WHERE id = ?");
        PreparedStatement all = db.prepareStatement("SELECT t.body FROM mention m JOIN transition t ON t.seq = m.seq"
            + " AND t.n = m.n WHERE m.subject = ? ORDER BY m.wall, m.seq, m.n")) {
      for (Map.Entry<String, Set<String>> each : told.entrySet()) {
        for (String id : each.getValue()) {
          drop.setString(1, id);
          drop.executeUpdate();
        }
        all.setString(1, each.getKey());
        tell(all, each.getValue());
      }
    }
    index.flush();
  }

  private void tell(PreparedStatement all, Set<String> ids) throws SQLException {
    try (ResultSet r = all.executeQuery()) {
      while (r.next()) {
        Transition t = Indexing.readable(r.getBytes(1)).orElse(null);
        if (t != null && Episodes.of(t).filter(ids::contains).isPresent()) index.tell(t);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (known; insert; index) {
      there.clear();
    }
  }
}
