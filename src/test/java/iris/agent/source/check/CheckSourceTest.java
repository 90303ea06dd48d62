package iris.agent.source.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Evidence;
import iris.agent.SourceSpec.Asked;
import iris.agent.SourceSpec.Expected;
import iris.probe.Probe;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckSourceTest {
  // Java's own check of dates looks at the machine's clock, so the certificates must too.
  private static final Instant TODAY = InstantSource.system().instant();
  private final ScriptedServer server = ScriptedServer.http();
  private final TestPki pki = new TestPki("Test authority", TODAY);
  private final Scene scene = new Scene(new Probe(InstantSource.system(), pki.context(pki.issue("agent", 1))));

  @AfterEach
  void close() {
    scene.close();
    server.close();
  }

  private Evidence.Probed http(Reply reply, Expected expected) throws InterruptedException {
    try (ScriptedServer one = ScriptedServer.http().then(reply)) {
      return (Evidence.Probed) scene.first(Scene.http(one.uri("/health"), expected));
    }
  }

  private static void assertBad(String key, Evidence.Probed probed) {
    assertEquals(key, probed.why().key());
    assertFalse(probed.well());
  }

  @Test
  void aPageThatAnswersIsWellAndSaysItsSteps() throws InterruptedException {
    server.then(Reply.ok("fine"));
    scene.run(new Asked.Http(server.uri("/health"), "POST", Map.of("X-Key", "k"), Optional.of("ask"), Expected.USUAL),
        Duration.ofSeconds(10));
    Evidence.Probed probed = scene.probed();
    assertTrue(probed.well() && !probed.degraded(), probed.why().key());
    assertEquals("siv front darva", probed.service() + " " + probed.source() + " " + probed.party());
    assertEquals(Scene.NOW, probed.at());
    assertTrue(probed.steps().orElseThrow().firstByte().isPresent() && probed.steps().get().tls().isEmpty());
    assertTrue(probed.latency().compareTo(probed.steps().get().firstByte().get()) >= 0);
    assertEquals("ask", server.request().body());
  }

  @Test
  void aStatusOutOfTheRangeIsAFailureAndARedirectIsAnAnswer() throws InterruptedException {
    assertBad("agent.check.status", http(Reply.status(404), Expected.USUAL));
    assertTrue(http(Reply.redirect(302, "/login"), Expected.USUAL).well());
    Expected narrow = Scene.expecting(List.of("200-299", "404"), null, Map.of(), null);
    assertBad("agent.check.status", http(Reply.redirect(302, "/login"), narrow));
    assertTrue(http(Reply.status(404), narrow).well());
  }

  @Test
  void theTextMustStandInTheAnswer() throws InterruptedException {
    Expected text = Scene.expecting(List.of(), "prêt", Map.of(), null);
    assertTrue(http(Reply.ok("tout est prêt"), text).well());
    assertBad("agent.check.text", http(Reply.ok("rien ne va"), text));
  }

  @Test
  void theJsonMustSayWhatIsExpected() throws InterruptedException {
    String body = "{\"db\": {\"state\": \"up\", \"a/b\": [7, true, null]}}";
    assertTrue(http(Reply.ok(body), Scene.expecting(List.of(), null,
        Map.of("/db/state", "up", "/db/a~1b/0", "7", "/db/a~1b/1", "true", "/db/a~1b/2", "null", "/db", ""), null)).well());
    assertBad("agent.check.json.value", http(Reply.ok(body), json("/db/state", "down")));
    assertBad("agent.check.json.absent", http(Reply.ok(body), json("/cache", "")));
    assertBad("agent.check.json.unreadable", http(Reply.ok("<html>"), json("/db", "")));
  }

  private static Expected json(String pointer, String value) {
    return Scene.expecting(List.of(), null, Map.of(pointer, value), null);
  }

  @Test
  void whatIsSlowIsDegraded() throws InterruptedException {
    Evidence.Probed slow = http((request, line) -> {
      line.closing().await(60, java.util.concurrent.TimeUnit.MILLISECONDS);
      return Reply.ok("late").answer(request, line);
    }, Scene.expecting(List.of(), null, Map.of(), Duration.ofMillis(50)));
    assertTrue(slow.well() && slow.degraded());
    assertEquals("agent.check.slow", slow.why().key());
  }

  @Test
  void certificatesAreCountedAndBadOnesAreFailures() throws InterruptedException {
    try (ScriptedServer soon = ScriptedServer.https(pki.context(pki.issue("localhost", 5))).then(Reply.ok(""));
        ScriptedServer expired = ScriptedServer.https(pki.context(pki.issue("localhost", -2)));
        ScriptedServer other = ScriptedServer.https(pki.context(pki.issue("elsewhere.example", 9)))) {
      Evidence.Probed near = (Evidence.Probed) scene.first(Scene.http(soon.uri("/"), Expected.USUAL));
      assertEquals("agent.check.certificate", near.why().key());
      assertEquals(OptionalInt.of(4), near.certificateDays());
      assertTrue(near.well() && near.degraded() && near.steps().orElseThrow().tls().isPresent());
      assertBad("probe.tls.expired", (Evidence.Probed) scene.first(Scene.http(expired.uri("/"), Expected.USUAL)));
      assertBad("probe.tls.wrong-host", (Evidence.Probed) scene.first(Scene.http(other.uri("/"), Expected.USUAL)));
    }
  }

  @Test
  void aDoorIsOpenUntilItsServerGoes() throws InterruptedException {
    scene.run(new Asked.Tcp("localhost", server.port()), Duration.ofSeconds(10));
    assertTrue(scene.probed().well());
    server.close();
    Evidence.Probed closed = scene.probed();
    while (closed.well()) closed = scene.probed();
    assertBad("probe.connect", closed);
  }

  @Test
  void aNameLeadsToAnExpectedAddressOrNot() throws InterruptedException {
    assertTrue(((Evidence.Probed) scene.first(new Asked.Dns("localhost", List.of()))).well());
    assertTrue(((Evidence.Probed) scene.first(
        new Asked.Dns("localhost", List.of("192.0.2.1", "127.0.0.1", "0:0:0:0:0:0:0:1")))).well());
    assertBad("agent.check.dns", (Evidence.Probed) scene.first(new Asked.Dns("localhost", List.of("192.0.2.1"))));
    assertBad("probe.dns", (Evidence.Probed) scene.first(new Asked.Dns("nobody.invalid", List.of())));
  }

  @Test
  void aStalledPageEndsAtItsLimitAndTheCheckGoesOnWithoutOverlap() throws InterruptedException {
    server.then(Reply.stall(), Reply.ok("again"));
    scene.run(Scene.http(server.uri("/"), Expected.USUAL), Duration.ofMillis(1500));
    // Asked again while the first was under way, the second would be answered, and heard of, before the first ends.
    Evidence.Probed stalled = scene.probed();
    assertBad("probe.timeout", stalled);
    assertTrue(stalled.latency().compareTo(Duration.ofMillis(1400)) >= 0);
    assertTrue(scene.probed().well());
  }

  @Test
  void aClosedCheckHandsNothingOver() throws InterruptedException {
    server.then(Reply.stall());
    CheckSource source = scene.run(Scene.http(server.uri("/"), Expected.USUAL), Duration.ofSeconds(120));
    server.request();
    long began = System.nanoTime();
    source.close();
    assertTrue(System.nanoTime() - began < 60_000_000_000L, "closing waited for the answer");
    assertTrue(scene.handed.isEmpty());
  }
}
