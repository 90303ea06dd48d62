package iris.relay.zabbix;

import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.wire.Address;
import iris.relay.wire.Line;
import iris.relay.wire.Within;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The protocol of zabbix_sender: a connection a packet, which the server closes after its answer. */
final class Sender implements Push {
  private static final int PORT = 10_051;
  private static final int CUT = 200;
  private static final Pattern COUNTS = Pattern.compile("processed: (\\d+); failed: (\\d+); total: (\\d+)");

  private final Target target;
  private final Ground ground;
  private final Within within;

  Sender(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.within = new Within(target.timeout());
  }

  @Override
  public Took put(List<Entry> entries) throws InterruptedException {
    Took all = send(entries);
    if (!(all instanceof Took.Each(List<Entry> refused)) || refused.isEmpty() || entries.size() == 1) return all;
    // It says how many it did not take, not which: one by one, which is harmless since a repetition is dropped.
    List<Entry> not = new ArrayList<>();
    for (Entry entry : entries) {
      switch (send(List.of(entry))) {
        case Took.Each(List<Entry> one) -> not.addAll(one);
        case Took.Nothing nothing -> {
          return nothing;
        }
      }
    }
    return new Took.Each(not);
  }

  private Took send(List<Entry> entries) throws InterruptedException {
    ObjectNode packet = JsonMapper.shared().createObjectNode();
    packet.put("request", "sender data");
    ArrayNode data = packet.putArray("data");
    entries.forEach(entry -> data.add(entry.json()));
    byte[] frame = Frame.of(packet.toString());
    return within.call(() -> exchange(frame).map(answer -> took(answer, entries)).orElseGet(Sender::odd),
        why -> new Took.Nothing(Delivery.later(why)));
  }

  private static Took odd() {
    return new Took.Nothing(Delivery.later("relay.zabbix.odd"));
  }

  private Optional<String> exchange(byte[] frame) throws IOException, Ground.Locked {
    try (Line line = Line.open(Address.of(target, PORT), tls(), target.timeout())) {
      line.write(frame);
      return Frame.read(line);
    }
  }

  private Optional<SSLContext> tls() throws Ground.Locked {
    if (!target.flag(Param.TLS, target.file(Param.CERTIFICATE).isPresent())) return Optional.empty();
    return Optional.of(ground.trust(target));
  }

  static Took took(String answer, List<Entry> entries) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(answer);
    } catch (JacksonException notJson) {
      return odd();
    }
    String info = json.path("info").asString("");
    if (!json.path("response").asString("").equals("success"))
      return new Took.Nothing(Delivery.refused("relay.zabbix.said", Plain.line(info, CUT)));
    Matcher counts = COUNTS.matcher(info);
    if (!counts.find()) return odd();
    // What is neither counted as taken nor as failed did not arrive either.
    return new Took.Each(Long.parseLong(counts.group(1)) >= entries.size() ? List.of() : entries);
  }

  @Override
  public Optional<Seen> seen(Signal signal) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // There is no connection between two packets.
  }
}
