package iris.relay.webhook;

import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of this package start from. */
final class Hooked {
  static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  static final Instant LATER = AT.plusSeconds(900);
  /** What a feed may call itself, and say. */
  static final String HOSTILE = "\"},\"x\":\"<!channel> @all [clic](http://mal.example) $(id)\r\nBcc: a@b \u202e";

  private Hooked() {}

  static Target target(Kind kind, Map<Param, Value> params) {
    return target(kind, params, Mapping.USUAL);
  }

  static Target target(Kind kind, Map<Param, Value> params, Mapping mapping) {
    Map<Param, Value> all = new EnumMap<>(Param.class);
    all.put(Param.TIMEOUT, new Value.Span(Duration.ofSeconds(60)));
    all.putAll(params);
    return new Target("cible", kind, all, mapping);
  }

  static TestGround ground(Map<String, String> secrets) {
    return new TestGround(Path.of("."), secrets, InstantSource.fixed(AT));
  }

  /** An outage of a service whose name and sentence are hostile. */
  static Message hostile() {
    Message m = Samples.outage(new Signal(Signal.Kind.SERVICE, "siv", HOSTILE), AT);
    return new Message(m.id(), m.episode(), m.signal(), m.at(), m.sort(), m.alarm(), m.level(), m.origin(), m.since(),
        m.lasted(), m.evidence(), HOSTILE, m.figures(), Optional.of("travaux"));
  }

  static Message worse(Message m, Level level) {
    return new Message(m.id() + "2", m.episode(), m.signal(), m.at(), Message.Sort.CHANGE, m.alarm(), level, m.origin(),
        m.since(), m.lasted(), m.evidence(), m.summary(), m.figures(), m.muted());
  }

  static JsonNode json(String body) {
    return new JsonMapper().readTree(body);
  }
}
