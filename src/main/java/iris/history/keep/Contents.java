package iris.history.keep;

import iris.alarm.Transition;
import iris.history.Codec;
import iris.history.Indexing;
import iris.history.Ledger;
import iris.history.story.Mentions;
import iris.history.years.Grain;
import iris.history.years.Pause;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is selected, row by row to the pen; {@link Subjects} has looked whether there is such a service. */
final class Contents {
  private Contents() {}

  static void windows(Connection db, Selection what, Pen pen) throws SQLException, IOException {
    Ledger ledger = new Ledger(db);
    Ledger.Reader reader = new Ledger.Reader() {
      @Override
      public void window(Transition.Kept kept) throws IOException {
        pen.write(WindowRows.cells(kept));
      }

      @Override
      public void unreadable() {
        pen.pass();
      }
    };
    for (String service : services(ledger, what)) ledger.read(service, what.from(), what.to(), reader);
  }

  private static List<String> services(Ledger ledger, Selection what) throws SQLException {
    return what.service().isPresent() ? List.of(what.service().get()) : ledger.services();
  }

  static void transitions(Connection db, Selection what, Pen pen) throws SQLException, IOException {
    String kinds = switch (what.kind()) {
      case INCIDENTS -> " AND kind = 'Spoken'";
      case ACTS -> " AND kind IN ('Acted', 'Refused')";
      default -> "";
    };
    try (PreparedStatement s = db.prepareStatement(
        "SELECT body FROM transition WHERE wall >= ? AND wall < ?" + kinds + " ORDER BY wall, seq, n")) {
      s.setLong(1, what.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
      s.setLong(2, what.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Optional<Transition> t = Indexing.readable(r.getBytes(1));
          if (t.isEmpty()) pen.pass();
          else if (what.service().isEmpty() || what.service().get().equals(Mentions.of(t.get())))
            pen.write(TransitionRows.cells(what.kind(), t.get(), Codec.transition(t.get())));
        }
      }
    }
  }

  static void pauses(Connection db, Selection what, Pen pen) throws SQLException, IOException {
    for (Pause p : new Ledger(db).pauses()) {
      boolean touches = p.from().isBefore(what.to().orElse(Instant.MAX))
          && p.to().orElse(Instant.MAX).isAfter(what.from().orElse(Instant.MIN));
      boolean meant = what.service().isEmpty() || what.service().get().equals(p.service());
      if (touches && meant) pen.write(PauseRows.cells(p));
    }
  }

  static void stretches(Connection db, Selection what, Pen pen) throws SQLException, IOException {
    Grain grain = switch (what.kind()) {
      case HOURS -> Grain.HOUR;
      case DAYS -> Grain.DAY;
      default -> Grain.MONTH;
    };
    Ledger ledger = new Ledger(db);
    for (String service : services(ledger, what))
      ledger.read(service, grain, what.from(), what.to(), s -> pen.write(StretchRows.cells(what.kind(), service, s)));
  }
}
