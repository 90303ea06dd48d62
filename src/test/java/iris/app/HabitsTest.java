package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Judged;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.alarm.Transition.Kept.How;
import iris.history.Entry;
import iris.history.Journal;
import iris.history.JournalAnnals;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HabitsTest {
  /** A Tuesday, 10:20 in Paris. */
  private static final Instant NOW = Instant.parse("2026-11-24T09:20:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @TempDir Path folder;

  private static Judged window(Instant from, long mean) {
    Window w = new Window("siv", from, from.plusSeconds(300), Verdict.UP, 100, 0, Map.of(), new Timing(mean, -1, -1, -1, -1),
        List.of(), List.of());
    return new Judged(w, Verdict.UP, false, "g" + from, "r" + from, Optional.of(from.plusSeconds(304)));
  }

  /** A board that has heard one window of the service. */
  private static Board board(Instant now) {
    Board board = Board.first(new Rules(
        List.of(new Rules.FeedRules("darva", "DARVA", Optional.empty(), Duration.ofMinutes(1))), Map.of()), new Now(now, Duration.ZERO));
    Judged j = window(now.minusSeconds(600), 340);
    Item item = new Item(j.guid(), j.revision(), "siv", "", j.published(), Optional.empty(), Optional.empty(), 1, j.window());
    Channel channel = new Channel("Signalement", Optional.empty(), "", "fr", "", Optional.of(now), 0, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(new Channel.Agent("agent", "1.0", Duration.ofMinutes(5), Optional.empty())));
    Bulletin said = new Bulletin(channel, Dialect.IRIS, List.of(new Service("siv", "SIV", List.of())), List.of(item), List.of(), List.of());
    return board.after(new Input.Heard(new Report.Published("darva", said, Contact.NOTHING_KNOWN, false)),
        new Now(now, Duration.ZERO)).board();
  }

  private void past(Board board, int weeks) throws Exception {
    try (Journal journal = Outset.ofProfile(folder, NOW).journal().orElseThrow()) {
      List<Entry> all = new ArrayList<>();
      for (int week = 1; week <= weeks; week++)
        for (int i = -12; i < 36; i++) {
          Instant from = NOW.minus(Duration.ofDays(7L * week)).minus(Duration.ofMinutes(20)).plus(Duration.ofMinutes(5L * i));
          Outcome outcome = new Outcome(board,
              List.of(new Transition.Kept(from.plusSeconds(310), "siv", window(from, 340 + i % 3), How.NEW)));
          all.add(new Entry(new Now(from.plusSeconds(310), Duration.ZERO), new Input.Tick(), outcome));
        }
      journal.write(all);
    }
  }

  @Test
  void whatIsUsualNowAndInTheNextHourIsToldFromTheJournal() throws Exception {
    Board board = board(NOW);
    past(board, 5);
    CompletableFuture<Report> told = new CompletableFuture<>();
    try (JournalAnnals annals = new JournalAnnals(folder);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Habits _ = new Habits(() -> board, annals, reader, () -> NOW, () -> PARIS, told::complete, Duration.ofMillis(10))) {
      List<Norm> norms = ((Report.Customary) told.get(60, TimeUnit.SECONDS)).norms();
      assertEquals(List.of(10, 11), norms.stream().map(Norm::hour).toList());
      assertEquals(DayOfWeek.TUESDAY, norms.getFirst().day());
      assertEquals(5, norms.getFirst().weeks());
      assertEquals(340, norms.getFirst().usual().get(Measure.TRANSACTION).middle(), 2);
      Board knows = board.after(new Input.Heard(told.get()), new Now(NOW.plusSeconds(1), Duration.ofSeconds(1))).board();
      assertTrue(Habits.lacking(knows, NOW).isEmpty(), "it is asked once an hour");
      assertEquals(1, Habits.lacking(knows, NOW.plus(Duration.ofMinutes(90))).size());
    }
  }

  @Test
  void aServiceWithTooLittlePastIsAskedOnceAnHourToo() throws Exception {
    Board board = board(NOW);
    past(board, 2);
    CompletableFuture<Report> told = new CompletableFuture<>();
    try (JournalAnnals annals = new JournalAnnals(folder);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Habits _ = new Habits(() -> board, annals, reader, () -> NOW, () -> PARIS, told::complete, Duration.ofMillis(10))) {
      Report report = told.get(60, TimeUnit.SECONDS);
      assertTrue(((Report.Customary) report).norms().stream().allMatch(n -> n.usual().isEmpty() && n.weeks() == 2));
      Board knows = board.after(new Input.Heard(report), new Now(NOW.plusSeconds(1), Duration.ofSeconds(1))).board();
      assertTrue(Habits.lacking(knows, NOW).isEmpty());
    }
  }
}
