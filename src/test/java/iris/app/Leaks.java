package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;

import iris.history.Squeeze;
import iris.store.Sqlite;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks for secrets where none may be: in what a program says, in its files, in the rows of its stores. */
final class Leaks {
  /** Says 401 or 500, and repeats what it was told: the worst that a server can do with a secret. */
  static final Reply PARROT = (request, line) -> Reply
      .full(request.target().contains("hook") ? 500 : 401, ("you said " + request).getBytes(StandardCharsets.UTF_8))
      .answer(request, line);

  private final Path home;
  private final Set<String> secrets;

  /** @param home every file of it is searched but those in {@code kept}, where the secrets are kept */
  Leaks(Path home, Collection<String> passwords, String... others) {
    this.home = home;
    secrets = new HashSet<>(passwords);
    secrets.addAll(List.of(others));
    for (String password : passwords)
      secrets.add(Base64.getEncoder().encodeToString(("iris:" + password).getBytes(StandardCharsets.UTF_8)));
  }

  /** Until each of them has been tried, and refused. */
  static void asked(ScriptedServer parrot, Set<String> wanted) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120); ; ) {
      Set<String> missing = new HashSet<>(wanted);
      parrot.requests().forEach(request -> missing.removeIf(request.target()::startsWith));
      if (missing.isEmpty()) return;
      if (never.await(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end)
        throw new AssertionError("not asked: " + missing);
    }
  }

  /** What the list of processes shows; empty where there is no such file. */
  static String commandLine(long pid) throws IOException {
    Path line = Path.of("/proc/" + pid + "/cmdline");
    return Files.isReadable(line) ? Files.readString(line, StandardCharsets.ISO_8859_1) : "";
  }

  /** A signal as an administrator sends it: QUIT for the stacks of all threads, SEGV for a crash with its report. */
  static void signal(Process process, String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
  }

  void hidden(String where, String text) {
    for (String secret : secrets) assertFalse(text.contains(secret), () -> secret + " stands in " + where);
  }

  /** Every file of the home; of stores what their rows hold, unpacked. The answer: the names of the stores. */
  Set<String> searched() throws Exception {
    Set<String> stores = new HashSet<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.startsWith(home.resolve("kept"))).toList()) {
        hidden(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
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

  private void rows(Connection db, Path file, String table) throws Exception {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT * FROM \"" + table + "\"")) {
      while (r.next()) {
        for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
          byte[] raw = r.getBytes(i);
          if (raw == null) continue;
          hidden(file + " " + table, new String(raw, StandardCharsets.ISO_8859_1));
          hidden(file + " " + table, unpacked(raw));
        }
      }
    }
  }

  private static String unpacked(byte[] raw) {
    // A snapshot says first that its windows are packed.
    byte[] body = raw.length > 1 && raw[0] == 2 ? Arrays.copyOfRange(raw, 1, raw.length) : raw;
    try {
      return new String(Squeeze.out(body), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return "";
    }
  }
}
