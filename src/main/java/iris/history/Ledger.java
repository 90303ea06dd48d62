package iris.history;

import iris.alarm.Transition.Kept;
import iris.history.years.Grain;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All windows of a store, read one after the other: for what writes them elsewhere. */
public final class Ledger {
  private final Connection db;
  private final Windows windows;

  public Ledger(Connection db) {
    this.db = db;
    windows = new Windows(db);
  }

  /** Who gets the windows. */
  public interface Reader {
    void window(Kept kept) throws IOException;

    /** In place of a damaged one. */
    void unreadable();
  }

  /** Keys of all services of which there ever was a window. */
  public List<String> services() throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT text FROM service ORDER BY text")) {
      while (r.next()) all.add(r.getString(1));
    }
    return all;
  }

  /**
   * Every revision of every window of a service, in the order of their start.
   *
   * @param from by their start, inclusive; {@code to} exclusive
   */
  public void read(String service, Optional<Instant> from, Optional<Instant> to, Reader reader)
      throws SQLException, IOException {
    OptionalInt number = windows.number(service);
    if (number.isEmpty()) return;
    try (PreparedStatement s = Recount.asking(db, true)) {
      bound(s, number.getAsInt(), from, to);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Optional<Kept> kept = whole(r);
          if (kept.isPresent()) reader.window(kept.get());
          else reader.unreadable();
        }
      }
    }
  }

  /** Who gets the stretches. */
  @FunctionalInterface
  public interface StretchReader {
    void stretch(Stretch stretch) throws IOException;
  }

  /** What is rolled up of a service, in the order of time. */
  public void read(String service, Grain grain, Optional<Instant> from, Optional<Instant> to, StretchReader reader)
      throws SQLException, IOException {
    OptionalInt number = windows.number(service);
    if (number.isEmpty()) return;
    try (PreparedStatement s = db.prepareStatement("SELECT start, body FROM " + Shelf.table(grain)
        + " WHERE service = ? AND start >= ? AND start < ? ORDER BY start")) {
      bound(s, number.getAsInt(), from, to);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Instant start = Instant.ofEpochSecond(r.getLong(1));
          reader.stretch(SumBytes.sum(r.getBytes(2), windows.phrases).stretch(start, grain));
        }
      }
    }
  }

  /** All pauses that were kept, by service and begin. */
  public List<Pause> pauses() throws SQLException {
    List<Pause> all = new ArrayList<>();
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery(
        "SELECT service, kind, since, ended, author, reason FROM pause ORDER BY service, since, kind")) {
      while (r.next()) all.add(Pauses.pause(r));
    }
    return all;
  }

  private static void bound(PreparedStatement s, int service, Optional<Instant> from, Optional<Instant> to)
      throws SQLException {
    s.setInt(1, service);
    s.setLong(2, from.map(Instant::getEpochSecond).orElse(Long.MIN_VALUE));
    s.setLong(3, to.map(Instant::getEpochSecond).orElse(Long.MAX_VALUE));
  }

  private Optional<Kept> whole(ResultSet r) throws SQLException {
    try {
      return Optional.of(windows.whole(r));
    } catch (RuntimeException damaged) {
      // Whatever a damaged row makes of itself: it is counted, and those after it are read.
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "a window that cannot be read", damaged);
      return Optional.empty();
    }
  }
}
