package iris.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.agent.Published;
import iris.agent.Vitals;
import iris.agent.publish.ListShelf;
import iris.agent.publish.Prose;
import iris.agent.publish.Publisher;
import iris.agent.publish.Samples;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Desk;
import iris.alarm.FeedState;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.feed.Fetcher;
import iris.feed.Pollers;
import iris.feed.ProxyRoute;
import iris.feed.SourceConfig;
import iris.flow.Cell;
import iris.flow.Mailbox;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Report;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Lang;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agent's front, the way over the net, and the console's board: as they are, on real sockets. */
class PushedAlertTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private final Prose prose = new Prose(Lang.FR, ZoneOffset.UTC);
  private final ListShelf shelf = new ListShelf();
  private final Instant now = CLOCK.instant();
  private final Instant grid = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
  private final Cell<Vitals> vitals = new Cell<>(new Vitals(now, now, List.of(), List.of()));
  private final LinkedBlockingQueue<Report> polled = new LinkedBlockingQueue<>();
  private final Mailbox<Input> inputs = new Mailbox<>();
  private final CountDownLatch raised = new CountDownLatch(1);
  /** The strip of the wall has all its cells. */
  private final CountDownLatch whole = new CountDownLatch(1);
  private volatile Board board;
  private long number;
  private Publisher publisher;
  private Fetcher fetcher;
  private Pollers pollers;
  private Desk desk;

  @BeforeEach
  void openAll() throws Exception {
    for (int i = 30 * 12; i > 0; i--) put(window(grid.minusSeconds(300L * i)));
    AgentConfig.Publication publication = new AgentConfig.Publication(
        Optional.of(new AgentConfig.Listen("127.0.0.1", 0, Optional.empty())), Optional.empty(),
        Optional.of(URI.create("https://example.org/siv")), Optional.empty(), Optional.empty(), Duration.ofDays(30), 50);
    AgentConfig config = new AgentConfig("darva-siv-1", Duration.ofMinutes(5), Lang.FR, ZoneOffset.UTC, Path.of("unused"),
        publication, List.of(new AgentConfig.Served(Samples.SIV,
            new AgentConfig.Thresholds(0.5, 0.99, Optional.empty()), AgentConfig.Suspicion.USUAL, List.of())));
    publisher = Publisher.open(config, shelf, vitals, CLOCK, "1.0");
    Rules rules = new Rules(
        List.of(new Rules.FeedRules("darva", "DARVA", Optional.empty(), Duration.ofHours(1))), Map.of());
    Board first = Board.first(rules, clock());
    board = first;
    desk = Desk.open(first, inputs, this::clock, this::see);
    fetcher = new Fetcher(CLOCK, Map.of());
    pollers = new Pollers(fetcher, this::report, Optional.empty(),
        id -> Optional.ofNullable(board.feeds().get(id)).flatMap(FeedState::newest), CLOCK, new SplittableRandom(1));
    pollers.configure(List.of(SourceConfig.of("darva", "DARVA", publisher.address("siv").orElseThrow())
        .every(Duration.ofHours(1)).proxy(ProxyRoute.DIRECT)));
  }

  @AfterEach
  void closeAll() {
    pollers.close();
    fetcher.close();
    desk.close();
    publisher.close();
  }

  private Now clock() {
    return new Now(CLOCK.instant(), Duration.ofNanos(System.nanoTime()));
  }

  private void report(Report report) {
    polled.add(report);
    inputs.post(new Input.Heard(report));
  }

  private void see(Now at, Input input, Outcome outcome) {
    board = outcome.board();
    if (board.services().containsKey("siv") && board.services().get("siv").windows().size() >= 288) whole.countDown();
    for (Transition t : outcome.transitions())
      if (t instanceof Transition.Told(Instant _, Transition.Announcement a)
          && a.call() == Transition.Announcement.Call.RAISE && a.alarm().kind() == AlarmKey.Kind.OUTAGE)
        raised.countDown();
  }

  private Published put(Item item) {
    Published p = new Published(++number, "siv", item);
    shelf.put(p);
    return p;
  }

  private Item window(Instant from) {
    return prose.window(Samples.SIV, new Window("siv", from, from.plusSeconds(300), Verdict.UP, 1248, 4,
        Map.of(Origin.EXTERNAL, 4L), new Timing(512, 470, 980, 1900, 4200), List.of(), List.of()), from.plusSeconds(304));
  }

  private Report hear() throws InterruptedException {
    Report report = polled.poll(60, TimeUnit.SECONDS);
    if (report == null) throw new AssertionError("nothing was heard");
    return report;
  }

  @Test
  void fromPublicationToTheAlertPassesLessThanASecond() throws InterruptedException {
    // An hour lies between two polls: what comes sooner was pushed. The stream stands when it has woken the poller.
    for (boolean stands = false; !stands; ) stands = hear() instanceof Report.Unchanged;
    // The quickest tells what the way takes where neither classes are loaded nor the machine is busy with other things.
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 12 && best >= 1000; i++) {
      // Pushed one after the other without a rest, they would be read together a second later.
      for (boolean rested = false; !rested; ) rested = polled.poll(1_200, TimeUnit.MILLISECONDS) == null;
      Published window = put(window(grid.plusSeconds(300L * i)));
      long began = System.nanoTime();
      publisher.published(List.of(window));
      for (boolean came = false; !came; ) came = hear() instanceof Report.Published p && !p.backfill();
      best = Math.min(best, (System.nanoTime() - began) / 1_000_000);
    }
    IncidentStep outage = new IncidentStep("20261122T1412Z-1", "siv", 1, IncidentStep.State.OPEN, Severity.OUTAGE,
        Origin.EXTERNAL, Optional.of("ants"), CLOCK.instant().minusSeconds(5), Optional.empty(), "probable : délai");
    publisher.published(List.of(put(prose.step(Samples.SIV, outage, CLOCK.instant()))));
    assertTrue(raised.await(60, TimeUnit.SECONDS), "no alert came");
    assertTrue(best < 1000, "from publication to the console: " + best + " ms");
  }

  @Test
  void aNewConsoleKnowsTheDayBeforeFromTheArchives() throws InterruptedException {
    Instant newest = grid;
    Instant oldest = newest;
    while (oldest.isAfter(newest.minus(Duration.ofHours(24)))) {
      if (hear() instanceof Report.Published p) {
        for (Window w : p.bulletin().windows().toList()) if (w.from().isBefore(oldest)) oldest = w.from();
      }
    }
    assertTrue(whole.await(60, TimeUnit.SECONDS), "the strip of 24 h has gaps");
    assertEquals(1, raised.getCount(), "the past raised an alarm");
  }
}
