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
  private final PreparedStatement ours;
  private final PreparedStatement pauses;
  private final PreparedStatement pausing;
  /** Rows of the window at {@code service} and {@code start} that were there before and have not been met yet. */
  private final List<Kept> there = new ArrayList<>();
  private boolean judged;
  private String service = "";
  private long start;
  private int n;
  private int waiting;

  /** @param seq no other row has it */
  public Receiving(Connection db, long seq) throws SQLException {
    this.seq = seq;
    windows = new Windows(db);
    rollup = new Rollup(db, windows);
    insert = db.prepareStatement(Windows.INSERT);
    known = db.prepareStatement("SELECT " + Windows.WHOLE
        + " FROM window WHERE service = ? AND start = ? AND seq <> " + seq + " ORDER BY seq, n");
    pauses = db.prepareStatement("SELECT service, kind, since, ended, author, reason FROM pause"
        + " WHERE service = ? AND kind = ? AND since = ?");
    pausing = Pauses.row(db);
    ours = db.prepareStatement("SELECT count(*) FROM window WHERE service = ? AND start = ? AND seq = " + seq);
  }

  /** A window or a revision of one. */
  public Taken take(Kept kept) throws SQLException {
    long from = kept.window().window().from().getEpochSecond();
    if (from != start || !kept.service().equals(service)) look(kept.service(), from);
    if (there.remove(kept)) return Taken.SAME;
    if (judged && kept.how() != How.REVISION) return Taken.OTHER;
    windows.put(insert, kept, seq, n++);
    insert.executeBatch();
    rollup.touch(kept);
    if (++waiting >= AT_ONCE) finish();
    return Taken.NEW;
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
      while (r.next()) there.add(windows.whole(r));
    }
    judged = there.stream().anyMatch(k -> k.how() != How.REVISION);
    ours.setInt(1, number.getAsInt());
    ours.setLong(2, from);
    try (ResultSet r = ours.executeQuery()) {
      n = r.next() ? r.getInt(1) : 0;
    }
  }

  /**
   * A pause, told apart by its service, kind and begin. One of which an end is brought gets it; else what is there stands.
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

  @Override
  public void close() throws SQLException {
    try (insert; known; ours; pauses; pausing; rollup) {
      there.clear();
    }
  }
}
