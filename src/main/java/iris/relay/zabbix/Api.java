package iris.relay.zabbix;

import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Level;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer.Said;
import iris.relay.web.Web.Answer.Silent;
import iris.signal.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code history.push} of Zabbix 7 over JSON-RPC. Each value has its own slot in the answer, and its own error. */
final class Api implements Push {
  private static final String PUSH = "history.push";
  private static final String ITEM = "item.get";
  private static final int CUT = 200;
  /** JSON-RPC's codes for what the server could not do, though it was asked well. */
  private static final List<Integer> HINDERED = List.of(-32_500, -32_603);

  private final Target target;
  private final Web web;

  Api(Target target, Ground ground) {
    this.target = target;
    this.web = new Web(target, ground);
  }

  /** What came of a call. */
  private sealed interface Called {
    record Result(JsonNode result) implements Called {}

    record Failed(Delivery why) implements Called {}
  }

  @Override
  public Took put(List<Entry> entries) throws InterruptedException {
    ArrayNode params = JsonMapper.shared().createArrayNode();
    entries.forEach(entry -> params.add(entry.json()));
    return switch (call(PUSH, params)) {
      case Called.Failed(Delivery why) -> new Took.Nothing(why);
      case Called.Result(JsonNode result) -> slots(result, entries);
    };
  }

  private static Took slots(JsonNode result, List<Entry> entries) {
    JsonNode data = result.path("data");
    if (!result.path("response").asString("").equals("success")) {
      String info = result.path("info").asString("");
      return new Took.Nothing(Delivery.later("relay.zabbix.trouble", Plain.line(info, CUT)));
    }
    if (data.size() != entries.size()) return new Took.Nothing(Delivery.later("relay.zabbix.odd"));
    List<Entry> refused = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++)
      if (data.path(i).has("error") || !data.path(i).has("itemid")) refused.add(entries.get(i));
    return new Took.Each(refused);
  }

  private Called call(String method, JsonNode params) throws InterruptedException {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.put("jsonrpc", "2.0");
    request.put("method", method);
    request.set("params", params);
    request.put("id", 1);
    Web.Answer answer;
    try {
      answer = web.json("POST", endpoint(), Optional.of(request.toString()), web.authorization());
    } catch (Ground.Locked locked) {
      return new Called.Failed(Delivery.later(locked.reason()));
    }
    return switch (answer) {
      case Silent(Delivery why) -> new Called.Failed(why);
      case Said said when !said.well() -> new Called.Failed(Web.verdict(said));
      case Said said -> read(said.body(), method);
    };
  }

  private static Called read(String body, String method) {
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      if (json.has("error")) return new Called.Failed(error(json.path("error"), method));
      if (json.has("result")) return new Called.Result(json.path("result"));
    } catch (JacksonException notJson) {
      return new Called.Failed(Delivery.later("relay.zabbix.odd"));
    }
    return new Called.Failed(Delivery.later("relay.zabbix.odd"));
  }

  private static Delivery error(JsonNode error, String method) {
    String data = error.path("data").asString("");
    String said = Plain.line(error.path("message").asString("") + " " + data, CUT);
    if (data.startsWith("Session terminated") || data.startsWith("Not authori") || data.startsWith("API token expired"))
      return Delivery.refused("relay.zabbix.token");
    if (data.startsWith("No permissions to call")) return Delivery.refused("relay.zabbix.permission", method);
    if (HINDERED.contains(error.path("code").asInt(0))) return Delivery.later("relay.zabbix.trouble", said);
    return Delivery.refused("relay.zabbix.said", said);
  }

  /** The address of the front end, or of its API itself. */
  private URI endpoint() {
    String base = target.link(Param.URL).orElseThrow().toString().replaceAll("/+$", "");
    return URI.create(base.endsWith(".php") ? base : base + "/api_jsonrpc.php");
  }

  /** A token that may push and nothing else, as it should be, cannot ask: then nothing is said about it. */
  @Override
  public Optional<Seen> seen(Signal signal) throws InterruptedException {
    String host = Names.host(target.mapping().host(signal));
    String level = Names.level(signal, target.mapping());
    String text = Names.text(signal, target.mapping());
    ObjectNode params = JsonMapper.shared().createObjectNode();
    params.putArray("output").add("key_").add("lastvalue").add("lastclock");
    params.put("host", host);
    params.putObject("filter").putArray("key_").add(level).add(text);
    return switch (call(ITEM, params)) {
      case Called.Failed(Delivery.Refused(Reason why)) when why.key().endsWith(".permission") -> Optional.empty();
      case Called.Failed(Delivery.Refused(Reason why)) -> Optional.of(new Seen.Unasked(why));
      case Called.Failed(Delivery.TryLater(var _, Reason why)) -> Optional.of(new Seen.Unasked(why));
      case Called.Failed(Delivery _) -> Optional.empty();
      case Called.Result(JsonNode items) -> Optional.of(holds(items, host, level, text));
    };
  }

  private static Seen holds(JsonNode items, String host, String level, String text) {
    Optional<JsonNode> found = item(items, level);
    if (found.isEmpty()) return new Seen.Nothing(Reason.of("relay.zabbix.unknown", host, level));
    // Before the first value it shows 0, which would be good news.
    boolean none = found.get().path("lastclock").asString("0").equals("0");
    String value = none ? "" : found.get().path("lastvalue").asString("");
    Level held = Level.UNKNOWN;
    for (Level each : Level.values()) if (Integer.toString(each.code()).equals(value)) held = each;
    return new Seen.Holds(held, item(items, text).map(node -> node.path("lastvalue").asString("")).orElse(""));
  }

  private static Optional<JsonNode> item(JsonNode items, String key) {
    for (JsonNode item : items) if (item.path("key_").asString("").equals(key)) return Optional.of(item);
    return Optional.empty();
  }

  @Override
  public void close() {
    web.close();
  }
}
