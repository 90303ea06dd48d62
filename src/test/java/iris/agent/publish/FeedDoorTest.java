package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.signal.IncidentStep;
import iris.signal.Reason;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may ask, and what is told to whom: strangers, bearers, supervisors, persons. */
class FeedDoorTest extends FeedServerBase {
  @Test
  void whatIsNotThereOrNotAllowedIsSaidInASentence() throws Exception {
    open();
    for (String path : List.of("/nothing", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/archive/siv/",
        "/archive/siv/2026-11-31.xml", "/archive/siv/2020-01-01.xml", "/archive/other/2026-11-21.xml", "/events/",
        "/siv.xml/", "/siv.xml%00")) {
      HttpResponse<byte[]> answer = ask("GET", path);
      assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + " " + answer.statusCode());
      assertFalse(text(answer).contains("<"), text(answer));
    }
    assertTrue(text(ask("GET", "/nothing")).startsWith("Il n’y a rien à l’adresse /nothing"), text(ask("GET", "/nothing")));
    HttpResponse<byte[]> post = ask("POST", "/siv.xml");
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD", header(post, "Allow"));
  }

  @Test
  void aStrangerLearnsOneWordOnly() throws Exception {
    AgentConfig.Access basic = new AgentConfig.Access.Basic("iris", "sésame:ouvre");
    publisher = stand.publisher(Stand.publication(Optional.of(Stand.loopback(Optional.empty())), Optional.empty(),
        Optional.of(basic), 100));
    String good = "Basic " + Base64.getEncoder().encodeToString("iris:sésame:ouvre".getBytes(StandardCharsets.UTF_8));
    for (String path : List.of("/", "/siv.xml", "/metrics", "/events/siv", "/nothing")) {
      HttpResponse<byte[]> answer = ask("GET", path);
      assertEquals(401, answer.statusCode(), path);
      assertEquals("Basic realm=\"IRIS\", charset=\"UTF-8\"", header(answer, "WWW-Authenticate"));
    }
    for (String bad : List.of("Basic x", "Basic", "Bearer sésame", good + "A", "Basic aXJpczo="))
      assertEquals(401, ask("GET", "/siv.xml", "Authorization", bad.replace('é', 'e')).statusCode(), bad);
    HttpResponse<byte[]> feed = ask("GET", "/siv.xml", "Authorization", good);
    assertEquals(200, feed.statusCode());
    assertEquals("private, no-cache", header(feed, "Cache-Control"));
    assertEquals("{\"status\":\"well\"}\n", text(ask("GET", "/health")));
    assertTrue(text(ask("GET", "/health", "Authorization", good)).contains("\"counted\":1248"));
  }

  @Test
  void aBearerOpensToo() throws Exception {
    publisher = stand.publisher(Stand.publication(Optional.of(Stand.loopback(Optional.empty())), Optional.empty(),
        Optional.of(new AgentConfig.Access.Bearer("s3same")), 100));
    assertEquals(200, ask("GET", "/siv.xml", "Authorization", "bearer s3same").statusCode());
    HttpResponse<byte[]> answer = ask("GET", "/siv.xml", "Authorization", "Bearer s3samE");
    assertEquals(401, answer.statusCode());
    assertEquals("Bearer realm=\"IRIS\"", header(answer, "WWW-Authenticate"));
  }

  @Test
  void healthSaysWhatTroublesTheAgentAndMetricsCountIt() throws Exception {
    stand.windows(1);
    open();
    assertEquals(200, ask("GET", "/health").statusCode());
    assertTrue(text(ask("GET", "/health")).startsWith("{\"status\":\"well\",\"started\":\"2026-11-22T11:00:04Z\""));
    assertTrue(text(ask("GET", "/health")).contains("\"unreadable\":3,\"example\":\"a \\\"bad\\\" line\""));
    assertTrue(text(ask("GET", "/health")).contains("\"stepsMs\":{\"dns\":1.0,\"connect\":3.0,\"first_byte\":30.0}"),
        "without TLS there is no time for it");
    publisher.published(List.of(stand.window(Instant.parse("2026-11-22T11:55:00Z"))));
    publisher.settle();
    ask("GET", "/nothing");
    stand.vitals.set(stand.vitals(Stand.NOON, List.of(Reason.of("agent.feed.trouble.files", "/x", "full"))));
    HttpResponse<byte[]> health = ask("GET", "/health");
    assertEquals(503, health.statusCode());
    assertTrue(text(health).contains("impossible d’écrire dans /x (full)"), text(health));
    String metrics = text(ask("GET", "/metrics"));
    for (String line : List.of("iris_agent_well 0", "iris_service_state{service=\"siv\",state=\"up\"} 1",
        "iris_source_evidence_total{service=\"siv\",source=\"access\"} 1248",
        "iris_source_unreadable_total{service=\"siv\",source=\"access\"} 3",
        "iris_source_latency_seconds{service=\"siv\",source=\"access\"} 0.042",
        "iris_source_step_seconds{service=\"siv\",source=\"access\",step=\"connect\"} 0.003",
        "iris_source_step_seconds{service=\"siv\",source=\"access\",step=\"first_byte\"} 0.03",
        "iris_source_certificate_days{service=\"siv\",source=\"access\"} 20",
        "iris_windows_published_total{service=\"siv\"} 1", "iris_http_requests_total{status=\"404\"} 1",
        "iris_http_requests_total{status=\"503\"} 1", "iris_event_streams 0"))
      assertTrue(metrics.lines().anyMatch(line::equals), line + " in\n" + metrics);
    for (String line : metrics.lines().toList())
      assertTrue(line.matches("# TYPE [a-z_]+ (gauge|counter)|[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+})? [-0-9.E]+"), line);
  }

  @Test
  void thePageForPersonsIsReadInTheirLanguage() throws Exception {
    stand.windows(1);
    stand.outage(Instant.parse("2026-11-22T11:41:00Z"), 1, IncidentStep.State.OPEN);
    open();
    String french = text(ask("GET", "/"));
    assertTrue(french.contains("<html lang=\"fr\">") && french.contains("en ordre"), french);
    assertTrue(french.contains("SIV indisponible depuis"), french);
    HttpResponse<byte[]> english = ask("GET", "/", "Accept-Language", "en-GB,en;q=0.9,fr;q=0.5");
    assertTrue(text(english).contains("<html lang=\"en\">") && text(english).contains("RSS feed"), text(english));
    assertEquals("Accept-Language", header(english, "Vary"));
  }
}
