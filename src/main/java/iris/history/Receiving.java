package iris.history;

import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.history.years.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Windows brought in from elsewhere, within one transaction of whoever calls; roll-ups follow them as they follow any
 * window. For one thread.
 */
public final class Receiving implements AutoCloseable {
  /** Hours are counted anew after so many windows: an hour's own are read back once, not at each of them. */
  private static final int AT_ONCE = 20_000;

  private static final int SEQ = 3;
  private static final int N = 4;

  /** What became of one. */
  public enum Taken {
    NEW,
    SAME,
    /** Another content of this window was read here first; it stands. */
    OTHER
  }

  private final long seq;
  private final Windows windows;
  private final Rollup rollup;
  private final PreparedStatement insert;
  private final PreparedStatement known;
  private final PreparedStatement pauses;
  private final PreparedStatement pausing;
  /** Rows of the window at {@code service} and {@code start}. */
  private final List<Kept> there = new ArrayList<>();
  private boolean judged;
  private String service = "";
  private long start;
  private int n;
  private int waiting;

  /** @param seq that no entry of a journal has */
  public Receiving(Connection db, long seq) throws SQLException {
    this.seq = seq;
    windows = new Windows(db);
    rollup = new Rollup(db, windows);
    insert = db.prepareStatement(Windows.INSERT);
    known = db.prepareStatement("SELECT " + Windows.WHOLE
        + " FROM window WHERE service = ? AND start = ? ORDER BY seq, n");
    pauses = db.prepareStatement("SELECT service, kind, since, ended, author, reason FROM pause"
        + " WHERE service = ? AND kind = ? AND since = ?");
    pausing = Pauses.row(db);
  }

  /** A window or a revision of one. */
  public Taken take(Kept kept) throws SQLException {
    long from = kept.window().window().from().getEpochSecond();
    if (from != start || !kept.service().equals(service)) look(kept.service(), from);
    if (there.stream().anyMatch(k -> same(k, kept))) return Taken.SAME;
    if (judged && kept.how() != How.REVISION) return Taken.OTHER;
    there.add(kept);
    windows.put(insert, kept, seq, n++);
    insert.executeBatch();
    rollup.touch(kept);
    if (++waiting >= AT_ONCE) finish();
    return Taken.NEW;
  }

  /** Another console read the same words of the same window at another time: nothing new is in that. */
  private static boolean same(Kept a, Kept b) {
    if (a.equals(b)) return true;
    boolean accepted = a.how() != How.REVISION && b.how() != How.REVISION;
    return accepted && a.window().window().equals(b.window().window()) && a.window().guid().equals(b.window().guid())
        && a.window().revision().equals(b.window().revision());
  }

  private void look(String service, long from) throws SQLException {
    this.service = service;
    start = from;
    n = 0;
    judged = false;
    there.clear();
    OptionalInt number = windows.number(service);
    if (number.isEmpty()) return;
    known.setInt(1, number.getAsInt());
    known.setLong(2, from);
    try (ResultSet r = known.executeQuery()) {
      while (r.next()) {
        Kept kept = windows.whole(r);
        there.add(kept);
        boolean ours = r.getLong(SEQ) == seq;
        if (ours) n = r.getInt(N) + 1;
        judged |= !ours && kept.how() != How.REVISION;
      }
    }
  }

  /**
   * A pause, told apart by its service, kind and begin. One of which an end is brought gets it; else what is there
   * stands.
   *
   * @return whether something of it was new
   */
  public boolean take(Pause pause) throws SQLException {
    pauses.setString(1, pause.service());
    pauses.setString(2, pause.kind().name());
    pauses.setLong(3, pause.from().toEpochMilli());
    try (ResultSet r = pauses.executeQuery()) {
      if (r.next() && (Pauses.pause(r).to().isPresent() || pause.to().isEmpty())) return false;
    }
    Pauses.put(pausing, pause);
    pausing.executeBatch();
    return true;
  }

  /** Counts anew what was touched since. */
  public void finish() throws SQLException {
    rollup.flush();
    waiting = 0;
  }

  /** After a rollback: what was added since is not there, names of services and of phrases included. */
  public void forget() throws SQLException {
    insert.clearBatch();
    pausing.clearBatch();
    windows.forget();
    rollup.forget();
    there.clear();
    service = "";
    judged = false;
    n = 0;
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    try (insert; known; pauses; pausing; rollup) {
      there.clear();
    }
  }
}
