package iris.relay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import iris.testing.OldTlsServer;
import iris.testing.OldTlsServer.Manner;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server with TLS 1.1 and no newer is told nothing, least of all a password, and the sentence says why. */
class OldEncryptionTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String HIDDEN = "quite-hidden";
  @TempDir private Path home;

  /** Each kind that can speak TLS, found by what it takes: a new one is tried without being named here. */
  static Stream<Arguments> speakers() {
    return Arrays.stream(Kind.values()).filter(kind -> kind.takes(Param.CA))
        .flatMap(kind -> Arrays.stream(Manner.values()).map(manner -> Arguments.of(kind, manner)));
  }

  @ParameterizedTest(name = "{0}, an old server that {1}")
  @MethodSource("speakers")
  void anOldServerIsRefusedWithASentence(Kind kind, Manner manner) throws Exception {
    try (OldTlsServer old = kind == Kind.MAIL ? OldTlsServer.forMail(manner) : OldTlsServer.that(manner);
        Courier courier = courier(kind, old)) {
      Delivery.TryLater later =
          assertInstanceOf(Delivery.TryLater.class, courier.deliver(Samples.outage(Samples.SIV, NOON)));
      assertEquals(List.of("1.3", "1.2"), old.offered());
      assertFalse(old.afterwards().contains(HIDDEN), "it went on in the open");
      String sentence = Words.of(Lang.EN, ZoneOffset.UTC).say(later.why());
      assertTrue(sentence.contains(" ") && !sentence.contains(later.why().key()), sentence);
      assertFalse(sentence.contains(HIDDEN), sentence);
    }
  }

  private Courier courier(Kind kind, OldTlsServer old) {
    Map<Param, Value> params = new EnumMap<>(Param.class);
    params.put(Param.TIMEOUT, new Value.Span(Duration.ofSeconds(20)));
    if (kind.takes(Param.ADDRESS)) params.put(Param.ADDRESS, new Value.Text("localhost:" + old.port()));
    if (kind.takes(Param.URL)) params.put(Param.URL, new Value.Link(old.uri("/")));
    if (kind.takes(Param.TLS)) params.put(Param.TLS, new Value.Flag(true));
    if (kind.takes(Param.USER)) params.put(Param.USER, new Value.Text("iris"));
    if (kind.takes(Param.PASSWORD)) params.put(Param.PASSWORD, new Value.Secret("env:P"));
    else if (kind.takes(Param.TOKEN)) params.put(Param.TOKEN, new Value.Secret("env:T"));
    if (kind == Kind.MAIL) {
      params.put(Param.FROM, new Value.Text("iris@example.org"));
      params.put(Param.TO, new Value.Lines(List.of("a@example.org")));
    }
    // Where the address itself is the secret, the token holds it.
    String token = kind == Kind.SLACK || kind == Kind.TEAMS ? old.uri("/" + HIDDEN).toString() : HIDDEN;
    return Couriers.of(new Target("old", kind, params, Mapping.USUAL),
        new TestGround(home, Map.of("env:P", HIDDEN, "env:T", token), InstantSource.fixed(NOON)));
  }
}
