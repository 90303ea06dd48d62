package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.Entry;
import iris.history.Journal;
import iris.history.Opening;
import iris.history.Profile;
import iris.store.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;

  private Path profile() {
    return folder.resolve("profile");
  }

  private static String refused(org.junit.jupiter.api.function.Executable doing) {
    return assertThrows(Unkept.class, doing).why().key();
  }

  private long windows(Path store) throws Exception {
    try (Connection db = Sqlite.readOnly(store)) {
      return Sqlite.figure(db, "SELECT count(*) FROM window");
    }
  }

  @Test
  void aBackupIsMadeWhileTheConsoleWritesAndRestoredWhenItIsClosed() throws Exception {
    Life life = new Life();
    Path saved;
    try (Journal journal = Life.open(profile())) {
      List<Entry> lived = life.live(60);
      journal.write(lived);
      saved = Backup.of(profile(), folder, NOW).file();
      assertEquals(folder.resolve("iris-history-20261123T120000Z.db"), saved);
      journal.write(life.live(30));
      assertEquals("history.keep.held", refused(() -> Restore.of(profile(), saved, NOW)));
      assertEquals("history.keep.held", refused(() -> Import.of(profile(), saved, NOW)));
    }
    long then = windows(saved);
    long all = windows(Profile.store(profile()));
    assertTrue(then > 100 && all > then, then + " " + all);
    Restore done = Restore.of(profile(), saved, NOW);
    assertEquals(then, windows(done.store()));
    assertEquals(all, windows(done.aside().orElseThrow()));
    Opening.Writable again = (Opening.Writable) Profile.open(profile(), NOW);
    again.journal().close();
    assertTrue(again.restored().board().isPresent());
    assertEquals(Optional.empty(), again.restored().damage());
    assertEquals(List.of(), Verification.of(profile()).complaints());
    try (var left = Files.list(profile())) {
      assertTrue(left.noneMatch(p -> p.toString().matches(".*(part|restored).*")), "left behind");
    }
  }

  @Test
  void aBackupTakesTheWayBackIntoAnEmptyProfile() throws Exception {
    Life.in(profile(), 20);
    Path saved = Backup.of(profile(), folder.resolve("b.db"), NOW).file();
    Restore done = Restore.of(folder.resolve("elsewhere"), saved, NOW);
    assertEquals(Optional.empty(), done.aside());
    assertEquals(windows(saved), windows(done.store()));
  }

  @Test
  void anEarlierBackupIsReplacedAndNothingElseIs() throws Exception {
    Life.in(profile(), 20);
    Path saved = folder.resolve("b.db");
    Backup.of(profile(), saved, NOW);
    Backup.of(profile(), saved, NOW);
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");
    assertEquals("history.keep.not-overwritten", refused(() -> Backup.of(profile(), letter, NOW)));
    assertEquals("dear", Files.readString(letter));
    Path theirs = folder.resolve("theirs");
    Life.in(theirs, 5);
    assertEquals("history.keep.not-overwritten", refused(() -> Backup.of(profile(), Profile.store(theirs), NOW)));
    Path store = Profile.store(profile());
    assertEquals("history.keep.onto-itself", refused(() -> Backup.of(profile(), store, NOW)));
    Path device = Path.of("/dev/null");
    if (Files.exists(device)) assertEquals("history.keep.not-overwritten", refused(() -> Backup.of(profile(), device, NOW)));
    assertEquals("history.keep.no-folder", refused(() -> Backup.of(profile(), folder.resolve("no/b.db"), NOW)));
    assertEquals("history.keep.no-store", refused(() -> Backup.of(folder.resolve("nobody"), saved, NOW)));
  }

  @Test
  void aStoreOfANewerProgramIsLeftAlone() throws Exception {
    Life.in(profile(), 10);
    Path saved = Backup.of(profile(), folder.resolve("b.db"), NOW).file();
    for (Path store : List.of(saved, Profile.store(profile())))
      try (Connection db = Sqlite.writable(store)) {
        Sqlite.execute(db, "PRAGMA user_version = " + (Profile.VERSION + 1));
      }
    Path other = folder.resolve("other");
    assertEquals("history.store.newer", refused(() -> Restore.of(other, saved, NOW)));
    assertEquals("history.store.newer", refused(() -> Backup.of(profile(), folder.resolve("c.db"), NOW)));
    assertEquals("history.store.newer", refused(() -> Verification.of(profile())));
    assertEquals("history.store.newer", refused(() -> Export.of(profile(), new Selection(Kind.WINDOWS, Optional.empty(),
        Optional.empty(), Optional.empty()), FileForm.CSV, folder.resolve("w.csv"))));
    Path file = Files.writeString(folder.resolve("w.csv"), String.join(",", Kind.WINDOWS.names()));
    assertEquals("history.store.newer", refused(() -> Import.of(profile(), file, NOW)));
  }

  @Test
  void aBackupOfAnEarlierVersionIsRestoredAndSaysThatNothingWasCounted() throws Exception {
    Path old = folder.resolve("old.db");
    try (var in = new GZIPInputStream(BackupTest.class.getResourceAsStream("/iris/history/journal-1.db.gz"))) {
      Files.copy(in, old);
    }
    Restore done = Restore.of(profile(), old, NOW);
    Verification found = Verification.of(profile());
    assertTrue(found.well() && !found.counted(), found.toString());
    assertEquals("history.keep.older", refused(() -> Export.of(profile(), new Selection(Kind.WINDOWS, Optional.empty(),
        Optional.empty(), Optional.empty()), FileForm.CSV, folder.resolve("w.csv"))));
    Life.open(profile()).close();
    assertTrue(Verification.of(profile()).counted() && windows(done.store()) > 0);
  }

  @Test
  void aDamagedBackupChangesNothing() throws Exception {
    Life.in(profile(), 60);
    Path saved = Backup.of(profile(), folder.resolve("b.db"), NOW).file();
    byte[] bytes = Files.readAllBytes(saved);
    // The header stays: it is the pages behind it that are gone.
    for (int i = bytes.length / 2; i < bytes.length / 2 + 20_000; i++) bytes[i] = (byte) (i * 31);
    Files.write(saved, bytes);
    long before = windows(Profile.store(profile()));
    assertEquals("history.keep.restore-ill", refused(() -> Restore.of(profile(), saved, NOW)));
    assertEquals(before, windows(Profile.store(profile())));
    assertEquals("history.keep.not-a-store",
        refused(() -> Restore.of(profile(), Files.writeString(folder.resolve("x"), "hello"), NOW)));
  }

  @Test
  void aDamagedStoreIsPutAsideWithWhatBelongsToIt() throws Exception {
    Life.in(profile(), 60);
    Path saved = Backup.of(profile(), folder.resolve("b.db"), NOW).file();
    Path store = Profile.store(profile());
    Files.write(store, new byte[8192]);
    Path aside = Restore.of(profile(), saved, NOW).aside().orElseThrow();
    assertEquals(8192, Files.size(aside));
    assertEquals(windows(saved), windows(store));
  }

  @Test
  void aRollUpThatDoesNotFollowItsWindowsIsFound() throws Exception {
    Life.in(profile(), 60);
    Verification well = Verification.of(profile());
    assertTrue(well.well(), () -> well.complaints().toString());
    assertTrue(well.holdings().stream().anyMatch(h -> h.what().equals("history.keep.kind.windows") && h.count() > 100
        && h.from().orElseThrow().equals(Life.START)), () -> well.holdings().toString());
    for (String spoil : List.of("DELETE FROM window WHERE start = (SELECT max(start) - 1800 FROM window)",
        "UPDATE hour SET body = (SELECT body FROM hour ORDER BY start LIMIT 1)"
            + " WHERE start = (SELECT max(start) FROM hour)",
        "DELETE FROM day", "UPDATE window SET total = total + 1 WHERE start = (SELECT max(start) FROM window)")) {
      Path copy = folder.resolve("copy" + spoil.length());
      Files.createDirectories(copy);
      Files.copy(Profile.store(profile()), Profile.store(copy));
      try (Connection db = Sqlite.writable(Profile.store(copy))) {
        Sqlite.execute(db, spoil);
      }
      assertEquals(List.of("history.keep.differ"),
          Verification.of(copy).complaints().stream().map(r -> r.key()).toList(), spoil);
    }
  }
}
