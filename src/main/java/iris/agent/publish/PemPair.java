package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.agent.CannotPublish;
import iris.signal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's certificates and key from two PEM files, as a key store. */
final class PemPair {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----([^-]*)-----END \\1-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");

  private PemPair() {}

  /** @throws CannotPublish if one cannot be read or they do not belong together */
  static KeyStore read(AgentConfig.Tls tls) throws CannotPublish {
    try {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(tls.chain())));
      if (chain.isEmpty()) throw no("agent.feed.tls.no-certificate", tls.chain());
      PrivateKey key = key(tls.key());
      Certificate[] all = chain.toArray(Certificate[]::new);
      if (!together(key, all[0].getPublicKey())) throw no("agent.feed.tls.strangers", tls.chain(), tls.key());
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("iris", key, new char[0], all);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw no("agent.feed.tls.no-certificate", tls.chain());
    }
  }

  private static PrivateKey key(Path file) throws CannotPublish, GeneralSecurityException {
    Matcher found = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
    if (!found.find()) throw no("agent.feed.tls.no-key", file);
    if (!found.group(1).equals("PRIVATE KEY")) throw no("agent.feed.tls.key-form", file, found.group(1));
    byte[] der;
    try {
      der = Base64.getMimeDecoder().decode(found.group(2));
    } catch (IllegalArgumentException e) {
      throw no("agent.feed.tls.no-key", file);
    }
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (InvalidKeySpecException anotherKind) {
        // The encoding names its algorithm; the factory of another one refuses it.
        continue;
      }
    }
    throw no("agent.feed.tls.no-key", file);
  }

  /** A pair that is half exchanged would shut everybody out: what the one signs, the other must know. */
  private static boolean together(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
    String kind = key.getAlgorithm();
    String name = switch (kind) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "EdDSA";
    };
    byte[] sample = new byte[32];
    new SecureRandom().nextBytes(sample);
    try {
      Signature hand = Signature.getInstance(name);
      hand.initSign(key);
      hand.update(sample);
      byte[] signed = hand.sign();
      hand.initVerify(certified);
      hand.update(sample);
      return hand.verify(signed);
    } catch (java.security.InvalidKeyException | java.security.SignatureException otherKind) {
      return false;
    }
  }

  private static byte[] bytes(Path file) throws CannotPublish {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw no("agent.feed.tls.unread", file);
    }
  }

  private static CannotPublish no(String key, Object... args) {
    return new CannotPublish(new Reason(key, Arrays.stream(args).map(String::valueOf).toList()));
  }
}
