package iris.relay.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates for one test, made by openssl: an authority, a server called localhost, and {@code iris} as a client.
 * RSA, since not every server's TLS takes others.
 */
public record Papers(Path folder) {
  public static final String PASSWORD = "geheim";

  public static Papers make(Path folder) throws IOException, InterruptedException {
    Path openssl = Daemon.program("openssl", "openssl");
    Files.createDirectories(folder);
    run(folder, openssl, "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Test-CA -keyout ca.key -out ca.pem");
    Files.writeString(folder.resolve("server.ext"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
    Files.writeString(folder.resolve("iris.ext"), "subjectAltName=DNS:iris\n");
    for (String name : List.of("server", "iris")) {
      String subject = name.equals("server") ? "localhost" : name;
      run(folder, openssl, "req -newkey rsa:2048 -nodes -subj /CN=" + subject + " -keyout " + name + ".key -out " + name
          + ".csr");
      run(folder, openssl, "x509 -req -days 2 -CA ca.pem -CAkey ca.key -CAcreateserial -in " + name + ".csr -out " + name
          + ".pem -extfile " + name + ".ext");
    }
    run(folder, openssl, "pkcs12 -export -in iris.pem -inkey iris.key -name iris -out iris.p12 -passout pass:" + PASSWORD);
    return new Papers(folder);
  }

  private static void run(Path folder, Path openssl, String words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(openssl.toString()));
    command.addAll(List.of(words.split(" ")));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(words + ": " + said);
  }

  public Path authority() {
    return folder.resolve("ca.pem");
  }

  public Path server() {
    return folder.resolve("server.pem");
  }

  public Path serverKey() {
    return folder.resolve("server.key");
  }

  /** PKCS12, locked with {@link #PASSWORD}. */
  public Path client() {
    return folder.resolve("iris.p12");
  }
}
