package iris.history;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.story.Episodes;
import iris.history.story.Mentions;
import iris.history.story.Search;
import iris.store.Sqlite;
import iris.store.Steps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * The tables {@code mention} and {@code episode}: by what a story is found. Derived from the transitions, within the
 * same transaction, so that they are never ahead of them or behind.
 */
public final class Indexing implements AutoCloseable {
  private static final int AT_ONCE = 10_000;

  private final PreparedStatement mention;
  private final PreparedStatement known;
  private final PreparedStatement standing;
  private final PreparedStatement keep;
  /** What this transaction has looked at; {@code changed} are those of them to be written. */
  private final Map<String, Optional<Episode>> episodes = new LinkedHashMap<>();
  private final Set<String> changed = new HashSet<>();

  public Indexing(Connection db) throws SQLException {
    mention = db.prepareStatement("INSERT OR IGNORE INTO mention VALUES(?,?,?,?)");
    known = db.prepareStatement("SELECT body FROM episode WHERE id = ?");
    standing = db.prepareStatement("SELECT body FROM episode WHERE subject = ? AND standing = 1");
    keep = db.prepareStatement("INSERT OR REPLACE INTO episode VALUES(?,?,?,?,?,?,?,?)");
  }

  void put(Transition t, long seq, int n) throws SQLException {
    mention(t, seq, n);
    tell(t);
  }

  /** Only that it is about somebody. */
  public void mention(Transition t, long seq, int n) throws SQLException {
    mention.setString(1, Mentions.of(t));
    mention.setLong(2, t.at().toEpochMilli());
    mention.setLong(3, seq);
    mention.setInt(4, n);
    mention.addBatch();
  }

  /** Only what it adds to its episode. */
  public void tell(Transition t) throws SQLException {
    Optional<String> id = Episodes.of(t);
    if (id.isEmpty()) return;
    if (t instanceof Transition.Moved m && m.to().active() && !m.from().active()) leave(m);
    Optional<Episode> before = find(id.get());
    Optional<Episode> after = Episodes.after(before, t);
    if (after.equals(before)) return;
    episodes.put(id.get(), after);
    changed.add(id.get());
  }

  /** What the same alarm rang for before, and nobody looked at since. */
  private void leave(Transition.Moved m) throws SQLException {
    standing.setString(1, m.alarm().subject());
    try (ResultSet r = standing.executeQuery()) {
      while (r.next()) {
        Episode e = episode(r.getBytes(1));
        episodes.putIfAbsent(e.id(), Optional.of(e));
      }
    }
    episodes.replaceAll((id, known) -> {
      if (known.filter(e -> Episodes.leaves(e, m)).isEmpty()) return known;
      changed.add(id);
      return known.map(e -> Episodes.left(e, m.at()));
    });
  }

  private Optional<Episode> find(String id) throws SQLException {
    Optional<Episode> seen = episodes.get(id);
    if (seen != null) return seen;
    known.setString(1, id);
    try (ResultSet r = known.executeQuery()) {
      Optional<Episode> found = r.next() ? Optional.of(episode(r.getBytes(1))) : Optional.empty();
      episodes.put(id, found);
      return found;
    }
  }

  static Episode episode(byte[] body) {
    return Codec.read(Squeeze.out(body), Episode.class);
  }

  /** Writes what was gathered, and forgets it. */
  public void flush() throws SQLException {
    mention.executeBatch();
    for (String id : changed) {
      Episode e = Objects.requireNonNull(episodes.get(id)).orElseThrow();
      keep.setString(1, id);
      keep.setString(2, e.alarm().subject());
      keep.setString(3, e.alarm().kind().name());
      keep.setInt(4, e.open() ? 1 : 0);
      keep.setLong(5, e.since().toEpochMilli());
      if (e.closed().isPresent()) keep.setLong(6, e.closed().get().toEpochMilli());
      else keep.setNull(6, Types.INTEGER);
      keep.setString(7, Search.words(e));
      keep.setBytes(8, Squeeze.in(Codec.write(e, Episode.class)));
      keep.addBatch();
    }
    keep.executeBatch();
    episodes.clear();
    changed.clear();
  }

  /** From all transitions of an older store. A damaged row has no place in a story, and hinders no start. */
  static void fill(Connection db, Steps.Way way) throws SQLException {
    long all = Sqlite.figure(db, "SELECT count(*) FROM transition");
    try (Indexing index = new Indexing(db);
        Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT seq, n, body FROM transition ORDER BY seq, n")) {
      for (int row = 1; r.next(); row++) {
        Optional<Transition> t = readable(r.getBytes(3));
        if (t.isPresent()) index.put(t.get(), r.getLong(1), r.getInt(2));
        if (row % AT_ONCE != 0) continue;
        index.flush();
        way.came(row, all);
      }
      index.flush();
    }
  }

  /** Empty where the row is damaged, which the log says. */
  public static Optional<Transition> readable(byte[] body) {
    try {
      return Optional.of(Codec.transition(Squeeze.out(body)));
    } catch (IllegalArgumentException | JacksonException damaged) {
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "a transition that cannot be read", damaged);
      return Optional.empty();
    }
  }

  @Override
  public void close() throws SQLException {
    try (mention; known; standing; keep) {
      episodes.clear();
    }
  }
}
