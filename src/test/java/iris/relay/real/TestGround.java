package iris.relay.real;

import iris.relay.Ground;
import iris.relay.Value;
import iris.signal.Reason;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The ground of a test: secrets by their place, trust from a PEM file, identity from a PKCS12 file.
 *
 * @param secrets by {@code env:NAME}
 */
public record TestGround(Path folder, Map<String, String> secrets, InstantSource clock) implements Ground {
  @Override
  public String secret(Value.Secret secret) throws Locked {
    String value = secrets.get(secret.place());
    if (value == null) throw new Locked(Reason.of("feed.secret.no-variable", secret.place()));
    return value;
  }

  @Override
  public SSLContext trust(Optional<Path> authority, Optional<Path> identity, Optional<Path> key,
      Optional<Value.Secret> password) throws Locked {
    char[] lock = (password.isPresent() ? secret(password.get()) : "").toCharArray();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = null;
      if (identity.isPresent()) {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(KeyStore.getInstance(identity.get().toFile(), lock), lock);
        keys = factory.getKeyManagers();
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(anchors(authority));
      context.init(keys, trust.getTrustManagers(), null);
      return context;
    } catch (java.security.GeneralSecurityException | java.io.IOException e) {
      throw new Locked(Reason.of("feed.tls.setup", String.valueOf(e.getMessage())));
    }
  }

  private static KeyStore anchors(Optional<Path> authority) throws java.security.GeneralSecurityException, java.io.IOException {
    if (authority.isEmpty()) return null;
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    try (InputStream in = Files.newInputStream(authority.get())) {
      anchors.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    return anchors;
  }
}
