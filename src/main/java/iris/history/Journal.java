package iris.history;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Transition;
import iris.signal.Report;
import iris.store.Sqlite;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The journal of one profile, written by one thread. A {@link #write} is durable when it returns, whole or not at all.
 * Snapshots bound how much a start replays; {@link #tidy} drops what was kept long enough.
 */
public final class Journal implements AutoCloseable {
  /** A start replays at most this much. */
  static final Duration SNAPSHOT_EVERY = Duration.ofMinutes(30);

  /** The first snapshot comes so much after the first entry, where there is one to start from: others need the time. */
  static final Duration SETTLED = Duration.ofMinutes(1);

  private static final int HURRIED_MILLIS = 100;

  private final Connection db;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final Documents documents = new Documents();
  private final Keepings figures;
  private final Sweep sweep;
  private volatile Retention retention = Retention.USUAL;
  private long seq;
  private final boolean stands;
  private Optional<Duration> begun = Optional.empty();
  private Instant lastSnapshot = Instant.MIN;

  /** @param stands a next start could begin with what is there now as well as this one did */
  Journal(Connection db, FileChannel lockFile, FileLock lock, long seq, boolean stands) {
    this.db = db;
    this.lockFile = lockFile;
    this.lock = lock;
    this.seq = seq;
    this.stands = stands;
    figures = new Keepings(db);
    sweep = new Sweep(db);
  }

  /**
   * Writes all entries in one transaction.
   *
   * @throws SQLException when nothing of it was written: disk full, read-only, damaged. The caller keeps the entries
   *     and tries again with them; the documents they hold are then kept whole, not as differences.
   */
  public void write(List<Entry> entries) throws SQLException {
    long before = seq;
    execute("BEGIN IMMEDIATE");
    try (PreparedStatement input = db.prepareStatement("INSERT INTO input VALUES(?,?,?,?,?)");
        PreparedStatement transition = db.prepareStatement("INSERT INTO transition VALUES(?,?,?,?,?)");
        Indexing index = new Indexing(db)) {
      for (Entry entry : entries) {
        seq++;
        put(input, entry);
        put(transition, index, entry);
        figures.put(entry, seq);
      }
      input.executeBatch();
      transition.executeBatch();
      index.flush();
      figures.flush();
      if (!entries.isEmpty()) snapshotIfDue(entries.getLast().outcome().board());
      execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      seq = before;
      documents.forget();
      figures.forget();
      undo(e);
      throw e;
    }
  }

  /** A full disk makes SQLite roll back by itself; asking again is then an error of no meaning. */
  private void undo(Exception cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException alsoThis) {
      cause.addSuppressed(alsoThis);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement s = db.createStatement()) {
      s.execute(sql);
    }
  }

  private void put(PreparedStatement input, Entry entry) throws SQLException {
    boolean document = entry.input() instanceof Input.Heard(Report.Published p);
    byte[] json = document
        ? Codec.write(documents.shorten((Report.Published) ((Input.Heard) entry.input()).report()),
            Documents.Difference.class)
        : Codec.write(entry.input(), Input.class);
    input.setLong(1, seq);
    input.setLong(2, entry.now().wall().toEpochMilli());
    input.setLong(3, entry.now().mono().toNanos());
    input.setString(4, document ? Replay.DOCUMENT : entry.input().getClass().getSimpleName());
    input.setBytes(5, Squeeze.in(json));
    input.addBatch();
  }

  private void put(PreparedStatement transition, Indexing index, Entry entry) throws SQLException {
    int n = 0;
    for (Transition t : entry.outcome().transitions()) {
      if (t instanceof Transition.Kept) continue;
      index.put(t, seq, n);
      transition.setLong(1, seq);
      transition.setInt(2, n++);
      transition.setLong(3, t.at().toEpochMilli());
      transition.setString(4, t.getClass().getSimpleName());
      transition.setBytes(5, Squeeze.in(Codec.transition(t)));
      transition.addBatch();
    }
  }

  private void snapshotIfDue(Board board) throws SQLException {
    Instant now = board.at().wall();
    if (lastSnapshot.equals(Instant.MIN) && stands && settling(board.at().mono())) return;
    if (!lastSnapshot.equals(Instant.MIN) && Duration.between(lastSnapshot, now).abs().compareTo(SNAPSHOT_EVERY) < 0)
      return;
    snapshot(board);
  }

  private boolean settling(Duration mono) {
    if (begun.isEmpty()) begun = Optional.of(mono);
    return mono.minus(begun.get()).compareTo(SETTLED) < 0;
  }

  private void snapshot(Board board) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("INSERT OR REPLACE INTO snapshot VALUES(?,?,?)")) {
      s.setLong(1, seq);
      s.setLong(2, board.at().wall().toEpochMilli());
      s.setBytes(3, BoardBytes.of(board));
      s.executeUpdate();
    }
    documents.forget();
    lastSnapshot = board.at().wall();
  }

  /** Whether it waits for a lock of somebody else's as long as usual, or hardly; for the thread that writes. */
  void patient(boolean usual) throws SQLException {
    Sqlite.patience(db, usual ? Sqlite.PATIENCE_MILLIS : HURRIED_MILLIS);
  }

  /** Number of the newest entry that is durable; for the thread that writes. */
  long seq() {
    return seq;
  }

  /** From any thread; what is older goes bit by bit. */
  public void keep(Retention changed) {
    retention = changed;
  }

  /**
   * Drops a portion of what was kept long enough, if any is due; quick.
   *
   * @throws SQLException when nothing was dropped: it is tried again at the next round
   */
  public void tidy(Instant now) throws SQLException {
    sweep.step(retention, now);
  }

  /** For tests of a full disk: no page more than there are now, or again as many as it likes. */
  void limitPages(boolean full) throws SQLException {
    execute("PRAGMA max_page_count=" + (full ? 1 : 1_073_741_823));
  }

  /** A last snapshot, so that the next start has nothing to replay. */
  public void close(Board board) throws SQLException {
    try (this) {
      snapshot(board);
    }
  }

  @Override
  public void close() throws SQLException {
    try (db) {
      figures.close();
    } finally {
      Profile.release(lock, lockFile);
    }
  }
}
