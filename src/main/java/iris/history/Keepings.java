package iris.history;

import iris.alarm.Input;
import iris.alarm.Transition;
import iris.alarm.Transition.Kept;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What entries say of windows and pauses, in the tables that the years are read from; all within the transaction of
 * the journal.
 */
final class Keepings implements AutoCloseable {
  private final Connection db;
  private final Windows windows;
  private final Pauses pauses;
  /** Made with the first window: most transactions hold none. */
  @SuppressWarnings("NullAway.Init")
  private PreparedStatement insert;
  private @Nullable Rollup rollup;

  Keepings(Connection db) {
    this.db = db;
    windows = new Windows(db);
    pauses = new Pauses(db);
  }

  void put(Entry entry, long seq) throws SQLException {
    Map<Object, Integer> places = new HashMap<>();
    for (Transition t : entry.outcome().transitions()) {
      if (!(t instanceof Kept kept)) continue;
      int n = places.merge(kept.service() + "\n" + kept.window().window().from().getEpochSecond(), 1, Integer::sum) - 1;
      put(kept, seq, n);
    }
    pauses.put(entry.outcome().board(), entry.input() instanceof Input.Did);
  }

  void put(Kept kept, long seq, int n) throws SQLException {
    if (rollup == null) {
      insert = db.prepareStatement(Windows.INSERT);
      rollup = new Rollup(db, windows);
    }
    windows.put(insert, kept, seq, n);
    rollup.touch(kept);
  }

  void flush() throws SQLException {
    if (rollup == null) return;
    insert.executeBatch();
    rollup.flush();
  }

  /** Old figures were dropped beside it. */
  void swept() {
    if (rollup != null) rollup.reread();
  }

  /** After a rollback. */
  void forget() {
    windows.forget();
    pauses.forget();
    if (rollup == null) return;
    rollup.forget();
    try {
      insert.clearBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    if (rollup == null) return;
    try (Rollup _ = rollup) {
      insert.close();
    }
  }
}
