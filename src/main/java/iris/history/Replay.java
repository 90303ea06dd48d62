package iris.history;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Transition;
import iris.signal.Reason;
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
import tools.jackson.core.JacksonException;

/** From the newest snapshot that can be read, through the inputs after it, to the board as it was. */
final class Replay {
  /** Kind of the rows that hold a {@link Documents.Difference}. */
  static final String DOCUMENT = "Document";

  private static final int RECENT = 200;

  private Replay() {}

  private record Point(long seq, Board board) {}

  /** @throws SQLException when not even the list of snapshots can be read */
  static Restored run(Connection db) throws SQLException {
    List<Reason> damage = new ArrayList<>();
    Optional<Point> start = newest(db, damage);
    if (start.isEmpty()) return new Restored(Optional.empty(), List.of(), damage.stream().findFirst());
    Board board = start.get().board();
    Documents documents = new Documents();
    try (PreparedStatement s = db.prepareStatement("SELECT seq, wall, mono, kind, body FROM input WHERE seq > ? ORDER BY seq")) {
      s.setLong(1, start.get().seq());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) board = board.after(Tape.input(row(r), documents), now(r)).board();
      }
    } catch (SQLException | RuntimeException e) {
      // Whatever a damaged row makes of itself, the console starts from the last step that was well, and says so.
      damage.add(Reason.of("history.replay.stopped", board.at().wall(), firstLine(e)));
    }
    return new Restored(Optional.of(board), recent(db, damage), damage.stream().findFirst());
  }

  private static Optional<Point> newest(Connection db, List<Reason> damage) throws SQLException {
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT seq, wall, body FROM snapshot ORDER BY seq DESC")) {
      while (r.next()) {
        try {
          return Optional.of(new Point(r.getLong(1), BoardBytes.board(r.getBytes(3))));
        } catch (IllegalArgumentException | JacksonException e) {
          damage.add(Reason.of("history.snapshot.unreadable", Instant.ofEpochMilli(r.getLong(2)), firstLine(e)));
        }
      }
    }
    return Optional.empty();
  }

  private static Tape.Row row(ResultSet r) throws SQLException {
    return new Tape.Row(r.getLong(1), now(r), r.getString(4), r.getBytes(5));
  }

  private static Now now(ResultSet r) throws SQLException {
    return new Now(Instant.ofEpochMilli(r.getLong(2)), Duration.ofNanos(r.getLong(3)));
  }

  private static List<Transition> recent(Connection db, List<Reason> damage) {
    Deque<Transition> newestLast = new ArrayDeque<>();
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT body FROM transition ORDER BY seq DESC, n DESC LIMIT " + RECENT)) {
      while (r.next()) newestLast.addFirst(Codec.transition(Squeeze.out(r.getBytes(1))));
    } catch (SQLException | IllegalArgumentException | JacksonException e) {
      damage.add(Reason.of("history.events.unreadable", firstLine(e)));
    }
    return List.copyOf(newestLast);
  }

  private static String firstLine(Exception e) {
    String text = String.valueOf(e.getMessage());
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
