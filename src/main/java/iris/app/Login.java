package iris.app;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that acts are signed with until somebody says otherwise in the window. */
final class Login {
  /** Where not even the system knows. */
  private static final String NOBODY = "IRIS";

  private Login() {}

  /**
   * The nearest word counts: the session's environment, then the settings, then the system.
   *
   * @param said IRIS_OPERATOR, or null
   * @param user the system's login, or null
   */
  static String of(String said, Optional<String> configured, String user) {
    // @ is the sign of what the program does itself.
    return Stream.of(Objects.requireNonNullElse(said, ""), configured.orElse(""), Objects.requireNonNullElse(user, ""))
        .map(name -> name.strip().replaceFirst("^@+", "")).filter(name -> !name.isEmpty()).findFirst().orElse(NOBODY);
  }
}
