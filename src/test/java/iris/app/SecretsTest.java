package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.history.Squeeze;
import iris.store.Sqlite;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecretsTest {
  private static final Map<String, String> HIDDEN = Map.of("S_FEED", "feedpass-Q7", "S_TOKEN", "hooktoken-Q7",
      "S_SIGN", "signkey-Q7", "S_DESK", "deskpass-Q7", "S_MAIL", "mailpass-Q7", "S_SNMP", "community-Q7");
  private static final String IN_A_FILE = "bearer-in-a-file-Q7";
  private static final String ADDRESS = "secret-path-Q7";

  @TempDir Path home;

  private FeedsOnLoopback feeds;
  /** Says 401 or 500, and repeats what it was told: the worst that a server can do with a secret. */
  private final ScriptedServer parrot = ScriptedServer.http().then((request, line) -> Reply
      .full(request.target().contains("hook") ? 500 : 401, ("you said " + request).getBytes(StandardCharsets.UTF_8))
      .answer(request, line));

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

  private static Set<String> secrets() {
    Set<String> all = new HashSet<>(HIDDEN.values());
    all.add(IN_A_FILE);
    all.add(ADDRESS);
    for (String password : HIDDEN.values())
      all.add(Base64.getEncoder().encodeToString(("iris:" + password).getBytes(StandardCharsets.UTF_8)));
    return all;
  }

  /** Until each of them has been tried, and refused. */
  private void asked(Set<String> wanted) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120); ; ) {
      Set<String> missing = new HashSet<>(wanted);
      parrot.requests().forEach(request -> missing.removeIf(request.target()::startsWith));
      if (missing.isEmpty()) return;
      if (never.await(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end)
        throw new AssertionError("not asked: " + missing);
    }
  }

  @Test
  void whatIsSaidKeptAndLeftBehindByARelayHoldsNoSecret() throws Exception {
    feeds.down("siv");
    List<String> said = new ArrayList<>();
    try (Launched relay = Launched.start(home, List.of("-XX:-CreateCoredumpOnCrash"), HIDDEN, "relay")) {
      asked(Set.of("/basic", "/bearer", "/hook", "/desk", "/services"));
      said.add(commandLine(relay.process.pid()));
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
    assertHidden("what was said", String.join("\n", said));
    assertEquals(Set.of("journal.db", "relay.db"), searched());
  }

  @Test
  void aCrashReportHoldsNoSecret() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "crashes are made by a signal of Linux");
    try (Launched relay = Launched.start(home, List.of("-XX:-CreateCoredumpOnCrash"), HIDDEN, "relay")) {
      asked(Set.of("/basic", "/bearer", "/hook"));
      new ProcessBuilder("kill", "-SEGV", Long.toString(relay.process.pid())).inheritIO().start().waitFor();
      assertTrue(relay.process.waitFor(120, TimeUnit.SECONDS), "it did not crash");
    }
    try (Stream<Path> files = Files.list(home)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("hs_err_pid")), "no crash report");
    }
    searched();
  }

  /** What belongs to one is not for others: nobody else gets into its folder, and its stores and logs say so themselves. */
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
          boolean must = Files.isDirectory(each) || each.toString().matches(".*\\.(db|db-wal|db-shm|log)");
          if (must && Files.getPosixFilePermissions(each).stream().anyMatch(others::contains))
            open.add(each + " " + Files.getPosixFilePermissions(each));
        }
      }
      assertEquals(List.of(), open);
      relay.process.destroy();
      assertTrue(relay.process.waitFor(60, TimeUnit.SECONDS));
    }
  }

  private static String commandLine(long pid) throws IOException {
    Path line = Path.of("/proc/" + pid + "/cmdline");
    return Files.isReadable(line) ? Files.readString(line, StandardCharsets.ISO_8859_1) : "";
  }

  private static void assertHidden(String where, String text) {
    for (String secret : secrets()) assertFalse(text.contains(secret), () -> secret + " stands in " + where);
  }

  /** Every file of the home but those that keep the secrets; of stores what their rows hold, unpacked. */
  private Set<String> searched() throws Exception {
    Set<String> stores = new HashSet<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.startsWith(home.resolve("kept"))).toList()) {
        assertHidden(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!file.toString().endsWith(".db")) continue;
        stores.add(file.getFileName().toString());
        try (Connection db = Sqlite.readOnly(file)) {
          for (String table : names(db)) rows(db, file, table);
        }
      }
    }
    return stores;
  }

  private static List<String> names(Connection db) throws Exception {
    List<String> names = new ArrayList<>();
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      while (r.next()) names.add(r.getString(1));
    }
    return names;
  }

  private static void rows(Connection db, Path file, String table) throws Exception {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT * FROM \"" + table + "\"")) {
      while (r.next()) {
        for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
          byte[] raw = r.getBytes(i);
          if (raw == null) continue;
          assertHidden(file + " " + table, new String(raw, StandardCharsets.ISO_8859_1));
          assertHidden(file + " " + table, unpacked(raw));
        }
      }
    }
  }

  private static String unpacked(byte[] raw) {
    try {
      return new String(Squeeze.out(raw), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return "";
    }
  }
}
