package iris.feed;

import java.time.Duration;

/**
 * How much one fetch may ask of us.
 *
 * @param connect until the connection stands, TLS included; above 0
 * @param whole from the first request to the last byte, redirects included; at least {@code connect}
 * @param bytes as they come over the wire
 * @param inflated bytes after gzip
 * @param items of the document
 * @param redirects 0 follows none
 */
public record Caps(Duration connect, Duration whole, int bytes, int inflated, int items, int redirects) {
  public static final Caps USUAL =
      new Caps(Duration.ofSeconds(5), Duration.ofSeconds(15), 16 << 20, 32 << 20, 40_000, 5);

  public Caps {
    if (connect.isNegative() || connect.isZero()) throw new Misconfigured("feed.config.connect", connect);
    if (whole.compareTo(connect) < 0) throw new Misconfigured("feed.config.whole", whole, connect);
    if (bytes < 1 || inflated < bytes || items < 1) throw new Misconfigured("feed.config.caps", bytes, inflated, items);
    if (redirects < 0) throw new Misconfigured("feed.config.redirects", redirects);
  }
}
