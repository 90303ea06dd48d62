package iris.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import iris.relay.real.Samples;
import iris.signal.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00.250Z");

  @Test
  void aRecoverySaysAllThatIsKnownOfIt() {
    assertEquals("{\"id\":\"siv|OUTAGE@6012345#end\",\"episode\":\"siv|OUTAGE@6012345\",\"sort\":\"end\","
        + "\"signal\":{\"id\":\"service/siv\",\"kind\":\"service\",\"key\":\"siv\",\"name\":\"SIV\"},"
        + "\"at\":\"2026-11-23T10:00:00.250Z\",\"alarm\":\"outage\",\"level\":\"ok\",\"severity\":\"ok\","
        + "\"origin\":\"external\",\"since\":\"2026-11-23T09:45:00.250Z\",\"lastedSeconds\":900,"
        + "\"evidence\":\"2026-11-23T10:00:00.250Z\",\"summary\":\"SIV : retour à la normale\"}",
        EventJson.line(Samples.recovery(Samples.SIV, AT.minusSeconds(900), AT)));
  }

  @Test
  void thePageThatDescribesItShowsItAsItIs() throws Exception {
    String page = Files.readString(Path.of("src/docs/relay/event.md"));
    String shown = page.substring(page.indexOf("```json") + 7, page.indexOf("```", page.indexOf("```json") + 7));
    Instant at = Instant.parse("2026-11-23T10:00:04.120Z");
    Message begin = new Message("siv|OUTAGE@5984214#begin", "siv|OUTAGE@5984214", Samples.SIV, at, Message.Sort.BEGIN,
        Optional.of(AlarmKey.Kind.OUTAGE), Level.CRITICAL, Optional.of(Fault.EXTERNAL),
        Optional.of(Instant.parse("2026-11-23T09:55:00Z")), Optional.empty(), Optional.of(Instant.parse("2026-11-23T10:00:00Z")),
        "SIV : indisponible depuis 10:55, origine service externe", Optional.empty(), Optional.empty());
    assertEquals(new JsonMapper().readTree(shown), new JsonMapper().readTree(EventJson.line(begin)));
    Message statistic = Samples.statistic(Samples.SIV, AT);
    for (String field : EventJson.of(statistic).propertyNames()) assertTrue(page.contains("`" + field + "`"), field);
    for (String field : EventJson.of(statistic).path("figures").propertyNames()) assertTrue(page.contains("`" + field + "`"), field);
  }

  @Test
  void figuresComeInNumbersWithTheirUnits() {
    JsonNode figures = EventJson.of(Samples.statistic(Samples.SIV, AT)).path("figures");
    assertEquals(120, figures.path("total").asInt());
    assertEquals(0.975, figures.path("ratio").asDouble(), 1e-9);
    assertEquals(900, figures.path("transactionMillis").path("p95").asInt());
    assertEquals(700, figures.path("responseMillis").path("p95").asInt());
  }

  @Test
  void noTrafficProvesNoRatio() {
    Message empty = with("vide", new Figures(AT, AT.plusSeconds(300), 0, 0, Timing.NONE, Timing.NONE));
    JsonNode figures = EventJson.of(empty).path("figures");
    assertEquals(0, figures.path("total").asInt());
    assertFalse(figures.has("ratio"));
    assertFalse(figures.has("transactionMillis"));
  }

  @Test
  void whateverAFeedSaysIsOneLineOfValidJson() {
    String hostile = "a\"b\\c\r\nd\u0000e\u202ef\u2028g </script> $(id) \ud800";
    String line = EventJson.line(with(hostile, new Figures(AT, AT.plusSeconds(300), 1, 0, Timing.NONE, Timing.NONE)));
    assertEquals(1, line.lines().count());
    assertEquals("a\"b\\c def g </script> $(id)", new JsonMapper().readTree(line).path("summary").asString());
  }

  private static Message with(String summary, Figures figures) {
    return new Message("x", "", Samples.SIV, AT, Message.Sort.STATISTIC, Optional.empty(), Level.OK, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), summary, Optional.of(figures), Optional.empty());
  }
}
