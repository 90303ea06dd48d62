package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.history.story.Archive;
import iris.history.story.Episode;
import iris.history.story.Recollection;
import iris.history.story.Search;
import iris.signal.Priority;
import iris.signal.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outage comes back before anybody looked at its first return: only what stands now stands in the journal. */
class LeftBehindTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");

  @TempDir Path folder;

  private static Transition moved(int minute, Lifecycle from, Lifecycle to, String episode) {
    return new Transition.Moved(NOON.plus(Duration.ofMinutes(minute)), OUTAGE, from, to, Priority.P1, episode, Reason.of("test"));
  }

  private static final List<Transition> TWICE = List.of(
      moved(0, Lifecycle.NORMAL, Lifecycle.UNACKED, "siv|OUTAGE@1"),
      moved(10, Lifecycle.UNACKED, Lifecycle.RETURNED_UNACKED, "siv|OUTAGE@1"),
      moved(15, Lifecycle.RETURNED_UNACKED, Lifecycle.UNACKED, "siv|OUTAGE@2"));

  private static void firstIsLeftAtTheSecond(Archive archive) throws Exception {
    assertEquals(Optional.of(NOON.plus(Duration.ofMinutes(15))), archive.episode("siv|OUTAGE@1").flatMap(Episode::closed));
    assertEquals(List.of("siv|OUTAGE@2"), archive.episodes(Search.ALL).stream().filter(Episode::open).map(Episode::id).toList());
  }

  @Test
  void inMemory() throws Exception {
    Recollection memory = new Recollection();
    memory.keep(TWICE);
    firstIsLeftAtTheSecond(memory);
  }

  @Test
  void inTheJournalWhetherWrittenAtOnceOrOneByOne() throws Exception {
    Now now = new Now(NOON, Duration.ZERO);
    Board board = Board.first(new Rules(List.of(), Map.of()), now);
    for (boolean atOnce : List.of(true, false)) {
      Path place = folder.resolve("at once " + atOnce);
      try (Journal journal = assertInstanceOf(Opening.Writable.class, Profile.open(place, NOON)).journal();
          JournalArchive archive = new JournalArchive(place)) {
        List<List<Transition>> writes = atOnce ? List.of(TWICE) : TWICE.stream().map(List::of).toList();
        for (List<Transition> some : writes)
          journal.write(List.of(new Entry(now, new Input.Tick(), new Outcome(board, some))));
        firstIsLeftAtTheSecond(archive);
      }
    }
  }
}
