package iris.relay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Peer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private static Line open(Peer peer) throws Exception {
    return Line.open(new Address("127.0.0.1", peer.port()), Optional.empty(), Duration.ofSeconds(60));
  }

  private static String why(Delivery delivery) {
    return assertInstanceOf(Delivery.TryLater.class, delivery).why().key();
  }

  @Test
  void aServerThatReadsNothingIsLeftInTimeAndTheNextExchangeBegins() throws Exception {
    try (Peer peer = new Peer((_, _, _) -> { }); Line line = open(peer)) {
      Within within = new Within(SHORT);
      assertEquals("relay.web.silent", why(within.deliver(() -> {
        line.write(new byte[50_000_000]);
        return Delivery.done();
      })));
      // The moment it has is short: a busy machine may need more than one.
      Await.until(() -> within.deliver(Delivery::done) instanceof Delivery.Delivered, () -> "it hangs for ever");
    }
  }

  @Test
  void whoeverWaitsBehindOneThatHangsFailsInTimeAsWell() throws Exception {
    Within within = new Within(SHORT);
    CountDownLatch go = new CountDownLatch(1);
    // As a name server that does not answer: no interrupt reaches it.
    assertEquals("relay.web.silent", why(within.deliver(() -> hang(go))));
    assertEquals("relay.web.silent", why(within.deliver(Delivery::done)));
    go.countDown();
    Await.until(() -> within.deliver(Delivery::done) instanceof Delivery.Delivered, () -> "it hangs for ever");
  }

  private static Delivery hang(CountDownLatch until) {
    boolean interrupted = false;
    while (true) {
      try {
        until.await();
        if (interrupted) Thread.currentThread().interrupt();
        return Delivery.done();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
  }

  @Test
  void whoIsToldToEndEndsAndSoDoesItsWork() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    AtomicReference<Throwable> seen = new AtomicReference<>();
    try (Peer peer = new Peer((_, _, _) -> { }); Line line = open(peer)) {
      Thread caller = Thread.ofVirtual().start(() -> {
        try {
          new Within(Duration.ofMinutes(1)).deliver(() -> {
            reading.countDown();
            try {
              line.read();
            } finally {
              left.countDown();
            }
            return Delivery.done();
          });
        } catch (InterruptedException e) {
          seen.set(e);
        }
      });
      reading.await();
      caller.interrupt();
      assertTrue(caller.join(Duration.ofSeconds(60)));
      assertInstanceOf(InterruptedException.class, seen.get());
      left.await();
    }
  }

  @Test
  void aLookTellsQuietFromSpeakingFromGone() throws Exception {
    CountDownLatch speak = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (Peer peer = new Peer((_, out, socket) -> {
      hang(speak);
      out.write('x');
      hang(end);
      socket.close();
    }); Line line = open(peer)) {
      assertEquals(Line.Look.QUIET, line.look());
      speak.countDown();
      Await.until(() -> line.look() == Line.Look.SPEAKS, () -> "nothing is heard");
      assertEquals('x', line.read());
      assertEquals(Line.Look.QUIET, line.look());
      end.countDown();
      Await.until(() -> line.look() == Line.Look.GONE, () -> "it is still there");
    }
  }

  @Test
  void aGoodByeWithUnreadWordsOfTheServerLosesNothingAndEndsSoonWhereNobodyListens() throws Exception {
    AtomicReference<String> heard = new AtomicReference<>("");
    try (Peer peer = new Peer((in, out, _) -> {
      out.write(new byte[2000]);
      heard.set(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
    })) {
      open(peer).bye("last words".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      Await.until(() -> heard.get().equals("last words"), () -> "only " + heard.get());
    }
    try (Peer deaf = new Peer((_, _, _) -> { })) {
      long start = System.nanoTime();
      open(deaf).bye(new byte[50_000_000]);
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(60).toNanos(), "it waits for who does not listen");
    }
  }

  private static Target at(String address) {
    return new Target("t", Kind.SYSLOG_TLS, Map.of(Param.ADDRESS, new Value.Text(address)), Mapping.USUAL);
  }

  @ParameterizedTest
  @CsvSource({"log.example.org:6514, log.example.org, 6514", "log.example.org, log.example.org, 99",
      "[::1]:7, ::1, 7", "[fe80::1%eth0], fe80::1%eth0, 99", "10.0.0.1:65535, 10.0.0.1, 65535"})
  void anAddressIsHostAndPort(String written, String host, int port) throws Exception {
    assertEquals(new Address(host, port), Address.of(at(written), 99));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b:1", "host:0", "host:65536", "host:x", "::1", "user@host:25", "https://host",
      "host:1:2"})
  void whatIsNoAddressIsSaidToBeNone(String written) {
    Ground.Locked locked = assertThrows(Ground.Locked.class, () -> Address.of(at(written), 99));
    assertEquals("relay.wire.address", locked.reason().key());
  }
}
