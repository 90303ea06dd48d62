package iris.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.app.Order.Check.Format;
import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Feeds as a hand writes them, and what one look at them must say: never better than the console would. */
class VerdictsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:12:00Z");
  private final Words words = Words.of(Lang.EN, ZoneOffset.UTC);

  private CheckReport.Answer answer(String items, Format format) {
    String head = "<iris:agent id=\"a\" version=\"1\" period=\"PT5M\" started=\"2026-11-22T06:00:00Z\"/>"
        + "<iris:service id=\"siv\" name=\"SIV\"/>";
    return whole(head + items, format);
  }

  private CheckReport.Answer whole(String channel, Format format) {
    String document = "<rss version=\"2.0\" xmlns:iris=\"urn:iris:signal:1\"><channel><title>SIV</title>"
        + "<link>https://siv.test/</link><description>d</description>" + channel + "</channel></rss>";
    return CheckReport.of(document.getBytes(StandardCharsets.UTF_8), Optional.empty(), NOW).answer(format, words);
  }

  private void says(String state, int nagios, String items) {
    JsonNode json = new ObjectMapper().readTree(answer(items, Format.JSON).text());
    assertEquals(state, json.get("services").get(0).get("state").asString(), json.toString());
    CheckReport.Answer line = answer(items, Format.NAGIOS);
    assertEquals(nagios, line.exit(), line.text());
  }

  private static String window(String from, String published, String attributes, String inner) {
    Instant start = Instant.parse("2026-11-22T" + from + ":00Z");
    return "<item><title>w</title><category domain=\"urn:iris:kind\">statistic</category><guid isPermaLink=\"false\">"
        + from + published + "</guid><pubDate>Sun, 22 Nov 2026 " + published + " +0000</pubDate><iris:window service=\"siv\""
        + " from=\"" + start + "\" to=\"" + start.plusSeconds(300) + "\" " + attributes + ">" + inner
        + "</iris:window></item>";
  }

  private static String figures(String from, String published, String state, int total, int failed) {
    return window(from, published, "state=\"" + state + "\"",
        "<iris:transactions total=\"" + total + "\" failed=\"" + failed + "\"/>");
  }

  private static String outage() {
    return "<item><title>SIV indisponible</title><category domain=\"urn:iris:kind\">outage</category><guid>o</guid>"
        + "<pubDate>Sun, 22 Nov 2026 14:00:30 +0000</pubDate><iris:incident id=\"i\" service=\"siv\" sequence=\"1\" "
        + "state=\"open\" severity=\"outage\" origin=\"provider\" since=\"2026-11-22T14:00:00Z\"/></item>";
  }

  private static String works(String state, String published, String from, String to) {
    return "<item><title>Travaux</title><category domain=\"urn:iris:kind\">maintenance</category><guid>" + published
        + "</guid><pubDate>Sun, 22 Nov 2026 " + published + " +0000</pubDate><iris:maintenance id=\"m\" service=\"siv\" "
        + "state=\"" + state + "\" from=\"" + from + "\" to=\"" + to + "\"/></item>";
  }

  @Test
  void aWindowThatCallsItselfUpWhileMostTransactionsFailedIsDown() {
    says("down", 2, figures("14:05", "14:10:04", "up", 1000, 800));
    says("degraded", 1, figures("14:05", "14:10:04", "up", 1000, 100));
    says("up", 0, figures("14:05", "14:10:04", "up", 1000, 4));
    assertTrue(answer(figures("14:05", "14:10:04", "up", 1000, 800), Format.NAGIOS).text()
        .contains("800 of 1,000 transactions failed"));
  }

  @Test
  void aPeriodicFeedThatNamesNoServiceAndHoldsNothingIsNeverOk() {
    CheckReport.Answer line = whole("", Format.NAGIOS);
    assertEquals(3, line.exit(), line.text());
    assertTrue(line.text().startsWith("IRIS UNKNOWN - the feed names no service"), line.text());
  }

  @Test
  void ofTwoItemsForOneWindowTheNewestPublicationCountsWhereverItStands() {
    String old = figures("14:05", "14:10:04", "up", 1000, 4);
    String corrected = figures("14:05", "14:11:04", "down", 1000, 900);
    says("down", 2, corrected + old);
    says("down", 2, old + corrected);
    says("up", 0, figures("14:05", "14:11:30", "up", 1000, 4) + corrected);
  }

  @Test
  void ofTwoItemsAsNewTheWorseCountsWhereverItStands() {
    String well = window("14:05", "14:10:04", "state=\"up\"", "<iris:transactions total=\"1\" failed=\"0\"/>");
    String bad = well.replace("up", "down").replace("14:0514", "other");
    says("down", 2, well + bad);
    says("down", 2, bad + well);
  }

  @Test
  void aMaintenanceThatWasPutOffDoesNotHideAnOutageAtItsFirstTime() {
    String planned = works("planned", "09:00:00", "2026-11-22T13:00:00Z", "2026-11-22T16:00:00Z");
    String later = works("planned", "13:50:00", "2026-11-23T13:00:00Z", "2026-11-23T16:00:00Z");
    String well = figures("14:05", "14:10:04", "up", 1000, 4);
    says("maintenance", 0, outage() + planned + well);
    says("down", 2, outage() + later + planned + well);
    says("down", 2, outage() + planned + later + well);
    says("up", 0, planned + later + well);
  }

  @Test
  void aMaintenanceIsOverAtItsEndAndAfterADay() {
    String well = figures("14:05", "14:10:04", "up", 1000, 4);
    says("up", 0, works("running", "09:00:00", "2026-11-22T10:00:00Z", "2026-11-22T12:00:00Z") + well);
    says("down", 2, outage() + works("running", "09:00:00", "2026-11-20T10:00:00Z", "2026-11-28T12:00:00Z") + well);
  }

  @Test
  void windowsThatAreStillToComeAreToldAsAWrongClockAndAreNotMissing() {
    String well = figures("14:05", "14:10:04", "up", 1000, 4);
    JsonNode json = new ObjectMapper().readTree(
        answer(figures("14:35", "14:10:05", "up", 9, 0) + well, Format.JSON).text());
    assertEquals(0, json.get("windows").get("missing").size(), json.toString());
    assertTrue(json.get("findings").toString().contains("app.check.ahead"), json.toString());
    assertEquals("up", json.get("services").get(0).get("state").asString());
    CheckReport.Answer only = answer(figures("15:05", "14:10:05", "up", 9, 0), Format.NAGIOS);
    assertEquals(3, only.exit());
    assertTrue(only.text().contains("a clock or a time zone is wrong"), only.text());
  }

  @Test
  void thePersonIsToldWhoseFaultItIs() {
    String text = answer(outage() + figures("14:05", "14:10:04", "up", 1000, 4), Format.TEXT).text();
    assertTrue(text.contains("SIV: down since 22/11 14:00, origin: provider"), text);
  }

  @Test
  void ofAPageWithAnOutageAndWorksElsewhereTheOutageIsTold() {
    String body = "&lt;p&gt;&lt;strong&gt;THIS IS A SCHEDULED EVENT Nov &lt;var data-var='date'&gt;22&lt;/var&gt;, &lt;var "
        + "data-var='time'&gt;13:00&lt;/var&gt; - &lt;var data-var='time'&gt;18:00&lt;/var&gt; UTC&lt;/strong&gt;&lt;/p&gt;"
        + "&lt;p&gt;&lt;small&gt;Nov 22, 13:00 UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;In progress&lt;/strong&gt; - Works."
        + "&lt;/p&gt;";
    String outage = "&lt;p&gt;&lt;small&gt;Nov 22, 14:00 UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Investigating&lt;/strong"
        + "&gt; - The login is down.&lt;/p&gt;";
    String document = "<rss version=\"2.0\"><channel><title>Host Status - Incident History</title><link>https://h.test"
        + "</link><description>Statuspage</description><item><title>Router works</title><description>" + body
        + "</description><pubDate>Sun, 22 Nov 2026 13:00:00 +0000</pubDate><link>https://h.test/incidents/a</link><guid>"
        + "https://h.test/incidents/a</guid><maintenanceEndDate>Sun, 22 Nov 2026 18:00:00 +0000</maintenanceEndDate>"
        + "</item><item><title>Login outage</title><description>" + outage + "</description><pubDate>Sun, 22 Nov 2026 "
        + "14:00:00 +0000</pubDate><link>https://h.test/incidents/b</link><guid>https://h.test/incidents/b</guid></item>"
        + "</channel></rss>";
    CheckReport.Answer line = CheckReport.of(document.getBytes(StandardCharsets.UTF_8), Optional.empty(), NOW)
        .answer(Format.NAGIOS, words);
    assertEquals(2, line.exit(), line.text());
  }

  @Test
  void noMaintenanceHidesThatTheFeedHasFallenSilent() {
    String works = works("running", "08:00:00", "2026-11-22T08:00:00Z", "2026-11-22T20:00:00Z");
    says("maintenance", 0, works + figures("14:05", "14:10:04", "up", 1000, 4));
    says("unknown", 3, works + figures("08:55", "09:00:04", "up", 1000, 4));
  }

  @Test
  void badNewsOfAClockThatIsFastCountAndGoodNewsWait() {
    String well = figures("14:05", "14:10:04", "up", 1000, 4);
    says("down", 2, figures("14:20", "14:10:05", "down", 1000, 1000) + well);
    says("up", 0, figures("14:20", "14:10:05", "up", 1000, 0) + well);
    says("up", 0, figures("18:20", "14:10:05", "down", 1000, 1000) + well);
  }

  @Test
  void whatNamesNoServiceMayBeAboutAnyOfThem() {
    String second = "<iris:service id=\"fni\" name=\"FNI\"/>";
    String stranger = "<item><title>SIV indisponible</title><guid>x</guid>"
        + "<pubDate>Sun, 22 Nov 2026 14:09:00 +0000</pubDate></item>";
    CheckReport.Answer line = answer(second + figures("14:05", "14:10:04", "up", 1000, 4)
        + figures("14:05", "14:10:05", "up", 1000, 4).replace("siv", "fni").replace("14:0514", "fni") + stranger, Format.NAGIOS);
    assertEquals(1, line.exit(), line.text());
  }

  @Test
  void aPeriodOfAMinuteHasTimeToBePublishedAndAskedFor() {
    String quick = "<iris:agent id=\"a\" version=\"1\" period=\"PT1M\" started=\"2026-11-22T06:00:00Z\"/>"
        + "<iris:service id=\"siv\" name=\"SIV\"/>";
    String minute = figures("14:07", "14:08:04", "up", 1000, 4).replace("14:12:00Z", "14:08:00Z");
    assertEquals(0, whole(quick + minute, Format.NAGIOS).exit());
    assertEquals(3, whole(quick + minute.replace("14:07:00Z", "14:05:00Z").replace("14:08:00Z", "14:06:00Z"), Format.NAGIOS).exit());
  }
}
