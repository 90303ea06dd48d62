package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import iris.history.Profile;
import iris.store.Sqlite;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of years is not read whole when the console starts. */
class PartlyReadTest {
  @TempDir Path folder;

  @Test
  void damageOfWindowsDoesNotStopAStartAndIsFoundByVerifying() throws Exception {
    Life.in(folder, 120);
    Path store = Profile.store(folder);
    long page;
    try (Connection db = Sqlite.writable(store)) {
      page = Sqlite.figure(db, "SELECT rootpage FROM sqlite_schema WHERE name = 'window'");
    }
    try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
      file.seek((page - 1) * 4096);
      file.write(new byte[4096]);
    }
    try (Connection db = Sqlite.readOnly(store)) {
      assertEquals("", Sqlite.complaint(db, "snapshot"));
      assertNotEquals("", Sqlite.complaint(db, "window"));
    }
    assertEquals(List.of("history.keep.damaged"),
        Verification.of(folder).complaints().stream().map(r -> r.key()).distinct().toList());
  }
}
