package iris.feed;

import iris.rss.Limits;
import iris.rss.ReadOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One source, as configured. Checks itself; what is wrong is a {@link Misconfigured}. Prints no secret.
 *
 * @param id short name, stands in reports; not blank
 * @param uri http, https or file, without user or password in it
 * @param every between two polls; at least {@link #LEAST}, 60 s usually
 * @param ca PEM file of the certificate authorities to trust for this source instead of the system's
 * @param expectedTitle the channel's title; a document with another one is rejected
 * @param fallbackService id of the service that a foreign feed is about; the source's id if empty
 */
public record SourceConfig(
    String id,
    String name,
    URI uri,
    Duration every,
    Credentials credentials,
    Optional<ClientCertificate> identity,
    ProxyRoute proxy,
    Optional<Path> ca,
    Optional<String> expectedTitle,
    Optional<String> fallbackService,
    Caps caps) {
  public static final Duration LEAST = Duration.ofSeconds(15);
  public static final Duration USUAL = Duration.ofSeconds(60);
  private static final Duration MOST = Duration.ofDays(1);
  private static final Set<String> SCHEMES = Set.of("http", "https", "file");

  public SourceConfig {
    Objects.requireNonNull(name);
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(identity);
    Objects.requireNonNull(proxy);
    Objects.requireNonNull(ca);
    Objects.requireNonNull(expectedTitle);
    Objects.requireNonNull(fallbackService);
    Objects.requireNonNull(caps);
    if (id.isBlank()) throw new Misconfigured("feed.config.id");
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) throw new Misconfigured("feed.config.scheme", scheme);
    if (uri.getRawUserInfo() != null) throw new Misconfigured("feed.config.password-in-url");
    if (scheme.equals("file") ? !isPlainFile(uri) : uri.getHost() == null) throw new Misconfigured("feed.config.url");
    if (uri.getPort() > 65_535) throw new Misconfigured("feed.config.url");
    if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0)
      throw new Misconfigured("feed.config.every", every, LEAST, MOST);
  }

  /** A source known by its address alone: a foreign feed there is called by its own title. */
  public static SourceConfig of(String id, URI uri) {
    return of(id, uri.toString(), uri);
  }

  /** Somebody gave it a name. */
  boolean named() {
    return !name.equals(uri.toString());
  }

  /** A source with everything else as usual. */
  public static SourceConfig of(String id, String name, URI uri) {
    return new SourceConfig(id, name, uri, USUAL, Credentials.NONE, Optional.empty(), ProxyRoute.SYSTEM,
        Optional.empty(), Optional.empty(), Optional.empty(), Caps.USUAL);
  }

  /** The same source at another of its addresses. */
  SourceConfig at(URI other) {
    return new SourceConfig(
        id, name, other, every, credentials, identity, proxy, ca, expectedTitle, fallbackService, caps);
  }

  public SourceConfig every(Duration other) {
    return new SourceConfig(
        id, name, uri, other, credentials, identity, proxy, ca, expectedTitle, fallbackService, caps);
  }

  public SourceConfig credentials(Credentials other) {
    return new SourceConfig(id, name, uri, every, other, identity, proxy, ca, expectedTitle, fallbackService, caps);
  }

  public SourceConfig identity(ClientCertificate other) {
    return new SourceConfig(
        id, name, uri, every, credentials, Optional.of(other), proxy, ca, expectedTitle, fallbackService, caps);
  }

  public SourceConfig proxy(ProxyRoute other) {
    return new SourceConfig(
        id, name, uri, every, credentials, identity, other, ca, expectedTitle, fallbackService, caps);
  }

  public SourceConfig ca(Path other) {
    return new SourceConfig(
        id, name, uri, every, credentials, identity, proxy, Optional.of(other), expectedTitle, fallbackService, caps);
  }

  public SourceConfig expecting(String title) {
    return new SourceConfig(
        id, name, uri, every, credentials, identity, proxy, ca, Optional.of(title), fallbackService, caps);
  }

  public SourceConfig about(String service) {
    return new SourceConfig(
        id, name, uri, every, credentials, identity, proxy, ca, expectedTitle, Optional.of(service), caps);
  }

  public SourceConfig caps(Caps other) {
    return new SourceConfig(
        id, name, uri, every, credentials, identity, proxy, ca, expectedTitle, fallbackService, other);
  }

  boolean isFile() {
    return uri.getScheme().equalsIgnoreCase("file");
  }

  private static boolean isPlainFile(URI uri) {
    return uri.getAuthority() == null && uri.getPath() != null && uri.getRawQuery() == null
        && uri.getRawFragment() == null && !uri.isOpaque();
  }

  /** Without the query, in which many a server wants its token. */
  @Override
  public String toString() {
    String where = uri.toString();
    int query = where.indexOf('?');
    return "source " + id + " (" + name + ") " + (query < 0 ? where : where.substring(0, query + 1) + "…")
        + " every " + every;
  }

  /**
   * How its documents are read, by whoever reads them.
   *
   * @param charset of the HTTP answer, empty for a file
   */
  public ReadOptions reading(Optional<String> charset) {
    return new ReadOptions(expectedTitle, fallbackService.orElse(id), named() ? name : "", charset,
        new Limits(caps.inflated(), caps.items(), Limits.USUAL.depth(), Limits.USUAL.text()));
  }
}
