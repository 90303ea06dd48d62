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
    Papers papers = new Papers(folder);
    papers.server("localhost");
    signed(folder, openssl, "iris", "iris", "DNS:iris");
    run(folder, openssl, "pkcs12 -export -in iris.pem -inkey iris.key -name iris -out iris.p12 -passout pass:"
        + PASSWORD);
    return papers;
  }

  /** A certificate of the server anew, for another name. */
  public void server(String name) throws IOException, InterruptedException {
    String names = name.equals("localhost") ? "DNS:localhost,IP:127.0.0.1" : "DNS:" + name;
    signed(folder, Daemon.program("openssl", "openssl"), "server", name, names);
  }

  private static void signed(Path folder, Path openssl, String file, String subject, String names)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve(file + ".ext"), "subjectAltName=" + names + "\n");
    run(folder, openssl, "req -newkey rsa:2048 -nodes -subj /CN=" + subject + " -keyout " + file + ".key -out "
        + file + ".csr");
    run(folder, openssl, "x509 -req -days 2 -CA ca.pem -CAkey ca.key -CAcreateserial -in " + file + ".csr -out " + file
        + ".pem -extfile " + file + ".ext");
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
