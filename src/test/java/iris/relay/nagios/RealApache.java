package iris.relay.nagios;

import iris.relay.real.Daemon;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The stock web interface of a Nagios behind a real apache2, guarded by Digest as Debian's is. Passwords are the names. */
final class RealApache implements AutoCloseable {
  private static final Path CGIS = Path.of("/usr/lib/cgi-bin/nagios4");
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

  private final Daemon daemon;
  final URI url;

  private RealApache(Daemon daemon, URI url) {
    this.daemon = daemon;
    this.url = url;
  }

  static RealApache before(RealNagios nagios) throws IOException, InterruptedException {
    Path program = Daemon.program("apache2", "apache2");
    Assumptions.assumeTrue(Files.isDirectory(CGIS), "no " + CGIS + " (Debian: nagios4-cgi): not tested against the real one");
    int port = Daemon.port();
    Path own = Files.createDirectories(nagios.folder.resolve("apache"));
    Files.writeString(own.resolve("users"), user("iris") + user("guest"));
    StringBuilder conf = new StringBuilder();
    for (String module : new String[] {"mpm_prefork", "cgi", "alias", "env", "auth_digest", "authn_core", "authn_file",
        "authz_core", "authz_user"})
      conf.append("LoadModule ").append(module).append("_module ").append(MODULES).append("/mod_").append(module)
          .append(".so\n");
    conf.append("""
        ServerName localhost
        Listen 127.0.0.1:%1$d
        PidFile %2$s/pid
        ErrorLog %2$s/error.log
        DefaultRuntimeDir %2$s
        Mutex file:%2$s
        StartServers 2
        User www-data
        Group www-data
        SetEnv NAGIOS_CGI_CONFIG %3$s/cgi.cfg
        ScriptAlias /nagios4/cgi-bin %4$s
        <Directory %4$s>
          AuthType Digest
          AuthName Nagios4
          AuthDigestProvider file
          AuthUserFile %2$s/users
          Require valid-user
        </Directory>
        """.formatted(port, own, nagios.folder, CGIS));
    Files.writeString(own.resolve("apache.conf"), conf);
    // In a session of its own: when it is stopped it ends its whole process group, which would be this machine's Java.
    Daemon daemon = Daemon.start(own.resolve("out"), Map.of(), Daemon.program("setsid", "util-linux").toString(),
        program.toString(), "-f", own.resolve("apache.conf").toString(), "-DFOREGROUND");
    daemon.listening(port);
    return new RealApache(daemon, URI.create("http://127.0.0.1:" + port + "/nagios4/cgi-bin"));
  }

  private static String user(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest((name + ":Nagios4:" + name).getBytes(StandardCharsets.UTF_8));
      return name + ":Nagios4:" + HexFormat.of().formatHex(hash) + "\n";
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  @Override
  public void close() {
    daemon.close();
  }
}
