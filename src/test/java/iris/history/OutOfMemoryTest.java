package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Judged;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.store.Sqlite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine has no memory for a moment, in the middle of a transaction: the journal is written again after it. */
class OutOfMemoryTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private final Board board = Board.first(new Rules(List.of(), Map.of()), new Now(START, Duration.ZERO));
  /** What fails of what is asked of the store; empty: nothing. */
  private String failing = "";

  @Test
  void whatComesAfterItIsKept() throws Exception {
    assertInstanceOf(Opening.Writable.class, Profile.open(folder, START)).journal().close();
    FileChannel file = FileChannel.open(folder.resolve(Profile.LOCK), StandardOpenOption.WRITE);
    try (Journal journal = new Journal(store(), file, file.lock(), 0, true)) {
      failing = "INSERT OR REPLACE INTO window";
      assertThrows(OutOfMemoryError.class, () -> journal.write(List.of(entry(0))));
      failing = "";
      journal.write(List.of(entry(0)));
      journal.write(List.of(entry(1)));
      assertEquals(2, journal.seq());
      assertEquals(2, Recounted.check(folder));
    }
  }

  private Connection store() throws Exception {
    Connection db = Sqlite.writable(folder.resolve(Profile.STORE));
    return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
        (_, method, args) -> {
          if (!failing.isEmpty() && args != null && String.valueOf(args[0]).startsWith(failing))
            throw new OutOfMemoryError("no memory for a moment");
          try {
            return method.invoke(db, args);
          } catch (InvocationTargetException e) {
            throw e.getTargetException();
          }
        });
  }

  private Entry entry(int window) {
    Instant from = START.plusSeconds(300L * window);
    Instant to = from.plusSeconds(300);
    Window w = new Window("s0", from, to, Verdict.UP, 1000, 0, Map.of(), new Timing(300, 250, 700, 900, 1200), List.of(), List.of());
    Judged judged = new Judged(w, Verdict.UP, false, "urn:" + from, "r", Optional.of(to.plusSeconds(4)));
    Kept kept = new Kept(to.plusSeconds(5), "s0", judged, How.NEW);
    return new Entry(new Now(kept.at(), Duration.ZERO), new Input.Tick(), new Outcome(board, List.of(kept)));
  }
}
