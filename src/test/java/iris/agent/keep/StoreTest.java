package iris.agent.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.agent.Mark;
import iris.store.Exhausted;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aCommitThatRunsOutOfMemoryKeepsNothingAndIsInNoWayOfTheNext() throws Exception {
    if (StateFolder.open(folder, T) instanceof Opening.Opened(Store made, Optional<?> _)) made.close();
    Batch batch = new Batch(T, List.of(), Map.of(new Batch.Place("siv", "log"), new Mark("7")), List.of(), Map.of());
    Path file = folder.resolve(StateFolder.STORE);
    Exhausted memory = new Exhausted();
    try (Store store = new Store(memory.on(Sqlite.writable(file)), Sqlite.readOnly(file), Lock.take(folder).orElseThrow())) {
      memory.once(1);
      assertThrows(OutOfMemoryError.class, () -> store.commit(batch));
      assertEquals(Map.of(), store.marks("siv"));
      assertEquals(List.of(), store.commit(batch));
      assertEquals(Map.of("log", new Mark("7")), store.marks("siv"));
    }
  }
}
