package iris.history;

import iris.alarm.Input;
import iris.alarm.Transition;
import iris.signal.Report;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The rows of entries: what the board took and what came of it. Statements and the room that deflating needs stay from
 * one transaction to the next. For one thread; after an error it is closed, and another one made.
 */
final class Writing implements AutoCloseable {
  private final PreparedStatement input;
  private final PreparedStatement transition;
  private final Indexing index;
  private final Squeeze.Press press = new Squeeze.Press();

  Writing(Connection db) throws SQLException {
    input = db.prepareStatement("INSERT INTO input VALUES(?,?,?,?,?)");
    transition = db.prepareStatement("INSERT INTO transition VALUES(?,?,?,?,?)");
    index = new Indexing(db);
  }

  void put(Entry entry, long seq, Documents documents) throws SQLException {
    input(entry, seq, documents);
    int n = 0;
    for (Transition t : entry.outcome().transitions()) {
      if (t instanceof Transition.Kept) continue;
      index.put(t, seq, n);
      transition.setLong(1, seq);
      transition.setInt(2, n++);
      transition.setLong(3, t.at().toEpochMilli());
      transition.setString(4, t.getClass().getSimpleName());
      transition.setBytes(5, press.in(Codec.transition(t)));
      transition.addBatch();
    }
  }

  private void input(Entry entry, long seq, Documents documents) throws SQLException {
    boolean document = entry.input() instanceof Input.Heard(Report.Published p);
    byte[] json = document
        ? Codec.write(documents.shorten((Report.Published) ((Input.Heard) entry.input()).report()),
            Documents.Difference.class)
        : Codec.write(entry.input(), Input.class);
    input.setLong(1, seq);
    input.setLong(2, entry.now().wall().toEpochMilli());
    input.setLong(3, entry.now().mono().toNanos());
    input.setString(4, document ? Replay.DOCUMENT : entry.input().getClass().getSimpleName());
    input.setBytes(5, press.in(json));
    input.addBatch();
  }

  void flush() throws SQLException {
    input.executeBatch();
    transition.executeBatch();
    index.flush();
  }

  @Override
  public void close() throws SQLException {
    try (input; transition; index) {
      press.close();
    }
  }
}
