package iris.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  private static final Path FILE = Path.of("client.pem");
  private static final String KEY = "PRIVATE" + " KEY";

  private static byte[] pem(String label, byte[] der) {
    return ("some text before\r\n-----BEGIN " + label + "-----\r\n" + Base64.getMimeEncoder().encodeToString(der)
        + "\r\n-----END " + label + "-----\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String why(byte[] pem, Optional<String> password) {
    return assertThrows(Denied.class, () -> Pem.key(pem, FILE, password)).reason().key();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void keysOfEachKindAreRead(String kind) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (kind.equals("RSA")) generator.initialize(1024); // found in no time, and never used
    PrivateKey key = generator.generateKeyPair().getPrivate();
    assertArrayEquals(key.getEncoded(), Pem.key(pem(KEY, key.getEncoded()), FILE, Optional.empty()).getEncoded());
  }

  @Test
  void aLockedKeyOpensWithItsPasswordOnly() throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
    byte[] locked = pem("ENCRYPTED " + KEY, lock(key, "open sesame"));
    assertArrayEquals(key.getEncoded(), Pem.key(locked, FILE, Optional.of("open sesame")).getEncoded());
    assertEquals("feed.identity.password", why(locked, Optional.of("open")));
    assertEquals("feed.identity.password", why(locked, Optional.empty()));
  }

  private static byte[] lock(PrivateKey key, String password) throws GeneralSecurityException, java.io.IOException {
    String name = "PBEWithHmacSHA256AndAES_256";
    Cipher cipher = Cipher.getInstance(name);
    cipher.init(Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(password.toCharArray())));
    // RFC 8018, by hand: Java reads the name of this scheme and cannot write it.
    byte[] pbes2 = HexFormat.of().parseHex("06092a864886f70d01050d");
    byte[] scheme = der(0x30, pbes2, cipher.getParameters().getEncoded());
    return der(0x30, scheme, der(0x04, cipher.doFinal(key.getEncoded())));
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) content.writeBytes(part);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    out.write(0x82);
    out.write(content.size() >> 8);
    out.write(content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  @Test
  void whatIsNoKeySaysSo() {
    assertEquals("feed.pem.no-key", why(pem("RSA " + KEY, new byte[5]), Optional.empty()));
    assertEquals("feed.pem.no-key", why(pem(KEY, new byte[5]), Optional.empty()));
    assertEquals("feed.pem.broken",
        why(("-----BEGIN " + KEY + "-----\nAAAA").getBytes(StandardCharsets.US_ASCII), Optional.empty()));
  }
}
