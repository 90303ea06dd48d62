package iris.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.settings.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units that keep a wall alive look at the file that the console writes; their own lines are run, by a shell. */
class WallUnitTest {
  private static final Path UNITS = Path.of("installer/linux/user");

  @TempDir Path folder;

  /** What systemd hands to the shell by this key. */
  private static String script(String unit, String key) throws IOException {
    String start = key + "=/bin/sh -c '";
    String line = Files.readAllLines(UNITS.resolve(unit)).stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    String script = line.substring(start.length(), line.lastIndexOf('\''));
    // A sign of percent is systemd's own: what it stands for depends on its version.
    assertEquals(-1, script.indexOf('%'), script);
    return script.replace("$$", "$");
  }

  private void run(String script, Map<String, String> places) throws Exception {
    Path calls = folder.resolve("calls");
    Path systemctl = Files.createDirectories(folder.resolve("bin")).resolve("systemctl");
    Files.writeString(systemctl, "#!/bin/sh\n[ \"$2\" = is-active ] || echo \"$*\" >>'" + calls + "'\n");
    assertTrue(systemctl.toFile().setExecutable(true));
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("IRIS_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"));
    builder.environment().putAll(places);
    builder.environment().put("XDG_RUNTIME_DIR", Files.createDirectories(folder.resolve("runtime")).toString());
    builder.environment().merge("PATH", systemctl.getParent().toString(), (path, first) -> first + ":" + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals("0 ", process.exitValue() + " " + said);
  }

  private List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** On Debian 12 the wall was started anew every minute: %S is another folder there. */
  @ParameterizedTest
  @ValueSource(strings = {"", "XDG_STATE_HOME", "IRIS_HOME"})
  void theWatchdogLooksAtTheFileThatTheConsoleWrites(String set) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "units of systemd");
    Path home = folder.resolve("chez é a");
    Map<String, String> env = new TreeMap<>(Map.of("HOME", home.toString()));
    if (!set.isEmpty()) env.put(set, home.resolve("else where").toString());
    Path heartbeat = Places.of(env, "Linux", home).state().resolve("heartbeat");

    run(script("iris.service", "ExecStartPre"), env);
    assertTrue(Files.exists(heartbeat), () -> "the start makes another file than " + heartbeat);
    // What somebody set for the wall alone is not known to who looks after it.
    env.keySet().retainAll(Set.of("HOME"));
    run(script("iris-heartbeat.service", "ExecStart"), env);
    assertEquals(List.of(), calls(), "a heart that beats");
    Files.setLastModifiedTime(heartbeat, FileTime.from(InstantSource.system().instant().minus(Duration.ofMinutes(2))));
    run(script("iris-heartbeat.service", "ExecStart"), env);
    assertEquals(List.of("--user restart iris"), calls(), "a heart that stands still");
  }

  /** A unit of one's own, made after an older page, lays no link. */
  @Test
  void withoutALinkTheUsualPlaceIsLookedAt() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "units of systemd");
    Map<String, String> env = new TreeMap<>(Map.of("HOME", folder.resolve("home").toString()));
    Path heartbeat = Places.of(env, "Linux", folder.resolve("home")).state().resolve("heartbeat");
    Files.createDirectories(heartbeat.getParent());
    Files.createFile(heartbeat);
    run(script("iris-heartbeat.service", "ExecStart"), env);
    assertEquals(List.of(), calls());
    Files.setLastModifiedTime(heartbeat, FileTime.from(InstantSource.system().instant().minus(Duration.ofMinutes(2))));
    run(script("iris-heartbeat.service", "ExecStart"), env);
    assertEquals(List.of("--user restart iris"), calls());
  }

  @Test
  void aFolderThatIsNamedFromTheHomeOnIsFoundByTheLink() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "units of systemd");
    run("cd '" + folder + "'\n" + script("iris.service", "ExecStartPre"),
        new TreeMap<>(Map.of("HOME", folder.toString(), "IRIS_HOME", "its own")));
    assertEquals(folder.resolve("its own/state/heartbeat").toRealPath(),
        folder.resolve("runtime/iris-heartbeat").toRealPath());
  }

  /** Elsewhere nobody writes it, and the session kills a wall that is well once a minute. */
  @ParameterizedTest
  @ValueSource(strings = {"", "XDG_STATE_HOME", "IRIS_HOME"})
  void theSessionOfAWallPcLooksAtTheFileThatTheConsoleWrites(String set) throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "a session of X");
    Path home = folder.resolve("chez é a");
    Map<String, String> env = new TreeMap<>(Map.of("HOME", home.toString()));
    if (!set.isEmpty()) env.put(set, home.resolve("else where").toString());
    List<String> all = Files.readAllLines(Path.of("installer/linux/kiosk/iris-kiosk"));
    List<String> places = all.subList(all.indexOf("command -v dunst >/dev/null && dunst &") + 1, all.indexOf("while :; do"));
    run("set -eu\n" + String.join("\n", places) + "\ntouch \"$beat\"\n", env);
    Path heartbeat = Places.of(env, "Linux", home).state().resolve("heartbeat");
    assertTrue(Files.exists(heartbeat), () -> "the session looks at another file than " + heartbeat);
  }

  @Test
  void theDocumentationHasTheSameLines() throws IOException {
    String page = Files.readString(Path.of("src/docs/operations.md"));
    for (String[] line : List.of(new String[] {"iris.service", "ExecStartPre"}, new String[] {"iris-heartbeat.service", "ExecStart"}))
      assertTrue(page.contains(script(line[0], line[1]).replace("$", "$$")), line[0]);
  }
}
