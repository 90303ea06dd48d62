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
import java.time.Duration;
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
  static final String COLUMNS = "service, kind, since, ended, author, reason";

  /** A look at so many services with each poll of one of them is more than it is worth. */
  private static final int MANY = 20;
  private static final Duration SELDOM = Duration.ofSeconds(10);

  private final Connection db;
  /** As the table has them, those that boards still speak of or that last; empty until it was read. */
  private Optional<Map<Key, Row>> known = Optional.empty();

  Pauses(Connection db) {
    this.db = db;
  }

  private Instant looked = Instant.EPOCH;

  private record Key(String service, Kind kind, Instant since) {}

  /** @param planned when it is to end, where that is said */
  private record Row(Pause pause, Optional<Instant> planned) {
    Key key() {
      return new Key(pause.service(), pause.kind(), pause.from());
    }

    boolean lasts() {
      return pause.to().isEmpty();
    }

    /** Nobody speaks of it any more, and nobody said when it was over: it was as planned, at the latest now. */
    Row ended(Instant now) {
      Instant end = planned.filter(now::isAfter).orElse(now);
      return new Row(new Pause(pause.service(), pause.kind(), pause.from(),
          Optional.of(end.isBefore(pause.from()) ? pause.from() : end), pause.author(), pause.reason()), planned);
    }

    /** Two of one begin: whoever waits for the later end is still paused. */
    Row longer(Row other) {
      if (lasts() || other.lasts()) return lasts() ? this : other;
      return pause.to().get().isBefore(other.pause.to().get()) ? other : this;
    }
  }

  /** After a rollback. */
  void forget() {
    known = Optional.empty();
  }

  /**
   * @param acted somebody did something; else, with many services, it has time: a board speaks for a day of what it
   *     knows, with the moments at which it really began and ended
   */
  void put(Board board, boolean acted) throws SQLException {
    boolean soon = Duration.between(looked, board.at().wall()).abs().compareTo(SELDOM) < 0;
    if (!acted && soon && board.services().size() >= MANY && known.isPresent()) return;
    looked = board.at().wall();
    if (known.isEmpty()) known = Optional.of(lasting());
    Map<Key, Row> before = known.get();
    if (before.isEmpty() && board.services().values().stream().allMatch(s -> calm(board, s))) return;
    Map<Key, Row> after = new HashMap<>();
    for (ServiceState s : board.services().values()) for (Row row : of(board, s)) after.merge(row.key(), row, Row::longer);
    List<Row> changed = new ArrayList<>();
    after.forEach((key, row) -> {
      if (!row.equals(before.get(key))) changed.add(row);
    });
    before.forEach((key, row) -> {
      if (row.lasts() && !after.containsKey(key)) changed.add(row.ended(milli(board.at().wall())));
    });
    write(changed);
    known = Optional.of(after);
  }

  private static boolean calm(Board board, ServiceState s) {
    return s.outOfService().isEmpty() && board.maintained(s.key()).isEmpty();
  }

  /** What began until now. A maintenance that is over, or taken back, ended when the board says so. */
  private static List<Row> of(Board board, ServiceState s) {
    Instant now = board.at().wall();
    List<Row> all = new ArrayList<>();
    for (Suppression m : board.maintained(s.key()))
      if (!m.since().isAfter(now)) all.add(row(s.key(), m, m.until().filter(end -> !end.isAfter(now))));
    s.outOfService().ifPresent(o -> all.add(row(s.key(), o, Optional.empty())));
    return all;
  }

  private static Row row(String service, Suppression s, Optional<Instant> ended) {
    return new Row(new Pause(service, s.kind(), milli(s.since()), ended.map(Pauses::milli), s.author(), s.reason()),
        s.until().map(Pauses::milli));
  }

  private static Instant milli(Instant at) {
    return Instant.ofEpochMilli(at.toEpochMilli());
  }

  private Map<Key, Row> lasting() throws SQLException {
    Map<Key, Row> all = new HashMap<>();
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT " + COLUMNS + ", planned FROM pause WHERE ended IS NULL")) {
      while (r.next()) {
        Row row = new Row(pause(r), instant(r, 7));
        all.put(row.key(), row);
      }
    }
    return all;
  }

  /** Back from {@link #COLUMNS}. */
  static Pause pause(ResultSet r) throws SQLException {
    return new Pause(r.getString(1), Kind.valueOf(r.getString(2)), Instant.ofEpochMilli(r.getLong(3)), instant(r, 4),
        r.getString(5), r.getString(6));
  }

  private static Optional<Instant> instant(ResultSet r, int column) throws SQLException {
    long millis = r.getLong(column);
    return r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private void write(List<Row> changed) throws SQLException {
    if (changed.isEmpty()) return;
    try (PreparedStatement row = row(db)) {
      for (Row each : changed) put(row, each.pause(), each.planned());
      row.executeBatch();
    }
  }

  static PreparedStatement row(Connection db) throws SQLException {
    return db.prepareStatement("INSERT OR REPLACE INTO pause VALUES(?,?,?,?,?,?,?)");
  }

  /** One that is over, or of which nobody said when it is to end. */
  static void put(PreparedStatement row, Pause p) throws SQLException {
    put(row, p, Optional.empty());
  }

  private static void put(PreparedStatement row, Pause p, Optional<Instant> planned) throws SQLException {
    row.setString(1, p.service());
    row.setString(2, p.kind().name());
    row.setLong(3, p.from().toEpochMilli());
    put(row, 4, p.to());
    row.setString(5, p.author());
    row.setString(6, p.reason());
    put(row, 7, planned);
    row.addBatch();
  }

  private static void put(PreparedStatement row, int place, Optional<Instant> at) throws SQLException {
    if (at.isPresent()) row.setLong(place, at.get().toEpochMilli());
    else row.setNull(place, Types.INTEGER);
  }
}
