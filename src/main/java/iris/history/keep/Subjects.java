package iris.history.keep;

import iris.history.Ledger;
import iris.signal.Report;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whom an export can be about. */
final class Subjects {
  /** A sentence of ten thousand keys is none. */
  private static final int NAMED = 20;

  private Subjects() {}

  /** A misspelled key would be an empty file that looks like a quiet month, of whatever kind it is. */
  static void check(Connection db, Selection what) throws SQLException, Unkept {
    if (what.service().isEmpty()) return;
    String wanted = what.service().get();
    Set<String> all = all(db, what.kind());
    if (all.contains(wanted) || wanted.equals(Report.IRIS) && ofTheConsole(what.kind())) return;
    if (all.isEmpty()) throw new Unkept("history.keep.no-service-yet", wanted);
    String names = all.stream().limit(NAMED).collect(Collectors.joining(", ")) + (all.size() > NAMED ? "\u00a0…" : "");
    throw new Unkept("history.keep.no-service", wanted, names);
  }

  /** Services of which there ever was a window: of them an empty file is true; and who else stands in that table. */
  private static Set<String> all(Connection db, Kind kind) throws SQLException {
    Set<String> all = new TreeSet<>(new Ledger(db).services());
    String more = switch (kind) {
      case WINDOWS, HOURS, DAYS, MONTHS -> "";
      case PAUSES -> "SELECT DISTINCT service FROM pause";
      case TRANSITIONS, INCIDENTS, ACTS -> "SELECT DISTINCT subject FROM mention";
    };
    if (more.isEmpty()) return all;
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery(more)) {
      while (r.next()) all.add(r.getString(1));
    }
    return all;
  }

  /** Of the console itself there is no key to mistake, whether it did something yet or not. */
  private static boolean ofTheConsole(Kind kind) {
    return kind == Kind.TRANSITIONS || kind == Kind.ACTS;
  }
}
