package iris.ui.shift.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a CUPS of its own, on a socket of its own. Its one printer is stopped, so that what it has taken lies in its
 * spool to be looked at, and no paper is ever used.
 */
@Timeout(300)
class PrintSystemTest {
  private static final byte[] DOCUMENT = "%PDF-1.4 the page of a night".getBytes(StandardCharsets.US_ASCII);
  // Root's own directory of a test is closed to the account that CUPS works under.
  @TempDir(cleanup = CleanupMode.NEVER) Path dir;
  private Path socket;
  private Process server;

  @BeforeEach
  void start() throws Exception {
    List<Path> absent = Stream.of("/usr/sbin/cupsd", "/usr/sbin/lpadmin", "/usr/bin/lp", "/usr/bin/lpstat").map(Path::of)
        .filter(p -> !Files.isExecutable(p)).toList();
    assumeTrue(absent.isEmpty(), "skipped: not installed: " + absent + " (apt-get install cups cups-client)");
    assumeTrue(System.getProperty("user.name").equals("root"), "skipped: a print system is started by root only");
    socket = dir.resolve("socket");
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String folder : List.of("root", "cache", "state", "log", "tmp")) Files.createDirectory(dir.resolve(folder));
    Path files = Files.writeString(dir.resolve("files.conf"), """
        ServerRoot %1$s/root
        RequestRoot %1$s/spool
        CacheDir %1$s/cache
        StateDir %1$s/state
        TempDir %1$s/tmp
        ErrorLog %1$s/log/error
        AccessLog %1$s/log/access
        PageLog %1$s/log/page
        FileDevice Yes
        User lp
        Group lp
        SystemGroup root
        """.formatted(dir));
    Path conf = Files.writeString(dir.resolve("cupsd.conf"), """
        Listen %s
        Browsing Off
        DefaultAuthType None
        <Location />
        Order allow,deny
        Allow all
        </Location>
        <Policy default>
        <Limit All>
        Order deny,allow
        </Limit>
        </Policy>
        """.formatted(socket));
    server = new ProcessBuilder("/usr/sbin/cupsd", "-f", "-c", conf.toString(), "-s", files.toString())
        .redirectErrorStream(true).redirectOutput(dir.resolve("said").toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!run("/usr/bin/lpstat", "-r").contains("is running")) {
      assertTrue(System.nanoTime() < end && server.isAlive(), () -> "no print system within 60 s: " + said());
      LockSupport.parkNanos(50_000_000);
    }
    run("/usr/sbin/lpadmin", "-p", "Accueil", "-v", "file:/dev/null", "-m", "raw");
    run("/usr/sbin/cupsaccept", "Accueil");
  }

  @AfterEach
  void end() throws InterruptedException {
    if (server == null) return;
    server.destroy();
    if (!server.waitFor(20, TimeUnit.SECONDS)) server.destroyForcibly();
  }

  private String said() {
    try {
      return Files.readString(dir.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CUPS_SERVER", socket.toString());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }

  /** The machine's lp, which asks the print system of this test. */
  private Path lp() throws IOException {
    Path lp = Files.writeString(dir.resolve("lp"),
        "#!/bin/sh\nCUPS_SERVER='" + socket + "' LC_ALL=C exec /usr/bin/lp \"$@\"\n");
    return Files.setPosixFilePermissions(lp, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void whatItTookLiesInItsSpoolByteForByte() throws Exception {
    assertEquals(Optional.empty(), Spooler.print(lp(), DOCUMENT, "Accueil"));
    assertTrue(run("/usr/bin/lpstat", "-o").contains("Accueil-1"));
    assertArrayEquals(DOCUMENT, Files.readAllBytes(dir.resolve("spool/d00001-001")));
  }

  @Test
  void aPrinterItDoesNotKnowIsRefusedInItsWords() throws Exception {
    Reason why = Spooler.print(lp(), DOCUMENT, "Salle").orElseThrow();
    assertEquals("ui.shift.paper.refused-because", why.key());
    assertTrue(why.args().getLast().contains("does not exist"), why::toString);
  }

  @Test
  void aPrinterThatTakesNothingIsRefusedInItsWords() throws Exception {
    run("/usr/sbin/cupsreject", "Accueil");
    Reason why = Spooler.print(lp(), DOCUMENT, "Accueil").orElseThrow();
    assertEquals("ui.shift.paper.refused-because", why.key());
    assertTrue(why.args().getLast().contains("not accepting jobs"), why::toString);
  }

  @Test
  void aPrintSystemThatIsGoneIsRefusedInItsWords() throws Exception {
    end();
    Reason why = Spooler.print(lp(), DOCUMENT, "Accueil").orElseThrow();
    assertEquals("ui.shift.paper.refused-because", why.key());
  }
}
