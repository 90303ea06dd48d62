package iris.feed;

import java.util.Objects;
import java.util.Optional;

/** By which way a source is reached. */
public sealed interface ProxyRoute {
  ProxyRoute SYSTEM = new AsSystem();
  ProxyRoute DIRECT = new Direct();

  /** What the environment says (https_proxy, http_proxy, all_proxy, no_proxy), else what the system says. */
  record AsSystem() implements ProxyRoute {}

  record Direct() implements ProxyRoute {}

  /** One HTTP proxy, for everything. */
  record Explicit(String host, int port, Optional<Credentials.Basic> credentials) implements ProxyRoute {
    public Explicit {
      Objects.requireNonNull(credentials);
      if (host.isBlank() || port < 1 || port > 65_535) throw new Misconfigured("feed.config.proxy", host, port);
    }
  }
}
