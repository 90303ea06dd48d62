package iris.agent.simulate;

import iris.signal.Reason;
import iris.words.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for faults, on the loopback address: {@code GET /faults}, {@code POST /faults {"fault": "external-down",
 * "seconds": 120, "share": 0.3}}, {@code DELETE /faults} and {@code DELETE /faults/external-down}.
 */
final class Admin implements Answerer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FAULTS = "/faults";
  private static final Set<String> KEYS = Set.of("fault", "seconds", "share");
  private static final String EXAMPLE = "{\"fault\": \"external-down\", \"seconds\": 120, \"share\": 0.3}";
  private static final double LONGEST = Duration.ofDays(30).toSeconds();

  private final Siv siv;
  private final Words words;

  Admin(Siv siv, Words words) {
    this.siv = siv;
    this.words = words;
  }

  @Override
  public CompletableFuture<Answer> answer(Ask ask) {
    return CompletableFuture.completedFuture(answered(ask));
  }

  private Answer answered(Ask ask) {
    boolean one = ask.path().startsWith(FAULTS + "/");
    if (!ask.path().equals(FAULTS) && !one) return refused(404, Reason.of("agent.siv.nothing-here"));
    return switch (ask.method()) {
      case "GET" -> list();
      case "POST" -> ask.type().startsWith("application/json")
          ? order(ask.body())
          : refused(415, Reason.of("agent.siv.not-json"));
      case "DELETE" -> one ? end(ask.path().substring(FAULTS.length() + 1)) : end(List.of(Fault.values()));
      default -> refused(405, Reason.of("agent.siv.nothing-here"));
    };
  }

  private Answer order(String body) {
    try {
      JsonNode said = JSON.readTree(body);
      if (!said.isObject() || !KEYS.containsAll(said.propertyNames()))
        return refused(400, Reason.of("agent.siv.bad-order", EXAMPLE));
      JsonNode seconds = said.path("seconds");
      JsonNode share = said.path("share");
      boolean forever = seconds.isMissingNode() || seconds.isNull();
      boolean whole = share.isMissingNode() || share.isNull();
      if (!forever && !(seconds.isNumber() && seconds.doubleValue() > 0 && seconds.doubleValue() <= LONGEST)
          || !whole && !share.isNumber())
        return refused(400, Reason.of("agent.siv.bad-order", EXAMPLE));
      String name = said.path("fault").asString("");
      Optional<Fault> fault = Fault.of(name);
      if (fault.isEmpty()) return refused(400, unknown(name));
      Optional<Duration> lasting = forever
          ? Optional.empty() : Optional.of(Duration.ofMillis(Math.max(1, Math.round(seconds.doubleValue() * 1000))));
      return siv.inject(fault.get(), lasting, whole ? 1 : share.doubleValue())
          .map(why -> refused(400, why)).orElseGet(this::list);
    } catch (JacksonException e) {
      return refused(400, Reason.of("agent.siv.bad-order", EXAMPLE));
    }
  }

  private Answer end(String name) {
    return Fault.of(name).map(fault -> end(List.of(fault))).orElseGet(() -> refused(400, unknown(name)));
  }

  private Answer end(List<Fault> faults) {
    siv.end(faults);
    return list();
  }

  static Reason unknown(String name) {
    return Reason.of("agent.siv.unknown-fault", name, String.join(", ", Siv.words()));
  }

  private Answer list() {
    return new Answer.Said(200, JSON.writeValueAsString(siv.faults().stream().map(i -> {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("fault", i.fault().word());
      i.until().ifPresent(until -> shown.put("until", until.toString()));
      shown.put("share", i.share());
      return shown;
    }).toList()));
  }

  private Answer refused(int status, Reason why) {
    return new Answer.Said(status, JSON.writeValueAsString(Map.of("error", words.say(why))));
  }
}
