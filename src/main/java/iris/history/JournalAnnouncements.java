package iris.history;

import iris.alarm.Preview.Told;
import iris.alarm.Transition;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What feeds announced, out of the journal of a profile: as each document of the last days said it, and before that as
 * the board took it over. On a connection of its own that cannot write. Reading takes a while: never on the screen's
 * thread.
 */
public final class JournalAnnouncements {
  /** A year of a busy page; what is older is not looked at, and that is said. */
  private static final int SPOKEN = 20_000;
  private static final int DOCUMENTS = 20_000;
  private final Path store;

  public JournalAnnouncements(Path folder) {
    store = folder.resolve(Profile.STORE);
  }

  /** @param gap why there is not more of it */
  public record Remembered(List<Told> told, Optional<Reason> gap) {
    public static final Remembered NOTHING = new Remembered(List.of(), Optional.empty());

    public Remembered {
      told = List.copyOf(told);
      Objects.requireNonNull(gap);
    }
  }

  /** Of a {@link Documents.Difference} only this: its items are by far the most of it, and are passed over unread. */
  private record Announced(String source, List<Incident> incidents) {}

  /** All that is remembered, in no order; a store that cannot be read is a gap, not an error. */
  public Remembered read() {
    List<Told> all = new ArrayList<>();
    try (Connection db = Sqlite.readOnly(store)) {
      boolean whole = spoken(db, all) & documents(db, all);
      return new Remembered(all, whole ? Optional.empty() : Optional.of(Reason.of("history.announcements.cut", SPOKEN)));
    } catch (SQLException | JacksonException | IllegalArgumentException e) {
      return new Remembered(all, Optional.of(Reason.of("history.announcements.unreadable", String.valueOf(e.getMessage()))));
    }
  }

  private static boolean spoken(Connection db, List<Told> all) throws SQLException {
    int rows = 0;
    try (PreparedStatement s = db.prepareStatement(
        "SELECT body FROM transition WHERE kind = 'Spoken' ORDER BY seq DESC, n DESC LIMIT " + SPOKEN);
        ResultSet r = s.executeQuery()) {
      for (; r.next(); rows++)
        if (Indexing.readable(r.getBytes(1)).orElse(null) instanceof Transition.Spoken t)
          all.add(new Told(t.at(), Optional.empty(), t.service(), t.byFeed()));
    }
    return rows < SPOKEN;
  }

  /** A document says its incidents whole, also where only its items differ; most say the same as the one before. */
  private static boolean documents(Connection db, List<Told> all) throws SQLException {
    Map<String, Incident> last = new HashMap<>();
    int rows = 0;
    try (PreparedStatement s = db.prepareStatement("SELECT wall, body FROM input WHERE kind = ? ORDER BY seq DESC LIMIT "
        + DOCUMENTS)) {
      s.setString(1, Replay.DOCUMENT);
      try (ResultSet r = s.executeQuery()) {
        for (; r.next(); rows++) {
          Announced d = Codec.read(Squeeze.out(r.getBytes(2)), Announced.class);
          Instant at = Instant.ofEpochMilli(r.getLong(1));
          for (Incident i : d.incidents())
            if (!i.equals(last.put(d.source() + "\n" + i.id(), i)))
              all.add(new Told(at, Optional.of(d.source()), i.service(), i));
        }
      }
    }
    return rows < DOCUMENTS;
  }
}
