package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Preview;
import iris.alarm.Rules;
import iris.signal.Incident;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAnnouncementsTest {
  private static final Criterion NOTICE = new Criterion(Optional.of("siv"), Criterion.Field.ANY, "indisponible",
      Criterion.Says.NOTICE, Optional.empty());
  @TempDir Path folder;
  private Now now = new Now(Fixtures.START.plusSeconds(304), Duration.ofSeconds(1000));
  private Board board = Board.first(
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);
  private final List<Entry> entries = new ArrayList<>();

  private void step(Input input) {
    entries.add(new Entry(now, input, board.after(input, now)));
    board = entries.getLast().outcome().board();
    now = now.plus(Duration.ofSeconds(10));
  }

  @Test
  void whatTheFeedSaidComesBackThoughARuleMadeSomethingElseOfIt() throws Exception {
    List<iris.signal.Item> items = new ArrayList<>(Fixtures.windows(1));
    items.add(Fixtures.outage());
    step(new Input.Heard(Fixtures.published("siv", items)));
    step(new Input.Did(new Act.Classify(NOTICE, "léa", "essai")));
    Opening.Writable open = assertInstanceOf(Opening.Writable.class, Profile.open(folder, Instant.EPOCH));
    try (Journal journal = open.journal()) {
      journal.write(entries);
      JournalAnnouncements.Remembered read = new JournalAnnouncements(folder).read();
      assertEquals(Optional.empty(), read.gap());
      assertEquals(3, read.told().size());
      assertTrue(read.told().stream().allMatch(t -> t.incident().kind() == Incident.Kind.OUTAGE), read.toString());
      assertEquals(List.of(Optional.of("siv")),
          read.told().stream().map(Preview.Told::feed).filter(Optional::isPresent).toList());
      Board without = board.after(new Input.Did(new Act.Unclassify("r1", "léa", "fini")), now).board();
      Preview preview = Preview.of(NOTICE, without, read.told(), read.gap());
      assertEquals(1, preview.rows().size());
      assertEquals(1, preview.calmed().size());
    }
  }

  @Test
  void aStoreThatIsNoneIsAGapAndNoError() throws Exception {
    Files.writeString(folder.resolve("journal.db"), "this was once a journal");
    JournalAnnouncements.Remembered read = new JournalAnnouncements(folder).read();
    assertEquals("history.announcements.unreadable", read.gap().orElseThrow().key());
    assertEquals(List.of(), read.told());
  }
}
