package iris.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The unit that is shipped: what the relay and its documentation rely on stands in it, and systemd takes it. */
class UnitTest {
  private static final Path UNIT = Path.of("installer/linux/iris-relay.service");
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
  /** What {@code iris relay} does when it is told to end takes no longer. */
  private static final int LONGEST_END = 5;

  @TempDir Path folder;

  /** The values of each key, in order; a section is a key without a value. */
  private static Map<String, List<String>> keys() throws IOException {
    Map<String, List<String>> all = new TreeMap<>();
    for (String line : Files.readAllLines(UNIT)) {
      if (line.startsWith("#") || line.isBlank()) continue;
      int is = line.indexOf('=');
      all.computeIfAbsent(is < 0 ? line : line.substring(0, is), _ -> new ArrayList<>()).add(is < 0 ? "" : line.substring(is + 1));
    }
    return all;
  }

  private static int seconds(Map<String, List<String>> unit, String key) {
    return Integer.parseInt(unit.get(key).getFirst().replaceAll("s$", ""));
  }

  @Test
  void itIsStartedAgainForEverWatchedAndGivenTimeToEnd() throws Exception {
    Map<String, List<String>> unit = keys();
    Map<String, String> wanted = Map.of("Type", "notify", "Restart", "always", "StartLimitIntervalSec", "0", "WatchdogSignal", "SIGKILL",
        "SuccessExitStatus", "143", "WantedBy", "multi-user.target");
    wanted.forEach((key, value) -> assertEquals(List.of(value), unit.get(key), key));
    assertTrue(seconds(unit, "WatchdogSec") >= 60, "a disk that is slow is no thread that hangs");
    assertTrue(seconds(unit, "TimeoutStopSec") > LONGEST_END);
    assertEquals(List.of("/opt/iris/bin/iris relay --config /etc/iris/relay.yaml"), unit.get("ExecStart"));
  }

  @Test
  void itMayDoNothingButItsWork() throws Exception {
    Map<String, List<String>> unit = keys();
    for (String key : List.of("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "ProtectKernelModules",
        "ProtectKernelTunables", "ProtectKernelLogs", "ProtectControlGroups", "RestrictNamespaces", "RestrictSUIDSGID", "LockPersonality"))
      assertEquals(List.of("yes"), unit.get(key), key);
    assertEquals(List.of("strict"), unit.get("ProtectSystem"));
    assertEquals(List.of(""), unit.get("CapabilityBoundingSet"));
    assertEquals(List.of("0077"), unit.get("UMask"));
    assertEquals(List.of("-/etc/iris/relay.env"), unit.get("EnvironmentFile"), "secrets are no part of the unit");
    assertEquals(null, unit.get("MemoryDenyWriteExecute"), "Java compiles while it runs");
  }

  @Test
  @Timeout(300)
  void systemdFindsNothingWrongWithIt() throws Exception {
    assumeTrue(Files.isExecutable(ANALYZE), "systemd-analyze is not on this machine: the unit is not verified by it");
    // The program and the user are those of an installation.
    Path here = Files.writeString(folder.resolve("iris-relay.service"), Files.readString(UNIT)
        .replace("/opt/iris/bin/iris relay", "/bin/true relay").replaceAll("(?m)^(User|Group)=.*\\n", ""));
    Path said = folder.resolve("said");
    Process verify = new ProcessBuilder(ANALYZE.toString(), "verify", "--man=no", here.toString()).redirectErrorStream(true)
        .redirectOutput(said.toFile()).start();
    assertTrue(verify.waitFor(60, TimeUnit.SECONDS), "it ends");
    List<String> complaints = Files.readAllLines(said).stream().filter(line -> line.contains("iris-relay")).toList();
    assertEquals(List.of(), complaints);
    assertEquals(0, verify.exitValue(), () -> "it says " + said);
  }
}
