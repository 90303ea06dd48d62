package iris.agent.source.check;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The agent's secrets may stand in its environment ({@code password: env:NAME}); no command needs to see them. */
final class CleanEnvironment {
  private static final Set<String> HARMLESS = Set.of(
      "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP",
      "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMFILES", "PROGRAMDATA", "USERPROFILE");

  private CleanEnvironment() {}

  static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> clean = new TreeMap<>();
    environment.forEach((name, value) -> {
      String upper = name.toUpperCase(Locale.ROOT);
      if (HARMLESS.contains(upper) || upper.startsWith("LC_")) clean.put(name, value);
    });
    return Map.copyOf(clean);
  }
}
