package iris.relay.wire;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.post.Couriers;
import iris.relay.real.Peer;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever answers on the port of a server: the message stays in the queue, and the delivery ends in time. */
class OddServersTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  @TempDir private Path home;

  private static Peer.Act says(String text) {
    return (_, out, _) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] noise() {
    byte[] noise = new byte[5000];
    new Random(6514).nextBytes(noise);
    return noise;
  }

  static Stream<Arguments> oddities() {
    Map<String, Peer.Act> acts = Map.of(
        "says nothing", (_, _, _) -> { },
        "hangs up", (_, _, socket) -> socket.close(),
        "makes noise", (_, out, _) -> out.write(noise()),
        "speaks HTTP", says("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
        "answers another question", says("7 rsp 6 200 OK\n\u0040\u0002\u0000\u0007"),
        "has a bad day", says("1 rsp 9 500 error\n"),
        "promises more than it says", says("1 rsp 99999 200 OK\n\u0020\u007F"),
        "lets in and stays silent", says("1 rsp 6 200 OK\n"),
        "lets in and hangs up", (_, out, socket) -> {
          out.write("\u0020\u0002\u0000\u0000".getBytes(StandardCharsets.ISO_8859_1));
          socket.close();
        });
    return acts.entrySet().stream().flatMap(act -> Stream.of(Kind.RELP, Kind.MQTT, Kind.MAIL, Kind.SYSLOG_TLS)
        .map(kind -> Arguments.of(act.getKey(), kind, act.getValue())));
  }

  @ParameterizedTest(name = "{1} that {0}")
  @MethodSource("oddities")
  void nothingCountsAsDeliveredThatWasNotSaidToBe(String what, Kind kind, Peer.Act act) throws Exception {
    try (Peer peer = new Peer(act); Courier courier = courier(kind, peer.port())) {
      for (int time = 0; time < 2; time++) {
        long start = System.nanoTime();
        Delivery delivery = courier.deliver(Samples.outage(Samples.SIV, NOON));
        assertInstanceOf(Delivery.TryLater.class, delivery, what);
        assertTrue(System.nanoTime() - start < TIMEOUT.plusSeconds(60).toNanos(), what);
      }
    }
  }

  private Courier courier(Kind kind, int port) {
    Map<Param, Value> params = new EnumMap<>(Param.class);
    params.put(Param.ADDRESS, new Value.Text("127.0.0.1:" + port));
    params.put(Param.TIMEOUT, new Value.Span(TIMEOUT));
    if (kind == Kind.MAIL) {
      params.put(Param.FROM, new Value.Text("iris@example.org"));
      params.put(Param.TO, new Value.Lines(List.of("a@example.org")));
    }
    return Couriers.of(new Target("odd", kind, params, Mapping.USUAL),
        new TestGround(home, Map.of(), InstantSource.fixed(NOON)));
  }
}
