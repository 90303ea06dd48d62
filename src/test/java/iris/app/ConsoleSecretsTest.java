package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.relay.real.Await;
import iris.testing.ParrotMail;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Year;
import java.time.temporal.ChronoUnit;
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
 * The console with secrets of every kind: those of its feeds and their proxy, of a client certificate, of the fallback by
 * HTTP and by command, of a mail server. Whoever is told one refuses it and repeats it; Java is told to log all that HTTP
 * says. None of the secrets is found in what the console says, keeps, exports, or leaves behind when it crashes.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ConsoleSecretsTest {
  private static final Map<String, String> HIDDEN = Map.of("S_FEED", "feedpass-K3", "S_PROXY", "proxypass-K3",
      "S_PLAN", "planpass-K3", "S_KEY", "plankey-K3", "S_COMMAND", "commandtoken-K3", "S_MAIL", "mailpass-K3",
      "S_P12", "changeit", "S_HEADER", "headertoken-K3");
  private static final String IN_A_FILE = "bearer-in-a-file-K3";

  @TempDir Path home;

  private FeedsOnLoopback feeds;
  private ScriptedServer mutual;
  private final ParrotMail mail = new ParrotMail();
  private final ScriptedServer parrot = ScriptedServer.http().then(Leaks.PARROT);
  private final ScriptedServer proxy = ScriptedServer.http().then((request, line) -> Reply.full(407,
      ("you said " + request).getBytes(StandardCharsets.UTF_8), "Proxy-Authenticate: Basic realm=\"p\"").answer(request, line));

  @BeforeEach
  void configured() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "a shell script and signals are used");
    feeds = new FeedsOnLoopback(3);
    feeds.down("siv");
    Path kept = Files.createDirectories(home.resolve("kept"));
    TestPki.ownerOnly(Files.writeString(kept.resolve("bearer"), IN_A_FILE + "\n"));
    TestPki pki = new TestPki("Test authority", InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
    pki.caFile(kept);
    TestPki.p12File(pki.issue("console", 90), kept);
    mutual = ScriptedServer.mutual(pki.context(pki.issue("localhost", 90))).then(Leaks.PARROT);
    Path route = Files.writeString(kept.resolve("route"), """
        #!/bin/sh
        echo "the token is $TOKEN" >&2
        echo "the token is $TOKEN"
        touch "$(dirname "$0")/ran"
        exit 126
        """);
    Files.setPosixFilePermissions(route, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(home.resolve("iris.yaml"), """
        display: {language: en}
        sound: {enabled: no}
        notifications: {desktop: no}
        feeds:
          siv: {url: "%1$s", poll-every: 15s}
          basic: {url: "%2$s/basic", user: iris, password: "env:S_FEED", poll-every: 15s}
          bearer: {url: "%2$s/bearer", bearer: "file:kept/bearer", poll-every: 15s}
          mutual: {url: "%3$s", authority: kept/ca.pem, client-certificate: kept/client.p12,
            client-certificate-password: "env:S_P12", user: iris, password: "env:S_FEED", poll-every: 15s}
          proxied: {url: "http://feeds.example.org/signal.xml", proxy: "http://localhost:%4$d", proxy-user: iris,
            proxy-password: "env:S_PROXY", poll-every: 15s}
        fallbacks:
          siv:
            user: iris
            password: env:S_PLAN
            activate: {url: "%2$s/on", headers: ["X-Api-Key: env:S_KEY"]}
            return: {url: "%2$s/off"}
            check: {url: "%2$s/state", headers: ["X-Api-Key: env:S_KEY"], every: 5s}
          basic:
            activate: {command: [%6$s/kept/route, on], environment: ["TOKEN=env:S_COMMAND"]}
            return: {command: [%6$s/kept/route, off], environment: ["TOKEN=env:S_COMMAND"]}
            check: {command: [%6$s/kept/route, state], environment: ["TOKEN=env:S_COMMAND"], every: 5s}
        relay:
          bus: {kind: webhook, url: "%2$s/hook", headers: ["X-Token: env:S_HEADER"]}
          post: {kind: mail, address: "localhost:%5$d", tls: no, user: iris, password: "env:S_MAIL", from: a@example.org,
            to: [b@example.org]}
        """.formatted(feeds.address("siv"), "http://localhost:" + parrot.port(), mutual.uri("/mutual"), proxy.port(),
        mail.port(), home));
  }

  @AfterEach
  void end() {
    feeds.close();
    mutual.close();
    mail.close();
    parrot.close();
    proxy.close();
  }

  private Leaks leaks() {
    return new Leaks(home, HIDDEN.values(), IN_A_FILE);
  }

  private Launched console() throws IOException {
    List<String> options = new ArrayList<>(Launched.toolkit());
    options.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-Djdk.httpclient.HttpClient.log=all"));
    return Launched.start(home, options, HIDDEN);
  }

  private void everythingWasTold() throws InterruptedException {
    Leaks.asked(parrot, Set.of("/basic", "/bearer", "/state", "/hook"));
    Leaks.asked(mutual, Set.of("/mutual"));
    Leaks.asked(proxy, Set.of("http://feeds.example.org/"));
    mail.awaitPassword();
    Await.until(Duration.ofMinutes(2), () -> Files.exists(home.resolve("kept/ran")),
        () -> "the command of the plan did not run");
  }

  @Test
  void whatIsSaidKeptExportedAndLeftBehindByAConsoleHoldsNoSecret() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "crashes are made by a signal of Linux");
    List<String> said = new ArrayList<>();
    try (Launched console = console()) {
      everythingWasTold();
      said.add(Leaks.commandLine(console.process.pid()));
      Leaks.signal(console.process, "QUIT");
      said.add(console.await("Full thread dump"));
      for (String[] words : new String[][] {{"--check-config"}, {"relay", "status", "--console"},
          {"relay", "dead", "--console"},
          {"history", "export", "--kind", "transitions", "--format", "csv", "--out", home.resolve("all.csv").toString()},
          {"history", "backup", home.resolve("copy.db").toString()},
          {"report", "--period", Integer.toString(Year.now().getValue()), "--out", home.resolve("year.html").toString()}}) {
        Launched.Ran ran = Launched.run(home, words);
        said.add(List.of(words) + " " + ran.code() + "\n" + ran.out() + ran.err());
      }
      Leaks.signal(console.process, "SEGV");
      assertTrue(console.process.waitFor(120, TimeUnit.SECONDS), "it did not crash");
      said.addAll(console.lines);
    }
    String all = String.join("\n", said);
    for (String file : List.of("all.csv", "copy.db")) assertTrue(Files.exists(home.resolve(file)), all);
    try (Stream<Path> files = Files.list(home)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("hs_err_pid")), "no crash report");
    }
    leaks().hidden("what was said", all);
    assertEquals(Set.of("journal.db", "relay.db", "copy.db"), leaks().searched());
    assertTrue(proxy.requests().stream().anyMatch(r -> r.header("Proxy-Authorization").isPresent()), "the proxy was told nothing");
  }
}
