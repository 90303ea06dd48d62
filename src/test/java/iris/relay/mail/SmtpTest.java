package iris.relay.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.app.relay.MachineGround;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Bring;
import iris.relay.real.Daemon;
import iris.relay.real.Death;
import iris.relay.real.Hostile;
import iris.relay.real.Papers;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of SMTP that wants STARTTLS and a password, read back from the letters that it kept. */
class SmtpTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Message OUTAGE = Samples.outage(Samples.SIV, NOON);
  private static final Message RECOVERY = Samples.recovery(Samples.SIV, NOON, NOON.plusSeconds(60));
  @TempDir private static Path papersFolder;
  private static Papers papers;

  @TempDir private Path home;
  private final int port = Daemon.port();
  private Daemon server;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Process asked = new ProcessBuilder(python(), "-c", "import aiosmtpd").redirectErrorStream(true).start();
    Assumptions.assumeTrue(asked.waitFor() == 0,
        "no aiosmtpd (Debian: python3-aiosmtpd): not tested against real SMTP");
    papers = Papers.make(papersFolder);
  }

  private static String python() {
    return Daemon.program("python3", "python3").toString();
  }

  @BeforeEach
  void start() throws Exception {
    server = Daemon.start(home.resolve("said.log"), Map.of("PYTHONDONTWRITEBYTECODE", "1"), python(),
        Path.of("src/test/resources/relay/smtp_server.py").toAbsolutePath().toString(), Integer.toString(port),
        papers.server().toString(), papers.serverKey().toString(), home.resolve("letters").toString());
    server.listening(port);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Target target(int port, Map<Param, Value> other, String... to) {
    Map<Param, Value> params = new EnumMap<>(Param.class);
    params.put(Param.ADDRESS, new Value.Text("localhost:" + port));
    params.put(Param.FROM, new Value.Text("IRIS <iris@example.org>"));
    params.put(Param.TO, new Value.Lines(List.of(to)));
    params.put(Param.TIMEOUT, new Value.Span(Duration.ofSeconds(60)));
    params.put(Param.CA, new Value.File(papers.authority()));
    params.put(Param.USER, new Value.Text("iris"));
    params.put(Param.PASSWORD, new Value.Secret("env:P"));
    params.putAll(other);
    return new Target("mail", Kind.MAIL, params, Mapping.USUAL);
  }

  /** The machine's own, so that trust is that of production. */
  private Ground ground() {
    return new MachineGround(home, Map.of("P", "geheim", "WRONG", "falsch"), InstantSource.system());
  }

  private Mailer mailer(Map<Param, Value> other, String... to) {
    return new Mailer(target(port, other, to), ground());
  }

  private Mailer mailer() {
    return mailer(Map.of(), "nuit@example.org");
  }

  /** What the server keeps of one letter. */
  private record Kept(List<String> to, MimeMessage letter, String bytes) {
    String header(String name) throws Exception {
      String[] all = letter.getHeader(name);
      assertEquals(1, all == null ? 0 : all.length, name);
      return all[0];
    }
  }

  private List<Kept> kept() throws Exception {
    Path file = home.resolve("letters");
    List<Kept> all = new ArrayList<>();
    if (!Files.exists(file)) return all;
    for (String line : Files.readAllLines(file)) {
      JsonNode node = new JsonMapper().readTree(line);
      String bytes = node.get("letter").asString();
      List<String> to = node.get("to").valueStream().map(JsonNode::asString).toList();
      all.add(new Kept(to, new MimeMessage(null, new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1))),
          bytes));
    }
    return all;
  }

  @Test
  void outageAndRecoveryArriveOnceAndInOrderAsOneThreadThroughADeathOfTheServer() throws Exception {
    Mailer mailer = mailer();
    Bring.all(mailer, OUTAGE);
    server.kill();
    assertInstanceOf(Delivery.TryLater.class, mailer.deliver(RECOVERY));
    server.again();
    server.listening(port);
    Bring.all(mailer, RECOVERY);
    List<Kept> letters = kept();
    assertEquals(List.of("[CRITICAL] SIV : indisponible, origine service externe", "[OK] SIV : retour à la normale"),
        List.of(letters.get(0).letter.getSubject(), letters.get(1).letter.getSubject()));
    assertEquals(2, letters.size());
    Kept outage = letters.getFirst();
    assertEquals(outage.header("Message-ID"), letters.get(1).header("In-Reply-To"));
    assertNotEquals(outage.header("Message-ID"), letters.get(1).header("Message-ID"));
    assertEquals("auto-generated", outage.header("Auto-Submitted"));
    assertEquals("IRIS <iris@example.org>", outage.header("From"));
    assertTrue(outage.header("Content-Type").startsWith("text/plain; charset=UTF-8"), outage.bytes);
    String text = (String) outage.letter.getContent();
    assertTrue(text.startsWith("SIV : indisponible, origine service externe\r\n\r\nsignal: service/siv (SIV)\r\n"),
        text);
    assertTrue(text.contains("origin: external") && text.contains("id: siv|OUTAGE@6012345#begin"), text);
  }

  @Test
  void whatHappensWhileTheServerIsDeadComesFromTheOutbox() throws Exception {
    try (Room room = new Room(home, target(port, Map.of(), "nuit@example.org"), ground())) {
      Death.of(server, room, () -> {
        List<String> events = new ArrayList<>();
        for (Kept one : kept()) events.add(one.letter.getSubject().startsWith("[OK]") ? "end" : "begin");
        return events;
      }, () -> server.listening(port));
    }
    List<Kept> letters = kept();
    assertEquals(letters.get(0).header("Message-ID"), letters.get(1).header("In-Reply-To"));
    assertEquals(letters.get(2).header("Message-ID"), letters.get(3).header("In-Reply-To"));
  }

  @Test
  void aSecondCopyHasTheSameName() throws Exception {
    Bring.all(mailer(), OUTAGE);
    Bring.all(mailer(), OUTAGE);
    assertEquals(kept().get(0).header("Message-ID"), kept().get(1).header("Message-ID"));
  }

  @Test
  void aWrongPasswordIsRefusedAndAnUntrustedCertificateIsNotTalkedTo() throws Exception {
    Delivery wrong = mailer(Map.of(Param.PASSWORD, new Value.Secret("env:WRONG")), "a@example.org").deliver(OUTAGE);
    assertEquals("relay.mail.password", assertInstanceOf(Delivery.Refused.class, wrong).why().key());
    Path stranger = Papers.make(home.resolve("strangers")).authority();
    Delivery untrusted = mailer(Map.of(Param.CA, new Value.File(stranger)), "a@example.org").deliver(OUTAGE);
    assertEquals("relay.web.tls", assertInstanceOf(Delivery.TryLater.class, untrusted).why().key());
    // And one that is trusted, but somebody else.
    server.close();
    papers.server("elsewhere.example.org");
    start();
    try {
      Delivery other = mailer().deliver(OUTAGE);
      assertEquals("relay.web.tls", assertInstanceOf(Delivery.TryLater.class, other).why().key(), other.toString());
    } finally {
      papers.server("localhost");
    }
    assertEquals(List.of(), kept());
  }

  @Test
  void whoIsPutOffGetsItLaterAndTheOthersOnce() throws Exception {
    Mailer mailer = mailer(Map.of(), "a@example.org", "later@example.org", "gone@example.org");
    assertInstanceOf(Delivery.TryLater.class, mailer.deliver(OUTAGE));
    assertInstanceOf(Delivery.Delivered.class, mailer.deliver(OUTAGE));
    assertEquals(List.of(List.of("a@example.org"), List.of("later@example.org")),
        kept().stream().map(Kept::to).toList());
  }

  @Test
  void whereNobodyTakesItItIsRefused() throws Exception {
    Delivery said = mailer(Map.of(), "gone@example.org").deliver(OUTAGE);
    assertTrue(assertInstanceOf(Delivery.Refused.class, said).why().args().getFirst().contains("no such user"));
    Delivery nobody = mailer(Map.of()).deliver(OUTAGE);
    assertEquals("relay.mail.nobody", assertInstanceOf(Delivery.TryLater.class, nobody).why().key());
  }

  @Test
  void whatAFeedSaysMakesNoHeaderNoRecipientAndNoSecondLetter() throws Exception {
    Bring.all(mailer(), Hostile.outage(NOON), OUTAGE);
    List<Kept> letters = kept();
    assertEquals(2, letters.size());
    Kept hostile = letters.getFirst();
    assertEquals(List.of("nuit@example.org"), hostile.to);
    assertEquals(List.of("Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version",
        "Message-ID", "Subject", "To", "X-Auto-Response-Suppress"),
        Collections.list(hostile.letter.getAllHeaders()).stream().map(jakarta.mail.Header::getName).filter(
            name -> !name.equals("X-Peer")).sorted().toList());
    assertTrue(hostile.letter.getSubject().startsWith("[CRITICAL] " + Hostile.DULL), hostile.letter.getSubject());
    String text = (String) hostile.letter.getContent();
    assertTrue(text.startsWith(Hostile.DULL + " a Bcc: all@example.org . RCPT TO:<x>"), text);
    assertFalse(Stream.of("\u202E", "\u0000", "\uFEFF").anyMatch(text::contains), text);
    assertTrue(hostile.bytes.lines().allMatch(line -> line.length() <= 998), hostile.bytes);
  }

  @Test
  void onlyEventsAreMailed() {
    assertEquals(List.of(Message.Sort.BEGIN, Message.Sort.CHANGE, Message.Sort.END),
        Stream.of(Message.Sort.values()).filter(mailer()::takes).toList());
  }
}
