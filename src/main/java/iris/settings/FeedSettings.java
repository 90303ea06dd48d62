package iris.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One feed as configured.
 *
 * @param id its name in the file, the id of its reports
 * @param title what the document must be titled; another title is unreadable
 * @param probe what the console's own check of the service asks; empty: no check
 * @param proxy empty: what the system says
 */
public record FeedSettings(
    String id,
    String name,
    URI url,
    Duration pollEvery,
    Optional<Duration> period,
    Optional<String> title,
    Optional<URI> probe,
    Optional<URI> proxy,
    Credentials credentials,
    Optional<Path> authority) {

  /** How the console says who it is. */
  public sealed interface Credentials {
    record Nobody() implements Credentials {}

    record Basic(String user, Secret password) implements Credentials {}

    record Bearer(Secret token) implements Credentials {}

    /** A PKCS #12 file with key and certificate. */
    record Certificate(Path file, Optional<Secret> password) implements Credentials {}
  }

  public FeedSettings {
    Objects.requireNonNull(name);
    Objects.requireNonNull(url);
    Objects.requireNonNull(pollEvery);
    Objects.requireNonNull(period);
    Objects.requireNonNull(title);
    Objects.requireNonNull(probe);
    Objects.requireNonNull(proxy);
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(authority);
    if (id.isBlank()) throw new IllegalArgumentException("a feed needs an id");
  }
}
