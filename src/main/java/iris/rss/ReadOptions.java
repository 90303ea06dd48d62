package iris.rss;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a document before it is read.
 *
 * @param expectedTitle the channel's title; a document with another one is {@link Reading.Garbled} (reading rule 1).
 *     Spaces at the ends and the way its lines are broken do not count
 * @param serviceId the service that a foreign feed is about; the profile names its own
 * @param serviceName the name of it that a person reads
 * @param charset of the HTTP header Content-Type; a byte order mark beats it, it beats the XML declaration
 */
public record ReadOptions(
    Optional<String> expectedTitle, String serviceId, String serviceName, Optional<String> charset, Limits limits) {
  public ReadOptions {
    Objects.requireNonNull(expectedTitle);
    Objects.requireNonNull(serviceName);
    Objects.requireNonNull(charset);
    Objects.requireNonNull(limits);
    if (serviceId.isBlank()) throw new IllegalArgumentException("a service needs an id");
  }

  /** Any title, no word from HTTP, the usual limits. */
  public static ReadOptions of(String serviceId, String serviceName) {
    return new ReadOptions(Optional.empty(), serviceId, serviceName, Optional.empty(), Limits.USUAL);
  }

  public ReadOptions expecting(String title) {
    return new ReadOptions(Optional.of(title), serviceId, serviceName, charset, limits);
  }

  public ReadOptions charset(String httpCharset) {
    return new ReadOptions(expectedTitle, serviceId, serviceName, Optional.of(httpCharset), limits);
  }

  public ReadOptions limits(Limits other) {
    return new ReadOptions(expectedTitle, serviceId, serviceName, charset, other);
  }

  /** Whether a document with this title may be the one we expect. */
  public boolean welcomes(String title) {
    return expectedTitle.isEmpty() || Texts.line(expectedTitle.get(), limits.text()).equals(title);
  }
}
