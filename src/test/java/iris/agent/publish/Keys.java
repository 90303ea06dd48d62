package iris.agent.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/** Keys and certificates of a moment, made by the JDK's own tool. */
final class Keys {
  private Keys() {}

  record Made(Certificate certificate, String chainPem, String keyPem) {
    void write(Path chain, Path key) throws IOException {
      Files.writeString(chain, chainPem);
      Files.writeString(key, keyPem);
    }
  }

  /** @param algorithm RSA, EC or Ed25519 */
  static Made make(Path folder, String algorithm, int days) throws Exception {
    Path store = Files.createTempDirectory(folder, "keys").resolve("store.p12");
    Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", "a", "-keyalg", algorithm, "-dname", "CN=localhost", "-ext",
        "san=dns:localhost,ip:127.0.0.1", "-validity", String.valueOf(days), "-storetype", "PKCS12", "-keystore",
        store.toString(), "-storepass", "secret").redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tool.waitFor() != 0) throw new IOException(said);
    KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
    Certificate certificate = keys.getCertificate("a");
    return new Made(certificate, pem("CERTIFICATE", certificate.getEncoded()),
        pem("PRIVATE KEY", keys.getKey("a", "secret".toCharArray()).getEncoded()));
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END " + kind + "-----\n";
  }
}
