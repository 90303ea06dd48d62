package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A relay with secrets of every kind, whose servers refuse it and repeat what they were told: none of the secrets is
 * found in what it says, keeps, or leaves behind when it crashes, nor in the list of processes.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SecretsTest {
  private static final Map<String, String> HIDDEN = Map.of("S_FEED", "feedpass-Q7", "S_TOKEN", "hooktoken-Q7",
      "S_SIGN", "signkey-Q7", "S_DESK", "deskpass-Q7", "S_MAIL", "mailpass-Q7", "S_SNMP", "community-Q7");
  private static final String IN_A_FILE = "bearer-in-a-file-Q7";
  private static final String ADDRESS = "secret-path-Q7";

  @TempDir Path home;

  private FeedsOnLoopback feeds;
  /** Says 401 or 500, and repeats what it was told: the worst that a server can do with a secret. */
  private final ScriptedServer parrot = ScriptedServer.http().then(Leaks.PARROT);

  @BeforeEach
  void configured() throws IOException {
    feeds = new FeedsOnLoopback(3);
    Files.createDirectories(home.resolve("kept"));
    TestPki.ownerOnly(Files.writeString(home.resolve("kept/bearer"), IN_A_FILE + "\n"));
    TestPki.ownerOnly(Files.writeString(home.resolve("kept/slack"), parrot.uri("/services/" + ADDRESS) + "\n"));
    String at = "http://localhost:" + parrot.port();
    Files.writeString(home.resolve("iris.yaml"), """
        display: {language: en}
        feeds:
          siv: {url: "%1$s", poll-every: 15s}
          basic: {url: "%2$s/basic", user: iris, password: "env:S_FEED", poll-every: 15s}
          bearer: {url: "%2$s/bearer", bearer: "file:kept/bearer", poll-every: 15s}
        relay:
          bus: {kind: webhook, url: "%2$s/hook", token: "env:S_TOKEN", signing-key: "env:S_SIGN"}
          desk: {kind: servicenow, url: "%2$s/desk", user: iris, password: "env:S_DESK"}
          chat: {kind: slack, token: "file:kept/slack"}
          post: {kind: mail, address: "localhost:1", user: iris, password: "env:S_MAIL", from: a@example.org, to: [b@example.org]}
          traps: {kind: snmp, address: "localhost:1", community: "env:S_SNMP"}
        """.formatted(feeds.address("siv"), at));
  }

  @AfterEach
  void end() {
    feeds.close();
    parrot.close();
  }

  private Leaks leaks() {
    return new Leaks(home, HIDDEN.values(), IN_A_FILE, ADDRESS);
  }

  /** Until each of them has been tried, and refused. */
  private void asked(Set<String> wanted) throws InterruptedException {
    Leaks.asked(parrot, wanted);
  }

  @Test
  void whatIsSaidKeptAndLeftBehindByARelayHoldsNoSecret() throws Exception {
    feeds.down("siv");
    List<String> said = new ArrayList<>();
    try (Launched relay = Launched.start(home, List.of("-XX:-CreateCoredumpOnCrash"), HIDDEN, "relay")) {
      asked(Set.of("/basic", "/bearer", "/hook", "/desk", "/services"));
      said.add(Leaks.commandLine(relay.process.pid()));
      for (String[] words : new String[][] {{"relay", "status"}, {"relay", "dead"}, {"--check-config"}}) {
        Launched.Ran ran = Launched.run(home, words);
        said.add(ran.out() + ran.err());
      }
      relay.process.destroy();
      assertTrue(relay.process.waitFor(60, TimeUnit.SECONDS));
      said.addAll(relay.lines);
    }
    try (Launched trial = Launched.start(home, List.of(), HIDDEN, "relay", "test", "desk")) {
      assertTrue(trial.process.waitFor(120, TimeUnit.SECONDS));
      said.addAll(trial.lines);
    }
    assertTrue(said.stream().anyMatch(line -> line.contains("desk")), "nobody said anything: " + said);
    leaks().hidden("what was said", String.join("\n", said));
    assertEquals(Set.of("journal.db", "relay.db"), leaks().searched());
  }

  @Test
  void aCrashReportHoldsNoSecret() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "crashes are made by a signal of Linux");
    try (Launched relay = Launched.start(home, List.of("-XX:-CreateCoredumpOnCrash"), HIDDEN, "relay")) {
      asked(Set.of("/basic", "/bearer", "/hook"));
      Leaks.signal(relay.process, "SEGV");
      assertTrue(relay.process.waitFor(120, TimeUnit.SECONDS), "it did not crash");
    }
    try (Stream<Path> files = Files.list(home)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("hs_err_pid")), "no crash report");
    }
    leaks().searched();
  }

  /** What belongs to one is not for others: nobody else gets into its folder, and its files say so themselves. */
  @Test
  void whatIsKeptIsItsOwnersAlone() throws Exception {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "rights are tested on POSIX");
    try (Launched relay = Launched.start(home, List.of(), HIDDEN, "relay")) {
      asked(Set.of("/basic", "/bearer", "/hook"));
      Set<PosixFilePermission> others = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
      List<String> open = new ArrayList<>();
      try (Stream<Path> all = Files.walk(home.resolve("state"))) {
        for (Path each : all.toList()) {
          if (Files.getPosixFilePermissions(each).stream().anyMatch(others::contains))
            open.add(each + " " + Files.getPosixFilePermissions(each));
        }
      }
      assertEquals(List.of(), open);
      relay.process.destroy();
      assertTrue(relay.process.waitFor(60, TimeUnit.SECONDS));
    }
  }
}
