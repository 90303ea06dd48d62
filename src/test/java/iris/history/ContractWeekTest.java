package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.Supervision;
import iris.history.contract.Account;
import iris.history.contract.Availability;
import iris.history.contract.Availability.Judgement;
import iris.history.contract.Case;
import iris.history.contract.Cause;
import iris.history.contract.Contract;
import iris.history.contract.Counts;
import iris.history.contract.Hours;
import iris.history.contract.Ledger;
import iris.history.contract.Outages;
import iris.history.contract.Outages.Basis;
import iris.history.contract.Period;
import iris.history.contract.Punctuality;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A week as a manager would check it, with a pencil: a console lives it through its board and its journal, and the
 * figures are those that the script adds up to. It is the week in which clocks are put back: 169 hours.
 */
class ContractWeekTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Period WEEK = Period.of(Period.Unit.WEEK, LocalDate.parse("2026-10-22"), PARIS);
  private static final Instant NOW = at("2026-10-25T23:30");
  /** The feed holds half an hour. */
  private static final int HELD = 6;

  @TempDir
  private static Path folder;
  private static JournalAnnals annals;

  private static Instant at(String utc) {
    return Instant.parse(utc + ":00Z");
  }

  private static boolean between(Instant t, String from, String to) {
    return !t.isBefore(at(from)) && t.isBefore(at(to));
  }

  /** What the provider measures. */
  private static Item window(Instant from) {
    Verdict state = Verdict.UP;
    long total = 100;
    Map<Origin, Long> failures = Map.of();
    if (between(from, "2026-10-20T08:00", "2026-10-20T08:45")) {
      state = Verdict.DOWN;
      failures = Map.of(Origin.EXTERNAL, 100L);
    } else if (between(from, "2026-10-21T10:00", "2026-10-21T10:30")) {
      state = Verdict.DEGRADED;
      failures = Map.of(Origin.PROVIDER, 6L, Origin.EXTERNAL, 4L);
    } else if (between(from, "2026-10-22T01:00", "2026-10-22T02:00")) {
      state = Verdict.DOWN;
      failures = Map.of(Origin.PROVIDER, 100L);
    } else if (between(from, "2026-10-25T00:30", "2026-10-25T00:35")) {
      state = Verdict.DOWN;
      total = 0;
    }
    long failed = failures.values().stream().mapToLong(Long::longValue).sum();
    Window w = new Window("siv", from, from.plusSeconds(300), state, total, failed, failures, Timing.NONE, List.of(), List.of());
    return new Item("urn:iris:siv:window:" + from, "siv" + from, "SIV", "", Optional.of(from.plusSeconds(304)),
        Optional.empty(), Optional.empty(), 1, w);
  }

  /** What the provider says: since when, when he says so, until when, and when he says that. */
  private record Word(String id, String since, String said, String until, String closed) {
    Optional<Incident> at(Instant t) {
      if (t.isBefore(ContractWeekTest.at(said)) || t.isAfter(ContractWeekTest.at(closed).plusSeconds(7200))) return Optional.empty();
      boolean open = t.isBefore(ContractWeekTest.at(closed));
      return Optional.of(new Incident(id, "siv", "SIV indisponible", Incident.Kind.OUTAGE, open, Optional.of(Origin.EXTERNAL),
          Optional.empty(), Optional.of(ContractWeekTest.at(since)),
          open ? Optional.empty() : Optional.of(ContractWeekTest.at(until)), 1, "iris.step", "SIV indisponible"));
    }

    boolean news(Instant t) {
      return Stream.of(said, closed).map(ContractWeekTest::at).anyMatch(w -> Duration.between(w, t).abs().toSeconds() <= 60);
    }

    List<Item> items(Instant t) {
      List<Item> items = new ArrayList<>();
      if (!t.isBefore(ContractWeekTest.at(said))) items.add(item(1, said));
      if (!t.isBefore(ContractWeekTest.at(closed))) items.add(item(2, closed));
      return at(t).isPresent() ? items : List.of();
    }

    private Item item(int n, String published) {
      IncidentStep step = new IncidentStep(id, "siv", n, n == 1 ? IncidentStep.State.OPEN : IncidentStep.State.CLOSED,
          Severity.OUTAGE, Origin.EXTERNAL, Optional.empty(), ContractWeekTest.at(since),
          n == 1 ? Optional.empty() : Optional.of(ContractWeekTest.at(until)), "");
      return new Item(id + n, id + n, "SIV", "", Optional.of(ContractWeekTest.at(published)), Optional.empty(), Optional.of(id), 1, step);
    }
  }

  private static final List<Word> WORDS = List.of(
      new Word("i1", "2026-10-20T08:03", "2026-10-20T08:12", "2026-10-20T08:55", "2026-10-20T08:57"),
      new Word("i2", "2026-10-24T15:00", "2026-10-24T15:02", "2026-10-24T15:30", "2026-10-24T15:31"));

  private static Report document(Instant t) {
    List<Item> items = new ArrayList<>();
    Instant newest = Instant.ofEpochSecond(Math.floorDiv(t.getEpochSecond() - 5, 300) * 300 - 300);
    for (int i = HELD - 1; i >= 0; i--) items.add(window(newest.minusSeconds(300L * i)));
    List<Incident> incidents = new ArrayList<>();
    for (Word word : WORDS) {
      items.addAll(word.items(t));
      word.at(t).ifPresent(incidents::add);
    }
    Channel channel = new Channel("SIV", Optional.empty(), "", "fr", "iris", Optional.of(t), 5, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(new Channel.Agent("a", "1.0", Duration.ofMinutes(5), Optional.empty())));
    return new Report.Published("darva", new Bulletin(channel, Dialect.IRIS, List.of(new Service("siv", "SIV", List.of())), items,
        incidents, List.of()), Contact.NOTHING_KNOWN, false);
  }

  /** A console that polls each minute, is stopped once, and sees nothing of the feed for two hours. */
  private static final class Life {
    private final Journal journal;
    private final List<Entry> kept = new ArrayList<>();
    private Now now = new Now(at("2026-10-18T21:40"), Duration.ofHours(1));
    private Board board = Board.first(new Rules(List.of(new Rules.FeedRules("darva", "DARVA", Optional.empty(),
        Duration.ofSeconds(60))), Map.of()), now);

    Life(Journal journal) {
      this.journal = journal;
    }

    void step(Input input) {
      Entry entry = new Entry(now, input, board.after(input, now));
      board = entry.outcome().board();
      if (!entry.outcome().transitions().isEmpty()) kept.add(entry);
    }

    /** Most polls find nothing new. */
    private Report news(Instant wall) {
      boolean first = board.feeds().get("darva").supervision() != Supervision.FRESH;
      boolean window = wall.getEpochSecond() % 300 == 30;
      boolean word = WORDS.stream().anyMatch(w -> w.news(wall));
      return first || window || word ? document(wall) : new Report.Unchanged("darva", Contact.NOTHING_KNOWN);
    }

    void run() throws Exception {
      boolean ordered = false;
      while (now.wall().isBefore(NOW)) {
        Instant wall = now.wall().plusSeconds(30);
        now = new Now(wall, now.mono().plusSeconds(30));
        if (between(wall, "2026-10-24T06:02", "2026-10-24T09:02")) continue;
        if (wall.equals(at("2026-10-24T09:02"))) step(new Input.Restarted(at("2026-10-24T06:02")));
        if (!ordered && wall.isAfter(at("2026-10-21T20:00"))) {
          ordered = true;
          step(new Input.Did(new Act.Maintain("siv", "marie", "migration", at("2026-10-22T00:00"), at("2026-10-22T02:00"))));
        }
        step(new Input.Tick());
        if (wall.getEpochSecond() % 60 != 30) continue;
        boolean lost = between(wall, "2026-10-23T12:00", "2026-10-23T14:00");
        step(new Input.Heard(lost ? new Report.Unreached("darva", Reason.of("feed.timeout")) : news(wall)));
      }
      journal.write(kept);
    }
  }

  @BeforeAll
  static void live() throws Exception {
    try (Journal journal = assertInstanceOf(Opening.Writable.class, Profile.open(folder, at("2026-10-18T20:00"))).journal()) {
      new Life(journal).run();
    }
    annals = new JournalAnnals(folder);
  }

  @AfterAll
  static void close() {
    annals.close();
  }

  private static Account account(Contract c, Period p) throws Exception {
    return Ledger.of(annals, c, p, NOW, Ledger.Depth.BRIEF, Map.of("siv", "darva")).accounts().getFirst();
  }

  private static Contract contract(double target, Hours hours, boolean maintenance, Set<Origin> against) {
    return new Contract("siv", "SIV", List.of("siv"), target, PARIS, hours, Set.of(), maintenance, against, Period.Unit.WEEK,
        Optional.empty(), Optional.empty());
  }

  private static Contract usual(double target) {
    return contract(target, Hours.ALWAYS, false, Contract.ALL);
  }

  @Test
  void theWeekIsPromisedMeasuredAndLostAsTheScriptAddsUp() throws Exception {
    Counts c = account(usual(0.99), WEEK).counts();
    assertEquals(169 * 3600, c.counted() + c.maintenance());
    assertEquals(7200, c.maintenance());
    // Lost from 12:00 to 14:00, stopped from 6:02 to 9:02: the half hour that the feed still held was read later.
    assertEquals(Map.of(Cause.LOST, 95 * 60L, Cause.STOPPED, 150 * 60L), c.unmeasured());
    assertEquals(2700 + 180 + 300, c.lost(), 1e-6);
    assertEquals(2700 + 72, c.lost(Origin.EXTERNAL), 1e-6);
    assertEquals(108, c.lost(Origin.PROVIDER), 1e-6);
    assertEquals(300, c.lost(Origin.UNKNOWN), 1e-6);
  }

  @Test
  void theTargetIsMetBreachedOrNeither() throws Exception {
    // Promised 601,200 s, of which 586,500 were measured and 583,320 good.
    Availability a = account(usual(0.99), WEEK).availability();
    assertEquals(583_320.0 / 586_500, a.value().orElseThrow(), 1e-9);
    assertEquals(586_500.0 / 601_200, a.coverage(), 1e-9);
    assertEquals(583_320.0 / 601_200, a.low(), 1e-9);
    assertEquals(598_020.0 / 601_200, a.high(), 1e-9);
    assertEquals(Judgement.INDETERMINATE, a.judgement());
    assertEquals(Judgement.BREACHED, account(usual(0.999), WEEK).availability().judgement());
    assertEquals(Judgement.MET, account(usual(0.96), WEEK).availability().judgement());
    assertEquals(53, a.used(), 1e-6);
    assertEquals(6012.0 / 60, a.budget(), 1e-6);
  }

  @Test
  void aContractOfTheProviderAloneLooksAtHisShare() throws Exception {
    Availability a = account(contract(0.9995, Hours.ALWAYS, false, Set.of(Origin.PROVIDER)), WEEK).availability();
    assertEquals(108, a.lost(), 1e-6);
    assertEquals(3072, a.excused(), 1e-6);
    Counts counted = account(contract(0.9995, Hours.ALWAYS, true, Set.of(Origin.PROVIDER)), WEEK).counts();
    assertEquals(0, counted.maintenance());
    assertEquals(108 + 3600, counted.lost(Origin.PROVIDER), 1e-6);
  }

  @Test
  void outagesAreTwoByWindowsAndByEpisodes() throws Exception {
    Account account = account(usual(0.99), WEEK);
    Outages windows = account.outages(Basis.WINDOWS);
    assertEquals(List.of(2700L, 300L), windows.all().stream().map(o -> o.known()).toList());
    assertEquals(25, windows.repair().orElseThrow(), 1e-9);
    assertEquals((586_500 - 3000) / 120.0, windows.between().orElseThrow(), 1e-9);
    assertEquals(at("2026-10-20T08:00"), windows.longest().orElseThrow().since());
    Outages episodes = account.outages(Basis.EPISODES);
    // The second incident of the provider was an alarm too, though no window saw it.
    assertEquals(3, episodes.count());
  }

  @Test
  void theProviderIsTwelveMinutesLateAndTenMinutesSlowToSayThatItIsOver() throws Exception {
    Punctuality p = account(usual(0.99), WEEK).punctuality();
    assertEquals(Optional.of(Duration.ofMinutes(12)), p.untilNotice());
    assertEquals(Optional.of(Duration.ofMinutes(10)), p.untilReturn());
    assertEquals(4, p.cases().size(), p.cases().toString());
    assertEquals(2, p.neverAnnounced());
    assertEquals(1, p.withoutEffect());
    assertEquals(0, p.recoveriesNeverAnnounced());
    assertEquals(Duration.ofMinutes(245), p.unmeasured());
    Case first = p.cases().getFirst();
    assertEquals(Optional.of(at("2026-10-20T08:12").plusSeconds(30)), first.noticeRead());
  }

  @Test
  void eachDayHasItsOwnLengthAndTheNightHourComesTwice() throws Exception {
    Account account = account(usual(0.99), WEEK);
    List<Account.Part> days = account.parts(Period.Unit.DAY);
    assertEquals(7, days.size());
    assertEquals(25 * 3600, days.getLast().counts().counted());
    assertEquals(300, days.getLast().counts().lost(), 1e-6);
    assertEquals(8 * 3600, account.hoursOfDay().get(2).counted() + account.hoursOfDay().get(2).maintenance());
    assertEquals(300, account.hoursOfDay().get(2).lost(), 1e-6);
    assertEquals(2700, account.hoursOfDay().get(10).lost(), 1e-6);
  }
}
