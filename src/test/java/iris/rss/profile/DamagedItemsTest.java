package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Finding;
import iris.signal.Incident;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedItemsTest {
  private static final String GOOD = "<item><title>t</title><guid>g</guid>"
      + "<pubDate>Sun, 22 Nov 2026 15:10:04 +0100</pubDate>"
      + "<iris:window service=\"siv\" from=\"2026-11-22T14:05:00Z\" to=\"2026-11-22T14:10:00Z\" state=\"up\">"
      + "<iris:transactions total=\"12\" failed=\"4\"/></iris:window></item>\n";
  private static final String INCIDENT = "<item><title>t</title><guid>i</guid>"
      + "<pubDate>Sun, 22 Nov 2026 15:10:04 +0100</pubDate>"
      + "<category domain=\"urn:iris:kind\">degradation</category>"
      + "<iris:incident id=\"1\" service=\"siv\" sequence=\"1\" state=\"open\" severity=\"degraded\" origin=\"external\""
      + " since=\"2026-11-22T14:00:00Z\"/></item>\n";

  private static Bulletin read(String items) {
    return ((Reading.Read) Rss.read(Samples.around(items), ReadOptions.of("x", "X"))).bulletin();
  }

  private static Bulletin written(List<Item> items) {
    return ((Reading.Read) Rss.read(Samples.write(items), ReadOptions.of("x", "X"))).bulletin();
  }

  private static List<Finding> errors(Bulletin b) {
    return b.findings().stream().filter(f -> f.level() == Finding.Level.ERROR).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "service=\"siv\" | x=\"siv\" | rss.profile.lacks",
      "service=\"siv\" | service=\" \" | rss.profile.lacks",
      "from=\"2026-11-22T14:05:00Z\" | from=\"2026-11-32T14:05:00Z\" | rss.profile.lacks",
      "from=\"2026-11-22T14:05:00Z\" | from=\"2026-11-22T14:05:00\" | rss.profile.lacks",
      "to=\"2026-11-22T14:10:00Z\" | to=\"2026-11-22T25:61:00Z\" | rss.profile.lacks",
      "to=\"2026-11-22T14:10:00Z\" | to=\"2026-11-22T14:05:00Z\" | rss.profile.contradicts",
      "state=\"up\" | state=\"fine\" | rss.profile.lacks",
      "state=\"up\" | state=\"maintenance\" | rss.profile.lacks",
      "total=\"12\" | total=\"-12\" | rss.profile.lacks",
      "total=\"12\" | total=\"1e3\" | rss.profile.lacks",
      "failed=\"4\" | '' | rss.profile.lacks",
      "failed=\"4\" | failed=\"13\" | rss.profile.contradicts"})
  void aWindowThatCannotBeUsedIsReportedWithItsLineAndTheRestIsRead(String what, String by, String key) {
    String bad = GOOD.replace(what, by);
    assertTrue(!bad.equals(GOOD));
    Bulletin b = read(GOOD + bad + GOOD);
    assertEquals(List.of(4, 6), b.items().stream().map(i -> i.line()).toList());
    assertEquals(List.of(new Finding(Finding.Level.ERROR, 5, errors(b).getFirst().reason())), errors(b));
    assertEquals(key, errors(b).getFirst().reason().key());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "id=\"1\" | id=\"\"", "service=\"siv\" | ''", "state=\"open\" | state=\"ouvert\""})
  void anIncidentThatCannotBeUsedIsReported(String what, String by) {
    Bulletin b = read(GOOD + INCIDENT.replace(what, by));
    assertEquals(1, b.items().size());
    assertEquals(5, errors(b).getFirst().line());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "sequence=\"1\" | sequence=\"0\"", "severity=\"degraded\" | severity=\"?\"", "origin=\"external\" | ''",
      "since=\"2026-11-22T14:00:00Z\" | since=\"hier\""})
  void anOpenIncidentIsNotDroppedForADetail(String what, String by) {
    Bulletin b = read(GOOD + INCIDENT.replace(what, by));
    assertEquals(List.of(), errors(b));
    assertTrue(b.findings().stream().anyMatch(f -> f.reason().key().equals("rss.profile.assumed") && f.line() == 5));
    assertTrue(b.incidents().getFirst().open());
    assertEquals(Severity.DEGRADED, ((IncidentStep) b.items().get(1).body()).severity());
  }

  @Test
  void anIncidentWithoutABeginningBeganWhenItWasPublished() {
    Bulletin b = read(INCIDENT.replace(" since=\"2026-11-22T14:00:00Z\"", ""));
    assertEquals(Optional.of(Instant.parse("2026-11-22T14:10:04Z")), b.incidents().getFirst().opened());
  }

  @Test
  void aDateThatIsNoneKeepsTheItem() {
    Bulletin b = read(GOOD.replace("22 Nov 2026", "32 Nov 2026"));
    assertEquals(Optional.empty(), b.items().getFirst().published());
    assertEquals("rss.profile.undated", b.findings().getFirst().reason().key());
    assertEquals(4, b.findings().getFirst().line());
  }

  @Test
  void aTimeThatIsNoneIsLeftOutAndTheWindowKept() {
    Bulletin b = read(GOOD.replace("</iris:window>", "<iris:transactionTime mean=\"vite\" p95=\"9\"/></iris:window>"));
    assertEquals(new Timing(-1, -1, 9, -1, -1), b.windows().findFirst().map(Window::transaction).orElseThrow());
    assertEquals("rss.profile.misread", b.findings().getFirst().reason().key());
  }

  @Test
  void anItemThatAnnouncesWhatItDoesNotSayIsReported() {
    Bulletin b = read(GOOD + "<item><guid>h</guid><category domain='urn:iris:kind'>outage</category></item>");
    assertEquals("rss.profile.lacks-element", errors(b).getFirst().reason().key());
    assertEquals(5, errors(b).getFirst().line());
  }

  @Test
  void aNoticeIsNotAnOpenIncident() {
    Bulletin b = read(GOOD
        + "<item><title>Avis</title><guid>h</guid><category domain='urn:iris:kind'>notice</category></item>");
    assertEquals(Incident.Kind.NOTICE, b.incidents().getFirst().kind());
    assertTrue(!b.incidents().getFirst().open());
  }

  @Test
  void aKindThatNobodyKnowsIsForAPersonToClassify() {
    Bulletin b = read(GOOD
        + "<item><title>Zorglub</title><guid>h</guid><category domain='urn:iris:kind'>catastrophe</category></item>");
    Incident unclear = b.incidents().getFirst();
    assertEquals(Incident.Kind.UNCLASSIFIED, unclear.kind());
    assertTrue(unclear.open());
    assertEquals("iris.unknown-kind", unclear.rule());
    assertEquals("h", unclear.proof().guid());
  }

  @Test
  void stepsOfOneIncidentAreOneIncidentWithItsTrueTimes() {
    Bulletin b = written(Samples.incident());
    assertEquals(2, b.incidents().size());
    Incident closed = b.incidents().getFirst();
    Instant since = Instant.parse("2026-11-22T11:12:20Z");
    assertEquals(Optional.of(since), closed.opened());
    assertEquals(Optional.of(since.plusSeconds(900)), closed.closed());
    assertEquals(3, closed.updates());
    assertEquals("iris.element", closed.rule());
    assertTrue(b.incidents().get(1).open());
  }

  @Test
  void theOrderOfTheStepsInTheDocumentDoesNotMatter() {
    List<Item> steps = Samples.incident().subList(0, 3);
    assertEquals(written(steps).incidents(), written(steps.reversed()).incidents());
  }

  @Test
  void plannedMaintenanceIsOpenAndDoneIsClosed() {
    Bulletin b = written(Samples.allKinds());
    List<Incident> works = b.incidents().stream().filter(i -> i.kind() == Incident.Kind.MAINTENANCE).toList();
    assertEquals(List.of(true, false), works.stream().map(Incident::open).toList());
    assertEquals(Optional.of(Samples.NOON.minusSeconds(400)), works.get(1).closed());
  }

  @Test
  void anEmptyDocumentOfAPeriodicFeedIsAFinding() {
    assertEquals("rss.profile.empty", read("").findings().getFirst().reason().key());
  }

  @Test
  void aFeedOfWindowsThatForgetsItsPeriodHasThatOfItsWindows() {
    String document = new String(Samples.around(GOOD), java.nio.charset.StandardCharsets.UTF_8);
    byte[] silent = Samples.utf8(document.replace("<iris:agent id=\"a\" version=\"1\" period=\"PT5M\"/>", ""));
    Bulletin b = ((Reading.Read) Rss.read(silent, ReadOptions.of("x", "X"))).bulletin();
    assertEquals(Optional.of(Duration.ofMinutes(5)), b.channel().period());
  }

  @Test
  void findingsAreBoundedAndTheRestIsCounted() {
    Bulletin b = read(GOOD.replace("state=\"up\"", "").repeat(2_000));
    assertEquals(Findings.MOST + 1, b.findings().size());
    assertEquals("rss.more-findings", b.findings().getLast().reason().key());
  }

  @Test
  void aLinkOfAForeignSchemeIsNotKept() {
    Bulletin b = read("<x:link xmlns:x='http://www.w3.org/2005/Atom' rel='prev-archive' href='file:///etc/passwd'/>"
        + GOOD);
    assertEquals(Optional.empty(), b.channel().previous());
    assertEquals("rss.profile.misread", b.findings().getFirst().reason().key());
  }
}
