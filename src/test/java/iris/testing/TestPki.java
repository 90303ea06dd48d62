package iris.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority that lives as long as a test: nothing that looks like a secret is kept in the project. */
public final class TestPki {
  private static final char[] LOCK = "changeit".toCharArray();
  private final Identity root;
  private final Instant now;
  private int serial = 1;

  /** A certificate with its key. */
  public record Identity(X509Certificate certificate, KeyPair keys) {}

  /** An authority named {@code name}, valid from a day before to 3,650 days after {@code now}. */
  public TestPki(String name, Instant now) {
    this.now = now;
    KeyPair keys = keys();
    this.root = new Identity(certificate(name, keys, name, keys, now.minus(Duration.ofDays(1)),
        now.plus(Duration.ofDays(3650)), "", true), keys);
  }

  /** A certificate for {@code host}, valid for {@code days} from now; negative: it ended so many days ago. */
  public Identity issue(String host, int days) {
    KeyPair keys = keys();
    Instant from = now.minus(Duration.ofDays(days < 0 ? 1 - days : 1));
    Instant to = now.plus(Duration.ofDays(days));
    String issuer = root.certificate().getSubjectX500Principal().getName().substring("CN=".length());
    return new Identity(certificate(host, keys, issuer, root.keys(), from, to, host, false), keys);
  }

  /** A server's (or client's) context that shows {@code identity} and trusts this authority. */
  public SSLContext context(Identity identity) {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store(identity), LOCK);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("root", root.certificate());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The authority's certificate as a PEM file. */
  public Path caFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), pem("CERTIFICATE", der(root.certificate())));
  }

  /** Certificate and key in one PEM file that only its owner can read. */
  public static Path pemFile(Identity identity, Path folder) throws IOException {
    String label = "PRIVATE" + " KEY";
    return ownerOnly(Files.writeString(folder.resolve("client.pem"),
        pem("CERTIFICATE", der(identity.certificate())) + pem(label, identity.keys().getPrivate().getEncoded())));
  }

  /** Certificate and key in a PKCS12 file that only its owner can read; its password is {@code changeit}. */
  public static Path p12File(Identity identity, Path folder) throws IOException {
    Path file = folder.resolve("client.p12");
    try (var out = Files.newOutputStream(file)) {
      store(identity).store(out, LOCK);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return ownerOnly(file);
  }

  public static Path ownerOnly(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return file;
    return Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
  }

  private static KeyStore store(Identity identity) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      X509Certificate[] chain = {identity.certificate()};
      store.setKeyEntry("key", identity.keys().getPrivate(), LOCK, chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END " + label + "-----\n";
  }

  private X509Certificate certificate(String subject, KeyPair keys, String issuer, KeyPair signer, Instant from,
      Instant to, String host, boolean authority) {
    byte[] algorithm = seq(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)); // ecdsa-with-SHA256
    byte[] extensions = authority
        ? seq(oid(0x55, 0x1d, 0x13), tag(0x01, new byte[] {-1}), tag(0x04, seq(tag(0x01, new byte[] {-1}))))
        : seq(oid(0x55, 0x1d, 0x11), tag(0x04, seq(tag(0x82, host.getBytes(StandardCharsets.US_ASCII)))));
    byte[] body = seq(tag(0xa0, integer(2)), integer(serial++), algorithm, name(issuer), seq(time(from), time(to)),
        name(subject), keys.getPublic().getEncoded(), tag(0xa3, seq(extensions)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer.getPrivate());
      signature.update(body);
      byte[] whole = seq(body, algorithm, tag(0x03, join(new byte[] {0}, signature.sign())));
      return (X509Certificate) CertificateFactory.getInstance("X.509")
          .generateCertificate(new java.io.ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] name(String common) {
    return seq(tag(0x31, seq(oid(0x55, 0x04, 0x03), tag(0x0c, common.getBytes(StandardCharsets.UTF_8)))));
  }

  private static byte[] time(Instant at) {
    return tag(0x18, DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(at)
        .getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] integer(int n) {
    return tag(0x02, BigInteger.valueOf(n).toByteArray());
  }

  private static byte[] oid(int... bytes) {
    byte[] encoded = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) encoded[i] = (byte) bytes[i];
    return tag(0x06, encoded);
  }

  private static byte[] seq(byte[]... parts) {
    return tag(0x30, join(parts));
  }

  private static byte[] tag(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 128) out.write(content.length);
    else if (content.length < 256) out.writeBytes(new byte[] {(byte) 0x81, (byte) content.length});
    else out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length});
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }
}
