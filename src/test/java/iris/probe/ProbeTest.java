package iris.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.probe.ProbeResult.Answered;
import iris.probe.ProbeResult.Step;
import iris.probe.ProbeResult.Unanswered;
import iris.testing.OldTlsServer;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbeTest {
  // Java's own check of dates looks at the machine's clock, so the certificates must too.
  private static final Instant NOW = InstantSource.system().instant();
  private static final Duration AMPLE = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(1500);
  private final ScriptedServer server = ScriptedServer.http();
  private final TestPki pki = new TestPki("Test authority", NOW);
  private final Probe probe = new Probe(InstantSource.system(), pki.context(pki.issue("console", 1)));

  @AfterEach
  void close() {
    server.close();
  }

  private ProbeResult check(ScriptedServer at, Duration limit) throws InterruptedException {
    return probe.check(new Target.Page(at.uri("/health?full=1")), limit);
  }

  @Test
  void aPageThatAnswersIsTimedStepByStep() throws InterruptedException {
    server.then(Reply.ok("fine"));
    Answered answered = assertInstanceOf(Answered.class, check(server, AMPLE));
    assertTrue(answered.well());
    assertEquals(OptionalInt.of(200), answered.status());
    assertEquals(OptionalInt.empty(), answered.certificateDays());
    assertTrue(answered.steps().dns().isPresent() && answered.steps().connect().isPresent());
    assertTrue(answered.steps().tls().isEmpty() && answered.steps().firstByte().isPresent());
    assertTrue(answered.steps().whole().compareTo(answered.steps().firstByte().get()) >= 0);
    assertEquals("/health?full=1", server.request().target());
  }

  @Test
  void overTlsTheHandshakeIsTimedAndTheDaysAreCounted() throws InterruptedException {
    try (ScriptedServer secure =
        ScriptedServer.https(pki.context(pki.issue("localhost", 20))).then(Reply.status(204))) {
      Answered answered = assertInstanceOf(Answered.class, check(secure, AMPLE));
      assertTrue(answered.steps().tls().isPresent());
      assertEquals(OptionalInt.of(19), answered.certificateDays());
    }
  }

  @Test
  void aServerInErrorAnswersButIsNotWell() throws InterruptedException {
    server.then(Reply.status(503), Reply.status(401), Reply.status(404));
    assertFalse(assertInstanceOf(Answered.class, check(server, AMPLE)).well());
    assertTrue(check(server, AMPLE).well(), "who asks for a password is there");
    assertFalse(check(server, AMPLE).well());
  }

  private static void assertEnded(Step at, String key, ProbeResult result) {
    Unanswered unanswered = assertInstanceOf(Unanswered.class, result);
    assertEquals(key, unanswered.why().key());
    assertEquals(at, unanswered.at());
    assertFalse(unanswered.well());
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatKnowsNothingNewerThanTls11IsNotTalkedTo(OldTlsServer.Manner manner) throws InterruptedException {
    try (OldTlsServer old = OldTlsServer.that(manner)) {
      assertEnded(Step.TLS, "probe.tls.version", probe.check(new Target.Page(old.uri("/health")), AMPLE));
      assertEquals(List.of("1.3", "1.2"), old.offered());
      assertFalse(old.afterwards().contains("GET"));
    }
  }

  @Test
  void silenceAndDrippingEndInTime() throws InterruptedException {
    server.then(Reply.stall(), Reply.drip());
    long began = System.nanoTime();
    assertEnded(Step.FIRST_BYTE, "probe.timeout", check(server, SHORT));
    assertEnded(Step.BODY, "probe.timeout", check(server, SHORT));
    assertTrue(System.nanoTime() - began < 60_000_000_000L, "it does not end");
  }

  @Test
  void aCutAnswerIsNoAnswer() throws InterruptedException {
    server.then(Reply.half("half of this"), Reply.reset(), Reply.raw("SSH-2.0-OpenSSH\r\n\r\n"));
    assertEnded(Step.BODY, "probe.cut", check(server, AMPLE));
    assertEnded(Step.FIRST_BYTE, "probe.cut", check(server, AMPLE));
    assertEnded(Step.BODY, "probe.not-http", check(server, AMPLE));
  }

  @Test
  void badCertificatesAreToldApart() throws InterruptedException {
    TestPki stranger = new TestPki("Somebody", NOW);
    try (ScriptedServer expired = ScriptedServer.https(pki.context(pki.issue("localhost", -2)));
        ScriptedServer other = ScriptedServer.https(pki.context(pki.issue("elsewhere.example", 9)));
        ScriptedServer unknown = ScriptedServer.https(stranger.context(stranger.issue("localhost", 9)))) {
      assertEnded(Step.TLS, "probe.tls.expired", check(expired, AMPLE));
      assertEnded(Step.TLS, "probe.tls.wrong-host", check(other, AMPLE));
      assertEnded(Step.TLS, "probe.tls.unknown-ca", check(unknown, AMPLE));
    }
  }

  @Test
  void aDoorIsOpenOrClosedAndANameIsThereOrNot() throws InterruptedException {
    Target door = Target.parse("localhost:" + server.port());
    Answered open = assertInstanceOf(Answered.class, probe.check(door, AMPLE));
    assertTrue(open.well() && open.status().isEmpty());
    server.close();
    assertEnded(Step.CONNECT, "probe.connect", probe.check(door, AMPLE));
    assertEnded(Step.DNS, "probe.dns", probe.check(Target.parse("nobody.invalid:80"), AMPLE));
  }

  @Test
  void targetsAreReadAsAPersonWritesThem() {
    assertEquals(new Target.Door("::1", 443), Target.parse("[::1]:443"));
    assertEquals(443, Target.parse("https://provider.example/x").port());
    for (String wrong : new String[] {
      "host", "host:0", "host:x", ":80", "ftp://host/", "http://u:p@host/", "http:///x", "http://a b/"
    })
      assertThrows(BadTarget.class, () -> Target.parse(wrong), wrong);
  }
}
