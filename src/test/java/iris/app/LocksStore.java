package iris.app;

import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;

/** Another program that holds the journal, until its input ends: {@code IMMEDIATE} keeps writers out, else all. */
final class LocksStore {
  private LocksStore() {}

  public static void main(String[] args) throws Exception {
    try (Connection db = Sqlite.writable(Path.of(args[0]))) {
      if (!args[1].equals("IMMEDIATE")) Sqlite.execute(db, "PRAGMA locking_mode=EXCLUSIVE");
      Sqlite.execute(db, "BEGIN " + args[1]);
      Sqlite.execute(db, "CREATE TABLE lock_of_a_test(x)");
      System.out.println("locked");
      while (System.in.read() >= 0) continue;
      Sqlite.execute(db, "ROLLBACK");
    }
  }
}
