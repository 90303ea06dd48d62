package iris.history.keep;

import iris.history.Audit;
import iris.history.Profile;
import iris.signal.Reason;
import iris.store.Sqlite;
import iris.store.Steps;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a store holds, and what is wrong with it.
 *
 * @param counted whether roll-ups were counted again: a store of an earlier version has none yet
 * @param complaints none: it is well
 */
public record Verification(List<Holding> holdings, boolean counted, List<Reason> complaints) {

  /**
   * So many of a kind.
   *
   * @param what key of a word for them; {@code from} the earliest, {@code to} the latest
   */
  public record Holding(String what, long count, Optional<Instant> from, Optional<Instant> to) {
    public Holding {
      Objects.requireNonNull(what);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
    }
  }

  public Verification {
    holdings = List.copyOf(holdings);
    complaints = List.copyOf(complaints);
  }

  public boolean well() {
    return complaints.isEmpty();
  }

  /** Of the store of a profile, while the console may write on. */
  public static Verification of(Path folder) throws Unkept {
    Path store = Profile.store(folder);
    Connection db = Stores.open(store);
    try {
      return of(db, store);
    } finally {
      Stores.close(db);
    }
  }

  /** @param db open for reading, not in a transaction */
  static Verification of(Connection db, Path store) {
    List<Holding> holdings = new ArrayList<>();
    List<Reason> complaints = new ArrayList<>();
    boolean today = false;
    try {
      // Windows and what is counted of them must be of one moment.
      Sqlite.execute(db, "BEGIN");
      String complaint = Stores.complaint(db);
      if (!complaint.isEmpty()) complaints.add(Reason.of("history.keep.damaged", complaint));
      today = Steps.version(db) == Profile.VERSION;
      holdings.addAll(today ? Holdings.of(db) : List.of());
      if (today && complaint.isEmpty()) audit(db, complaints);
      Sqlite.execute(db, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      // Whatever a damaged store makes of itself is a complaint, not an end.
      complaints.add(Reason.of("history.keep.damaged", String.valueOf(e.getMessage())));
    }
    return new Verification(holdings, today, complaints);
  }

  private static void audit(Connection db, List<Reason> complaints) throws SQLException {
    try (Audit audit = new Audit(db)) {
      audit.run();
      audit.first().ifPresent(d -> complaints.add(Reason.of("history.keep.differ", audit.differing(), d.service(),
          "history.keep.grain." + d.grain(), d.from())));
    }
  }
}
