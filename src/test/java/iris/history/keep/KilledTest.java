package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.Entry;
import iris.history.Journal;
import iris.history.Profile;
import iris.store.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while the years are counted, and while they are saved. */
@Timeout(600)
class KilledTest {
  private static final int SEED = 20261123;

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  private static long windows(Path store) throws Exception {
    try (Connection db = Sqlite.readOnly(store)) {
      return Sqlite.figure(db, "SELECT count(DISTINCT start) FROM window");
    }
  }

  @Test
  void whatIsRolledUpEqualsARecountAfterEachKill() throws Exception {
    Path profile = folder.resolve("profile");
    int lived = 0;
    for (int kill = 0; kill < 3; kill++) {
      List<String> lines;
      try (Child child = new Child(Rolling.class, profile.toString(), String.valueOf(lived))) {
        child.await();
        long wanted = 4 + random.nextInt(12);
        child.until(() -> child.spoken() >= wanted);
        // Anywhere in the next transaction, not just after one.
        long at = System.nanoTime() + random.nextLong(60_000_000);
        child.until(() -> System.nanoTime() >= at);
        lines = child.kill();
      }
      assertEquals("READY", lines.getFirst(), lines::toString);
      int acknowledged = Integer.parseInt(lines.getLast());
      Verification found = Verification.of(profile);
      assertEquals(List.of(), found.complaints());
      long kept = windows(Profile.store(profile));
      // Windows that are late come with the next one, and the one that was written when it died may be there.
      assertTrue(kept >= acknowledged - 2 && kept <= acknowledged + 6, kept + " of " + acknowledged);
      lived = acknowledged;
    }
    assertTrue(lived > 40, "it hardly lived: " + lived);
  }

  @Test
  void thereIsNeverHalfABackupUnderItsName() throws Exception {
    Path profile = folder.resolve("profile");
    Path saved = Files.createDirectory(folder.resolve("saved"));
    Life life = new Life();
    List<Path> left = new ArrayList<>();
    try (Journal journal = Life.open(profile)) {
      for (int i = 0; i < 30; i++) journal.write(life.live(20));
      for (int kill = 0; kill < 3; kill++) {
        try (Child child = new Child(Saving.class, profile.toString(), saved.toString(), String.valueOf(kill * 1000))) {
          child.await();
          long wanted = child.spoken() + kill;
          List<Entry> meanwhile = life.live(5);
          child.until(() -> child.spoken() >= wanted && !parts(saved, left).isEmpty());
          child.kill();
          journal.write(meanwhile);
        }
        left.addAll(parts(saved, left));
      }
    }
    assertFalse(left.isEmpty(), "none was killed in the middle");
    long now = windows(Profile.store(profile));
    for (Path backup : named(saved)) {
      Verification found = Verification.of(Stores.open(backup), backup);
      assertEquals(List.of(), found.complaints(), backup.toString());
      assertTrue(windows(backup) >= 300 && windows(backup) <= now, backup + " " + windows(backup));
    }
    assertEquals(List.of(), Verification.of(profile).complaints());
    // What they left is taken away by the next backup of the same name, once nobody can still be writing it.
    Path halved = left.getFirst();
    String name = halved.getFileName().toString().replaceAll("^\\.(\\d+\\.db)\\..*", "$1");
    Backup.of(profile, saved.resolve(name), Instant.now().plusSeconds(100_000));
    assertFalse(Files.exists(halved), halved.toString());
    assertEquals(now, windows(saved.resolve(name)));
  }

  @Test
  void anImportIsThereWholeOrNotAtAll() throws Exception {
    Life.in(folder.resolve("old"), 500);
    Path file = folder.resolve("w.csv");
    long rows = Export.of(folder.resolve("old"), new Selection(Kind.WINDOWS, Optional.empty(), Optional.empty(),
        Optional.empty()), FileForm.CSV, file).rows();
    Path profile = folder.resolve("new");
    Life.open(profile).close();
    int halved = 0;
    for (int kill = 0; kill < 3; kill++) {
      try (Child child = new Child(Bringing.class, profile.toString(), file.toString())) {
        child.await();
        // The first at once, so that on no machine, however quick, each is done before it is killed.
        long at = System.nanoTime() + random.nextLong(1 + kill * 150_000_000L);
        child.until(() -> System.nanoTime() >= at || child.spoken() > 1);
        boolean done = child.kill().contains("DONE");
        try (Connection db = Sqlite.readOnly(Profile.store(profile))) {
          long there = Sqlite.figure(db, "SELECT count(*) FROM window");
          assertTrue(there == rows || there == 0 && !done, there + " of " + rows + (done ? ", done" : ""));
          halved += done ? 0 : 1;
        }
      }
      assertEquals(List.of(), Verification.of(profile).complaints());
    }
    assertTrue(halved > 0, "each was done before it was killed");
  }

  private static List<Path> parts(Path folder, List<Path> known) {
    return list(folder).stream().filter(p -> p.toString().endsWith(".part") && !known.contains(p)).toList();
  }

  private static List<Path> named(Path folder) {
    return list(folder).stream().filter(p -> p.toString().endsWith(".db")).toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
