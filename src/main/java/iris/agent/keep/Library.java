package iris.agent.keep;

import iris.agent.AgentConfig.Served;
import iris.agent.Mark;
import iris.agent.Tally;
import iris.agent.book.Book;
import iris.signal.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books and marks as they were kept. */
final class Library {
  private final Connection db;

  Library(Connection db) {
    this.db = db;
  }

  /**
   * One book.
   *
   * @param kept as the store has it; empty for a service that is new
   * @param damage what could not be read of it; then it begins anew, and that is said
   */
  record Found(Optional<Book> kept, Optional<Reason> damage) {}

  Found book(Served served, Duration period) throws SQLException {
    String service = served.service().id();
    Optional<byte[]> body = state(service);
    if (body.isEmpty()) return new Found(Optional.empty(), Optional.empty());
    try {
      Book.State state = Codec.read(body.get(), Book.State.class);
      return new Found(Optional.of(Book.kept(served, period, state, tallies(service))), Optional.empty());
    } catch (RuntimeException unreadable) {
      return new Found(
          Optional.empty(), Optional.of(Reason.of("agent.keep.book-damaged", service, firstLine(unreadable))));
    }
  }

  private Optional<byte[]> state(String service) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT body FROM book WHERE service = ?")) {
      s.setString(1, service);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getBytes(1)) : Optional.empty();
      }
    }
  }

  private List<Tally> tallies(String service) throws SQLException {
    List<Tally> all = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT body FROM tally WHERE service = ? ORDER BY start")) {
      s.setString(1, service);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) all.add(Tally.decode(r.getBytes(1)));
      }
    }
    return all;
  }

  Map<String, Mark> marks(String service) throws SQLException {
    Map<String, Mark> all = new HashMap<>();
    try (PreparedStatement s = db.prepareStatement("SELECT source, words FROM mark WHERE service = ?")) {
      s.setString(1, service);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) all.put(r.getString(1), new Mark(r.getString(2)));
      }
    }
    return all;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
