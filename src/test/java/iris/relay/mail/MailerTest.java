package iris.relay.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Peer;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of a mail server's answers, by a server that answers as a script says. */
class MailerTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String OK = "250 ok";
  @TempDir private Path home;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /** @param other answers that differ from the usual, by the first word of the command */
  private Peer server(Map<String, String> other) throws IOException {
    return new Peer((in, out, _) -> {
      say(out, other.getOrDefault("", "220 odd"));
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      boolean data = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (data && !line.equals(".")) continue;
        String word = line.split("[ :]")[0];
        heard.add(word);
        String answer = other.getOrDefault(word, switch (word) {
          case "EHLO" -> "250-odd\r\n250 AUTH PLAIN";
          case "AUTH" -> "235 in";
          case "DATA" -> "354 go on";
          case "QUIT" -> "221 bye";
          default -> OK;
        });
        data = answer.startsWith("354");
        say(out, answer);
      }
    });
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private Delivery deliver(Peer peer, boolean tls) throws InterruptedException {
    Map<Param, Value> params = new EnumMap<>(Param.class);
    params.put(Param.ADDRESS, new Value.Text("127.0.0.1:" + peer.port()));
    params.put(Param.FROM, new Value.Text("iris@example.org"));
    params.put(Param.TO, new Value.Lines(List.of("a@example.org")));
    params.put(Param.USER, new Value.Text("iris"));
    params.put(Param.PASSWORD, new Value.Secret("env:P"));
    params.put(Param.TLS, new Value.Flag(tls));
    params.put(Param.TIMEOUT, new Value.Span(Duration.ofSeconds(60)));
    return new Mailer(new Target("mail", Kind.MAIL, params, Mapping.USUAL),
        new TestGround(home, Map.of("env:P", "geheim"), InstantSource.fixed(NOON)))
        .deliver(Samples.outage(Samples.SIV, NOON));
  }

  @Test
  void aServerThatTakesItAndThenHangsUpHasIt() throws Exception {
    try (Peer peer = server(Map.of("QUIT", "500 no"))) {
      assertInstanceOf(Delivery.Delivered.class, deliver(peer, false));
    }
  }

  @ParameterizedTest
  @CsvSource({"'', 421 too busy", "AUTH, 454 not now", "MAIL, 451 local error", "RCPT, 450 greylisted",
      "DATA, 451 try again",
      "., 452 disk full"})
  void whatIsPutOffComesAgain(String word, String answer) throws Exception {
    try (Peer peer = server(Map.of(word, answer))) {
      Delivery said = deliver(peer, false);
      assertInstanceOf(Delivery.TryLater.class, said, said.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"AUTH, 535 wrong, relay.mail.password", "MAIL, 550 not you, relay.mail.refused",
      "RCPT, 550 nobody, relay.mail.refused",
      "DATA, 554 no, relay.mail.refused", "., 554 spam, relay.mail.refused"})
  void whatIsRefusedDoesNot(String word, String answer, String why) throws Exception {
    try (Peer peer = server(Map.of(word, answer))) {
      Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, deliver(peer, false));
      assertEquals(why, refused.why().key());
      assertTrue(refused.why().args().getFirst().contains(answer), refused.toString());
    }
  }

  @Test
  void withoutStarttlsNeitherThePasswordNorTheLetterIsSaid() throws Exception {
    try (Peer peer = server(Map.of())) {
      Delivery said = deliver(peer, true);
      assertInstanceOf(Delivery.TryLater.class, said, said.toString());
      assertTrue(heard.stream().allMatch(word -> List.of("EHLO", "QUIT").contains(word)), heard.toString());
    }
  }
}
