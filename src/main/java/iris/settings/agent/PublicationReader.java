package iris.settings.agent;

import iris.agent.AgentConfig.Access;
import iris.agent.AgentConfig.Listen;
import iris.agent.AgentConfig.Publication;
import iris.agent.AgentConfig.Tls;
import iris.settings.Kinds;
import iris.signal.Reason;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The block {@code publish}. */
final class PublicationReader {
  private final Safe safe;

  PublicationReader(Safe safe) {
    this.safe = safe;
  }

  /** Empty only with a problem. */
  Optional<Publication> read(Keys root) {
    Keys keys = root.blockOrNone("publish");
    if (!root.has("publish")) root.wrong("publish", Reason.of("settings.key.missing", "publish"));
    else if (!keys.has("listen") && !keys.has("files")) keys.wrong("listen", Reason.of("settings.agent.nowhere"));
    Optional<Tls> tls = tls(keys);
    Optional<Listen> listen =
        keys.may("listen", AgentKinds.address(true)).map(a -> new Listen(a.host(), a.port(), tls));
    Optional<URI> base = keys.may("base", Kinds.link("http", "https")).map(PublicationReader::withSlash);
    Optional<URI> link = keys.may("link", Kinds.link("http", "https"));
    Optional<Path> files = keys.may("files", Kinds.PATH);
    Optional<Access> access = access(keys);
    Duration keep = keys.or("keep", Kinds.span("1d", "3650d"), Duration.ofDays(30));
    int connections = keys.or("connections", Kinds.whole(1, 10_000), 200);
    keys.done();
    return Optional.of(new Publication(listen, base, link, files, access, keep, connections));
  }

  private static Optional<Tls> tls(Keys keys) {
    keys.together("certificate", "key");
    keys.together("key", "certificate");
    Optional<Path> chain = present(keys, "certificate");
    Optional<Path> key = present(keys, "key");
    return chain.flatMap(c -> key.map(k -> new Tls(c, k)));
  }

  private static Optional<Path> present(Keys keys, String name) {
    Optional<Path> path = keys.may(name, Kinds.PATH);
    path.filter(p -> !Files.isReadable(p)).ifPresent(p -> keys.wrong(name, Reason.of("settings.agent.file", p)));
    return path;
  }

  private Optional<Access> access(Keys keys) {
    keys.together("user", "password");
    keys.together("password", "user");
    if (keys.has("user") && keys.has("bearer")) keys.wrong("bearer", Reason.of("settings.feed.two-credentials"));
    Optional<String> user = keys.may("user", Kinds.TEXT);
    if (user.filter(u -> u.contains(":")).isPresent()) keys.wrong("user", Reason.of("feed.config.user"));
    Optional<String> password = keys.may("password", safe.secret());
    Optional<String> bearer = keys.may("bearer", safe.secret());
    if (bearer.isPresent()) return bearer.map(Access.Bearer::new);
    return user.flatMap(u -> password.map(p -> new Access.Basic(u, p)));
  }

  private static URI withSlash(URI base) {
    return base.toString().endsWith("/") ? base : URI.create(base + "/");
  }
}
