package iris.history;

import iris.alarm.Board;
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
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

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
  private @Nullable Writing rows;
  private volatile Retention retention = Retention.USUAL;
  private long seq;
  private final boolean stands;
  private Optional<Duration> begun = Optional.empty();
  private Instant lastSnapshot = Instant.MIN;
  private Optional<Packer> aside = Optional.empty();
  private Optional<Board> durable = Optional.empty();

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
    try {
      if (rows == null) rows = new Writing(db);
      for (Entry entry : entries) {
        rows.put(entry, ++seq, documents);
        figures.put(entry, seq);
      }
      rows.flush();
      figures.flush();
      if (!entries.isEmpty() && !aside()) snapshotIfDue(entries.getLast().outcome().board());
      execute("COMMIT");
      if (!entries.isEmpty()) durable = Optional.of(entries.getLast().outcome().board());
    } catch (SQLException | RuntimeException | Error e) {
      seq = before;
      documents.forget();
      figures.forget();
      drop(e);
      Sqlite.undo(db, e);
      throw e;
    }
  }

  /** What was gathered for a transaction that failed is none of the next one's. */
  private void drop(Throwable cause) {
    try (Writing _ = rows) {
      rows = null;
    } catch (SQLException alsoThis) {
      cause.addSuppressed(alsoThis);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement s = db.createStatement()) {
      s.execute(sql);
    }
  }

  private void snapshotIfDue(Board board) throws SQLException {
    if (due(board)) snapshot(board);
  }

  private boolean due(Board board) {
    Instant now = board.at().wall();
    if (lastSnapshot.equals(Instant.MIN)) return !stands || !settling(board.at().mono());
    return Duration.between(lastSnapshot, now).abs().compareTo(SNAPSHOT_EVERY) >= 0;
  }

  /** Snapshots are made there from now on, and written by {@link #lookAside}; without it, within {@link #write}. */
  void packAside(Executor by) {
    aside = Optional.of(new Packer(by));
  }

  /** The first of a new profile is of a board that hardly knows anything, and is wanted at once. */
  private boolean aside() {
    return aside.isPresent() && (stands || !lastSnapshot.equals(Instant.MIN));
  }

  /**
   * Writes the snapshot that was made aside, or has one begun that is due, of what is durable; what is written after
   * that is kept whole, since it may be read from there.
   *
   * @throws SQLException when it was not written: then a start replays more
   */
  void lookAside() throws SQLException {
    if (!aside()) return;
    Packer packer = aside.orElseThrow();
    Optional<Packer.Packed> made = packer.made();
    if (made.isPresent()) put(made.get());
    Optional<Board> board = durable.filter(_ -> !packer.busy()).filter(this::due);
    if (board.isEmpty()) return;
    documents.forget();
    lastSnapshot = board.get().at().wall();
    packer.begin(seq, board.get());
  }

  private boolean settling(Duration mono) {
    if (begun.isEmpty()) begun = Optional.of(mono);
    return mono.minus(begun.get()).compareTo(SETTLED) < 0;
  }

  private void snapshot(Board board) throws SQLException {
    put(new Packer.Packed(seq, board.at().wall(), BoardBytes.of(board)));
    documents.forget();
    lastSnapshot = board.at().wall();
  }

  private void put(Packer.Packed snapshot) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("INSERT OR REPLACE INTO snapshot VALUES(?,?,?)")) {
      s.setLong(1, snapshot.seq());
      s.setLong(2, snapshot.wall().toEpochMilli());
      s.setBytes(3, snapshot.body());
      s.executeUpdate();
    }
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
    if (sweep.step(retention, now)) figures.swept();
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
    try (db; Writing _ = rows) {
      figures.close();
    } finally {
      Profile.release(lock, lockFile);
    }
  }
}
