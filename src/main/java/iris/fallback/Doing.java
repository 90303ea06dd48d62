package iris.fallback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;

/** Does one deed, once, within a time; whatever goes wrong is a sentence. For one thread. */
final class Doing {
  private static final String STRUCK = "•••";

  private final Secrets secrets;
  private final Map<String, String> environment;
  private final List<String> opened = new ArrayList<>();

  /** @param environment of this program; a command sees only the harmless part of it */
  Doing(Secrets secrets, Map<String, String> environment) {
    this.secrets = secrets;
    this.environment = environment;
  }

  Done once(Deed deed, Duration limit) throws InterruptedException {
    opened.clear();
    if (limit.isNegative() || limit.isZero()) return Done.failed("fallback.no-time", deed.name());
    try {
      Done done = switch (deed) {
        case Deed.Call call -> Calling.once(call, header(call), trust(call), limit);
        case Deed.Command command -> Commanding.once(command, environment(command), limit);
      };
      return new Done(done.well(), done.what(), done.code(), struck(done.text()));
    } catch (Secrets.Locked locked) {
      return new Done(false, locked.reason(), OptionalInt.empty(), "");
    }
  }

  private Optional<SSLContext> trust(Deed.Call call) throws Secrets.Locked {
    return call.authority().isEmpty() ? Optional.empty() : Optional.of(secrets.trusting(call.authority().get()));
  }

  private Map<String, String> header(Deed.Call call) throws Secrets.Locked {
    Map<String, String> all = new LinkedHashMap<>();
    if (call.login().isPresent()) all.put("Authorization", switch (call.login().get()) {
      case Deed.Login.Basic(String user, Value.Hidden password) -> {
        String basic = Calling.basic(user, read(password));
        // Encoded it is as good as plain.
        opened.add(basic.substring(basic.indexOf(' ') + 1));
        yield basic;
      }
      case Deed.Login.Bearer(Value.Hidden token) -> "Bearer " + read(token);
    });
    for (var header : call.headers().entrySet()) all.put(header.getKey(), read(header.getValue()));
    return all;
  }

  private Map<String, String> environment(Deed.Command command) throws Secrets.Locked {
    Map<String, String> all = new LinkedHashMap<>(Commanding.harmless(environment));
    for (var value : command.environment().entrySet()) all.put(value.getKey(), read(value.getValue()));
    return all;
  }

  private String read(Value value) throws Secrets.Locked {
    return switch (value) {
      case Value.Plain(String text) -> text;
      case Value.Hidden hidden -> {
        String secret = secrets.open(hidden);
        opened.add(secret);
        yield secret;
      }
    };
  }

  /** Who is told a secret may repeat it; nobody reads it on a screen or in the journal. The longest first. */
  private String struck(String text) {
    String clean = text;
    for (String secret : opened.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList())
      clean = clean.replace(secret, STRUCK);
    return clean;
  }
}
