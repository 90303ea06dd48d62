package iris.settings.agent;

import iris.agent.SourceSpec.Asked;
import iris.agent.SourceSpec.Expected;
import iris.settings.Kind;
import iris.settings.Kinds;
import iris.settings.Taken;
import iris.signal.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a check asks, by its type. */
final class AskedReader {
  /** Their values are secrets, whatever is written in them. */
  private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");

  private static final Kind<String> METHOD = new Kind<>("GET, POST ...", (written, base) ->
      written.matches("[A-Za-z]{1,20}")
          ? Taken.fits(written.toUpperCase(Locale.ROOT))
          : Taken.unfit("settings.agent.method", written));

  /** Any text, an empty one too: what stands at a JSON path may be anything. */
  private static final Kind<String> ANY = new Kind<>("text", (written, base) -> Taken.fits(written));

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
        List<String> addresses = keys.list("addresses", Kinds.TEXT);
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
    return url.map(u -> new Asked.Http(u, method, headers, body, expected));
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
    Map<String, String> json = keys.map("expect-json", ANY);
    json.keySet().stream().filter(path -> !path.startsWith("/"))
        .forEach(path -> keys.wrong("expect-json", Reason.of("settings.agent.json-path", path)));
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
