package iris.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where things lie on a system.
 *
 * @param config directory of iris.yaml and feeds.d
 * @param state directory of what the program keeps
 */
public record Places(Path config, Path state) {
  public static final String FILE = "iris.yaml";
  public static final String DROP_INS = "feeds.d";

  public Places {
    Objects.requireNonNull(config);
    Objects.requireNonNull(state);
  }

  /**
   * IRIS_HOME holds everything where it is set; else XDG on Linux, Application Support on macOS, AppData on Windows.
   *
   * @param os the property os.name
   * @param account the home that the system knows for the account; elsewhere than on Windows HOME goes before it, as XDG
   *     says and every shell does, while Java asks the account alone
   */
  public static Places of(Map<String, String> env, String os, Path account) {
    Path home = os.startsWith("Windows") ? account : dir(env, "HOME").orElse(account);
    Optional<Path> all = dir(env, "IRIS_HOME");
    if (all.isPresent()) return new Places(all.get(), all.get().resolve("state"));
    if (os.startsWith("Windows")) {
      Path roaming = dir(env, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
      Path local = dir(env, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
      return new Places(roaming.resolve("IRIS"), local.resolve("IRIS"));
    }
    if (os.startsWith("Mac")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve("IRIS");
      return new Places(support, support.resolve("state"));
    }
    Path config = dir(env, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    Path state = dir(env, "XDG_STATE_HOME").orElse(home.resolve(".local").resolve("state"));
    return new Places(config.resolve("iris"), state.resolve("iris"));
  }

  /** XDG says that a relative path there is to be ignored. */
  private static Optional<Path> dir(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name)).filter(v -> !v.isBlank()).map(Path::of)
        .filter(p -> p.isAbsolute() || name.equals("IRIS_HOME"));
  }

  public Path file() {
    return config.resolve(FILE);
  }
}
