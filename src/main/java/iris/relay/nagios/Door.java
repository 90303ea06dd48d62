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
  private Optional<String> asked = Optional.empty();
  private Optional<Digest> digest = Optional.empty();

  Door(Target target, Ground ground, Web web) {
    this.target = target;
    this.ground = ground;
    this.web = web;
  }

  /** @param form to be posted; empty: a GET */
  Answer ask(URI to, Optional<String> form, Map<String, String> headers) throws InterruptedException, Ground.Locked {
    Answer first = once(to, form, headers);
    if (!(first instanceof Answer.Said said) || said.status() != 401) return first;
    Optional<String> challenge = said.header("www-authenticate");
    // The same question once more: the answer to it was wrong. A digest asks with another nonce each time, and whether
    // the last one was only too old is not always said.
    if (challenge.isEmpty() || challenge.equals(asked)) return first;
    asked = challenge;
    digest = Digest.of(challenge.get());
    return once(to, form, headers);
  }

  private Answer once(URI to, Optional<String> form, Map<String, String> headers)
      throws InterruptedException, Ground.Locked {
    Map<String, String> all = new LinkedHashMap<>(headers);
    String method = form.isPresent() ? "POST" : "GET";
    if (form.isPresent()) all.put("content-type", "application/x-www-form-urlencoded");
    if (asked.isPresent()) all.put("authorization", authorization(method, to));
    return web.ask(method, to, form.map(text -> text.getBytes(StandardCharsets.UTF_8)), all);
  }

  private String authorization(String method, URI to) throws Ground.Locked {
    String user = target.text(Param.USER).orElseThrow();
    String password = ground.secret(target.secret(Param.PASSWORD).orElseThrow());
    if (digest.isEmpty()) return Web.basic(user, password);
    byte[] own = new byte[8];
    random.nextBytes(own);
    String path = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    return digest.get().answer(user, password, method, path, HexFormat.of().formatHex(own));
  }
}
