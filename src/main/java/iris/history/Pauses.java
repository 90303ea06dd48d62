package iris.history;

import iris.alarm.Board;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;
import iris.alarm.Suppression.Kind;
import iris.history.years.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table {@code pause}: maintenance and out of service as they really began and ended, told by each board that is
 * kept. A board remembers what is over for a day, so what began and ended while no console ran is caught up as well.
 */
final class Pauses {
  private final Connection db;
  /** As the table has them, those that boards still speak of or that last; empty until it was read. */
  private Optional<Map<Key, Pause>> known = Optional.empty();

  Pauses(Connection db) {
    this.db = db;
  }

  private record Key(String service, Kind kind, Instant since) {}

  /** After a rollback. */
  void forget() {
    known = Optional.empty();
  }

  void put(Board board) throws SQLException {
    if (known.isEmpty()) known = Optional.of(lasting());
    Map<Key, Pause> before = known.get();
    if (before.isEmpty() && board.services().keySet().stream().allMatch(key -> calm(board, key))) return;
    Map<Key, Pause> after = new HashMap<>();
    for (ServiceState s : board.services().values())
      for (Pause p : of(board, s)) after.merge(key(p), p, Pauses::longer);
    List<Pause> changed = new ArrayList<>();
    after.forEach((key, p) -> {
      if (!p.equals(before.get(key))) changed.add(p);
    });
    // Nobody speaks of it any more, and it was not said to be over: it ended with this board.
    before.forEach((key, p) -> {
      if (p.to().isEmpty() && !after.containsKey(key)) changed.add(ended(p, board.at().wall()));
    });
    write(changed);
    known = Optional.of(after);
  }

  private static boolean calm(Board board, String key) {
    return board.services().get(key).outOfService().isEmpty() && board.maintained(key).isEmpty();
  }

  /** What began until now. A plan that is over, or taken back, ended when the board says so. */
  private static List<Pause> of(Board board, ServiceState s) {
    Instant now = board.at().wall();
    List<Pause> all = new ArrayList<>();
    for (Suppression m : board.maintained(s.key())) if (!m.since().isAfter(now)) all.add(pause(s.key(), m, m.until(), now));
    s.outOfService().ifPresent(o -> all.add(pause(s.key(), o, Optional.empty(), now)));
    return all;
  }

  private static Pause pause(String service, Suppression s, Optional<Instant> until, Instant now) {
    return new Pause(service, s.kind(), milli(s.since()), until.filter(at -> !at.isAfter(now)).map(Pauses::milli), s.author(),
        s.reason());
  }

  /** Two of one begin: whoever waits for the later end is still paused. */
  private static Pause longer(Pause a, Pause b) {
    if (a.to().isEmpty() || b.to().isEmpty()) return a.to().isEmpty() ? a : b;
    return a.to().get().isBefore(b.to().get()) ? b : a;
  }

  private static Pause ended(Pause p, Instant at) {
    Instant end = milli(at);
    return new Pause(p.service(), p.kind(), p.from(), Optional.of(end.isBefore(p.from()) ? p.from() : end), p.author(),
        p.reason());
  }

  private static Instant milli(Instant at) {
    return Instant.ofEpochMilli(at.toEpochMilli());
  }

  private static Key key(Pause p) {
    return new Key(p.service(), p.kind(), p.from());
  }

  private Map<Key, Pause> lasting() throws SQLException {
    Map<Key, Pause> all = new HashMap<>();
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT service, kind, since, ended, author, reason FROM pause WHERE ended IS NULL")) {
      while (r.next()) {
        Pause p = pause(r);
        all.put(key(p), p);
      }
    }
    return all;
  }

  static Pause pause(ResultSet r) throws SQLException {
    long ended = r.getLong(4);
    Optional<Instant> to = r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
    return new Pause(r.getString(1), Kind.valueOf(r.getString(2)), Instant.ofEpochMilli(r.getLong(3)), to, r.getString(5),
        r.getString(6));
  }

  private void write(List<Pause> changed) throws SQLException {
    if (changed.isEmpty()) return;
    try (PreparedStatement row = row(db)) {
      for (Pause p : changed) put(row, p);
      row.executeBatch();
    }
  }

  static PreparedStatement row(Connection db) throws SQLException {
    return db.prepareStatement("INSERT OR REPLACE INTO pause VALUES(?,?,?,?,?,?)");
  }

  static void put(PreparedStatement row, Pause p) throws SQLException {
    row.setString(1, p.service());
    row.setString(2, p.kind().name());
    row.setLong(3, p.from().toEpochMilli());
    if (p.to().isPresent()) row.setLong(4, p.to().get().toEpochMilli());
    else row.setNull(4, Types.INTEGER);
    row.setString(5, p.author());
    row.setString(6, p.reason());
    row.addBatch();
  }
}
