package iris.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.app.Order.Check.Format;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CheckReportTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:17:00Z");
  private static final Instant LATER = Instant.parse("2026-11-22T18:00:00Z");
  private final Words words = Words.of(Lang.EN, ZoneOffset.UTC);

  private static byte[] profile() throws IOException {
    try (InputStream in = CheckReportTest.class.getResourceAsStream("profile.rss")) {
      return in.readAllBytes();
    }
  }

  private static byte[] feed(String items) {
    return ("<rss version=\"2.0\"><channel><title>Étude Ville</title><link>https://a.test/</link>"
        + "<description>d</description>" + items + "</channel></rss>").getBytes(StandardCharsets.UTF_8);
  }

  private CheckReport.Answer answer(byte[] document, Format format, Instant now) {
    return CheckReport.of(document, Optional.empty(), now).answer(format, words);
  }

  private JsonNode json(byte[] document, Instant now) {
    return new ObjectMapper().readTree(answer(document, Format.JSON, now).text());
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  @Test
  void strictlyADepartureIsAnErrorWithItsLineInAllFormats() {
    byte[] document = feed("\n<item><title>Outage</title><guid>g</guid></item>");
    CheckReport report = CheckReport.strict(document, Optional.empty(), NOW);
    JsonNode findings = new ObjectMapper().readTree(report.answer(Format.JSON, words).text()).get("findings");
    List<String> codes = new java.util.ArrayList<>();
    findings.forEach(f -> codes.add(f.get("level").asString() + " " + f.get("line").asInt() + " " + f.get("code").asString()));
    assertTrue(codes.contains("error 2 rss.strict.missing"), codes.toString());
    assertEquals(0, report.answer(Format.JSON, words).exit());
    assertEquals(0, report.answer(Format.TEXT, words).exit());
    assertTrue(report.answer(Format.TEXT, words).text().contains("pubDate is missing"));
    CheckReport well = CheckReport.of(feed(""), Optional.empty(), NOW);
    assertTrue(well.findings().stream().noneMatch(f -> f.reason().key().startsWith("rss.strict")));
    byte[] cut = java.util.Arrays.copyOf(document, document.length - 9);
    CheckReport unread = CheckReport.strict(cut, Optional.empty(), NOW);
    assertEquals(1, unread.findings().size());
    assertEquals(3, unread.answer(Format.JSON, words).exit());
  }

  @Test
  void theJsonHasExactlyTheFieldsOfTheProfileDocument() throws IOException {
    JsonNode all = json(profile(), NOW);
    assertEquals(List.of("feed", "services", "items", "incidents", "windows", "findings"), names(all));
    assertEquals(List.of("title", "dialect", "status", "items", "newest"), names(all.get("feed")));
    assertEquals(List.of("id", "name", "state", "since", "origin"), names(all.get("services").get(0)));
    assertEquals(List.of("guid", "title", "published", "updated", "incident"), names(all.get("items").get(0)));
    assertEquals(List.of("count", "first", "last", "missing"), names(all.get("windows")));
    assertEquals(List.of("level", "code", "line", "text"), names(all.get("findings").get(0)));
    JsonNode foreign = json(feed("<item><title>Outage</title><guid>g</guid></item>"), NOW);
    assertEquals(List.of("id", "service", "title", "kind", "state", "opened", "closed", "updates", "rule"),
        names(foreign.get("incidents").get(0)));
  }

  @Test
  void theNewestWindowGivesTheStateItsBeginningAndItsOrigin() throws IOException {
    JsonNode service = json(profile(), NOW).get("services").get(0);
    assertEquals("down", service.get("state").asString());
    assertEquals("2026-11-22T14:10:00Z", service.get("since").asString());
    assertEquals("external", service.get("origin").asString());
  }

  @Test
  void aMissingWindowIsNamed() throws IOException {
    JsonNode windows = json(profile(), NOW).get("windows");
    assertEquals(2, windows.get("count").asInt());
    assertEquals("2026-11-22T14:00:00Z", windows.get("first").asString());
    assertEquals("2026-11-22T14:10:00Z", windows.get("last").asString());
    assertEquals("2026-11-22T14:05:00Z", windows.get("missing").get(0).asString());
  }

  @Test
  void oldFiguresAreNotShownAsAState() throws IOException {
    JsonNode all = json(profile(), LATER);
    assertEquals("unknown", all.get("services").get(0).get("state").asString());
    CheckReport.Answer nagios = answer(profile(), Format.NAGIOS, LATER);
    assertEquals(3, nagios.exit());
    assertTrue(nagios.text().startsWith("IRIS UNKNOWN - "), nagios.text());
  }

  @Test
  void aPluginLineSaysWordSentenceAndFigures() throws IOException {
    CheckReport.Answer nagios = answer(profile(), Format.NAGIOS, NOW);
    assertEquals(2, nagios.exit());
    assertEquals("IRIS CRITICAL - Guichet: down since 22/11 14:10, origin: external service | "
        + "gui_transactions=30001;;;0 gui_failed=1;;;0 gui_availability=99.99%;;;0;100 "
        + "gui_transaction_mean=512ms;;;0 gui_transaction_p95=980ms;;;0 gui_age=120s;;;0 incidents_open=0;;;0",
        nagios.text());
  }

  /** An incident that is open since another year looked like one of this week. */
  @Test
  void whatIsNearlyAYearAwayIsSaidWithItsYear() throws IOException {
    Instant nextYear = NOW.plus(Duration.ofDays(360));
    String all = answer(profile(), Format.TEXT, nextYear).text() + answer(profile(), Format.NAGIOS, nextYear).text();
    assertTrue(all.contains("22/11/2026 14:10"), all);
    assertFalse(all.contains("22/11 "), all);
    assertTrue(words.say("feed.tls.expired", "CN=a", Instant.parse("2021-01-01T00:00:00Z")).contains("01/01/2021"));
  }

  @Test
  void whatCannotBeReadIsUnreadableInEveryFormat() {
    byte[] page = "<html><body>Login</body></html>".getBytes(StandardCharsets.UTF_8);
    assertEquals("unreadable", json(page, NOW).get("feed").get("status").asString());
    assertEquals("error", json(page, NOW).get("findings").get(0).get("level").asString());
    for (Format format : Format.values()) assertEquals(3, answer(page, format, NOW).exit(), format.name());
    assertTrue(answer(page, Format.TEXT, NOW).text().startsWith("Unreadable feed"));
  }

  @Test
  void aSourceThatWasNotReachedSaysWhy() {
    CheckReport report = CheckReport.unreached(Reason.of("rss.empty-document"), NOW);
    assertEquals(3, report.answer(Format.NAGIOS, words).exit());
    assertTrue(report.answer(Format.TEXT, words).text().contains(words.say("rss.empty-document")));
  }

  @Test
  void theWorstOpenIncidentGivesAForeignServiceItsState() {
    String items = "<item><title>Slow mail</title><guid>a</guid><pubDate>Sun, 22 Nov 2026 12:00:00 GMT</pubDate></item>"
        + "<item><title>Payment outage</title><guid>b</guid><pubDate>Sun, 22 Nov 2026 13:00:00 GMT</pubDate></item>"
        + "<item><title>[Resolved] Old outage</title><guid>c</guid>"
        + "<pubDate>Sat, 21 Nov 2026 13:00:00 GMT</pubDate></item>";
    JsonNode all = json(feed(items), NOW);
    JsonNode service = all.get("services").get(0);
    assertEquals("etude-ville", service.get("id").asString());
    assertEquals("down", service.get("state").asString());
    assertEquals("2026-11-22T13:00:00Z", service.get("since").asString());
    assertEquals("closed", all.get("incidents").get(2).get("state").asString());
    assertTrue(all.get("items").get(0).get("updated").isNull());
    assertEquals(2, answer(feed(items), Format.NAGIOS, NOW).exit());
    assertEquals(0, answer(feed(items), Format.TEXT, NOW).exit());
  }

  @Test
  void aMaintenancePlannedForLaterIsNoStateOfNow() {
    String item = "<item><title>Scheduled Maintenance: disks</title><guid>a</guid>"
        + "<pubDate>Mon, 23 Nov 2026 12:00:00 GMT</pubDate></item>";
    assertEquals("up", json(feed(item), NOW).get("services").get(0).get("state").asString());
    JsonNode then = json(feed(item), NOW.plusSeconds(200_000)).get("services").get(0);
    assertEquals("maintenance", then.get("state").asString());
  }

  @Test
  void anEmptyFeedOfNoKnownDialectIsNotWell() {
    JsonNode all = json(feed(""), NOW);
    assertEquals("empty", all.get("feed").get("status").asString());
    assertEquals("unknown", all.get("services").get(0).get("state").asString());
    assertEquals(3, answer(feed(""), Format.NAGIOS, NOW).exit());
  }

  @Test
  void hostileWordsDriveNoTerminalAndNoPlugin() {
    byte[] hostile = feed("<item><title>Panne | rm=1 &#10; &#x9b;31m &#x202e;x outage</title><guid>a</guid></item>");
    String line = answer(hostile, Format.NAGIOS, NOW).text();
    assertEquals(1, line.chars().filter(c -> c == '|').count(), line);
    for (Format format : List.of(Format.NAGIOS, Format.TEXT)) {
      String text = answer(hostile, format, NOW).text().replace("\n", "");
      assertFalse(text.chars().anyMatch(c -> c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x202E), text);
    }
  }

  /** A supervision server's notification command may hand the line to a shell, unquoted. */
  @Test
  void noWordOfAFeedIsOneForAShell() {
    byte[] hostile = feed("<item><title>Outage $(id) `id`; id &amp; id &gt; /tmp/x 'a \"b \\</title><guid>a</guid></item>"
        + "<item><title>Second outage; rm</title><guid>b</guid></item>");
    String line = answer(hostile, Format.NAGIOS, NOW).text();
    String sentence = line.substring(0, line.indexOf(" | "));
    assertTrue(sentence.contains("Outage id id id id /tmp/x a b"), sentence);
    for (char sign : "$();`&<>'\"\\|".toCharArray()) assertEquals(-1, sentence.indexOf(sign), sentence);
  }
}
