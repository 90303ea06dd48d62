package iris.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * The way of a store from every earlier version to today's. {@code user_version} holds the version; version n is
 * reached from n-1 by the statements at index n-1. What once stood in a release is never edited, only added to.
 *
 * @param fillings by version, what its new tables are filled with
 */
public record Steps(List<List<String>> statements, Map<Integer, Filling> fillings) {
  /** What a step fills its new tables with. */
  @FunctionalInterface
  public interface Filling {
    void from(Connection db, Way way) throws SQLException;
  }

  /** Who waits for a large store on its way, told now and then on the thread that brings it forward. */
  @FunctionalInterface
  public interface Way {
    Way UNTOLD = (rows, of) -> {};

    /** @param rows of this step that are done, {@code of} all of them */
    void came(long rows, long of);
  }

  public Steps {
    statements = List.copyOf(statements);
    fillings = Map.copyOf(fillings);
  }

  public static Steps of(List<List<String>> statements) {
    return new Steps(statements, Map.of());
  }

  /** Today's version. */
  public int version() {
    return statements.size();
  }

  /** The version of a store; 0 for a new, empty one. */
  public static int version(Connection db) throws SQLException {
    return (int) Sqlite.figure(db, "PRAGMA user_version");
  }

  /** Brings an older store forward, each version in one transaction. The store must not be newer than this program. */
  public void migrate(Connection db) throws SQLException {
    migrate(db, Way.UNTOLD);
  }

  /** The same, while somebody waits. */
  public void migrate(Connection db, Way way) throws SQLException {
    for (int version = version(db); version < version(); version++) {
      db.setAutoCommit(false);
      try (Statement s = db.createStatement()) {
        for (String step : statements.get(version)) s.execute(step);
        Filling filling = fillings.get(version + 1);
        if (filling != null) filling.from(db, way);
        s.execute("PRAGMA user_version=" + (version + 1));
        db.commit();
      } catch (SQLException | RuntimeException | Error e) {
        // An error too: what is not rolled back here, the next line commits, half a step under the version before it.
        db.rollback();
        throw e;
      } finally {
        db.setAutoCommit(true);
      }
    }
  }
}
