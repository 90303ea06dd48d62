package iris.relay.mqtt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.relay.Ground;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Peer;
import iris.relay.wire.Address;
import iris.relay.wire.Line;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {
  private static Topics topics(String root) throws Ground.Locked {
    return Topics.of(new Target("t", Kind.MQTT, Map.of(Param.ADDRESS, new Value.Text("b"), Param.TOPIC,
        new Value.Text(root)),
        Mapping.USUAL));
  }

  /** Lengths at the edges of their encoding: MQTT 3.1.1, 2.2.3. */
  @ParameterizedTest
  @CsvSource({"0, 00", "127, 7f", "128, 8001", "16383, ff7f", "16384, 808001"})
  void aLengthIsWrittenAndReadInSevens(int length, String written) throws Exception {
    byte[] bytes = new Packet(Packet.PUBLISH, new byte[length]).bytes();
    assertEquals("32" + written, HexFormat.of().formatHex(bytes, 0, 1 + written.length() / 2));
    try (Peer peer = new Peer((_, out, _) -> out.write(bytes));
        Line line = Line.open(new Address("127.0.0.1", peer.port()), Optional.empty(), Duration.ofSeconds(5))) {
      Packet read = Packet.read(line);
      assertEquals(Packet.PUBLISH, read.head());
      assertArrayEquals(new byte[length], read.body());
    }
  }

  @Test
  void aKeyIsOneLevelOfATopicWhateverIsInIt() throws Exception {
    Topics topics = topics("region/nord/");
    assertEquals("region/nord/service/siv", topics.of(new Signal(Signal.Kind.SERVICE, "siv", "SIV")));
    assertEquals("region/nord/feed/a%2Fb%23%2B%20%25é", topics.of(new Signal(Signal.Kind.FEED, "a/b#+ %é", "x")));
    assertEquals("region/nord/status", topics.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a/+", "#", "a\u0000b", "$SYS/iris"})
  void nothingIsPublishedToAWildcard(String root) {
    Ground.Locked locked = assertThrows(Ground.Locked.class, () -> topics(root));
    assertEquals("relay.mqtt.topic", locked.reason().key());
  }
}
