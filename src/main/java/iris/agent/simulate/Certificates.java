package iris.agent.simulate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that lives as long as the simulator, so that nothing secret is kept anywhere. */
final class Certificates {
  private static final String AUTHORITY = "IRIS simulation";
  /** P-256 and ECDSA with SHA-256. */
  private static final byte[] ALGORITHM = Der.sequence(Der.oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
  private static final byte[] IS_AUTHORITY = Der.sequence(Der.oid(0x55, 0x1d, 0x13),
      Der.tag(0x01, Der.bytes(0xff)), Der.tag(0x04, Der.sequence(Der.tag(0x01, Der.bytes(0xff)))));
  /** Of this machine only, under its name and its two addresses. */
  private static final byte[] HERE = Der.sequence(Der.oid(0x55, 0x1d, 0x11), Der.tag(0x04, Der.sequence(
      Der.tag(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)), Der.tag(0x87, Der.bytes(127, 0, 0, 1)),
      Der.tag(0x87, Der.bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))));

  private final SecureRandom chance = new SecureRandom();
  private final Instant now;
  private final KeyPair keys;
  private final Certificate root;

  Certificates(Instant now) {
    this.now = now;
    try {
      keys = pair();
      root = certificate(AUTHORITY, keys, now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(400)), IS_AUTHORITY);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK can do this", e);
    }
  }

  /** For a server; one that ends {@code days} from now, negative: it has ended. */
  SSLContext server(int days) {
    try {
      KeyPair own = pair();
      Certificate leaf =
          certificate("localhost", own, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(days)), HERE);
      KeyStore store = empty();
      store.setKeyEntry("server", own.getPrivate(), new char[0], new Certificate[] {leaf});
      KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, chance);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK can do this", e);
    }
  }

  /** For a client that trusts this authority and nobody else. */
  SSLContext client() {
    try {
      KeyStore store = empty();
      store.setCertificateEntry("root", root);
      TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), chance);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK can do this", e);
    }
  }

  /** The authority's certificate, PEM, for whoever wants to trust it. */
  void write(Path file) throws IOException {
    try {
      String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded());
      Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it was decoded a moment ago", e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new IllegalStateException("nothing was read", e);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private Certificate certificate(String subject, KeyPair own, Instant from, Instant to, byte[] extension)
      throws GeneralSecurityException {
    byte[] body = Der.sequence(Der.tag(0xa0, Der.integer(2)), Der.integer(chance.nextLong() >>> 1), ALGORITHM,
        Der.name(AUTHORITY), Der.sequence(Der.time(from), Der.time(to)), Der.name(subject),
        own.getPublic().getEncoded(), Der.tag(0xa3, Der.sequence(extension)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(body);
    byte[] whole = Der.sequence(body, ALGORITHM, Der.bits(signature.sign()));
    return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
  }
}
