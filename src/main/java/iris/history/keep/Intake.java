package iris.history.keep;

import iris.alarm.Transition;
import iris.history.Receiving;
import iris.store.Sqlite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Takes rows of a file that are not in the store yet, within one transaction of whoever calls. */
final class Intake implements AutoCloseable {
  private final Receiving windows;
  private final TransitionIntake transitions;

  /** @param now names what is brought in, so that no number is used twice */
  Intake(Connection db, Instant now) throws SQLException {
    // Below all that a console writes: what is brought in happened before what this profile will write.
    long least = Sqlite.figure(db, "SELECT min(0, coalesce((SELECT min(seq) FROM transition), 0)) - 1");
    long seq = Math.min(least, -now.getEpochSecond());
    windows = new Receiving(db, seq);
    transitions = new TransitionIntake(db, seq);
  }

  /** Whether it is new. */
  boolean take(Cells row) throws Unreadably, SQLException {
    return switch (row.kind()) {
      case WINDOWS -> taken(WindowRows.kept(row));
      case PAUSES -> windows.take(PauseRows.pause(row));
      case INCIDENTS, TRANSITIONS, ACTS -> transitions.take(row);
      case HOURS, DAYS, MONTHS -> throw new Unreadably("history.keep.line.rollup");
    };
  }

  private boolean taken(Transition.Kept kept) throws Unreadably, SQLException {
    return switch (windows.take(kept)) {
      case NEW -> true;
      case SAME -> false;
      case OTHER -> throw new Unreadably("history.keep.line.other", kept.service(), kept.window().window().from());
    };
  }

  /** What is derived from the rows. */
  void finish() throws SQLException {
    windows.finish();
    transitions.finish();
  }

  @Override
  public void close() throws SQLException {
    try (windows; transitions) {
      // Both.
    }
  }
}
