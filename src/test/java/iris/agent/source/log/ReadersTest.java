package iris.agent.source.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.agent.SourceSpec.Format;
import iris.agent.source.Fault;
import iris.agent.source.Transaction;
import iris.signal.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one line says: end, status, whole time, external time, external status, origin; or that it cannot be read. */
class ReadersTest {
  private static final Fault FAULT = new Fault(Desk.SIV, "darva", Optional.of("ants"));
  private static final String TIME = "[22/Nov/2026:12:00:00 +0100]";
  private static final String COMBINED = "1.2.3.4 - - " + TIME + " \"GET / HTTP/1.1\" 200 612 \"-\" \"curl\"";

  private static String read(LineReader reader, String line) {
    byte[] bytes = ("before" + line + "after").getBytes(StandardCharsets.UTF_8);
    Transaction t = new Transaction().clear();
    if (!reader.read(bytes, 6, bytes.length - 5, t)) return "unreadable";
    return Instant.ofEpochMilli(t.at) + " " + t.status + " " + t.whole + " " + t.external + " " + t.externalStatus
        + (t.origin == null ? "" : " " + t.origin);
  }

  private static void combined(String expected, String line) {
    assertEquals(expected.equals("unreadable") ? expected : "2026-11-22T11:00:00Z " + expected,
        read(new CombinedReader(), line), line);
  }

  @Test
  void readsTheCommonAndTheCombinedFormatOfAnyServer() {
    combined("200 -1 -1 0", COMBINED);
    combined("404 -1 -1 0", "1.2.3.4 - - " + TIME + " \"GET /x HTTP/1.1\" 404 -");
    combined("200 -1 -1 0", "vhost.example:443 ::1 - anna " + TIME + " \"GET / HTTP/2.0\" 200 5 \"-\" \"-\"");
    combined("400 -1 -1 0", "1.2.3.4 - - " + TIME + " \"\\x16\\x03\\x01\" 400 150 \"-\" \"-\"");
    combined("200 -1 -1 0", "1.2.3.4 - - " + TIME + " \"GET /\\\" 500 1 HTTP/1.1\" 200 5 \"a\\\"b\" \"c\"");
    combined("200 -1 -1 0", "1.2.3.4 - - " + TIME + " \"GET /\" quoted\" HTTP/1.1\" 200 5 \"-\" \"-\"");
    combined("499 -1 -1 0", "1.2.3.4 - - " + TIME + " \"GET / HTTP/1.1\" 499 0 \"-\" \"-\"");
  }

  @Test
  void aFalseTimeInAUsersNameIsNotBelieved() {
    combined("200 -1 -1 0", "1.2.3.4 - x [01/Jan/2000:00:00:00 +0000] GET 500 1 " + TIME + " \"GET / HTTP/1.1\" 200 5");
  }

  @Test
  void readsTheTimesThatFollow() {
    combined("200 12 -1 0", COMBINED + " 0.012");
    combined("200 512 350 0", COMBINED + " 0.512 0.350");
    combined("200 512 350 0", COMBINED + " \"1.2.3.4\" 0.512 0.350");
    combined("200 512 -1 0", COMBINED + " 0.512 -");
    combined("200 600 510 200", COMBINED + " 0.600 0.010, 0.200 : 0.300 502, 504 : 200");
    combined("200 600 210 0", COMBINED + " 0.600 \"-, 0.210\"");
    combined("200 600 210 502", COMBINED + " rt=0.600 uct=\"0.001\" urt=\"0.010, 0.200\" us=\"504, 502\"");
    combined("200 600 210 0", COMBINED + " rt=0.600 urt=0.010, 0.200 pipe=.");
    combined("200 512 350 0", COMBINED + " 4711 0.512 . 0.350 .");
  }

  @Test
  void takesNoTimeForOneThatMightBeSomethingElse() {
    combined("200 -1 -1 0", COMBINED + " 123456");
    combined("200 -1 -1 0", COMBINED + " 1");
    combined("200 -1 -1 0", COMBINED + " \"9999.000\"");
    combined("200 -1 -1 0", "1.2.3.4 - - " + TIME + " \"GET /\" 200 5 \"1.000\" \"2.000\"");
    combined("200 -1 -1 0", COMBINED + " 1.2.3.4 nonsense \"");
  }

  @Test
  void halfALineIsUnreadableUntilItHasItsSize() {
    for (int cut = 0; cut < COMBINED.indexOf("200 ") + 4; cut++) combined("unreadable", COMBINED.substring(0, cut));
    combined("unreadable", "");
    combined("unreadable", "1.2.3.4 - - [32/Nov/2026:12:00:00 +0100] \"GET / HTTP/1.1\" 200 5");
    combined("unreadable", "1.2.3.4 - - [22/Nov/2026:12:00:00 +9900] \"GET / HTTP/1.1\" 200 5");
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
    "200 512 350 0 | {`time_iso8601`:`2026-11-22T12:00:00+01:00`,`status`:200,`request_time`:0.512,`upstream_response_time`:`0.350`}",
    "503 512 -1 0 | {`time_iso8601`:`2026-11-22T12:00:00+01:00`,`status`:`503`,`request_time`:`0.512`,`upstream_response_time`:``}",
    "200 7 510 504 | {`msec`:`1795345200.000`,`status`:200,`duration_ms`:7,`upstream_response_time`:`0.010, 0.2 : 0.3`,`upstream_status`:`200, 504`}",
    "200 1 -1 0 | {`level`:`info`,`ts`:1795345200.0,`request`:{`status`:7,`headers`:[1,{}]},`duration`:0.000929,`status`:200}",
    "200 12 9 503 | {`time`:`2026-11-22T11:00:00Z`,`DownstreamStatus`:200,`Duration`:12000000,`OriginDuration`:9000000,`OriginStatus`:503}",
    "200 12 -1 0 | {`@timestamp`:`2026-11-22T11:00:00.000Z`,`http`:{`response`:{`status_code`:200}},`event`:{`duration`:12000000}}",
    "200 12 -1 0 | {`@timestamp`:1795345200000,`http.response.status_code`:200,`latency`:`12ms`}",
    "200 500 -1 0 | {`timestamp`:`2026-11-22 11:00:00,000Z`,`status`:200,`latency`:`0.5s`,`agent`:`a\\x22b`}",
    "500 -1 -1 0 EXTERNAL | {`ts`:1795345200,`status`:500,`origin`:`ants`}"
  })
  void readsJsonByTheUsualNames(String expected, String line) {
    assertEquals("2026-11-22T11:00:00Z " + expected, read(json(Map.of()), line.replace('`', '"')), line);
  }

  private static JsonReader json(Map<String, String> fields) {
    return new JsonReader(fields, FAULT, java.time.ZoneOffset.UTC);
  }

  @Test
  void readsJsonByConfiguredNamesAndUnits() {
    assertEquals("2026-11-22T11:00:00Z 201 42 3 0", read(
        json(Map.of("time", "when", "status", "answer.code", "whole", "took:ms", "external", "behind_us")),
        "{\"when\":1795345200,\"status\":500,\"answer\":{\"code\":201},\"took\":42,\"behind_us\":3000,\"time\":1}"));
  }

  @Test
  void readsJsonWithBytesThatAreNoUtf8() {
    byte[] line = "{\"ts\":1795345200,\"status\":200,\"agent\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    Transaction t = new Transaction().clear();
    assertEquals(true, json(Map.of()).read(line, 0, line.length, t));
    assertEquals(200, t.status);
  }

  @Test
  void everyCutOfAJsonLineIsUnreadable() {
    String line = "{\"ts\":1795345200,\"request\":{\"a\":[1]},\"status\":200}";
    for (int cut = 0; cut < line.length(); cut++)
      assertEquals("unreadable", read(json(Map.of()), line.substring(0, cut)), line.substring(0, cut));
    assertEquals("unreadable", read(json(Map.of()), "{\"ts\":1795345200}"));
    assertEquals("unreadable", read(json(Map.of()), "{\"ts\":\"noon\",\"status\":200}"));
    assertEquals("unreadable", read(json(Map.of()), "[1]"));
  }

  private static PatternReader pattern(String regex, String time, Duration unit) {
    return new PatternReader(new Format.Pattern(regex, Optional.ofNullable(time), unit), FAULT, java.time.ZoneOffset.UTC);
  }

  @Test
  void readsAPatternOfOnesOwn() {
    String regex = "^(?<time>\\S+) st=(?<status>\\d+) t=(?<whole>\\S+) x=(?<external>\\S+)/(?<externalstatus>\\S+) by=(?<origin>\\S+)";
    assertEquals("2026-11-22T11:00:00Z 500 512 350 503 NETWORK",
        read(pattern(regex, null, Duration.ofMillis(1)), "2026-11-22T11:00:00Z st=500 t=512 x=350/503 by=network"));
    assertEquals("2026-11-22T11:00:00Z 200 123 -1 0", read(pattern("\\[(?<time>[^]]+)\\].* (?<status>\\d{3}) \\d+ (?<whole>\\d+)$",
        "dd/MMM/yyyy:HH:mm:ss Z", Duration.ofNanos(1000)), "x " + TIME + " \"GET\" 200 5 123456"));
    assertEquals("unreadable", read(pattern(regex, null, Duration.ofMillis(1)), "something else"));
    assertThrows(IllegalArgumentException.class, () -> pattern("(?<time>.)", null, Duration.ofSeconds(1)));
  }

  @Test
  void anExpressionThatRunsAwayMakesALineUnreadable() {
    assertEquals("unreadable", read(pattern("(?<time>(a+)+)b(?<status>1)", null, Duration.ofSeconds(1)), "a".repeat(60)));
    assertEquals("unreadable", read(pattern("(?<time>(?:a|b)*)c(?<status>1)", null, Duration.ofSeconds(1)), "ab".repeat(4000)));
    assertEquals("unreadable", read(pattern("(?<time>.*)(?<status>1)", null, Duration.ofSeconds(1)), "1".repeat(9000)));
  }

  @Test
  void noBytesWhateverMakeAReaderThrow() {
    Random dice = new Random(7);
    LineReader[] readers = {new CombinedReader(), json(Map.of()),
        pattern("(?<time>\\S+) (?<status>\\S*)(?<whole>.*)", null, Duration.ofMillis(1))};
    byte[][] seeds = {(COMBINED + " 0.6 0.010, 0.200 us=1").getBytes(StandardCharsets.UTF_8),
        "{\"ts\":1795345200,\"status\":200,\"latency\":\"1e5ms\",\"origin\":\"x\"}".getBytes(StandardCharsets.UTF_8),
        "2026-11-22T11:00:00.5+01 200 1 :,-".getBytes(StandardCharsets.UTF_8)};
    int understood = 0;
    for (int i = 0; i < 60_000; i++) {
      byte[] b = seeds[i % 3].clone();
      for (int n = dice.nextInt(4); n > 0; n--) b[dice.nextInt(b.length)] = (byte) dice.nextInt(256);
      Transaction t = new Transaction().clear();
      if (readers[i % 3].read(b, 0, b.length, t)) {
        understood++;
        assertEquals(true, t.status >= 0 && t.status < 1000 && t.whole >= -1 && t.external >= -1, () -> new String(b));
      }
    }
    assertEquals(true, understood > 10_000, "understood " + understood);
  }

  @Test
  void saysWhoseFaultItIs() {
    assertEquals("[none, none, none, UNKNOWN, UNKNOWN, PROVIDER, EXTERNAL, EXTERNAL, PROVIDER, EXTERNAL, EXTERNAL, NETWORK]",
        java.util.Arrays.asList(fault(200, 0, null), fault(404, 503, null), fault(408, 0, null), fault(499, 0, null),
            fault(0, 0, null), fault(500, 0, null), fault(502, 0, null), fault(504, 0, null), fault(502, 200, null),
            fault(500, 503, null), fault(499, 504, null), fault(500, 503, Origin.NETWORK)).toString());
    Fault alone = new Fault(Desk.SIV, "darva", Optional.empty());
    Transaction t = new Transaction().clear();
    t.status = 504;
    assertEquals(Optional.of(Origin.PROVIDER), alone.whose(t));
  }

  private static String fault(int status, int external, Origin origin) {
    Transaction t = new Transaction().clear();
    t.status = status;
    t.externalStatus = external;
    t.origin = origin;
    return FAULT.whose(t).map(Enum::name).orElse("none");
  }
}
