package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.Suppression;
import iris.history.years.Pause;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maintenance and out of service, as they really began and ended. */
class PausesTest {
  private static final Instant T = Fixtures.START;

  @TempDir Path folder;

  private Now now = new Now(T, Duration.ofSeconds(1000));
  private Board board = Board.first(
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);
  private final List<Entry> entries = new ArrayList<>();

  private void at(int minutes, Input input) {
    now = new Now(T.plusSeconds(60L * minutes), now.mono().plusSeconds(60));
    entries.add(new Entry(now, input, board.after(input, now)));
    board = entries.getLast().outcome().board();
  }

  private void at(int minutes, Act act) {
    at(minutes, new Input.Did(act));
  }

  private void hear(int minutes, Item... more) {
    List<Item> items = new ArrayList<>(List.of(Fixtures.window(Math.max(0, minutes / 5 - 1), Verdict.UP)));
    items.addAll(List.of(more));
    at(minutes, new Input.Heard(Fixtures.published("siv", items)));
  }

  private static Item declared(String id, Maintenance.State state, int from, int to, int published) {
    return new Item("urn:m:" + id + ":" + published, "rev" + published, "Travaux", "…", Optional.of(minute(published)),
        Optional.empty(), Optional.of(id), 3, new Maintenance(id, "siv", state, minute(from), minute(to)));
  }

  private static Instant minute(int minutes) {
    return T.plusSeconds(60L * minutes);
  }

  private static Pause pause(Suppression.Kind kind, int from, Integer to, String author, String reason) {
    return new Pause("siv", kind, minute(from), Optional.ofNullable(to).map(PausesTest::minute), author, reason);
  }

  private List<Pause> kept() throws Exception {
    try (Journal journal = open()) {
      // One by one, as they come; what was kept before stays.
      for (Entry entry : entries) journal.write(List.of(entry));
      entries.clear();
    }
    try (JournalAnnals annals = new JournalAnnals(folder)) {
      return annals.pauses("siv", T, T.plus(Duration.ofDays(9)));
    }
  }

  private Journal open() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, T)).journal();
  }

  @Test
  void aMaintenanceThatAnOperatorEndsEarlyEndsThen() throws Exception {
    hear(5);
    at(10, new Act.Maintain("siv", "Paul", "mise à jour", minute(10), minute(90)));
    assertEquals(List.of(pause(Suppression.Kind.MAINTENANCE, 10, null, "Paul", "mise à jour")), kept());
    at(42, new Act.EndMaintenance("siv", "Léa"));
    at(43, new Input.Tick());
    assertEquals(List.of(pause(Suppression.Kind.MAINTENANCE, 10, 42, "Paul", "mise à jour")), kept());
  }

  @Test
  void aMaintenanceThatWasCancelledBeforeItBeganNeverWas() throws Exception {
    hear(5);
    at(10, new Act.Maintain("siv", "Paul", "mise à jour", minute(60), minute(90)));
    at(20, new Act.CancelMaintenance("siv", minute(60), "Paul", "reporté"));
    at(70, new Input.Tick());
    assertEquals(List.of(), kept());
  }

  @Test
  void aPlannedOneBeginsAndEndsByItselfAlsoWhileNoConsoleRuns() throws Exception {
    hear(5, declared("m1", Maintenance.State.PLANNED, 60, 90, 4));
    at(6, new Act.Maintain("siv", "Paul", "après", minute(100), minute(130)));
    assertEquals(List.of(), kept());
    at(300, new Input.Restarted(minute(6)));
    at(301, new Input.Tick());
    assertEquals(List.of(pause(Suppression.Kind.MAINTENANCE, 60, 90, "siv", "m1"),
        pause(Suppression.Kind.MAINTENANCE, 100, 130, "Paul", "après")), kept());
  }

  @Test
  void aFeedThatSaysDoneEndsItWhenItSaidSoThoughHeardLater() throws Exception {
    hear(5, declared("m1", Maintenance.State.PLANNED, 20, 90, 4));
    at(21, new Input.Tick());
    assertEquals(List.of(pause(Suppression.Kind.MAINTENANCE, 20, null, "siv", "m1")), kept());
    hear(50, declared("m1", Maintenance.State.DONE, 20, 90, 45));
    assertEquals(List.of(pause(Suppression.Kind.MAINTENANCE, 20, 45, "siv", "m1")), kept());
  }

  @Test
  void outOfServiceLastsUntilItIsTakenBackOrItsTimeIsOver() throws Exception {
    hear(5);
    at(10, new Act.OutOfService("siv", true, "Paul", "bascule", Optional.empty()));
    assertEquals(List.of(pause(Suppression.Kind.OUT_OF_SERVICE, 10, null, "Paul", "bascule")), kept());
    at(30, new Act.OutOfService("siv", false, "Paul", "fini", Optional.empty()));
    at(40, new Act.OutOfService("siv", true, "Paul", "essai", Optional.of(minute(60))));
    at(200, new Input.Tick());
    assertEquals(List.of(pause(Suppression.Kind.OUT_OF_SERVICE, 10, 30, "Paul", "bascule"),
        pause(Suppression.Kind.OUT_OF_SERVICE, 40, 60, "Paul", "essai")), kept());
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenWithTheNextEntries() throws Exception {
    hear(5);
    try (Journal journal = open()) {
      journal.write(entries);
      entries.clear();
      at(10, new Act.Maintain("siv", "Paul", "x".repeat(50_000), minute(10), minute(90)));
      journal.limitPages(true);
      assertThrows(SQLException.class, () -> journal.write(entries));
      journal.limitPages(false);
    }
    assertEquals(1, kept().size());
  }
}
