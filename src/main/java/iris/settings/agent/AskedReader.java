package iris.settings.agent;

import iris.agent.SourceSpec.Asked;
import iris.agent.SourceSpec.Expected;
import iris.probe.BadTarget;
import iris.settings.Kind;
import iris.settings.Kinds;
import iris.settings.Taken;
import iris.signal.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a check asks, by its type. */
final class AskedReader {
  /** Their values are secrets, whatever is written in them. */
  private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");

  private static final Kind<String> METHOD = new Kind<>("GET, POST ...", (written, base) ->
      written.matches("[A-Za-z]{1,20}")
          ? Taken.fits(written.toUpperCase(Locale.ROOT))
          : Taken.unfit("settings.agent.method", written));

  private static final Kind<String> LITERAL = new Kind<>("192.0.2.1 | 2001:db8::1", (written, base) -> {
    try {
      return Taken.fits(InetAddress.ofLiteral(written).getHostAddress());
    } catch (IllegalArgumentException none) {
      return Taken.unfit("settings.agent.literal", written);
    }
  });

  /** Any text, an empty one too: what stands at a JSON path may be anything. */
  private static final Kind<String> ANY = new Kind<>("text", (written, base) -> Taken.fits(written));

  /** As RFC 6901 has it, but for the whole answer. */
  private static final Pattern PATH = Pattern.compile("(/([^~/]|~[01])*+)++");

  private final Keys keys;
  private final Safe safe;

  AskedReader(Keys keys, Safe safe) {
    this.keys = keys;
    this.safe = safe;
  }

  /** Empty only with a problem. */
  Optional<Asked> read(SourceReader.Type type) {
    return switch (type) {
      case HTTP -> http();
      case TCP -> keys.must("address", AgentKinds.address(false)).map(a -> new Asked.Tcp(a.host(), a.port()));
      case DNS -> {
        List<String> addresses = keys.list("addresses", LITERAL);
        yield keys.must("host", Kinds.TEXT).map(host -> new Asked.Dns(host, addresses));
      }
      case COMMAND -> command();
      case LOG, PUSH -> throw new IllegalArgumentException(type + " asks nothing");
    };
  }

  private Optional<Asked> http() {
    Optional<URI> url = keys.must("url", Kinds.link("http", "https"));
    String method = keys.or("method", METHOD, "GET");
    Map<String, String> headers = headers();
    Optional<String> body = keys.may("body", Kinds.TEXT);
    Expected expected = expected();
    try {
      return url.map(u -> new Asked.Http(u, method, headers, body, expected));
    } catch (BadTarget e) {
      keys.wrong(keys.has("headers") ? "headers" : "url", e.reason());
      return Optional.empty();
    }
  }

  private Map<String, String> headers() {
    keys.block("headers").ifPresent(block -> block.names().stream()
        .filter(name -> SECRET.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> block.peek(name).filter(v -> !v.startsWith("env:") && !v.startsWith("file:")).isPresent())
        .forEach(name -> block.wrong(name, Reason.of("settings.value.secret"))));
    return keys.map("headers", safe.textOrSecret());
  }

  private Expected expected() {
    Expected usual = Expected.USUAL;
    List<String> statuses = keys.list("expect-status", AgentKinds.STATUS);
    Optional<String> text = keys.may("expect-text", Kinds.TEXT);
    Map<String, String> json = new LinkedHashMap<>(keys.map("expect-json", ANY));
    json.keySet().removeIf(path -> {
      boolean strange = !PATH.matcher(path).matches();
      if (strange) keys.wrong("expect-json", Reason.of("settings.agent.json-path", path));
      return strange;
    });
    Optional<Duration> slow = keys.may("slow", Kinds.span("1ms", "5m"));
    int certificate = keys.or("certificate-days", Kinds.whole(0, 365), usual.certificate());
    return new Expected(statuses, text, json, slow, certificate);
  }

  private Optional<Asked> command() {
    List<String> line = keys.list("command", Kinds.TEXT);
    if (!keys.has("command")) keys.wrong("command", Reason.of("settings.key.missing", "command"));
    else if (line.isEmpty()) keys.wrong("command", Reason.of("settings.value.empty"));
    return line.isEmpty() ? Optional.empty() : Optional.of(new Asked.Command(line));
  }
}
