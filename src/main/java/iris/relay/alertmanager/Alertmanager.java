package iris.relay.alertmanager;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.EventJson;
import iris.relay.Ground;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import iris.signal.Reason;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Alertmanager v2. It forgets all alerts when it is started again, and takes each for over that is not told again in
 * time: what stands is told with every state, to last four times as long as that takes. It cannot notice that IRIS is
 * silent: see src/docs/relay/prometheus.md.
 */
public final class Alertmanager implements Courier {
  private static final int TIMES = 4;
  private static final int SHOWN = 200;

  private final Target target;
  private final Ground ground;
  private final Web web;
  private final Memory memory;
  private final Skew skew = new Skew();
  /** Of each signal: levels that make no alert are told by there being none. */
  private final Map<String, Level> told = new ConcurrentHashMap<>();
  private volatile Standing standing;

  public Alertmanager(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    web = new Web(target, ground);
    memory = new Memory(ground.folder(), target.id());
    standing = memory.read();
  }

  @Override
  public boolean takes(Sort sort) {
    return sort != Sort.STATISTIC;
  }

  @Override
  public synchronized Delivery deliver(Message message) throws InterruptedException {
    Standing.Step step = standing.hear(message, target.mapping());
    List<Held> stand = new ArrayList<>(step.stand());
    if (message.sort() == Sort.HEARTBEAT) stand.add(heartbeat(message));
    Delivery delivery = post(new Posting(stand, step.over()));
    if (!(delivery instanceof Delivery.Delivered)) return delivery;
    told.put(message.signal().id(), message.level());
    return keep(step.after(), delivery);
  }

  private Held heartbeat(Message m) {
    return new Held(m.signal().id(), iris.alarm.AlarmKey.Kind.CONSOLE_FAULT, Labels.heartbeat(m, target.mapping()),
        Labels.annotations(m, target.mapping()), m.at(), m.at());
  }

  /** The server knows it already; what cannot be written is told again later, which changes nothing there. */
  private Delivery keep(Standing after, Delivery delivery) {
    if (after.equals(standing)) return delivery;
    standing = after;
    return memory.keep(after).map(Delivery::later).orElse(delivery);
  }

  private Delivery post(Posting posting) throws InterruptedException {
    if (posting.isEmpty()) return Delivery.done();
    Duration last = target.resend().multipliedBy(TIMES);
    Answer answer = ask("POST", "", Optional.of(posting.body(skew.there(now()), last)));
    // By a clock that goes wrong what stands would be over at once, or what is over would stand on.
    if (answer instanceof Answer.Said said && skew.learn(now(), said.header("date")))
      answer = ask("POST", "", Optional.of(posting.body(skew.there(now()), last)));
    return switch (answer) {
      case Answer.Silent silent -> silent.delivery();
      case Answer.Said said when said.status() == 400 ->
          Delivery.refused("relay.alertmanager.refused", Plain.line(said.body(), SHOWN));
      case Answer.Said said -> Web.verdict(said);
    };
  }

  @Override
  public Optional<Seen> seen(Signal signal) throws InterruptedException {
    String query = "?filter=" + matcher("source", source(signal)) + "&filter=" + matcher("signal", signal.key())
        + "&filter=" + matcher("kind", EventJson.word(signal.kind()));
    return Optional.of(switch (ask("GET", query, Optional.empty())) {
      case Answer.Silent(Delivery.TryLater(var after, Reason why)) -> new Seen.Unasked(why);
      case Answer.Silent(Delivery.Refused(Reason why)) -> new Seen.Unasked(why);
      case Answer.Silent _ -> new Seen.Unasked(Reason.of("relay.web.no-answer"));
      case Answer.Said said when !said.well() -> new Seen.Unasked(Reason.of("relay.web.status", said.status()));
      case Answer.Said said ->
          Reading.of(said.body(), standing.of(signal), Optional.ofNullable(told.get(signal.id())), target.mapping());
    });
  }

  private String source(Signal signal) {
    return target.mapping().host().replace("{key}", signal.key()).replace("{kind}", EventJson.word(signal.kind()))
        .replace("{name}", signal.name());
  }

  private static String matcher(String label, String value) {
    String quoted = Plain.line(value, SHOWN).replace("\\", "\\\\").replace("\"", "\\\"");
    return URLEncoder.encode(label + "=\"" + quoted + "\"", StandardCharsets.UTF_8);
  }

  private Answer ask(String method, String query, Optional<String> body) throws InterruptedException {
    try {
      return web.json(method, URI.create(address() + query), body, web.authorization());
    } catch (Ground.Locked locked) {
      return new Answer.Silent(Delivery.later(locked.reason()));
    }
  }

  /** The address of the server, or of its interface in full. */
  private String address() {
    String base = target.link(Param.URL).orElseThrow().toString().replaceAll("/+$", "");
    return base.endsWith("/api/v2/alerts") ? base : base + "/api/v2/alerts";
  }

  private Instant now() {
    return ground.clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }

  /** Tells nothing: an end that is told here would be a recovery that nobody saw. */
  @Override
  public void close() {
    web.close();
  }
}
