package iris.relay.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Input;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.history.Squeeze;
import iris.relay.Message;
import iris.signal.Reason;
import iris.signal.Report;
import iris.store.Sqlite;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is owed to a target is found by what is another on the board, and what it was told is kept episode by episode. */
class MendingTest {
  private static final int SERVICES = 5;
  private static final int FEW = 80;
  private static final int MANY = 800;
  private static final double GENEROUS = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingIsFoundByALookAtEverythingThatIsNotFoundByWhatChanged(long seed) {
    Random random = new Random(seed * 104_729);
    Play play = new Play(SERVICES);
    Told told = Told.NOTHING;
    int messages = 0;
    for (int window = 0; window < 20; window++) {
      play.answering = random.nextInt(6) > 0;
      int bad = random.nextInt(1 << SERVICES);
      List<Outcome> outcomes = new ArrayList<>(play.pass(300));
      if (play.answering) outcomes.addAll(play.window(i -> (bad >> i & 1) == 1));
      outcomes.addAll(befall(play, random));
      for (Outcome each : outcomes) {
        Said whole = Line.HERALD.tell(told.unseen(), each);
        Said said = Line.HERALD.tell(told, each);
        assertEquals(ids(whole), ids(said));
        assertEquals(whole.told(), said.told());
        messages += said.messages().size();
        told = said.told();
      }
    }
    assertTrue(messages > 60, "a life in which something happens");
  }

  private static List<Outcome> befall(Play play, Random random) {
    AlarmKey alarm = new AlarmKey(AlarmKey.Kind.values()[random.nextInt(3)], Play.service(random.nextInt(SERVICES)));
    int first = random.nextInt(2);
    Rules fewer = new Rules(IntStream.range(first, SERVICES).mapToObj(i ->
        new Rules.FeedRules("f" + i, "F" + i, Optional.empty(), Duration.ofMinutes(1))).toList(), Map.of());
    return switch (random.nextInt(6)) {
      case 0 -> List.of(play.step(new Input.Did(new Act.Acknowledge(alarm, "Léa", "vu"))));
      case 1 -> List.of(play.step(new Input.Did(new Act.Shelve(alarm, "Léa", "travaux", Duration.ofMinutes(15)))));
      case 2 -> List.of(play.step(new Input.Reconfigured(fewer)), play.step(new Input.Tick()));
      case 3 -> List.of(play.step(new Input.Restarted(play.now.wall())), play.step(new Input.Tick()));
      case 4 -> List.of(play.step(new Input.Heard(new Report.Unreached("f1", Reason.of("feed.timeout", 5)))));
      default -> List.of(play.step(new Input.Tick()));
    };
  }

  private static Set<String> ids(Said said) {
    return said.messages().stream().map(Message::id).collect(Collectors.toSet());
  }

  /** All services are down, and one outcome more is told and kept: bytes that the thread asks for. */
  private long another(int services) throws Exception {
    Play play = new Play(services);
    List<Outcome> outcomes = new ArrayList<>(play.window(_ -> true));
    Told told = Told.NOTHING;
    for (Outcome o : outcomes) told = Line.HERALD.tell(told, o).told();
    assertEquals(services, told.episodes().size());
    Path own = Files.createDirectories(folder.resolve("of" + services));
    long bytes = 0;
    try (Outbox outbox = Outbox.open(own)) {
      outbox.put(List.of(new Posting("t", 1, Told.NOTHING, told, List.of())), play.now.wall(), Line.HERALD::condensed);
      ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      for (int i = 0; i < 20; i++) {
        play.now = play.now.plus(Duration.ofMillis(1_100));
        Outcome next = play.step(new Input.Did(new Act.Acknowledge(new AlarmKey(AlarmKey.Kind.OUTAGE, Play.service(i)), "Léa", "vu")));
        long before = bean.getCurrentThreadAllocatedBytes();
        Said said = Line.HERALD.tell(told, next);
        Told other = said.told().without(said.told().episodes().keySet().iterator().next());
        outbox.put(List.of(new Posting("t", 2 + i, told, other, said.messages())), play.now.wall(), Line.HERALD::condensed);
        bytes += bean.getCurrentThreadAllocatedBytes() - before;
        told = other;
      }
      assertEquals(told, outbox.place("t").orElseThrow().told());
    }
    return bytes / 20;
  }

  @Test
  void anEpisodeThatEndsWhileThousandsStandIsToldAndKeptWithoutTheOthers() throws Exception {
    long few = another(FEW);
    long many = another(MANY);
    assertTrue(many < few * GENEROUS, () -> few + " bytes of " + FEW + " that stand, " + many + " of " + MANY);
  }

  /** Two targets that were told this, as the first version kept it: all that stands in one body. */
  private void keptAsOne(Said said, byte[] first, byte[] second) throws Exception {
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.put(List.of(new Posting("t", 3, Told.NOTHING, said.told(), said.messages()),
          new Posting("u", 4, Told.NOTHING, said.told(), said.messages())), Play.START, Line.HERALD::condensed);
    }
    try (Connection db = Sqlite.writable(folder.resolve(Outbox.FILE));
        PreparedStatement whole = db.prepareStatement("UPDATE place SET told = iif(target = 't', ?, ?)")) {
      Sqlite.execute(db, "DROP TABLE told");
      whole.setBytes(1, first);
      whole.setBytes(2, second);
      whole.executeUpdate();
      Sqlite.execute(db, "PRAGMA user_version = 1");
    }
  }

  private static Said begin() {
    return Line.HERALD.tell(Told.NOTHING, new Play(1).window(_ -> true).getFirst());
  }

  @Test
  void whatAnEarlierVersionToldIsNotToldAgain() throws Exception {
    Told told = begin().told();
    keptAsOne(begin(), Envelope.asOne(told.episodes()), Envelope.asOne(told.episodes()));
    try (Outbox outbox = Outbox.open(folder)) {
      assertEquals(told, outbox.place("t").orElseThrow().told());
      assertEquals(told, outbox.place("u").orElseThrow().told());
    }
  }

  static List<byte[]> unreadable() {
    byte[] cut = Envelope.asOne(begin().told().episodes());
    cut[cut.length - 1] ^= 0x55;
    return List.of(new byte[0], cut, Squeeze.in("{}".getBytes(UTF_8)),
        Squeeze.in("{\"episodes\":{\"e\":null}}".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatAnEarlierVersionToldOneTargetAndCannotBeReadKeepsNobodyFromBeingTold(byte[] body) throws Exception {
    Said said = begin();
    keptAsOne(said, body, Envelope.asOne(said.told().episodes()));
    try (Outbox outbox = Outbox.open(folder)) {
      Place place = outbox.place("t").orElseThrow();
      assertEquals(3, place.seq());
      assertEquals(Told.NOTHING, place.told());
      assertEquals(said.told(), outbox.place("u").orElseThrow().told());
      long waiting = outbox.counted("t").letters();
      Posting again = new Posting("t", 5, place.told(), said.told(), said.messages());
      outbox.put(List.of(again), Play.START, Line.HERALD::condensed);
      assertEquals(waiting, outbox.counted("t").letters(), "sent twice");
    }
  }
}
