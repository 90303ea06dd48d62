package iris.feed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Certificates and keys between BEGIN and END lines. */
final class Pem {
  private static final List<String> KEY_KINDS = List.of("RSA", "EC", "EdDSA");

  private Pem() {}

  static List<X509Certificate> certificates(byte[] pem, Path from) throws Denied {
    List<X509Certificate> found = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (byte[] der : blocks(pem, "CERTIFICATE", from))
        found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException e) {
      throw new Denied("feed.pem.broken", from);
    }
    if (found.isEmpty()) throw new Denied("feed.pem.no-certificate", from);
    return List.copyOf(found);
  }

  static PrivateKey key(byte[] pem, Path from, Optional<String> password) throws Denied {
    List<byte[]> open = blocks(pem, "PRIVATE KEY", from);
    if (!open.isEmpty()) return key(new PKCS8EncodedKeySpec(open.getFirst()), from);
    List<byte[]> locked = blocks(pem, "ENCRYPTED PRIVATE KEY", from);
    if (!locked.isEmpty()) return unlock(locked.getFirst(), from, password);
    throw new Denied("feed.pem.no-key", from);
  }

  private static PrivateKey unlock(byte[] der, Path from, Optional<String> password) throws Denied {
    if (password.isEmpty()) throw new Denied("feed.identity.password", from);
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
      // PBES2 is a family: its parameters, not its name, say which of them.
      String name = info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
      PBEKeySpec spec = new PBEKeySpec(password.get().toCharArray());
      Cipher cipher = Cipher.getInstance(name);
      SecretKey key = SecretKeyFactory.getInstance(name).generateSecret(spec);
      cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
      return key(info.getKeySpec(cipher), from);
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new Denied("feed.identity.password", from);
    }
  }

  private static PrivateKey key(PKCS8EncodedKeySpec spec, Path from) throws Denied {
    for (String kind : KEY_KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (InvalidKeySpecException notThisKind) {
        // The encoding names its algorithm; the factory of another one refuses it.
        continue;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has " + kind, e);
      }
    }
    throw new Denied("feed.pem.no-key", from);
  }

  private static List<byte[]> blocks(byte[] pem, String kind, Path from) throws Denied {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    String begin = "-----BEGIN " + kind + "-----";
    String end = "-----END " + kind + "-----";
    List<byte[]> found = new ArrayList<>();
    try {
      for (int at = 0; (at = text.indexOf(begin, at)) >= 0; ) {
        int to = text.indexOf(end, at);
        if (to < 0) throw new Denied("feed.pem.broken", from);
        found.add(Base64.getMimeDecoder().decode(text.substring(at + begin.length(), to)));
        at = to;
      }
    } catch (IllegalArgumentException e) {
      throw new Denied("feed.pem.broken", from);
    }
    return found;
  }
}
