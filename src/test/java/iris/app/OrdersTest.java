package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.simulate.Fault;
import iris.history.keep.FileForm;
import iris.history.keep.Kind;
import iris.history.keep.Selection;
import iris.report.Format;
import iris.settings.Display;
import iris.words.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {
  private static final Order.Common NOTHING = new Order.Common(Optional.empty(), Optional.empty(), Optional.empty());

  private static Order of(String line) throws Misuse {
    return Orders.of(line.isEmpty() ? new String[0] : line.split(" "));
  }

  @Test
  void noArgumentsOpenTheConsole() throws Misuse {
    assertEquals(new Order.Console(NOTHING, false, Optional.empty()), of(""));
    assertEquals(new Order.Console(NOTHING, true, Optional.of(2)), of("--wall --screen 2"));
  }

  @Test
  void sharedOptionsStandBeforeOrAfterTheCommand() throws Misuse {
    Order.Common english = new Order.Common(
        Optional.of(Path.of("a.yaml")), Optional.of(Display.Language.EN), Optional.empty());
    Order want = new Order.Check(english, "http://x/feed", Order.Check.Format.JSON, false);
    assertEquals(want, of("--lang en --config a.yaml check http://x/feed --format json"));
    assertEquals(want, of("check --format=json http://x/feed --lang en --config a.yaml"));
  }

  @Test
  void aReplayGoesAtSomeSpeedsOnly() throws Misuse {
    assertEquals(new Order.Replay(NOTHING, Optional.of("03:00"), Optional.empty(), Optional.of(60)),
        of("replay --from 03:00 --speed 60"));
    assertEquals(new Order.Replay(NOTHING, Optional.empty(), Optional.empty(), Optional.empty()), of("replay"));
    assertEquals(new Order.Help(Order.Help.Topic.REPLAY), of("replay --help"));
  }

  @Test
  void aSnapshotTakesManySources() throws Misuse {
    Order.Snapshot order = assertInstanceOf(
        Order.Snapshot.class, of("snapshot --source a.xml b.xml --source c.xml --out o.png --size 800x600 --wait 3s"));
    assertEquals(List.of("a.xml", "b.xml", "c.xml"), order.sources());
    assertEquals(800, order.width());
    assertEquals(Duration.ofSeconds(3), order.patience());
  }

  @Test
  void aSimulatorIsStartedWithNothingButItsName() throws Misuse {
    Order.Simulate order = assertInstanceOf(Order.Simulate.class, of("simulate siv"));
    assertEquals(8090, order.port());
    assertTrue(order.traffic());
    Order.Simulate more = assertInstanceOf(
        Order.Simulate.class, of("simulate siv --tls --log a.log --log-format combined --traffic off --speed 30"));
    assertTrue(more.certificate().isPresent());
    assertEquals(Optional.of(Path.of("a.log")), more.log());
    assertEquals(30, more.speed());
  }

  @Test
  void aFaultIsOrderedWithItsTimeAndItsShare() throws Misuse {
    assertEquals(new Order.Disturb(NOTHING, 8090, Optional.of(Fault.ERRORS), Optional.of(Duration.ofMinutes(2)), 0.3),
        of("simulate siv fault errors --for 2m --share 30%"));
    assertEquals(new Order.Disturb(NOTHING, 9000, Optional.empty(), Optional.empty(), 1),
        of("simulate siv fault none --port 9000"));
  }

  @Test
  void helpIsFoundInEveryWayPeopleAskForIt() throws Misuse {
    assertEquals(new Order.Help(Order.Help.Topic.COMMANDS), of("help"));
    assertEquals(new Order.Help(Order.Help.Topic.COMMANDS), of("--help"));
    assertEquals(new Order.Help(Order.Help.Topic.CHECK), of("help check"));
    assertEquals(new Order.Help(Order.Help.Topic.SNAPSHOT), of("snapshot --help"));
  }

  @Test
  void theAgentIsRunCheckedAndToldThingsByOneCommand() throws Misuse {
    assertEquals(new Order.Agent(NOTHING), of("agent"));
    assertEquals(new Order.AgentCheck(NOTHING), of("agent --check-config"));
    assertEquals(new Order.AgentExample(), of("agent --example-config"));
    assertEquals(new Order.Announce(NOTHING, "siv", Order.Announce.Kind.OUTAGE, Map.of("--since", "4:05", "--text", "x")),
        of("agent announce siv outage --since 4:05 --text x"));
    assertEquals(new Order.Help(Order.Help.Topic.AGENT), of("agent --help"));
  }

  @Test
  void theRelayRunsTriesAndTellsWhatIsLeft() throws Misuse {
    assertEquals(new Order.Relay(NOTHING, false, Optional.empty()), of("relay"));
    assertEquals(new Order.Relay(NOTHING, true, Optional.of(Path.of("/srv/iris"))), of("relay --dry-run --lease /srv/iris"));
    assertEquals(new Order.RelayCheck(NOTHING), of("relay --check-config"));
    assertEquals(new Order.RelayTest(NOTHING, "central"), of("relay test central"));
    assertEquals(new Order.RelayDead(NOTHING, Order.RelayDead.Deed.LIST, Optional.empty(), false), of("relay dead"));
    assertEquals(new Order.RelayDead(NOTHING, Order.RelayDead.Deed.REPLAY, Optional.of("central"), true),
        of("relay dead replay central --console"));
    assertEquals(new Order.RelayStatus(NOTHING, false), of("relay status"));
    assertEquals(new Order.Help(Order.Help.Topic.RELAY), of("relay --help"));
  }

  @Test
  void theHistoryIsSavedBroughtBackVerifiedWrittenAndRead() throws Misuse {
    assertEquals(new Order.History(NOTHING, new Order.History.Backup(Path.of("d"))), of("history backup d"));
    assertEquals(new Order.History(NOTHING, new Order.History.Restore(Path.of("b.db"))), of("history restore b.db"));
    assertEquals(new Order.History(NOTHING, new Order.History.Verify()), of("history verify"));
    assertEquals(new Order.History(NOTHING, new Order.History.Import(Path.of("w.csv"))), of("history import w.csv"));
    Selection what = new Selection(Kind.ACTS, Optional.of("siv"), Optional.of(Instant.parse("2026-11-22T14:12:00Z")),
        Optional.empty());
    assertEquals(new Order.History(NOTHING, new Order.History.Export(what, FileForm.JSONL, Path.of("o"))),
        of("history export --format jsonl --out o --kind acts --service siv --from 2026-11-22T14:12:00Z"));
    assertEquals(new Order.Help(Order.Help.Topic.HISTORY), of("history --help"));
  }

  @ParameterizedTest
  @CsvSource({
    "history, app.usage.missing",
    "history burn, app.usage.choice",
    "history backup, app.usage.missing",
    "history backup a b, app.usage.argument",
    "history verify a, app.usage.argument",
    "history verify --kind acts, app.usage.elsewhere",
    "history export --out o, app.usage.missing",
    "history export --format csv, app.usage.missing",
    "history export --format xml --out o, app.usage.choice",
    "history export --format csv --out o --kind things, app.usage.choice",
    "history export --format csv --out o --from soon, app.history.time",
    "history export --format csv --out o --from 2026-11 --to 2026-10, app.history.backwards",
    "--wal, app.usage.option-near",
    "--frobnicate, app.usage.option",
    "chek x, app.usage.command-near",
    "frobnicate, app.usage.command",
    "check, app.usage.missing",
    "check a b, app.usage.argument",
    "check a --format xml, app.usage.choice",
    "check a --format, app.usage.no-value",
    "replay --speed 7, app.usage.choice",
    "snapshot --source a, app.usage.missing",
    "snapshot --out a, app.usage.missing",
    "snapshot --source a --out b --size big, app.usage.size",
    "snapshot --source a --out b --wait 3, app.usage.wait",
    "demo party, app.usage.choice",
    "demo --speed 0, app.usage.whole",
    "--screen one, app.usage.whole",
    "--config a --config b, app.usage.twice",
    "help me, app.usage.choice",
    "agent annonce, app.usage.choice",
    "agent announce siv, app.usage.missing",
    "agent announce siv panne, app.usage.choice",
    "agent announce siv maintenance --from 22:00, app.usage.missing",
    "agent announce siv outage --until 22:00, app.usage.elsewhere",
    "agent announce siv notice, app.usage.missing",
    "agent status --id 4, app.usage.elsewhere",
    "relay tset central, app.usage.choice",
    "relay test, app.usage.missing",
    "relay test central --dry-run, app.usage.elsewhere",
    "relay test a b, app.usage.argument",
    "relay dead replya, app.usage.choice",
    "relay status now, app.usage.argument",
    "relay --console, app.usage.elsewhere",
    "relay --dryrun, app.usage.option-near",
    "agent --sinc 4, app.usage.option-near",
    "--version check a, app.usage.not-with",
    "--check-config demo, app.usage.not-with",
    "--check-config relay dead, app.usage.not-with",
    "--wall snapshot --source a --out b, app.usage.not-with",
    "-v, app.usage.option",
    "simulate, app.usage.missing",
    "simulate sun, app.usage.choice",
    "simulate siv --port 65534, app.usage.whole",
    "simulate siv --for 2m, app.usage.elsewhere",
    "simulate siv --traffic maybe, app.usage.choice",
    "simulate siv --log-format xml, app.usage.choice",
    "simulate siv storm, app.usage.choice",
    "simulate siv fault, app.usage.missing",
    "simulate siv fault fire, app.usage.choice",
    "simulate siv fault errors --for soon, app.usage.for",
    "simulate siv fault errors --for 0s, app.usage.for",
    "simulate siv fault errors --share 0.3, app.usage.share",
    "simulate siv fault errors --share 0%, app.usage.share",
    "simulate siv fault errors --log x, app.usage.elsewhere",
  })
  void whatCannotBeFollowedIsOneReason(String line, String key) {
    assertEquals(key, assertThrows(Misuse.class, () -> of(line)).reason().key());
  }

  @Test
  void whatACommandTakesItselfMayStandBeforeIt() throws Misuse {
    assertEquals(new Order.AgentCheck(NOTHING), of("--check-config agent"));
    assertEquals(new Order.RelayCheck(NOTHING), of("--check-config relay"));
    assertTrue(assertInstanceOf(Order.Demo.class, of("--wall demo storm")).wall());
  }

  /** The parser would have put the words of that file in its place. */
  @Test
  void aWordThatBeginsWithAnAtIsThatWord(@TempDir Path folder) throws Exception {
    String word = "@" + Files.writeString(folder.resolve("words"), "a b");
    assertEquals(word, assertInstanceOf(Order.Check.class, of("check " + word)).source());
  }

  @Test
  void anOptionOfAnotherAnnouncementNamesThoseThatTakeIt() {
    Misuse refused = assertThrows(Misuse.class, () -> of("agent announce siv outage --text x --from 22:00"));
    assertEquals(List.of("--from", "agent announce siv maintenance"), refused.reason().args());
  }

  @ParameterizedTest
  @CsvSource({
    "C.UTF-8, FR", "POSIX, FR", "'', FR", "fr_FR.UTF-8, FR", "de_DE.UTF-8, FR", "en_GB.UTF-8, EN", "en, EN",
  })
  void frenchUnlessTheSessionAsksForEnglish(String lang, Lang expected) {
    assertEquals(expected, Terminal.lang(Display.Language.AUTO, Map.of("LANG", lang), Locale.US, true));
  }

  @Test
  void aReportIsOfTheLastMonthOfAllServicesUnlessMoreIsSaid() throws Misuse {
    assertEquals(new Order.Report(NOTHING, List.of(), "month", Path.of("october.PDF"), Format.PDF), of("report --out october.PDF"));
    assertEquals(new Order.Report(NOTHING, List.of("siv", "vin"), "2026-W41", Path.of("x"), Format.JSON),
        of("report --service siv,vin --period 2026-W41 --out x --format json"));
    assertEquals(new Order.DueReport(NOTHING), of("report --due"));
    assertEquals("app.usage.missing", assertThrows(Misuse.class, () -> of("report")).reason().key());
    assertEquals("app.usage.no-value", assertThrows(Misuse.class, () -> of("report --service , --out a.pdf")).reason().key());
    assertEquals("app.usage.period", assertThrows(Misuse.class, () -> of("report --period 2026-13 --out a.pdf")).reason().key());
    assertEquals("app.usage.report-format", assertThrows(Misuse.class, () -> of("report --out a.docx")).reason().key());
    assertEquals("app.usage.elsewhere", assertThrows(Misuse.class, () -> of("report --due --out a.pdf")).reason().key());
  }
}
