package iris.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {
  @TempDir Path folder;

  @Test
  void aLogThatGrewHugeOnceIsGivenBackToTheDisk() throws Exception {
    Path file = folder.resolve("s.db");
    Path log = folder.resolve("s.db-wal");
    try (Connection db = Sqlite.writable(file)) {
      Sqlite.execute(db, "CREATE TABLE a(x BLOB)");
      Sqlite.execute(db, "BEGIN IMMEDIATE");
      for (int i = 0; i < 40; i++) Sqlite.execute(db, "INSERT INTO a VALUES(randomblob(1048576))");
      Sqlite.execute(db, "COMMIT");
      long huge = Files.size(log);
      assertTrue(huge > 2L * Sqlite.LONGEST_LOG, "only " + huge);
      // The log is copied into the store and begins anew with some commit after the large one.
      for (int i = 0; i < 10; i++) Sqlite.execute(db, "INSERT INTO a VALUES(x'01')");
      long now = Files.size(log);
      assertTrue(now <= Sqlite.LONGEST_LOG, now + " of " + huge);
      assertEquals(50, Sqlite.figure(db, "SELECT count(*) FROM a"));
    }
  }
}
