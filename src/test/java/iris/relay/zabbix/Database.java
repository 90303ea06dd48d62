package iris.relay.zabbix;

import iris.relay.real.Await;
import iris.relay.real.Daemon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL with Zabbix's schema, on a socket in a folder and nowhere else, careless of its disk. */
final class Database implements AutoCloseable {
  private static final Path SQL = Path.of("/usr/share/zabbix-server-pgsql");
  /** Of the data only what no Zabbix runs without: the thousands of templates take half a minute. */
  private static final Set<String> NEEDED = Set.of("role", "role_rule", "users", "usrgrp", "users_groups", "hstgrp",
      "globalmacro", "config", "config_autoreg_tls", "graph_theme", "regexps", "expressions");

  static final InputStream NOTHING = InputStream.nullInputStream();

  private final Path folder;
  private final Daemon daemon;

  Database(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    Path bin = programs();
    Assumptions.assumeTrue(Files.exists(SQL.resolve("schema.sql.gz")), "Zabbix's schema is not on this machine");
    List<String> as = List.of();
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to be root.
      as = List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups");
      Files.setOwner(folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
      run(NOTHING, "chmod", "a+x", folder.getParent().toString());
    }
    Path data = folder.resolve("data");
    run(NOTHING, with(as, bin.resolve("initdb").toString(), "-D", data.toString(), "-A", "trust", "-U", "zabbix",
        "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"));
    daemon = Daemon.start(folder.getParent().resolve("postgres.log"), Map.of(), with(as,
        bin.resolve("postgres").toString(), "-D", data.toString(), "-k", folder.toString(), "-c", "listen_addresses=",
        "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "autovacuum=off"));
    Await.until(this::ready, daemon::said);
    try (InputStream schema = new GZIPInputStream(Files.newInputStream(SQL.resolve("schema.sql.gz")))) {
      psql("zabbix", schema);
    }
    psql("zabbix", new ByteArrayInputStream(data().getBytes(StandardCharsets.UTF_8)));
  }

  private static Path programs() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    try (Stream<Path> all = Files.isDirectory(versions) ? Files.list(versions) : Stream.empty()) {
      List<Path> found = all.map(v -> v.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .toList();
      Assumptions.assumeFalse(found.isEmpty(), "PostgreSQL is not on this machine (Debian: postgresql)");
      return found.getFirst();
    }
  }

  private boolean ready() throws IOException, InterruptedException {
    try {
      psql("postgres", new ByteArrayInputStream("create database zabbix".getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (IOException notYet) {
      if (notYet.getMessage().contains("starting up") || notYet.getMessage().contains("onnection")) return false;
      throw notYet;
    }
  }

  private static String data() throws IOException {
    String all;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(SQL.resolve("data.sql.gz")))) {
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    StringBuilder some = new StringBuilder();
    for (String statement : all.split(";\n(?=INSERT INTO|COMMIT|START|UPDATE|DELETE)")) {
      String[] words = statement.split(" ", 4);
      if (words.length == 4 && words[0].equals("INSERT") && NEEDED.contains(words[2]))
        some.append(statement).append(";\n");
    }
    return some.toString();
  }

  private void psql(String database, InputStream sql) throws IOException, InterruptedException {
    boolean whole = !database.equals("postgres");
    List<String> command = new ArrayList<>(List.of("psql", "-q", "-h", folder.toString(), "-U", "zabbix", "-d",
        database, "-v", "ON_ERROR_STOP=1"));
    if (whole) command.add("-1");
    run(sql, command.toArray(String[]::new));
  }

  private static String[] with(List<String> as, String... command) {
    return Stream.concat(as.stream(), Arrays.stream(command)).toArray(String[]::new);
  }

  static void run(InputStream in, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Thread reader = Thread.ofVirtual().start(() -> {
      try {
        process.getInputStream().transferTo(said);
      } catch (IOException ended) {
        said.writeBytes(String.valueOf(ended.getMessage()).getBytes(StandardCharsets.UTF_8));
      }
    });
    try (var to = process.getOutputStream()) {
      in.transferTo(to);
    } catch (IOException gone) {
      said.writeBytes(String.valueOf(gone.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
    int code = process.waitFor();
    reader.join();
    if (code != 0) throw new IOException(command[0] + ": " + said.toString(StandardCharsets.UTF_8));
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    daemon.close();
  }
}
