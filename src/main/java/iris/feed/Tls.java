package iris.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom we trust and who we are, as a context, for feeds and for all that is told. TLS 1.2 is the least, and nothing here
 * trusts everybody.
 */
public final class Tls {
  private final Vault vault;
  private final InstantSource clock;

  public Tls(Vault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return parameters;
  }

  /**
   * A context of its own, with the files as they are now.
   *
   * @param ca PEM file of the authorities trusted instead of the machine's
   * @throws Denied where a file cannot be read, is not what it should be, or shows a key to others
   */
  public SSLContext context(Optional<Path> ca, Optional<ClientCertificate> identity) throws Denied {
    KeyManager[] keys = identity.isPresent() ? keys(identity.get()) : null;
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {new Gatekeeper(judge(ca), clock)}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new Denied("feed.tls.setup", String.valueOf(e.getMessage()));
    }
  }

  private X509ExtendedTrustManager judge(Optional<Path> ca) throws Denied, GeneralSecurityException, IOException {
    KeyStore anchors = null;
    if (ca.isPresent()) {
      anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      int n = 0;
      for (X509Certificate one : Pem.certificates(vault.publicFile(ca.get()), ca.get()))
        anchors.setCertificateEntry("ca" + n++, one);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(anchors);
    for (TrustManager one : factory.getTrustManagers()) if (one instanceof X509ExtendedTrustManager x) return x;
    throw new IllegalStateException("this Java has no X.509 trust manager");
  }

  private KeyManager[] keys(ClientCertificate identity) throws Denied {
    Optional<String> password =
        identity.password().isPresent() ? Optional.of(vault.open(identity.password().get())) : Optional.empty();
    Path file = identity.certificate();
    String name = file.toString().toLowerCase(Locale.ROOT);
    char[] lock = password.orElse("").toCharArray();
    try {
      boolean pkcs12 = identity.key().isEmpty() && (name.endsWith(".p12") || name.endsWith(".pfx"));
      KeyStore store = pkcs12 ? pkcs12(file, lock) : pem(identity, password, lock);
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, lock);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new Denied("feed.identity.password", file);
    }
  }

  private KeyStore pkcs12(Path file, char[] lock) throws Denied, GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(vault.secretFile(file)), lock);
    for (String alias : java.util.Collections.list(store.aliases())) if (store.isKeyEntry(alias)) return store;
    throw new Denied("feed.identity.no-key", file);
  }

  private KeyStore pem(ClientCertificate identity, Optional<String> password, char[] lock)
      throws Denied, GeneralSecurityException, IOException {
    Path file = identity.certificate();
    Path keyFile = identity.key().orElse(file);
    byte[] key = vault.secretFile(keyFile);
    List<X509Certificate> chain = Pem.certificates(identity.key().isPresent() ? vault.publicFile(file) : key, file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("iris", Pem.key(key, keyFile, password), lock, chain.toArray(X509Certificate[]::new));
    return store;
  }
}
