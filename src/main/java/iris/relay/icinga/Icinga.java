package iris.relay.icinga;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer.Said;
import iris.relay.web.Web.Answer.Silent;
import iris.signal.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Icinga 2: {@code process-check-result}. A result lives for four times the target's resend; then Icinga's own check
 * calls the service unknown. Its 200 proves nothing (2.13 says it of a result that it drops), so what it holds is read
 * back each time.
 */
public final class Icinga implements Courier {
  private static final int LIVES = 4;
  /** How often a result that Icinga dropped for its time is sent again with a later one. */
  private static final int TRIES = 3;
  private static final int AT_ONCE = 4;
  /** Icinga starts its API before its notifications: who tells it of an outage in between wakes nobody. */
  private static final Duration START = Duration.ofSeconds(3);
  /** Further ahead of us no relay's clock is that goes right: what such a one told must not hide what is news. */
  private static final Duration AHEAD = Duration.ofSeconds(30);

  private final Target target;
  private final Web web;
  private final Duration ttl;
  private final String source;
  private final Pace pace = new Pace();
  private final InstantSource clock;
  private volatile boolean absent;
  private volatile Instant ready = Instant.MIN;

  public Icinga(Target target, Ground ground) {
    this(target, ground, "iris@" + machine());
  }

  /** @param source who says that it was, to Icinga and to other relays */
  Icinga(Target target, Ground ground, String source) {
    this.target = target;
    this.web = new Web(target, ground);
    this.ttl = target.resend().multipliedBy(LIVES);
    this.source = source;
    this.clock = ground.clock();
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "nameless";
    }
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return target.wants(sort, true);
  }

  @Override
  public int parallel() {
    return AT_ONCE;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    String host = Result.plain(target.mapping().host(message));
    String service = Result.plain(target.mapping().service(message));
    Delivery delivery = deliver(message, host, service);
    // After anything but a proof the server may have gone on by itself.
    if (!(delivery instanceof Delivery.Delivered)) pace.forget(host + "!" + service);
    return delivery;
  }

  private Delivery deliver(Message message, String host, String service) throws InterruptedException {
    String name = host + "!" + service;
    OptionalLong floor = pace.last(name);
    if (floor.isEmpty() || absent) {
      Look before = look(host, service);
      if (before instanceof Unlooked(Delivery why) && !(why instanceof Delivery.Refused)) return why;
      if (before instanceof Found(Held held)) {
        if (newer(held) && held.micros() >= Pace.after(message.at(), 0)) return superseded(host, service);
        floor = OptionalLong.of(held.micros());
      }
    }
    Duration start = Duration.between(clock.instant(), ready);
    if (start.isPositive()) return new Delivery.TryLater(Optional.of(start), Reason.of("relay.icinga.starting"));
    long micros = Pace.after(message.at(), floor.orElse(0));
    for (int i = 0; i < TRIES; i++) {
      Delivery answer = post(message, micros, host, service);
      if (!(answer instanceof Delivery.Delivered) && !(answer instanceof Delivery.Superseded)) return answer;
      pace.sent(name, micros);
      Look after = look(host, service);
      if (after instanceof Unlooked(Delivery why)) return why instanceof Delivery.Refused ? answer : why;
      Held held = ((Found) after).held();
      if (held.micros() == micros) return answer instanceof Delivery.Delivered ? answer : Delivery.done();
      // It took it and has it not: it is loading its configuration anew.
      if (held.micros() < micros) return Delivery.later("relay.icinga.dropped", host, service);
      if (newer(held)) return superseded(host, service);
      // Its own check was later, by its own clock, or another relay's is wrong: ours is the news all the same.
      micros = held.micros() + 1;
    }
    return Delivery.later("relay.icinga.dropped", host, service);
  }

  /** Another relay told it, which knows as much as we do. */
  private boolean newer(Held held) {
    return held.another(source) && held.micros() <= Pace.after(clock.instant().plus(AHEAD), 0);
  }

  private static Delivery superseded(String host, String service) {
    return new Delivery.Superseded(Reason.of("relay.icinga.newer", host, service));
  }

  private Delivery post(Message message, long micros, String host, String service) throws InterruptedException {
    String body = Result.json(message, target.mapping(), micros, ttl, source);
    return switch (ask("POST", "actions/process-check-result", Optional.of(body))) {
      case Said said -> Replies.of(said, host, service);
      case Silent(Delivery why) -> why;
    };
  }

  /** What came of a look at a service. */
  private sealed interface Look permits Found, Unlooked {}

  private record Found(Held held) implements Look {}

  private record Unlooked(Delivery why) implements Look {}

  private Look look(String host, String service) throws InterruptedException {
    String query = "objects/services?attrs=state&attrs=last_check_result&service="
        + URLEncoder.encode(host + "!" + service, StandardCharsets.UTF_8).replace("+", "%20");
    return switch (ask("GET", query, Optional.empty())) {
      case Silent(Delivery why) -> new Unlooked(why);
      case Said said -> {
        JsonNode result = Replies.read(said).path("results").path(0);
        yield said.well() && result.isObject() ? new Found(Held.of(result))
            : new Unlooked(notFound(said, host, service));
      }
    };
  }

  private static Delivery notFound(Said said, String host, String service) {
    Delivery why = Replies.of(said, host, service);
    return why instanceof Delivery.Delivered ? Delivery.refused("relay.icinga.unknown", host, service) : why;
  }

  private Web.Answer ask(String method, String path, Optional<String> body) throws InterruptedException {
    try {
      Web.Answer answer = web.json(method, api(path), body, web.authorization());
      if (absent && answer instanceof Said) ready = clock.instant().plus(START);
      absent = answer instanceof Silent;
      return answer;
    } catch (Ground.Locked locked) {
      return new Silent(Delivery.later(locked.reason()));
    }
  }

  private URI api(String path) {
    String base = target.link(Param.URL).orElseThrow().toString().replaceAll("/+$", "");
    return URI.create((base.endsWith("/v1") ? base : base + "/v1") + "/" + path);
  }

  @Override
  public Optional<Seen> seen(Signal signal) throws InterruptedException {
    String host = Result.plain(target.mapping().host(signal));
    String service = Result.plain(target.mapping().service(signal));
    return Optional.of(switch (look(host, service)) {
      case Found(Held held) -> new Seen.Holds(held.level(), held.text());
      case Unlooked(Delivery.Refused(Reason why)) when why.key().endsWith(".unknown") -> new Seen.Nothing(why);
      case Unlooked(Delivery.Refused(Reason why)) -> new Seen.Unasked(why);
      case Unlooked(Delivery.TryLater(var _, Reason why)) -> new Seen.Unasked(why);
      case Unlooked(Delivery.Superseded(Reason why)) -> new Seen.Unasked(why);
      case Unlooked(Delivery.Delivered _) -> throw new IllegalStateException("a look that failed was no delivery");
    });
  }

  @Override
  public void close() {
    web.close();
  }
}
