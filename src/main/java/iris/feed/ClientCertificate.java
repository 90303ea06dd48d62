package iris.feed;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A certificate that shows a server who we are.
 *
 * @param certificate PKCS12 file with certificate and key, or PEM file of the chain, our own certificate first
 * @param key PEM file of the PKCS8 key; empty where {@code certificate} holds it
 * @param password of the PKCS12 file or of the encrypted key
 */
public record ClientCertificate(Path certificate, Optional<Path> key, Optional<Secret> password) {
  public ClientCertificate {
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(key);
    Objects.requireNonNull(password);
  }
}
