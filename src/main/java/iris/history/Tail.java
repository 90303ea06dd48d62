package iris.history;

import iris.alarm.Transition;
import iris.history.story.Unreadable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was decided after a place in the journal, for who must pass it on and may have been stopped in between. On a
 * connection of its own that cannot write. For one thread.
 */
public final class Tail implements AutoCloseable {
  /** Windows are stored by their time and not by their entry: those of an entry are looked for so far back. */
  private static final long BACK_SECONDS = 3 * 86_400;

  private final Reader reader;

  /** @param folder of the profile */
  public Tail(Path folder) {
    reader = new Reader(folder);
  }

  /** All of one entry: windows first, then what the board made of it. */
  public record Step(long seq, List<Transition> transitions) {
    public Step {
      transitions = List.copyOf(transitions);
    }
  }

  /** The number of the newest entry; 0 where there is none. */
  public long last() throws Unreadable {
    return reader.ask(Profile::lastSeq);
  }

  /**
   * The next entries after number {@code seq}, in order; the last of them is there whether anything was decided in it
   * or not, so that its number is the next to ask from. Empty: that is all.
   *
   * @param most entries to look at
   */
  public List<Step> after(long seq, int most) throws Unreadable {
    return reader.ask(db -> {
      long until = until(db, seq, most);
      if (until <= seq) return List.of();
      SortedMap<Long, List<Transition>> steps = new TreeMap<>();
      windows(db, seq, until, steps);
      transitions(db, seq, until, steps);
      steps.computeIfAbsent(until, _ -> new ArrayList<>());
      return steps.entrySet().stream().map(e -> new Step(e.getKey(), e.getValue())).toList();
    });
  }

  private static long until(Connection db, long seq, int most) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(
        "SELECT max(seq) FROM (SELECT seq FROM input WHERE seq > ? ORDER BY seq LIMIT ?)")) {
      s.setLong(1, seq);
      s.setInt(2, most);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : 0;
      }
    }
  }

  private static void transitions(Connection db, long seq, long until, SortedMap<Long, List<Transition>> steps)
      throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement("SELECT seq, body FROM transition WHERE seq > ? AND seq <= ? ORDER BY seq, n")) {
      s.setLong(1, seq);
      s.setLong(2, until);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) steps.computeIfAbsent(r.getLong(1), _ -> new ArrayList<>())
            .add(Codec.transition(Squeeze.out(r.getBytes(2))));
      }
    }
  }

  private static void windows(Connection db, long seq, long until, SortedMap<Long, List<Transition>> steps)
      throws SQLException {
    Windows windows = new Windows(db);
    try (PreparedStatement s = db.prepareStatement("SELECT " + Windows.COLUMNS + " FROM window WHERE service IN"
        + " (SELECT id FROM service) AND start >= (SELECT min(wall) / 1000 - " + BACK_SECONDS
        + " FROM input WHERE seq > ?1 AND seq <= ?2) AND seq > ?1 AND seq <= ?2 ORDER BY seq, start, service, n")) {
      s.setLong(1, seq);
      s.setLong(2, until);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) steps.computeIfAbsent(r.getLong(3), _ -> new ArrayList<>()).add(windows.get(r));
      }
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
