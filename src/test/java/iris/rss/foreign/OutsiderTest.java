package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Incident.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Habits of pages that no capture shows, each in words of our own. */
class OutsiderTest {
  private static final String DAY = "Wed, 03 Jun 2026 10:00:00 GMT";

  private static Bulletin read(String xml) {
    Reading reading = Rss.read(xml.getBytes(StandardCharsets.UTF_8), ReadOptions.of("svc", "Service"));
    return assertInstanceOf(Reading.Read.class, reading, () -> reading.toString()).bulletin();
  }

  private static String rss(String title, String description, String items) {
    return "<rss version='2.0'><channel><title>" + title + "</title><link>https://etat.test/</link><description>"
        + description + "</description>" + items + "</channel></rss>";
  }

  private static String item(String guid, String title, String body) {
    return "<item><title>" + title + "</title><guid isPermaLink='false'>" + guid + "</guid><pubDate>" + DAY
        + "</pubDate><description><![CDATA[" + body + "]]></description></item>";
  }

  private static String atom(String published, String updated, String title, String body) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Page</title><id>tag:etat.test,2005:/history</id>"
        + "<updated>2026-06-04T00:00:00Z</updated><entry><id>tag:etat.test,2005:Incident/1</id><published>"
        + published + "</published><updated>" + updated + "</updated><title>" + title
        + "</title><content type='html'><![CDATA[" + body + "]]></content></entry></feed>";
  }

  private static String block(String time, String label, String words) {
    return "<p><small>" + time + "</small><br><strong>" + label + "</strong> - " + words + "</p>";
  }

  private static Optional<Instant> at(String instant) {
    return Optional.of(Instant.parse(instant));
  }

  @ParameterizedTest
  @CsvSource({"Disks - Mitigated, false", "Mitigated - Disks, false", "Disks - Not mitigated, true",
      "Disks - Partially mitigated, true", "Disks - Mitigating, true", "Disks - Being mitigated, true"})
  void azureCallsMitigatedWhatItEndsAndNothingElse(String title, boolean open) {
    Bulletin b = read(rss("Azure Status", "Azure Status", item("slug", title, "words")));
    assertEquals(Dialect.AZURE, b.dialect());
    assertEquals(open, b.incidents().getFirst().open());
  }

  @Test
  void thePrefixOfAGoogleTitleSaysHowBadItIs() {
    String feed = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Board</title><id>u</id><entry><title>SERVICE "
        + "OUTAGE: Sheets</title><id>tag:www.google.test,2026:feed:Zz9.a</id><updated>2026-06-03T09:00:00Z</updated>"
        + "<summary>words</summary></entry></feed>";
    Incident i = read(feed).incidents().getFirst();
    assertEquals(List.of("Zz9", Kind.OUTAGE, true), List.of(i.id(), i.kind(), i.open()));
  }

  @Test
  void oneRecoveryDoesNotMakeAPageOfPairs() {
    Bulletin b = read(rss("Page", "d", item("1", "Queue has recovered", "x") + item("2", "[Resolved] Disks", "x")
        + item("3", "Mail recovered", "x") + item("4", "[Resolved] Web", "x") + item("5", "Search: Outage", "x")));
    assertEquals(Dialect.GENERIC, b.dialect());
    assertEquals(List.of(false, false, false, false, true), b.incidents().stream().map(Incident::open).toList());
  }

  @Test
  void aPinnedIncidentBesideDownMonitorsIsUptimeKumaAllTheSame() {
    Bulletin b = read(rss("Maison RSS Feed", "Current status: Degraded",
        item("i3-2026-06-03", "Works on the router", "It is being replaced")
            + item("12-2026-06-03", "NAS is down", "NAS has been down since 09:00")));
    assertEquals(Dialect.UPTIMEKUMA, b.dialect());
    assertEquals(List.of(true, true), b.incidents().stream().map(Incident::open).toList());
  }

  @Test
  void updatesBehindATimeOfDayAreCountedAndTheEntrySaysWhenTheyBeganAndEnded() {
    Incident i = read(atom("2026-06-01T22:00:00Z", "2026-06-03T16:00:00Z", "Incident: Threads do not open",
        "<p><small>3:00pm PDT</small> We are aware of it.</p><p><small>10:55pm PDT</small> We still look into it.</p>"
            + "<p><small>9:00am PDT</small> We have resolved the issue.</p>")).incidents().getFirst();
    assertEquals(List.of(false, 3), List.of(i.open(), i.updates()));
    assertEquals(at("2026-06-01T22:00:00Z"), i.opened());
    assertEquals(at("2026-06-03T16:00:00Z"), i.closed());
  }

  @Test
  void monthsByTheirNumberAreRead() {
    Incident i = read(atom("2026-06-03T01:00:00Z", "2026-06-03T02:00:00Z", "障害",
        block("6月 3, 11:00 JST", "解決済み", "a") + block("6月 3, 09:30 JST", "調査中", "b"))).incidents().getFirst();
    assertEquals(at("2026-06-03T00:30:00Z"), i.opened());
    assertEquals(at("2026-06-03T02:00:00Z"), i.closed());
  }

  @Test
  void whereNoTimeOfAnUpdateCanBeReadTheEntryKnowsTheFirstAndTheLast() {
    Incident i = read(atom("2026-06-03T01:00:00Z", "2026-06-03T02:00:00Z", "Lenteurs",
        block("hier soir", "Résolu", "a") + block("hier", "Enquête en cours", "b"))).incidents().getFirst();
    assertEquals(List.of(at("2026-06-03T01:00:00Z"), at("2026-06-03T02:00:00Z")), List.of(i.opened(), i.closed()));
  }

  @Test
  void zonesOfEveryContinentAreKnown() {
    Incident i = read(atom("2026-06-03T01:00:00Z", "2026-06-03T06:00:00Z", "Slow",
        block("Jun 3, 14:00 SGT", "Resolved", "a") + block("Jun 3, 08:00 SAST", "Monitoring", "b")
            + block("Jun 3, 02:00 BRT", "Investigating", "b"))).incidents().getFirst();
    assertEquals(List.of(at("2026-06-03T05:00:00Z"), at("2026-06-03T06:00:00Z")), List.of(i.opened(), i.closed()));
  }

  @Test
  void aLongHistoryOfEscapedMarkupIsNoBomb() {
    String markup = "&lt;p&gt;Restored&lt;/p&gt;".repeat(40_000);
    Bulletin b = read(rss("Page", "d", "<item><title>Outage</title><guid>1</guid><pubDate>" + DAY
        + "</pubDate><description>" + markup + "</description></item>"));
    assertEquals(false, b.incidents().getFirst().open());
  }

  @ParameterizedTest
  @CsvSource({"<br><strong>", "<small>", "<br><b>x", "<br><strong>Update</strong>", "<p>[", "&", "<a ", "<", "10:00 a<p>",
      "<!--", "<p>Status: ", "not ", "<br><strong>Resolved</strong> - Status: x<p>", "Aa: "})
  void noBodyCanMakeTheReadingLongerThanItsLength(String part) {
    String hostile = item("1", "Web", part.repeat(1_000_000 / part.length()));
    Bulletin b = assertTimeoutPreemptively(Duration.ofSeconds(120), () -> read(rss("Page", "d", hostile)));
    assertEquals(1, b.items().size());
  }

  @Test
  void anOutageInASecondChannelIsNotLost() {
    Bulletin b = read("<rss version='2.0'><channel><title>A</title></channel><channel><title>B</title>"
        + item("1", "Web down", "x") + "</channel></rss>");
    assertEquals(List.of("Web down"), b.incidents().stream().map(Incident::title).toList());
  }

  @Test
  void withoutATitleTheFirstWordsSayWhatItIs() {
    Incident i = read(rss("Page", "d", "<item><description>The portal is down</description></item>")).incidents()
        .getFirst();
    assertEquals(List.of(Kind.OUTAGE, true), List.of(i.kind(), i.open()));
  }

  @ParameterizedTest
  @CsvSource({"Fin de perturbation sur le guichet, false, DEGRADATION", "Rétablissement du service, false, DEGRADATION",
      "En cours de rétablissement du service, true, DEGRADATION", "Guichet : reprise du service, false, DEGRADATION",
      "Reprise du service prévue à 18 h, true, DEGRADATION", "Le guichet fonctionne à nouveau, false, DEGRADATION",
      "Rétablissement du service dès que possible, true, DEGRADATION",
      "Accès au guichet impossible, true, OUTAGE", "Users cannot log in, true, OUTAGE",
      "All requests fail, true, OUTAGE", "Interruption planifiée du guichet, true, MAINTENANCE",
      "Problem with resolved tickets, true, DEGRADATION", "Fixed-line network outage, true, OUTAGE",
      "Completed orders are delayed, true, DEGRADATION", "Mobile up - fixed down, true, OUTAGE",
      "Fixed an issue where orders are delayed, false, DEGRADATION", "RESOLVED!!! Login problem, false, DEGRADATION",
      "Post mortem of the June outage, false, OUTAGE", "Perturbation levée, false, DEGRADATION",
      "Temps de réponse élevés, true, DEGRADATION", "Maintenance annulée, false, MAINTENANCE",
      "Fix deployed, true, DEGRADATION", "Scheduled outage of the portal, true, MAINTENANCE", "Unplanned outage of the portal, true, OUTAGE"})
  void titlesThatAPersonWouldClassifyAtOnceAreClassified(String title, boolean open, Kind kind) {
    Incident i = read(rss("Page", "d", item("1", title, ""))).incidents().getFirst();
    assertEquals(List.of(open, kind), List.of(i.open(), i.kind()), i.rule());
  }

  @Test
  void aPageThatSaysThatNothingIsTheMatterHasNoIncident() {
    assertEquals(List.of(), read(rss("Page", "d", item("1", "No incidents reported", "")
        + item("2", "Aucun incident en cours", "") + item("3", "RAS", ""))).incidents());
  }

  @Test
  void whereTheTitleSaysNothingTheBodyTellsWhatItIs() {
    Incident i = read(rss("Page", "d", item("1", "Login", "<p>Some customers see errors.</p>"))).incidents().getFirst();
    assertEquals(List.of(Kind.DEGRADATION, true), List.of(i.kind(), i.open()));
  }

  @Test
  void theEndOfAnEarlierIncidentIsNotTheEndOfThisOne() {
    assertEquals(true, read(rss("Page", "d", item("1", "Mail delays",
        "<p>We continue to monitor. The previous issue was resolved.</p>"))).incidents().getFirst().open());
  }

  @Test
  void cstateEndsInAnyLanguageWhereItsCategoryHoldsTheEnd() {
    String head = "<rss version='2.0'><channel><title>P</title><generator>Hugo -- cState</generator>";
    String item = "<item><title>%s</title><guid>%d</guid><pubDate>Wed, 03 Jun 2026 10:00:00 +0000</pubDate>"
        + "<category>%s</category></item>";
    Bulletin b = read(head + item.formatted("[Zorbl] Web down", 1, "2026-06-03 12:00:00")
        + item.formatted("[Zorbl] Web down", 2, "") + item.formatted("[Not resolved] Web", 3, "2026-06-03 12:00:00")
        + "</channel></rss>");
    assertEquals(List.of(false, true, true), b.incidents().stream().map(Incident::open).toList());
    assertEquals(at("2026-06-03T12:00:00Z"), b.incidents().getFirst().closed());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"June 3, 2026 10:00 AM PDT|2026-06-03T17:00:00Z",
      "Jun 3, 2026, 12:30 am|2026-06-03T00:30:00Z", "Wed, 03 Jun 2026 11:00 PM GMT|2026-06-03T23:00:00Z",
      "Wed, 03 Jun 2026 10:00:00 GMT+2|2026-06-03T08:00:00Z", "2026/06/03 10:00:00|2026-06-03T10:00:00Z"})
  void datesOfManyHandsAreRead(String written, String meant) {
    assertEquals(at(meant), iris.rss.Dates.lenient(written));
  }

  @Test
  void theCurrentStateWrittenInTheBodyDecides() {
    Bulletin b = read(rss("Page", "d", item("1", "Incident: API is offline", "<p>Current state: Resolved</p>")
        + item("2", "Incident: Web is offline", "<p>Incident State: Acknowledged</p>")));
    assertEquals(List.of("generic.status", "generic.status"), b.incidents().stream().map(Incident::rule).toList());
    assertEquals(List.of(false, true), b.incidents().stream().map(Incident::open).toList());
  }
}
