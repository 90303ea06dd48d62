package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent whose checks send secrets to a service that repeats them, and which lets readers in by a password: the feed, the
 * page, the figures, what it says, what it keeps, the crash report and the lists of processes hold none of them.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AgentSecretsTest {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
  private static final Map<String, String> HIDDEN = Map.of("S_READ", "readpass-M5", "S_CHECK", "checktoken-M5");
  private static final String IN_A_FILE = "checkkey-in-a-file-M5";

  @TempDir Path home;

  private final ScriptedServer parrot = ScriptedServer.http().then(Leaks.PARROT);

  @BeforeEach
  void configured() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "crashes are made by a signal of Linux");
    Path kept = Files.createDirectories(home.resolve("kept"));
    TestPki.ownerOnly(Files.writeString(kept.resolve("key"), IN_A_FILE + "\n"));
    // A plugin that says all that it finds in its environment, which is what nobody should be able to read there.
    Path plugin = Files.writeString(kept.resolve("plugin"), "#!/bin/sh\necho \"CRITICAL $(env | tr '\\n' ' ')\"\nexit 2\n");
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
    config("password: \"env:S_READ\", user: iris");
  }

  private void config(String access) throws IOException {
    Files.writeString(home.resolve("agent.yaml"), """
        agent: {id: a-1, period: 10s, state: store, zone: UTC, language: en}
        publish: {listen: "127.0.0.1:0", files: files, %3$s}
        services:
          siv:
            name: SIV
            parties: {darva: {role: provider, name: DARVA}, ants: {role: external, name: SIV national}}
            sources:
              front: {type: http, url: "%1$s", every: 1s, expect-text: never said,
                headers: {Authorization: "env:S_CHECK", X-Key: "file:kept/key"}}
              plugin: {type: command, command: ["%2$s"], every: 1s}
        """.formatted(parrot.uri("/front"), home.resolve("kept/plugin"), access));
  }

  @AfterEach
  void end() {
    parrot.close();
  }

  private static String get(URI at, String authorization) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(at);
      if (!authorization.isEmpty()) request.header("Authorization", authorization);
      HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body();
    }
  }

  private static String basic(String password) {
    return "Basic " + Base64.getEncoder().encodeToString(("iris:" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsPublishedSaidKeptAndLeftBehindByAnAgentHoldsNoSecret() throws Exception {
    String config = home.resolve("agent.yaml").toString();
    Leaks leaks = new Leaks(home, HIDDEN.values(), IN_A_FILE);
    List<String> said = new ArrayList<>();
    List<String> options = List.of("-XX:-CreateCoredumpOnCrash", "-Djdk.httpclient.HttpClient.log=all",
        "-Dorg.eclipse.jetty.LEVEL=DEBUG");
    try (Launched agent = Launched.start(home, options, HIDDEN, "agent", "--config", config)) {
      Matcher address = ADDRESS.matcher(agent.await("SIV: http"));
      assertTrue(address.find());
      URI feed = URI.create(address.group());
      Leaks.asked(parrot, Set.of("/front"));
      assertTrue(parrot.requests().getFirst().headers().containsValue(IN_A_FILE), "the service was told nothing");
      assertTrue(get(feed, basic("wrong")).startsWith("401"));
      said.add(published(feed));
      said.add(Leaks.commandLine(agent.process.pid()));
      Files.writeString(home.resolve("kept/token"), HIDDEN.get("S_READ") + "\n");
      TestPki.ownerOnly(home.resolve("kept/token"));
      // The other way to let readers in, taken over by the process that runs.
      config("bearer: \"file:kept/token\"");
      said.add(agent.await("the configuration changed"));
      Matcher again = ADDRESS.matcher(agent.await("SIV: http"));
      assertTrue(again.find());
      String answer = get(URI.create(again.group()), "Bearer " + HIDDEN.get("S_READ"));
      assertTrue(answer.startsWith("200"), answer);
      said.add(answer);
      for (String[] words : new String[][] {{"agent", "status", "--config", config},
          {"agent", "announce", "siv", "notice", "--text", "x", "--config", config}}) {
        try (Launched ran = Launched.start(home, List.of(), HIDDEN, words)) {
          assertTrue(ran.process.waitFor(60, TimeUnit.SECONDS));
          said.add(List.of(words) + " " + ran.process.exitValue());
          said.addAll(ran.lines);
        }
      }
      Leaks.signal(agent.process, "QUIT");
      said.add(agent.await("Full thread dump"));
      Leaks.signal(agent.process, "SEGV");
      assertTrue(agent.process.waitFor(120, TimeUnit.SECONDS), "it did not crash");
      said.addAll(agent.lines);
    }
    try (Stream<Path> files = Files.list(home)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("hs_err_pid")), "no crash report");
    }
    leaks.hidden("what was said", String.join("\n", said));
    assertEquals(Set.of("agent.db"), leaks.searched());
  }

  /** All that the agent shows to a reader who knows the password. */
  private static String published(URI feed) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String path : List.of(feed.getPath(), "/", "/health", "/metrics")) {
      String answer = get(feed.resolve(path), basic(HIDDEN.get("S_READ")));
      assertTrue(answer.startsWith("200") || answer.startsWith("503"), path + " " + answer);
      all.append(answer).append('\n');
    }
    return all.toString();
  }
}
