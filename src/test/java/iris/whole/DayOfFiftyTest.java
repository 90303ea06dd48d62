package iris.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.history.Entry;
import iris.history.Journal;
import iris.history.Opening;
import iris.history.Profile;
import iris.notify.Decision;
import iris.notify.Memory;
import iris.notify.Notice;
import iris.notify.Stages;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Contact;
import iris.signal.Report;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 24 hours of 50 services at the speed of the machine: real documents, read, judged, journaled and told, polled every
 * minute, with a tick every ten seconds between.
 */
class DayOfFiftyTest {
  private static final int SERVICES = 50;
  private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");

  /** More than a board keeps, so that it is as full at the start of the day as at its end. */
  private static final int BACKLOG = 330;

  @TempDir Path folder;

  private final List<Provider> providers = IntStream.range(0, SERVICES).mapToObj(Provider::new).toList();
  private final Map<String, Long> read = new HashMap<>();
  private final Map<String, Integer> told = new HashMap<>();
  private final List<Notice> toasts = new ArrayList<>();
  private final List<Entry> unwritten = new ArrayList<>();
  private Now now = new Now(START, Duration.ofHours(3));
  private Memory memory = Memory.EMPTY;
  private Board board = Board.first(new Rules(providers.stream()
      .map(p -> new Rules.FeedRules(p.id(), p.id(), Optional.empty(), Duration.ofMinutes(1))).toList(), Map.of()), now);

  @Test
  void memoryStaysFlatAndNothingIsToldTwice() throws Exception {
    List<Long> heap = new ArrayList<>();
    try (Journal journal = assertInstanceOf(Opening.Writable.class, Profile.open(folder, START)).journal()) {
      for (int hour = 0; hour < 24; hour++) {
        anHour(journal);
        if (hour >= 3 && hour % 5 == 3) heap.add(usedHeap());
      }
    }
    told.forEach((what, times) -> assertEquals(1, times, "told " + times + " times: " + what));
    long raises = told.keySet().stream().filter(t -> t.endsWith(" " + Call.RAISE)).count();
    assertTrue(raises > 3 * SERVICES, "a day too calm to prove anything: " + raises + " raises");
    assertTrue(told.keySet().stream().filter(t -> t.endsWith(" " + Call.CLEAR)).count() > raises / 2, "hardly a recovery");
    assertEverythingWasSaidOnce();
    long growth = heap.getLast() - heap.getFirst();
    assertTrue(growth < 8L << 20, "the heap grew by " + growth / 1024 + " KB in 20 hours: " + heap);
    assertEquals(SERVICES, board.services().size());
    board.services().values().forEach(s -> assertTrue(s.windows().size() <= BACKLOG, () -> s.windows().size() + " windows"));
  }

  private void anHour(Journal journal) throws SQLException {
    for (int minute = 0; minute < 60; minute++) {
      for (Provider provider : providers) step(poll(provider));
      for (int tick = 0; tick < 6; tick++) {
        now = now.plus(Duration.ofSeconds(10));
        step(new Input.Tick());
      }
      journal.write(unwritten);
      unwritten.clear();
    }
  }

  private Input poll(Provider provider) {
    long edition = Provider.edition(now.wall());
    Long before = read.put(provider.id(), edition);
    if (before != null && before == edition) return new Input.Heard(new Report.Unchanged(provider.id(), Contact.NOTHING_KNOWN));
    byte[] document = provider.document(edition, before == null ? BACKLOG : 6);
    Reading.Read reading = assertInstanceOf(Reading.Read.class, Rss.read(document, ReadOptions.of(provider.id(), provider.id())));
    return new Input.Heard(new Report.Published(provider.id(), reading.bulletin(), Contact.NOTHING_KNOWN, false));
  }

  private void step(Input input) {
    Outcome outcome = board.after(input, now);
    board = outcome.board();
    unwritten.add(new Entry(now, input, outcome));
    Decision decision = Stages.decide(memory, outcome.transitions(), board, now);
    memory = decision.memory();
    decision.notice().ifPresent(toasts::add);
    for (Transition t : outcome.transitions()) {
      if (!(t instanceof Transition.Told(Instant at, Transition.Announcement a)) || a.suppressed()) continue;
      if (a.call() == Call.RAISE || a.call() == Call.CLEAR) told.merge(a.episode() + " " + a.call(), 1, Integer::sum);
    }
  }

  private void assertEverythingWasSaidOnce() {
    Set<String> news = new HashSet<>();
    for (Notice toast : toasts) {
      for (Transition.Told t : toast.news()) {
        // A reminder of what stands is meant to come again.
        if (toast.form() == Notice.Form.REMINDER || t.announcement().call() == Call.REPEAT) continue;
        String what = t.announcement().episode() + " " + t.announcement().call() + " " + t.at();
        assertTrue(news.add(what), "two toasts for " + what);
      }
    }
    assertTrue(toasts.size() > SERVICES, "only " + toasts.size() + " toasts");
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
