package iris.feed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which proxy a request takes, and with which credentials. */
final class Proxies {
  private final Map<String, String> environment;

  Proxies(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The proxy for {@code uri}: host, port, and user:password where the environment gives one. */
  record Hop(String host, int port, Optional<String> userInfo) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Hop[" + host + ":" + port + "]";
    }
  }

  Optional<Hop> hop(ProxyRoute route, URI uri) throws Denied {
    return switch (route) {
      case ProxyRoute.Direct _ -> Optional.empty();
      case ProxyRoute.Explicit e -> Optional.of(new Hop(e.host(), e.port(), Optional.empty()));
      case ProxyRoute.AsSystem _ -> fromSystem(uri);
    };
  }

  /** For HttpClient, which asks once a connection; a proxy we cannot use was refused before it came to that. */
  ProxySelector selector(ProxyRoute route) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        try {
          return List.of(hop(route, uri)
              .map(hop -> InetSocketAddress.createUnresolved(hop.host(), hop.port()))
              .map(at -> new Proxy(Proxy.Type.HTTP, at))
              .orElse(Proxy.NO_PROXY));
        } catch (Denied e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The fetch itself reports it.
      }
    };
  }

  private Optional<Hop> fromSystem(URI uri) throws Denied {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String named = variable(scheme + "_proxy").or(() -> variable("all_proxy")).orElse("");
    if (!named.isBlank()) return exempt(uri.getHost()) ? Optional.empty() : Optional.of(parse(named));
    ProxySelector system = ProxySelector.getDefault();
    if (system == null) return Optional.empty();
    for (Proxy proxy : system.select(uri)) {
      if (proxy.type() == Proxy.Type.DIRECT) return Optional.empty();
      if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress at)
        return Optional.of(new Hop(at.getHostString(), at.getPort(), Optional.empty()));
    }
    throw new Denied("feed.proxy.kind", uri.getHost());
  }

  /** Lower case wins; HTTP_PROXY in capitals is not read, since a CGI parent may have it from a request's header. */
  private Optional<String> variable(String name) {
    Optional<String> low = Optional.ofNullable(environment.get(name));
    if (low.isPresent() || name.equals("http_proxy")) return low;
    return Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT)));
  }

  private boolean exempt(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    // Our own machine, as the demonstration is: a proxy would look for it on its own.
    if (name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]")) return true;
    for (String entry : variable("no_proxy").orElse("").split("[,\\s]+")) {
      String rule = entry.strip().toLowerCase(Locale.ROOT);
      if (rule.equals("*")) return true;
      while (rule.startsWith("*") || rule.startsWith(".")) rule = rule.substring(1);
      if (!rule.isEmpty() && (name.equals(rule) || name.endsWith("." + rule))) return true;
    }
    return false;
  }

  private static Hop parse(String text) throws Denied {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null)
        throw new Denied("feed.proxy.kind", String.valueOf(uri.getHost()));
      return new Hop(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), Optional.ofNullable(uri.getUserInfo()));
    } catch (IllegalArgumentException e) {
      throw new Denied("feed.proxy.unclear");
    }
  }
}
