package iris.feed;

import java.net.URI;
import java.util.Optional;

/** Where the links of a document lead. */
final class Links {
  private Links() {}

  /**
   * A link, seen from where the document was found. An agent behind a proxy or under a second name calls itself by the
   * name that it knows: a link to where the document says it lives leads to where we found it.
   *
   * @param at where the document was found
   * @param self where it says it lives
   */
  static URI resolve(URI at, Optional<URI> self, URI link) {
    URI to = at.resolve(link);
    if (Redirects.sameDoor(at, to) || self.isEmpty()) return to;
    URI home = at.resolve(self.get());
    if (!web(home) || !web(to) || !Redirects.sameDoor(home, to)) return to;
    String folder = home.resolve(".").getRawPath();
    String path = to.getRawPath() == null ? "" : to.getRawPath();
    String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
    return at.resolve((path.startsWith(folder) ? "./" + path.substring(folder.length()) : path) + query).normalize();
  }

  /** Whether it is an address that we may ask, and not one that gives away over plain HTTP what came over TLS. */
  static boolean askable(URI from, URI to) {
    return web(to) && (!Redirects.isTls(from) || Redirects.isTls(to));
  }

  private static boolean web(URI uri) {
    String scheme = uri.getScheme();
    return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) && uri.getHost() != null
        && uri.getRawUserInfo() == null && uri.getPort() <= 65_535;
  }
}
