package iris.feed;

import iris.signal.Reason;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a redirect may lead. */
final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /** The next address, or why we do not go there. */
  sealed interface Way {
    record To(URI uri) implements Way {}

    record No(Reason why) implements Way {}
  }

  static boolean is(int status) {
    return STATUSES.contains(status);
  }

  static Way follow(URI from, Optional<String> location, Set<URI> seen, int most) {
    if (location.isEmpty()) return new Way.No(Reason.of("feed.redirect.nowhere", from.getHost()));
    URI to;
    try {
      to = resolve(from, legal(location.get().strip()));
    } catch (IllegalArgumentException e) {
      return new Way.No(Reason.of("feed.redirect.nowhere", from.getHost()));
    }
    String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https"))
      return new Way.No(Reason.of("feed.redirect.scheme", from.getHost(), scheme));
    if (to.getHost() == null) return new Way.No(Reason.of("feed.redirect.nowhere", from.getHost()));
    if (isTls(from) && scheme.equals("http"))
      return new Way.No(Reason.of("feed.redirect.downgrade", from.getHost(), to.getHost()));
    if (seen.contains(to)) return new Way.No(Reason.of("feed.redirect.loop", to.getHost()));
    if (seen.size() > most) return new Way.No(Reason.of("feed.redirect.many", from.getHost(), most));
    return new Way.To(to);
  }

  /**
   * Whether credentials meant for {@code ours} may go to {@code other}: the same host by the same door, or the same
   * host by the usual TLS door instead of the usual plain one.
   */
  static boolean sameDoor(URI ours, URI other) {
    if (!ours.getHost().equalsIgnoreCase(other.getHost())) return false;
    if (isTls(ours) == isTls(other)) return port(ours) == port(other);
    return isTls(other) && port(ours) == 80 && port(other) == 443;
  }

  /** As RFC 3986 has it; Java's resolve still follows RFC 2396 and knows neither "?page=2" nor a base without path. */
  private static URI resolve(URI from, String location) {
    String path = from.getRawPath() == null || from.getRawPath().isEmpty() ? "/" : from.getRawPath();
    URI base = URI.create(from.getScheme() + "://" + from.getRawAuthority() + path);
    URI to = location.startsWith("?") ? URI.create(base + location) : base.resolve(location).normalize();
    if (to.getPort() > 65_535) throw new IllegalArgumentException("port " + to.getPort());
    return to;
  }

  /** Servers send spaces and accents as they are; the header came as bytes, one a char. */
  private static String legal(String location) {
    StringBuilder legal = new StringBuilder();
    for (char c : location.toCharArray()) {
      if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) legal.append(String.format("%%%02X", c & 0xff));
      else legal.append(c);
    }
    return legal.toString();
  }

  static boolean isTls(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) return uri.getPort();
    return isTls(uri) ? 443 : 80;
  }
}
