package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.history.story.Afternoon;
import iris.history.story.Archive;
import iris.history.story.Episode;
import iris.history.story.Line;
import iris.history.story.Recollection;
import iris.history.story.Search;
import iris.history.story.Standby;
import iris.history.story.Story;
import iris.history.story.Unreadable;
import iris.signal.Reason;
import iris.store.Sqlite;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past episodes out of a journal; the same as a console without one remembers. */
class ArchiveTest {
  private static final Instant TODAY = Instant.parse("2026-11-22T15:00:00Z");
  private static final Set<String> ABOUT = Set.of("siv", "darva", "iris");

  @TempDir Path folder;

  private Journal open() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, TODAY)).journal();
  }

  @Test
  void theJournalTellsWhatTheMemoryTells() throws Exception {
    Afternoon day = Afternoon.whole();
    Recollection memory = day.recollection();
    try (Journal journal = open(); Archive archive = new JournalArchive(folder)) {
      for (int i = 0; i < day.entries.size(); i += 5)
        journal.write(day.entries.subList(i, Math.min(i + 5, day.entries.size())));
      List<Episode> found = archive.episodes(Search.ALL);
      assertEquals(memory.episodes(Search.ALL), found);
      assertFalse(found.isEmpty());
      for (Episode e : found) {
        assertEquals(Optional.of(e), archive.episode(e.id()));
        assertEquals(Story.of(memory.chapter(e, ABOUT)), Story.of(archive.chapter(e, ABOUT)), e::id);
      }
    }
  }

  @Test
  void whatIsBeingWrittenIsSeenAtOnce() throws Exception {
    Afternoon day = Afternoon.until("2026-11-22T14:12:50Z");
    try (Journal journal = open(); Archive archive = new JournalArchive(folder)) {
      assertEquals(List.of(), archive.episodes(Search.ALL));
      journal.write(day.entries);
      Episode before = archive.episodes(Search.ALL).getFirst();
      assertEquals(Optional.empty(), before.taken());
      int known = day.entries.size();
      day.play(Instant.parse("2026-11-22T14:14:00Z"));
      journal.write(day.entries.subList(known, day.entries.size()));
      assertEquals("Marie", archive.episodes(Search.ALL).getFirst().taken().orElseThrow().by());
    }
  }

  @Test
  void aSearchFindsBySubjectTimeNameAndWhoTookIt() throws Exception {
    Afternoon day = Afternoon.whole();
    try (Journal journal = open(); Archive archive = new JournalArchive(folder)) {
      journal.write(day.entries);
      List<Search> searches = List.of(Search.of("siv"), Search.of("fni"), search("SIV", Set.of()), search("máriE", Set.of()),
          search("100%", Set.of()), search("zzz", Set.of(AlarmKey.Kind.DEGRADED)), search("'", Set.of()),
          new Search(Optional.empty(), Optional.of(Instant.parse("2026-11-22T14:00:00Z")), "", Set.of(), 0, 9),
          new Search(Optional.empty(), Optional.empty(), "", Set.of(), 1, 1));
      Recollection memory = day.recollection();
      for (Search search : searches) assertEquals(memory.episodes(search), archive.episodes(search), search::toString);
      assertEquals(1, archive.episodes(search("máriE", Set.of())).size());
      assertEquals(1, archive.episodes(search("zzz", Set.of(AlarmKey.Kind.DEGRADED))).size());
    }
  }

  private static Search search(String text, Set<AlarmKey.Kind> kinds) {
    return new Search(Optional.empty(), Optional.empty(), text, kinds, 0, 9);
  }

  @Test
  void aStoreOfTheFirstVersionIsBroughtForwardWithAllItsEpisodes() throws Exception {
    try (InputStream old = new GZIPInputStream(ArchiveTest.class.getResourceAsStream("journal-1.db.gz"))) {
      Files.copy(old, folder.resolve(Profile.STORE));
    }
    Opening.Writable opened = assertInstanceOf(Opening.Writable.class, Profile.open(folder, TODAY));
    assertEquals(Optional.empty(), opened.restored().damage());
    assertTrue(opened.restored().board().isPresent());
    try (Journal _ = opened.journal(); Archive archive = new JournalArchive(folder)) {
      Episode e = archive.episodes(Search.ALL).getFirst();
      assertEquals("siv|OUTAGE@5984352", e.id());
      assertEquals("Léa", e.taken().orElseThrow().by());
      assertTrue(e.ended().isPresent());
      Story story = Story.of(archive.chapter(e, Set.of("siv")));
      assertTrue(story.lines().stream().anyMatch(l -> l instanceof Line.Quoted q && q.incident().title().equals("SIV indisponible")));
      assertTrue(story.lines().stream().anyMatch(Line.Measured.class::isInstance));
    }
  }

  @Test
  void aStoreThatAnOlderProgramWritesSaysWhyItHasNoEpisodes() throws Exception {
    try (InputStream old = new GZIPInputStream(ArchiveTest.class.getResourceAsStream("journal-1.db.gz"))) {
      Files.copy(old, folder.resolve(Profile.STORE));
    }
    try (Archive archive = new JournalArchive(folder)) {
      Unreadable no = assertThrows(Unreadable.class, () -> archive.episodes(Search.ALL));
      assertEquals("history.archive.older", no.why().key());
    }
  }

  @Test
  void aJournalThatIsNotThereIsSaidAndAskedAgain() throws Exception {
    try (Archive archive = new JournalArchive(folder)) {
      Unreadable none = assertThrows(Unreadable.class, () -> archive.episodes(Search.ALL));
      assertEquals(Reason.of("history.archive.none", folder), none.why());
      open().close();
      assertEquals(List.of(), archive.episodes(Search.ALL));
    }
  }

  @Test
  void whatCouldNotBeWrittenLeavesNoEpisodeBehind() throws Exception {
    Afternoon day = Afternoon.whole();
    try (Journal journal = open(); Archive archive = new JournalArchive(folder)) {
      journal.limitPages(true);
      assertThrows(java.sql.SQLException.class, () -> journal.write(day.entries));
      assertEquals(List.of(), archive.episodes(Search.ALL));
      journal.limitPages(false);
      journal.write(day.entries);
      assertEquals(day.recollection().episodes(Search.ALL), archive.episodes(Search.ALL));
    }
  }

  @Test
  void whatAJournalCannotTakeIsToldFromMemoryUntilItCan() throws Exception {
    Afternoon day = Afternoon.until("2026-11-22T14:10:00Z");
    int kept = day.entries.size();
    day.play(Instant.parse("2026-11-22T14:31:00Z"));
    Recollection memory = day.recollection();
    boolean[] ill = {true};
    try (Journal journal = open(); Archive archive = new Standby(new JournalArchive(folder), memory, () -> ill[0])) {
      journal.write(day.entries.subList(0, kept));
      assertEquals(memory.episodes(Search.ALL), archive.episodes(Search.ALL));
      Episode outage = archive.episodes(search("marie", Set.of())).getFirst();
      assertEquals(Optional.of(outage), archive.episode(outage.id()));
      assertEquals(Story.of(memory.chapter(outage, ABOUT)), Story.of(archive.chapter(outage, ABOUT)));
      ill[0] = false;
      assertEquals(Optional.empty(), archive.episode(outage.id()));
      journal.write(day.entries.subList(kept, day.entries.size()));
      assertEquals(Optional.of(outage), archive.episode(outage.id()));
    }
  }

  @Test
  void memoryAnswersAloneWhereTheJournalCannotEvenBeRead() throws Exception {
    Recollection memory = Afternoon.whole().recollection();
    try (Archive archive = new Standby(new JournalArchive(folder.resolve("nowhere")), memory, () -> true)) {
      assertEquals(memory.episodes(Search.ALL), archive.episodes(Search.ALL));
    }
  }

  @Test
  void theQuestionsOfTheArchiveUseItsIndexes() throws Exception {
    open().close();
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE))) {
      assertTrue(plan(db, "SELECT body FROM episode WHERE (closed IS NULL OR closed >= 0) ORDER BY standing DESC, since DESC,"
          + " id DESC LIMIT 100 OFFSET 0").contains("episode_since"));
      String chapter = plan(db, "SELECT t.body FROM mention m JOIN transition t ON t.seq = m.seq AND t.n = m.n"
          + " WHERE m.subject = 'siv' AND m.wall BETWEEN 0 AND 1 ORDER BY m.wall, m.seq, m.n LIMIT 9");
      assertFalse(chapter.contains("SCAN"), chapter);
    }
  }

  private static String plan(Connection db, String sql) throws Exception {
    StringBuilder plan = new StringBuilder();
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (r.next()) plan.append(r.getString(4)).append('\n');
    }
    return plan.toString();
  }
}
