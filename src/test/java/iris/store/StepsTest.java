package iris.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {
  private static final List<List<String>> STATEMENTS =
      List.of(List.of("CREATE TABLE a(x INTEGER)", "INSERT INTO a VALUES(7)"), List.of("CREATE TABLE b(x INTEGER)"));

  @TempDir Path folder;

  @Test
  void aStepThatRunsOutOfMemoryLeavesTheStoreAsItWasAndIsTakenLater() throws Exception {
    Steps dying = new Steps(STATEMENTS, Map.of(2, (_, _) -> {
      throw new OutOfMemoryError("played");
    }));
    Path file = folder.resolve("s.db");
    try (Connection db = Sqlite.writable(file)) {
      assertThrows(OutOfMemoryError.class, () -> dying.migrate(db));
    }
    Steps well = new Steps(STATEMENTS, Map.of(2, (db, _) -> Sqlite.execute(db, "INSERT INTO b SELECT x FROM a")));
    try (Connection db = Sqlite.writable(file)) {
      assertEquals(1, Steps.version(db));
      well.migrate(db);
      assertEquals(2, Steps.version(db));
      assertEquals(7, Sqlite.figure(db, "SELECT x FROM b"));
    }
  }
}
