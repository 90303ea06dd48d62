package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code iris agent} as an operator has it: processes of their own, told things by other processes, ended by a signal. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AgentProcessTest {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  private record Ran(int code, String out, String err) {}

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Path config(String more) throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return Files.writeString(folder.resolve("agent.yaml"), """
          agent: {id: a-1, period: 10s, state: kept, zone: UTC%s}
          publish: {listen: "127.0.0.1:0"}
          services:
            siv:
              name: SIV
              parties: {darva: {role: provider, name: DARVA}, ants: {role: external, name: SIV national}}
              sources: {door: {type: tcp, address: "127.0.0.1:%d", every: 1s}}
          """.formatted(more, free.getLocalPort()));
    }
  }

  private Process start(List<String> options, String... words) throws IOException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(options);
    line.addAll(List.of("-cp", classPath, "iris.app.Main"));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().putAll(java.util.Map.of("LC_ALL", "en_GB.UTF-8", "IRIS_HOME", folder.toString()));
    builder.environment().remove("DISPLAY");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Ran iris(String... words) throws Exception {
    Process process = start(List.of(), words);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ran(process.exitValue(), out, err);
  }

  private static BlockingQueue<String> lines(Process process) {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    for (BufferedReader in : List.of(process.inputReader(StandardCharsets.UTF_8), process.errorReader(StandardCharsets.UTF_8)))
      Thread.ofVirtual().start(() -> read(in, lines));
    return lines;
  }

  private static void read(BufferedReader in, BlockingQueue<String> lines) {
    try (in) {
      for (String line; (line = in.readLine()) != null; ) lines.add(line);
    } catch (IOException ended) {
      lines.add("ended: " + ended.getMessage());
    }
  }

  /** The next line that has {@code words} in it. */
  private static String await(BlockingQueue<String> lines, String words) throws InterruptedException {
    List<String> passed = new ArrayList<>();
    for (String line; (line = lines.poll(60, TimeUnit.SECONDS)) != null; passed.add(line))
      if (line.contains(words)) return line;
    throw new AssertionError("no line with \"" + words + "\" after " + passed);
  }

  private static String get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void runsWithoutADisplayIsToldThingsByAnotherProcessAndEndsOnASignal() throws Exception {
    String config = config("").toString();
    Path classes = folder.resolve("classes.txt");
    Process agent = start(List.of("-Xlog:class+load:file=" + classes), "agent", "--config", config);
    BlockingQueue<String> lines = lines(agent);
    Matcher address = ADDRESS.matcher(await(lines, "SIV: "));
    assertTrue(address.find());
    await(lines, "agent a-1 runs");

    Ran planned = iris("agent", "announce", "siv", "maintenance", "--from", "22:00", "--to", "23:00", "--text", "Disks",
        "--config", config);
    assertEquals(0, planned.code(), planned::err);
    String guid = planned.out().lines().skip(1).findFirst().orElseThrow().strip();
    assertTrue(guid.startsWith("urn:iris:siv:maintenance:"), planned::out);
    String document = get(address.group());
    assertTrue(document.contains(guid), document);

    Ran refused =
        iris("agent", "announce", "siv", "outage", "--since", "2099-01-01 10:00", "--text", "x", "--config", config);
    assertEquals(2, refused.code(), refused::err);
    assertEquals(1, refused.err().lines().count(), refused::err);
    assertEquals(2, iris("agent", "announce", "siv", "outage", "--since", "25:61", "--config", config).code());
    assertFalse(get(address.group()).contains("2099"));

    Ran status = iris("agent", "status", "--config", config);
    assertEquals(0, status.code(), status::err);
    Ran second = iris("agent", "--config", config);
    assertEquals(2, second.code());
    assertTrue(second.err().contains("an agent runs already"), second::err);

    config(", language: en");
    await(lines, "the configuration changed");
    Matcher again = ADDRESS.matcher(await(lines, "SIV: "));
    assertTrue(again.find());
    assertTrue(get(again.group()).contains(guid), "a restart loses nothing");
    Files.writeString(folder.resolve("agent.yaml"), "agent: {}\n");
    await(lines, "the configuration that runs stays in force");

    agent.destroy();
    assertTrue(agent.waitFor(60, TimeUnit.SECONDS), "it ends");
    config("");
    Ran nobody = iris("agent", "announce", "siv", "notice", "--text", "x", "--config", config);
    assertEquals(3, nobody.code(), nobody::err);
    try (Stream<String> loaded = Files.lines(classes)) {
      assertEquals(List.of(), loaded.filter(l -> l.contains(" javafx.") || l.contains(" com.sun.javafx.")).toList());
    }
  }

  @Test
  void aWrongFileIsSaidWhollyAndTheExampleIsTaken() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "agent: {id: a}\npublich: {}\n");
    Ran ran = iris("agent", "--config", bad.toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("bad.yaml:1: agent.state: "), ran::err);
    assertTrue(ran.err().contains("bad.yaml:2: publich: "), ran::err);
    Ran example = iris("agent", "--example-config");
    Files.writeString(folder.resolve("example.yaml"), example.out());
    Ran checked = iris("agent", "--check-config", "--config", folder.resolve("example.yaml").toString());
    assertEquals(0, checked.code(), checked::err);
  }
}
