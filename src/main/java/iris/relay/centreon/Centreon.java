package iris.relay.centreon;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.passive.Meant;
import iris.relay.passive.PassiveResult;
import iris.relay.passive.PassiveResult.Place;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import iris.signal.Reason;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Centreon Web: a login gives a token that expires, a search gives the numbers of host and service, which change when
 * they are made anew, and the result is handed on to the engine later: 204 says that it is on its way.
 */
public final class Centreon implements Courier {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int AT_ONCE = 4;

  private final Target target;
  private final Ground ground;
  private final Web web;
  private final String base;
  private final Map<Place, Sight> known = new ConcurrentHashMap<>();
  private final Meant meant = new Meant();
  private volatile String token = "";

  public Centreon(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.web = new Web(target, ground);
    String url = target.link(Param.URL).orElseThrow().toString().replaceAll("/+$", "");
    this.base = url.contains("/api/") ? url : url + "/api/latest";
  }

  /** Why a step was not taken, to be thrown across those that would have followed. */
  private static final class Stopped extends Exception {
    private final transient Delivery delivery;

    Stopped(Delivery delivery) {
      super(delivery.toString());
      this.delivery = delivery;
    }
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return PassiveResult.taken(sort, target);
  }

  @Override
  public int parallel() {
    return AT_ONCE;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    PassiveResult result = PassiveResult.of(message, target);
    try {
      Delivery is = bring(result, new Place(result.host(), result.service()));
      if (is instanceof Delivery.Delivered) meant.told(message, result);
      return is;
    } catch (Stopped stopped) {
      return stopped.delivery;
    }
  }

  private Delivery bring(PassiveResult result, Place place) throws InterruptedException, Stopped {
    Sight sight = known.get(place);
    if (sight != null) {
      Answer.Said said = submit(sight, result);
      // Made anew, it has another number: look once more.
      if (said.status() != NOT_FOUND) return verdict(said);
      known.remove(place);
    }
    Optional<Sight> found = look(place);
    if (found.isEmpty()) return Delivery.refused("relay.centreon.no-service", place.service(), place.host());
    known.put(place, found.get());
    return verdict(submit(found.get(), result));
  }

  private static Delivery verdict(Answer.Said said) {
    if (said.status() == FORBIDDEN) return Delivery.refused("relay.centreon.forbidden");
    return Web.verdict(said);
  }

  private Answer.Said submit(Sight to, PassiveResult result) throws InterruptedException, Stopped {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", "service");
    resource.put("id", to.service());
    resource.put("parent", Map.of("id", to.host()));
    resource.put("status", result.level().code());
    resource.put("output", result.output());
    resource.put("performance_data", result.performance());
    return ask("POST", "/monitoring/resources/submit", Optional.of(Sight.write(Map.of("resources", List.of(resource)))));
  }

  private Optional<Sight> look(Place place) throws InterruptedException, Stopped {
    String search = Sight.write(Map.of("$and", List.of(
        Map.of("host.name", Map.of("$eq", place.host())), Map.of("service.description", Map.of("$eq", place.service())))));
    Answer.Said said = ask("GET", "/monitoring/services?limit=10&search="
        + URLEncoder.encode(search, StandardCharsets.UTF_8), Optional.empty());
    if (!said.well()) throw new Stopped(verdict(said));
    JsonNode list = Sight.read(said.body()).orElseThrow(() -> new Stopped(Delivery.later("relay.centreon.odd")));
    return Sight.of(list, place);
  }

  /** With a token that has expired the server says 401, or 403 in older versions: logged in anew once. */
  private Answer.Said ask(String method, String path, Optional<String> body) throws InterruptedException, Stopped {
    boolean old = !token.isEmpty();
    if (!old) login();
    Answer.Said said = once(method, path, body);
    if (!old || said.status() != UNAUTHORIZED && said.status() != FORBIDDEN) return said;
    login();
    return once(method, path, body);
  }

  private Answer.Said once(String method, String path, Optional<String> body) throws InterruptedException, Stopped {
    return said(web.json(method, URI.create(base + path), body, Map.of("x-auth-token", token)));
  }

  private static Answer.Said said(Answer answer) throws Stopped {
    return switch (answer) {
      case Answer.Said said -> said;
      case Answer.Silent silent -> throw new Stopped(silent.delivery());
    };
  }

  private void login() throws InterruptedException, Stopped {
    token = "";
    String password;
    try {
      password = ground.secret(target.secret(Param.PASSWORD).orElseThrow());
    } catch (Ground.Locked locked) {
      throw new Stopped(Delivery.later(locked.reason()));
    }
    String user = target.text(Param.USER).orElseThrow();
    String body = Sight.write(Map.of("security", Map.of("credentials", Map.of("login", user, "password", password))));
    Answer.Said said = said(web.json("POST", URI.create(base + "/login"), Optional.of(body), Map.of()));
    if (said.status() == UNAUTHORIZED || said.status() == FORBIDDEN)
      throw new Stopped(Delivery.refused("relay.centreon.login", user));
    if (!said.well()) throw new Stopped(Web.verdict(said));
    String given = Sight.read(said.body()).map(json -> json.path("security").path("token").asString("")).orElse("");
    if (given.isBlank()) throw new Stopped(Delivery.later("relay.centreon.odd"));
    token = given;
  }

  /** From the real-time list, which follows the engine by some seconds. */
  @Override
  public Optional<Seen> seen(Signal signal) throws InterruptedException {
    Place place = PassiveResult.place(signal, target);
    try {
      return Optional.of(look(place).map(sight -> meant.of(signal, sight.seen())).orElseGet(() ->
          new Seen.Nothing(Reason.of("relay.centreon.no-service", place.service(), place.host()))));
    } catch (Stopped stopped) {
      return Optional.of(new Seen.Unasked(new Answer.Silent(stopped.delivery).why()));
    }
  }

  /** The token is left to expire: a session may be shared with another relay of the same user. */
  @Override
  public void close() {
    web.close();
  }
}
