package iris.history;

import iris.alarm.Transition;
import iris.signal.Window;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows of the table {@code window}: one for each window and each revision of it, told apart by the entry's number. */
final class Windows {
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
    row.addBatch();
  }
}
