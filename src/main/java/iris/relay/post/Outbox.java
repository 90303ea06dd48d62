package iris.relay.post;

import iris.relay.Message;
import iris.signal.Reason;
import iris.store.Sqlite;
import iris.store.Steps;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * {@code relay.db}: one ordered queue for each target and signal, on the disk before anything is sent. Messages and the
 * place in the journal that they come from are one commit, so a program killed anywhere neither forgets an event nor
 * queues it twice. For several threads; another process may look at it and revive dead letters.
 */
public final class Outbox implements AutoCloseable {
  public static final String FILE = "relay.db";
  private static final String COLUMNS = "signal, n, id, event, windows, queued, body";

  private final Connection db;
  private final Condensing condensing;
  private long last;

  private Outbox(Connection db) throws SQLException {
    this.db = db;
    condensing = new Condensing(db);
    last = Sqlite.figure(db,
        "SELECT max(coalesce((SELECT max(n) FROM letter), 0), coalesce((SELECT max(n) FROM dead), 0))");
  }

  /** How many letters wait for a target, and since when the oldest does. */
  public record Waiting(long letters, Optional<Instant> oldest) {}

  /** @throws SQLException where it cannot be opened, is damaged, or a newer program wrote it */
  public static Outbox open(Path folder) throws SQLException {
    Connection db = Sqlite.writable(folder.resolve(FILE));
    try {
      String complaint = Sqlite.complaint(db);
      if (!complaint.isEmpty()) throw new SQLException(complaint);
      if (Steps.version(db) > OutboxSchema.STEPS.version()) throw new SQLException("written by a newer program");
      OutboxSchema.STEPS.migrate(db);
      return new Outbox(db);
    } catch (SQLException | RuntimeException e) {
      db.close();
      throw e;
    }
  }

  /**
   * Puts all of it in, or nothing.
   *
   * @param sum several statistics as one, where a server was away too long
   * @return what was added, by target
   */
  synchronized Map<String, List<Letter>> put(List<Posting> postings, Instant now, Function<List<Message>, Message> sum)
      throws SQLException {
    Map<String, List<Letter>> added = new TreeMap<>();
    long before = last;
    transaction(() -> {
      for (Posting p : postings) {
        for (Message m : p.messages())
          put(p.target(), m, now).ifPresent(l -> added.computeIfAbsent(p.target(), _ -> new ArrayList<>()).add(l));
        place(p);
        for (String signal : figures(added.getOrDefault(p.target(), List.of())))
          condensing.condense(p.target(), signal, sum);
      }
      condensing.forget(now);
    }, () -> last = before);
    return added;
  }

  private static List<String> figures(List<Letter> added) {
    return added.stream().map(Letter::message).filter(m -> m.sort() == Message.Sort.STATISTIC).map(m -> m.signal().id())
        .distinct().toList();
  }

  private Optional<Letter> put(String target, Message m, Instant now) throws SQLException {
    int event = m.sort().event() ? 1 : 0;
    int added = run("INSERT OR IGNORE INTO known VALUES(?,?,?,?)", target, m.id(), event, now.toEpochMilli());
    if (added == 0) return Optional.empty();
    run("INSERT INTO letter VALUES(?,?,?,?,?,?,?,?)", target, m.signal().id(), ++last, m.id(), event,
        m.sort() == Message.Sort.STATISTIC ? 1 : 0, now.toEpochMilli(), Envelope.of(m));
    return Optional.of(new Letter(target, last, Instant.ofEpochMilli(now.toEpochMilli()), m));
  }

  private void place(Posting p) throws SQLException {
    run("INSERT INTO place(target, seq, told) VALUES(?,?,x'') ON CONFLICT(target) DO UPDATE SET seq = excluded.seq",
        p.target(), p.seq());
    ToldRows.write(db, p);
  }

  /** Empty for a target that was never told anything. */
  synchronized Optional<Place> place(String target) throws SQLException {
    List<Long> seq = ask("SELECT seq FROM place WHERE target = ?", r -> r.getLong(1), target);
    return seq.isEmpty() ? Optional.empty() : Optional.of(ToldRows.read(db, target, seq.getFirst()));
  }

  /** Whether this target was ever told anything; without a look at what. */
  synchronized boolean knows(String target) throws SQLException {
    return !ask("SELECT 1 FROM place WHERE target = ?", r -> r.getInt(1), target).isEmpty();
  }

  /** Windows that were put together since the server of a target was away too long; {@code lost} given up. */
  record Thinned(long condensed, long lost) {}

  /** Asked every few seconds: without a look at what the target was told. */
  synchronized Thinned thinned(String target) throws SQLException {
    return ask("SELECT condensed, lost FROM place WHERE target = ?",
        r -> new Thinned(r.getLong(1), r.getLong(2)), target).stream().findFirst().orElse(new Thinned(0, 0));
  }

  /** The letter that goes next. */
  synchronized Optional<Letter> head(String target, String signal) throws SQLException {
    return ask("SELECT " + COLUMNS + " FROM letter WHERE target = ? AND signal = ? ORDER BY n LIMIT 1",
        r -> letter(target, r), target, signal).stream().findFirst();
  }

  /** The letter that goes next cannot be read, another version's or damaged: it must not keep those behind it. */
  synchronized void burn(String target, String signal, Reason why, Instant now) throws SQLException {
    String first = " FROM letter WHERE target = ?1 AND signal = ?2 ORDER BY n LIMIT 1";
    transaction(() -> {
      run("INSERT OR IGNORE INTO dead SELECT target, signal, n, id, event, windows, queued, ?3, ?4, body" + first,
          target, signal, now.toEpochMilli(), Envelope.of(why));
      run("DELETE FROM letter WHERE target = ?1 AND signal = ?2 AND n = (SELECT n" + first + ")", target, signal);
    }, () -> { });
  }

  /** What waits for one signal. @param events how many of it are; {@code first} the number of the letter that goes next */
  record Queue(long events, long first) {}

  /** Signals for which letters wait; found in an index, without the letters. */
  synchronized Map<String, Queue> waiting(String target) throws SQLException {
    Map<String, Queue> all = new HashMap<>();
    ask("SELECT signal, sum(event), min(n) FROM letter WHERE target = ? GROUP BY signal",
        r -> all.put(r.getString(1), new Queue(r.getLong(2), r.getLong(3))), target);
    return all;
  }

  public synchronized Waiting counted(String target) throws SQLException {
    return ask("SELECT count(*), min(queued) FROM letter WHERE target = ?", r -> {
      long letters = r.getLong(1);
      long oldest = r.getLong(2);
      return new Waiting(letters, r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)));
    }, target).getFirst();
  }

  /** It is delivered. */
  synchronized void done(Letter letter) throws SQLException {
    run("DELETE FROM letter WHERE target = ? AND signal = ? AND n = ?", letter.target(), letter.message().signal().id(),
        letter.n());
  }

  /** It will never be, as it is. */
  synchronized void die(Letter letter, Reason why, Instant now) throws SQLException {
    transaction(() -> {
      run("INSERT OR IGNORE INTO dead SELECT target, signal, n, id, event, windows, queued, ?, ?, body FROM letter"
          + " WHERE target = ? AND signal = ? AND n = ?", now.toEpochMilli(), Envelope.of(why), letter.target(),
          letter.message().signal().id(), letter.n());
      done(letter);
      condensing.bury(letter.target());
    }, () -> { });
  }

  /** Dead letters, oldest first. */
  public synchronized List<Dead> dead(String target) throws SQLException {
    return ask("SELECT " + COLUMNS + ", died, why FROM dead WHERE target = ? ORDER BY n",
        r -> shown(target, r), target).stream().flatMap(Optional::stream).toList();
  }

  /** One that cannot be read is counted, and kept for the version that can. */
  private static Optional<Dead> shown(String target, ResultSet r) throws SQLException {
    try {
      return Optional.of(
          new Dead(letter(target, r), Instant.ofEpochMilli(r.getLong(8)), Envelope.reason(r.getBytes(9))));
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  synchronized int buried(String target) throws SQLException {
    return ask("SELECT count(*) FROM dead WHERE target = ?", r -> r.getInt(1), target).getFirst();
  }

  /** Back into the queue, at the place that each had: before all that is younger. @return how many */
  public synchronized int replay(String target) throws SQLException {
    int[] back = new int[1];
    transaction(() -> {
      back[0] = run("INSERT OR IGNORE INTO letter SELECT target, signal, n, id, event, windows, queued, body FROM dead"
          + " WHERE target = ?", target);
      drop(target);
    }, () -> { });
    return back[0];
  }

  /** Gives dead letters up. @return how many */
  public synchronized int drop(String target) throws SQLException {
    return run("DELETE FROM dead WHERE target = ?", target);
  }

  /** Targets that letters, dead or not, are kept for, configured or not. */
  public synchronized List<String> targets() throws SQLException {
    return ask("SELECT target FROM place UNION SELECT target FROM dead UNION SELECT target FROM letter ORDER BY 1",
        r -> r.getString(1));
  }

  /** What another relay has delivered: letters of things that happened before {@code until}. */
  synchronized int delivered(String target, Instant until) throws SQLException {
    return run("DELETE FROM letter WHERE target = ? AND queued < ?", target, until.toEpochMilli());
  }

  private static Letter letter(String target, ResultSet r) throws SQLException {
    return new Letter(target, r.getLong(2), Instant.ofEpochMilli(r.getLong(6)), Envelope.message(r.getBytes(7)));
  }

  private interface Doing {
    void run() throws SQLException;
  }

  private void transaction(Doing doing, Runnable undo) throws SQLException {
    Sqlite.execute(db, "BEGIN IMMEDIATE");
    try {
      doing.run();
      Sqlite.execute(db, "COMMIT");
    } catch (SQLException | RuntimeException | Error e) {
      undo.run();
      Sqlite.undo(db, e);
      throw e;
    }
  }

  private int run(String sql, Object... args) throws SQLException {
    return Condensing.run(db, sql, args);
  }

  /** A row. */
  private interface Row<T> {
    T of(ResultSet r) throws SQLException;
  }

  private <T> List<T> ask(String sql, Row<T> row, Object... args) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      for (int i = 0; i < args.length; i++) s.setObject(i + 1, args[i]);
      List<T> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) all.add(row.of(r));
      }
      return all;
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    db.close();
  }
}
