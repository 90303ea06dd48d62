package iris.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/** What is checked. */
public sealed interface Target {
  String host();

  int port();

  /**
   * A page: looked up, connected to, asked, read whole. A redirect is an answer like any other and is not followed: who
   * checks an address wants to know of this one.
   */
  record Page(URI uri, Request request) implements Target {
    public Page(URI uri) {
      this(uri, Request.GET);
    }

    public Page {
      Objects.requireNonNull(request);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null || uri.getRawUserInfo() != null)
        throw new BadTarget("probe.target.page", uri.getScheme() + "://" + uri.getHost());
    }

    public boolean tls() {
      return uri.getScheme().equalsIgnoreCase("https");
    }

    @Override
    public String host() {
      String host = uri.getHost();
      return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public int port() {
      return uri.getPort() >= 0 ? uri.getPort() : tls() ? 443 : 80;
    }
  }

  /** A door: looked up and connected to, no more. */
  record Door(String host, int port) implements Target {
    public Door {
      Objects.requireNonNull(host);
      if (host.isBlank() || port < 1 || port > 65_535)
        throw new BadTarget("probe.target.door", host, port);
    }
  }

  /** A name: looked up, no more. It has no port: 0. */
  record Name(String host) implements Target {
    public Name {
      if (host.isBlank()) throw new BadTarget("probe.target.name");
    }

    @Override
    public int port() {
      return 0;
    }
  }

  /**
   * A target as a person writes it: {@code https://host/path} or {@code host:port}, {@code [::1]:443} for an IPv6
   * address.
   *
   * @throws BadTarget for anything else
   */
  static Target parse(String text) {
    String wish = text.strip();
    if (wish.contains("://")) return page(wish);
    int colon = wish.lastIndexOf(':');
    try {
      String host = colon < 0 ? "" : wish.substring(0, colon);
      boolean v6 = host.startsWith("[") && host.endsWith("]");
      return new Door(v6 ? host.substring(1, host.length() - 1) : host, Integer.parseInt(wish.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new BadTarget("probe.target.door", wish, "");
    }
  }

  private static Page page(String wish) {
    try {
      return new Page(new URI(wish));
    } catch (URISyntaxException e) {
      throw new BadTarget("probe.target.page", wish);
    }
  }
}
