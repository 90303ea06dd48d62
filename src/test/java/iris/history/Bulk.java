package iris.history;

import iris.alarm.Transition.Kept;
import iris.history.years.Grain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Writes a {@link LongRun} into the real tables without reading back what it has just written. For windows that lie
 * within their hours and carry no histograms; a test holds its tables against those of {@link Receiving}.
 */
final class Bulk implements AutoCloseable {
  private final LongRun run;
  private final Windows windows;
  private final PreparedStatement insert;
  private final PreparedStatement longest;
  private final Shelf hours;
  private final Shelf days;
  private final Shelf months;
  private Sum day = new Sum();
  private Sum month = new Sum();

  Bulk(Connection db, LongRun run) throws SQLException {
    this.run = run;
    windows = new Windows(db);
    insert = db.prepareStatement(Windows.INSERT);
    longest = db.prepareStatement("UPDATE service SET longest = " + LongRun.WINDOW + " WHERE id = ?");
    hours = new Shelf(db, Grain.HOUR, windows.phrases);
    days = new Shelf(db, Grain.DAY, windows.phrases);
    months = new Shelf(db, Grain.MONTH, windows.phrases);
  }

  /** Within a transaction of whoever calls. */
  void service(int service) throws SQLException {
    int number = windows.services.of(LongRun.key(service));
    longest.setInt(1, number);
    longest.executeUpdate();
    run.run(service, (hour, rows) -> hour(number, hour, rows));
  }

  private void hour(int number, Instant hour, List<LongRun.Row> rows) throws SQLException {
    for (LongRun.Row row : rows) windows.put(insert, row.kept(), row.seq(), row.n());
    insert.executeBatch();
    List<Kept> kept = rows.stream().map(LongRun.Row::kept).toList();
    Instant end = Grain.HOUR.next(hour);
    Sum sum = Recount.of(Recount.counting(kept), hour, end).sum;
    hours.put(number, hour, sum);
    day.add(sum);
    boolean last = end.equals(run.end());
    if (!last && !Grain.DAY.floor(end).equals(end)) return;
    days.put(number, Grain.DAY.floor(hour), day);
    month.add(day);
    day = new Sum();
    if (!last && !Grain.MONTH.floor(end).equals(end)) return;
    months.put(number, Grain.MONTH.floor(hour), month);
    month = new Sum();
  }

  @Override
  public void close() throws SQLException {
    try (insert; longest; hours; days; months) {
      day = new Sum();
    }
  }
}
