package iris.relay.nagios;

import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The way past the web server's guard: nothing is shown before it asks, then Basic or Digest, whichever it asked for, so
 * that a password does not cross an open wire where the server would not have it.
 */
final class Door {
  private final Target target;
  private final Ground ground;
  private final Web web;
  private final SecureRandom random = new SecureRandom();
  private volatile Optional<Guard> guard = Optional.empty();

  /** What was asked for last. @param digest where it is one that can be answered */
  private record Guard(String challenge, Optional<Digest> digest) {}

  Door(Target target, Ground ground, Web web) {
    this.target = target;
    this.ground = ground;
    this.web = web;
  }

  /** @param form to be posted; empty: a GET */
  Answer ask(URI to, Optional<String> form, Map<String, String> headers) throws InterruptedException, Ground.Locked {
    Optional<Guard> known = guard;
    Answer first = once(to, form, headers, known);
    if (!(first instanceof Answer.Said said) || said.status() != 401) return first;
    Optional<String> challenge = said.header("www-authenticate");
    // The same question once more: the answer to it was wrong. A digest asks with another nonce each time, and whether
    // the last one was only too old is not always said.
    if (challenge.isEmpty() || known.map(Guard::challenge).equals(challenge)) return first;
    Optional<Guard> next = challenge.map(text -> new Guard(text, Digest.of(text)));
    guard = next;
    return once(to, form, headers, next);
  }

  private Answer once(URI to, Optional<String> form, Map<String, String> headers, Optional<Guard> by)
      throws InterruptedException, Ground.Locked {
    Map<String, String> all = new LinkedHashMap<>(headers);
    String method = form.isPresent() ? "POST" : "GET";
    if (form.isPresent()) all.put("content-type", "application/x-www-form-urlencoded");
    if (by.isPresent()) authorization(method, to, by.get()).ifPresent(answer -> all.put("authorization", answer));
    return web.ask(method, to, form.map(text -> text.getBytes(StandardCharsets.UTF_8)), all);
  }

  /** None to a question of a kind that is not known: a password is not shown where something better was asked for. */
  private Optional<String> authorization(String method, URI to, Guard by) throws Ground.Locked {
    String user = target.text(Param.USER).orElseThrow();
    String password = ground.secret(target.secret(Param.PASSWORD).orElseThrow());
    if (by.challenge().regionMatches(true, 0, "Basic", 0, 5)) return Optional.of(Web.basic(user, password));
    byte[] own = new byte[8];
    random.nextBytes(own);
    String path = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    return by.digest().map(digest -> digest.answer(user, password, method, path, HexFormat.of().formatHex(own)));
  }
}
