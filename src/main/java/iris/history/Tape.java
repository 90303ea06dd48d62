package iris.history;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import iris.signal.Reason;
import iris.signal.Report;
import iris.store.Sqlite;
import iris.store.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * The journal of a profile as it was written: snapshots, and every input in the order in which the board took it. On a
 * connection of its own that cannot write, and while the console writes. For one thread.
 */
public final class Tape implements AutoCloseable {
  /** A snapshot: the board as it was after the input of this number. */
  public record Still(long seq, Instant wall) {}

  /** An input that is not yet read. {@code seq}: its number; they count up without a hole. */
  public record Row(long seq, Now now, String kind, byte[] body) {}

  /** A note about the console itself, at the input of this number. */
  public record Note(long seq, Instant at, Reason what) {}

  /** A body that cannot be read: a damaged store, or one of an unknown kind. */
  public static final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    public Damaged(Throwable cause) {
      super(String.valueOf(cause.getMessage()).lines().findFirst().orElse("?"), cause);
    }
  }

  /** The version from which on there are episodes, and what finds a transition. */
  private static final int INDEXED = 2;

  private final Path store;
  private final Connection db;

  private Tape(Path store, Connection db) {
    this.store = store;
    this.db = db;
  }

  /** @throws Unreadable where there is no journal, or one that this program cannot read */
  public static Tape open(Path folder) throws Unreadable {
    Path store = folder.resolve(Profile.STORE);
    if (!Files.exists(store)) throw new Unreadable(Reason.of("history.film.none", folder), null);
    Tape tape;
    try {
      tape = new Tape(store, Sqlite.readOnly(store));
    } catch (SQLException e) {
      throw new Unreadable(Reason.of("history.store.unreadable", store, e.getMessage()), e);
    }
    try {
      int version = tape.ask(Steps::version);
      if (version > Schema.STEPS.version()) throw new Unreadable(Reason.of("history.store.newer", store), null);
      if (version < INDEXED) throw new Unreadable(Reason.of("history.film.older"), null);
      return tape;
    } catch (Unreadable e) {
      tape.close();
      throw e;
    }
  }

  /** One question to the store. */
  @FunctionalInterface
  private interface Asking<T> {
    T of(Connection db) throws SQLException;
  }

  private <T> T ask(Asking<T> asking) throws Unreadable {
    try {
      return asking.of(db);
    } catch (SQLException | JacksonException | IllegalArgumentException e) {
      throw new Unreadable(Reason.of("history.store.unreadable", store, String.valueOf(e.getMessage())), e);
    }
  }

  /** All snapshots, in order. */
  public List<Still> stills() throws Unreadable {
    return ask(open -> {
      List<Still> all = new ArrayList<>();
      try (PreparedStatement s = open.prepareStatement("SELECT seq, wall FROM snapshot ORDER BY seq");
          ResultSet r = s.executeQuery()) {
        while (r.next()) all.add(new Still(r.getLong(1), Instant.ofEpochMilli(r.getLong(2))));
      }
      return all;
    });
  }

  /** The board of this snapshot. */
  public Board board(Still still) throws Damaged {
    try (PreparedStatement s = db.prepareStatement("SELECT body FROM snapshot WHERE seq = ?")) {
      s.setLong(1, still.seq());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) throw new IllegalArgumentException("a snapshot that is gone");
        return BoardBytes.board(r.getBytes(1));
      }
    } catch (SQLException | RuntimeException e) {
      throw new Damaged(e);
    }
  }

  /** Inputs after this number, in order, {@code most} at the most. Holds no transaction open afterwards. */
  List<Row> rows(long after, int most) throws Damaged {
    try (PreparedStatement s = db.prepareStatement(
        "SELECT seq, wall, mono, kind, body FROM input WHERE seq > ? ORDER BY seq LIMIT ?")) {
      s.setLong(1, after);
      s.setInt(2, most);
      List<Row> rows = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) rows.add(new Row(r.getLong(1), now(r.getLong(2), r.getLong(3)), r.getString(4), r.getBytes(5)));
      }
      return rows;
    } catch (SQLException | RuntimeException e) {
      throw new Damaged(e);
    }
  }

  private static Now now(long wall, long mono) {
    return new Now(Instant.ofEpochMilli(wall), Duration.ofNanos(mono));
  }

  /** The newest input; its body is not read. */
  public Optional<Still> newest() throws Unreadable {
    return input("DESC");
  }

  /** The oldest input that is kept. */
  public Optional<Still> oldest() throws Unreadable {
    return input("ASC");
  }

  private Optional<Still> input(String order) throws Unreadable {
    return ask(open -> {
      try (PreparedStatement s = open.prepareStatement("SELECT seq, wall FROM input ORDER BY seq " + order + " LIMIT 1");
          ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(new Still(r.getLong(1), Instant.ofEpochMilli(r.getLong(2)))) : Optional.empty();
      }
    });
  }

  /** What was noted about the console itself from this input on, in order. */
  public List<Note> notes(long from) throws Unreadable {
    return ask(open -> {
      List<Note> notes = new ArrayList<>();
      try (PreparedStatement s = open.prepareStatement("SELECT t.seq, t.body FROM mention m JOIN transition t"
          + " ON t.seq = m.seq AND t.n = m.n WHERE m.subject = ? AND t.kind = 'Noted' AND t.seq >= ?"
          + " ORDER BY t.seq, t.n")) {
        s.setString(1, Report.IRIS);
        s.setLong(2, from);
        try (ResultSet r = s.executeQuery()) {
          while (r.next()) {
            long seq = r.getLong(1);
            Indexing.readable(r.getBytes(2)).map(Transition.Noted.class::cast)
                .ifPresent(n -> notes.add(new Note(seq, n.at(), n.what())));
          }
        }
      }
      return notes;
    });
  }

  /** The last transitions of these kinds up to the input of this number, oldest first. */
  public List<Transition> until(long seq, Set<Class<? extends Transition>> kinds, int most) throws Unreadable {
    return ask(open -> {
      try (PreparedStatement s = open.prepareStatement("SELECT body FROM transition WHERE seq <= ? AND kind IN ("
          + names(kinds) + ") ORDER BY seq DESC, n DESC LIMIT ?")) {
        s.setLong(1, seq);
        s.setInt(2, most);
        return all(s).reversed();
      }
    });
  }

  /** What was changed by the inputs after {@code seq} up to {@code last}, in order; windows are kept elsewhere. */
  public List<Transition> between(long seq, long last) throws Unreadable {
    return ask(open -> {
      try (PreparedStatement s =
          open.prepareStatement("SELECT body FROM transition WHERE seq > ? AND seq <= ? ORDER BY seq, n")) {
        s.setLong(1, seq);
        s.setLong(2, last);
        return all(s);
      }
    });
  }

  /** The next transitions of these kinds after this instant, or the last before it, nearest first. */
  public List<Transition> near(Instant at, boolean after, Set<Class<? extends Transition>> kinds, int most)
      throws Unreadable {
    String side = after ? "wall > ?" : "wall < ?";
    String order = after ? "wall, seq, n" : "wall DESC, seq DESC, n DESC";
    return ask(open -> {
      try (PreparedStatement s = open.prepareStatement("SELECT body FROM transition WHERE " + side + " AND kind IN ("
          + names(kinds) + ") ORDER BY " + order + " LIMIT ?")) {
        s.setLong(1, at.toEpochMilli());
        s.setInt(2, most);
        return all(s);
      }
    });
  }

  private static List<Transition> all(PreparedStatement s) throws SQLException {
    List<Transition> all = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) Indexing.readable(r.getBytes(1)).ifPresent(all::add);
    }
    return all;
  }

  private static String names(Set<Class<? extends Transition>> kinds) {
    return kinds.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining("','", "'", "'"));
  }

  /** Begins of those parts of this time, each {@code step} long, in which something of these kinds happened. */
  public List<Instant> busy(Instant from, Instant to, Duration step, Set<Class<? extends Transition>> kinds)
      throws Unreadable {
    long millis = Math.max(1, step.toMillis());
    return ask(open -> {
      List<Instant> parts = new ArrayList<>();
      try (PreparedStatement s = open.prepareStatement("SELECT DISTINCT (wall - ?1) / ?3 FROM transition"
          + " WHERE wall BETWEEN ?1 AND ?2 AND kind IN (" + names(kinds) + ") ORDER BY 1")) {
        s.setLong(1, from.toEpochMilli());
        s.setLong(2, to.toEpochMilli());
        s.setLong(3, millis);
        try (ResultSet r = s.executeQuery()) {
          while (r.next()) parts.add(from.plusMillis(r.getLong(1) * millis));
        }
      }
      return parts;
    });
  }

  /** Episodes that touch this time, by their begin. */
  public List<Episode> episodes(Instant from, Instant to, int most) throws Unreadable {
    return ask(open -> {
      List<Episode> all = new ArrayList<>();
      try (PreparedStatement s = open.prepareStatement("SELECT body FROM episode WHERE since <= ?"
          + " AND (closed IS NULL OR closed >= ?) ORDER BY since, id LIMIT ?")) {
        s.setLong(1, to.toEpochMilli());
        s.setLong(2, from.toEpochMilli());
        s.setInt(3, most);
        try (ResultSet r = s.executeQuery()) {
          while (r.next()) all.add(Indexing.episode(r.getBytes(1)));
        }
      }
      return all;
    });
  }

  /** Reads on from here; what it reads later needs what it has read before. */
  public TapeReader after(Still still) {
    return new TapeReader(this, still.seq());
  }

  static Input input(Row row, Documents documents) {
    byte[] json = Squeeze.out(row.body());
    if (row.kind().equals(Replay.DOCUMENT)) return documents.lengthen(Codec.read(json, Documents.Difference.class));
    return Codec.read(json, Input.class);
  }

  @Override
  public void close() {
    try {
      db.close();
    } catch (SQLException e) {
      // Nothing was written on it.
      System.getLogger("iris.history").log(System.Logger.Level.DEBUG, "closing the tape", e);
    }
  }
}
