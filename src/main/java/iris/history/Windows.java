package iris.history;

import iris.alarm.Judged;
import iris.alarm.Transition;
import iris.alarm.Transition.Kept.How;
import iris.signal.Verdict;
import iris.signal.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** Rows of the table {@code window}: one for each window and each revision of it, told apart by the entry's number. */
final class Windows {
  static final String INSERT = "INSERT OR REPLACE INTO window VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)";

  static final String COLUMNS = "service, verdict, how, guid, revision, body, read, published, seq";

  private Windows() {}

  static void put(PreparedStatement row, Transition.Kept kept, long seq) throws SQLException {
    Window w = kept.window().window();
    row.setString(1, kept.service());
    row.setLong(2, w.from().getEpochSecond());
    row.setLong(3, seq);
    row.setLong(4, w.length().toSeconds());
    row.setString(5, kept.window().verdict().name());
    row.setString(6, kept.how().name());
    row.setLong(7, w.total());
    row.setLong(8, w.failed());
    row.setString(9, kept.window().guid());
    row.setString(10, kept.window().revision());
    row.setBytes(11, Squeeze.in(Codec.write(w, Window.class)));
    row.setLong(12, kept.at().toEpochMilli());
    if (kept.window().published().isPresent()) row.setLong(13, kept.window().published().get().toEpochMilli());
    else row.setNull(13, Types.INTEGER);
    row.addBatch();
  }

  /** Back from {@link #COLUMNS}; of rows of the first version nobody knows when they were read: their end is said. */
  static Transition.Kept get(ResultSet r) throws SQLException {
    Window w = Codec.read(Squeeze.out(r.getBytes(6)), Window.class);
    long read = r.getLong(7);
    Instant at = r.wasNull() ? w.to() : Instant.ofEpochMilli(read);
    long said = r.getLong(8);
    Optional<Instant> published = r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(said));
    How how = How.valueOf(r.getString(3));
    return new Transition.Kept(at, r.getString(1), new Judged(w, Verdict.valueOf(r.getString(2)), how == How.LATE,
        r.getString(4), r.getString(5), published), how);
  }
}
