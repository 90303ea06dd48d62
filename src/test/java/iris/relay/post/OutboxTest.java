package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Outcome;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.signal.Reason;
import iris.store.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits on the disk. */
class OutboxTest {
  @TempDir Path folder;

  private final Play play = new Play(1);

  /** An outage and its end, among the figures of five windows. */
  private List<Message> story() {
    List<Outcome> outcomes = new ArrayList<>(play.window(_ -> false));
    for (int i = 0; i < 4; i++) {
      boolean down = i < 2;
      outcomes.addAll(play.pass(300));
      outcomes.addAll(play.window(_ -> down));
    }
    Told told = Told.NOTHING;
    List<Message> all = new ArrayList<>();
    for (Outcome o : outcomes) {
      Said said = Line.HERALD.tell(told, o);
      told = said.told();
      all.addAll(said.messages());
    }
    return all;
  }

  private static Posting posting(List<Message> messages) {
    return new Posting("t", 7, Told.NOTHING, Told.NOTHING, messages);
  }

  private static List<Letter> all(Outbox outbox, String signal) throws SQLException {
    List<Letter> all = new ArrayList<>();
    for (Optional<Letter> head; (head = outbox.head("t", signal)).isPresent(); outbox.done(head.get())) all.add(head.get());
    return all;
  }

  @Test
  void lettersComeBackAsTheyWereAndInOrder() throws Exception {
    List<Message> story = story();
    assertEquals(List.of(Sort.BEGIN, Sort.END), story.stream().map(Message::sort).filter(Sort::event).toList());
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
    }
    try (Outbox outbox = Outbox.open(folder)) {
      assertEquals(7, outbox.place("t").orElseThrow().seq());
      assertEquals(story, all(outbox, "service/s0").stream().map(Letter::message).toList());
      assertEquals(0, outbox.counted("t").letters());
    }
  }

  @Test
  void theSameIsNotPutThereTwiceDeliveredOrNot() throws Exception {
    List<Message> story = story();
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
      assertEquals(story.size(), all(outbox, "service/s0").size());
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
      assertEquals(0, outbox.counted("t").letters());
    }
  }

  @Test
  void whatEachTargetWasToldIsKeptWithItsLetters() throws Exception {
    Told told = Line.HERALD.tell(Told.NOTHING, play.window(_ -> true).getFirst()).told();
    assertEquals(1, told.episodes().size());
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.put(List.of(new Posting("t", 3, Told.NOTHING, told, List.of())), play.now.wall(), Line.HERALD::condensed);
    }
    try (Outbox outbox = Outbox.open(folder)) {
      assertEquals(told, outbox.place("t").orElseThrow().told());
      assertEquals(Optional.empty(), outbox.place("other"));
    }
  }

  @Test
  void aCommitThatFailsLeavesNothing() throws Exception {
    List<Message> story = story();
    try (Outbox outbox = Outbox.open(folder); Connection other = Sqlite.writable(folder.resolve(Outbox.FILE))) {
      Sqlite.execute(other, "CREATE TRIGGER full BEFORE INSERT ON place BEGIN SELECT RAISE(FAIL, 'disk full'); END");
      assertThrows(SQLException.class,
          () -> outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed));
      assertEquals(0, outbox.counted("t").letters());
      Sqlite.execute(other, "DROP TRIGGER full");
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
      assertEquals(story, all(outbox, "service/s0").stream().map(Letter::message).toList());
    }
  }

  @Test
  void aCommitThatRunsOutOfMemoryLeavesNothingAndIsInNoWayOfTheNext() throws Exception {
    List<Message> story = story();
    Message one = story.stream().filter(m -> m.sort() == Sort.STATISTIC).findFirst().orElseThrow();
    try (Outbox outbox = Outbox.open(folder)) {
      // More windows than wait one by one: they are put together, and for that the memory does not last.
      List<Message> many = IntStream.rangeClosed(0, Condensing.SINGLE)
          .mapToObj(i -> new Message("w" + i, "", one.signal(), one.at(), Sort.STATISTIC, one.alarm(), one.level(),
              one.origin(), one.since(), one.lasted(), one.evidence(), one.summary(), one.figures(), one.muted()))
          .toList();
      assertThrows(OutOfMemoryError.class, () -> outbox.put(List.of(posting(many)), play.now.wall(), _ -> {
        throw new OutOfMemoryError("played");
      }));
      assertEquals(0, outbox.counted("t").letters());
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
      assertEquals(story, all(outbox, "service/s0").stream().map(Letter::message).toList());
    }
  }

  @Test
  void theDeadAreKeptWithTheReasonAndComeBackBeforeWhatIsYounger() throws Exception {
    List<Message> story = story();
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
      Letter first = outbox.head("t", "service/s0").orElseThrow();
      outbox.die(first, Reason.of("relay.web.status", 404), play.now.wall());
      assertEquals(story.get(1), outbox.head("t", "service/s0").orElseThrow().message());
      assertEquals(List.of(new Dead(first, play.now.wall(), Reason.of("relay.web.status", 404))), outbox.dead("t"));
      assertEquals(1, outbox.replay("t"));
      assertEquals(story, all(outbox, "service/s0").stream().map(Letter::message).toList());
      assertEquals(List.of(), outbox.dead("t"));
    }
  }

  @Test
  void theDeadCanBeGivenUp() throws Exception {
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.put(List.of(posting(story())), play.now.wall(), Line.HERALD::condensed);
      outbox.die(outbox.head("t", "service/s0").orElseThrow(), Reason.of("x"), play.now.wall());
      assertEquals(List.of("t"), outbox.targets());
      assertEquals(1, outbox.drop("t"));
      assertEquals(0, outbox.replay("t"));
    }
  }

  @Test
  void aServerThatIsAwayForTwoMonthsGetsAllEventsAndFewFigures() throws Exception {
    Message window = story().stream().filter(m -> m.sort() == Sort.STATISTIC).findFirst().orElseThrow();
    Message begin = story().stream().filter(m -> m.sort() == Sort.BEGIN).findFirst().orElseThrow();
    int events = 0;
    try (Outbox outbox = Outbox.open(folder)) {
      for (int n = 0; n < 60 * 288; n++) {
        Instant from = Play.START.plusSeconds(300L * n);
        List<Message> messages = new ArrayList<>();
        messages.add(figures(window, from));
        if (n % 1000 == 0) {
          messages.add(named(begin, "e" + n));
          events++;
        }
        outbox.put(List.of(posting(messages)), from, Line.HERALD::condensed);
      }
      Outbox.Thinned thinned = outbox.thinned("t");
      assertTrue(thinned.condensed() > 10_000, thinned.toString());
      assertTrue(thinned.lost() > 1_000, thinned.toString());
      List<Letter> left = all(outbox, "service/s0");
      assertEquals(events, left.stream().filter(l -> l.message().sort().event()).count());
      assertTrue(left.size() < Condensing.SINGLE + Condensing.HOURS + events + 2, left.size() + " letters");
      Message hour = left.stream().map(Letter::message).filter(m -> m.id().endsWith("#condensed")).findFirst().orElseThrow();
      assertEquals(Duration.ofHours(1), Duration.between(hour.figures().orElseThrow().from(), hour.figures().orElseThrow().to()));
      assertEquals(1200, hour.figures().orElseThrow().total());
      assertEquals(500, hour.figures().orElseThrow().transaction().mean());
      assertTrue(hour.summary().contains("12 fenêtres réunies"), hour.summary());
      for (int i = 1; i < left.size(); i++) assertTrue(left.get(i - 1).n() < left.get(i).n(), "order");
    }
    assertTrue(Files.size(folder.resolve(Outbox.FILE)) < 8 << 20, "a disk that fills: " + Files.size(folder.resolve(Outbox.FILE)));
  }

  @Test
  void whatComesAfterAMomentWithoutMemoryIsKept() throws Exception {
    List<Message> story = story();
    Message window = story.stream().filter(m -> m.sort() == Sort.STATISTIC).findFirst().orElseThrow();
    List<Message> many = new ArrayList<>();
    for (int n = 0; n <= Condensing.SINGLE; n++) many.add(figures(window, Play.START.plusSeconds(300L * n)));
    try (Outbox outbox = Outbox.open(folder)) {
      assertThrows(OutOfMemoryError.class, () -> outbox.put(List.of(posting(many)), play.now.wall(), _ -> {
        throw new OutOfMemoryError("no memory for a moment");
      }));
      assertEquals(0, outbox.counted("t").letters());
      outbox.put(List.of(posting(story)), play.now.wall(), Line.HERALD::condensed);
      assertEquals(story, all(outbox, "service/s0").stream().map(Letter::message).toList());
    }
  }

  private static Message figures(Message m, Instant from) {
    var f = m.figures().orElseThrow();
    return new Message("s0@" + from, "", m.signal(), from.plusSeconds(300), m.sort(), m.alarm(), m.level(), m.origin(), m.since(),
        m.lasted(), m.evidence(), m.summary(), Optional.of(new iris.relay.Figures(from, from.plusSeconds(300), f.total(),
            f.failed(), f.transaction(), f.response())), m.muted());
  }

  private static Message named(Message m, String id) {
    return new Message(id, m.episode(), m.signal(), m.at(), m.sort(), m.alarm(), m.level(), m.origin(), m.since(), m.lasted(),
        m.evidence(), m.summary(), m.figures(), m.muted());
  }
}
