package iris.notify.toast;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the session bus listens. */
public final class BusAddresses {
  private BusAddresses() {}

  /**
   * The address from the environment, else the socket that systemd opens for each session. Asked here and not left to
   * dbus-java, which throws StringIndexOutOfBoundsException where there is no session bus.
   */
  public static Optional<String> session(Map<String, String> env) {
    String given = env.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
    // Several may stand there, best first.
    if (!given.isBlank()) return Optional.of(given.split(";")[0]);
    String runtime = env.getOrDefault("XDG_RUNTIME_DIR", "");
    if (runtime.isBlank()) return Optional.empty();
    Path socket = Path.of(runtime, "bus");
    return Files.exists(socket) ? Optional.of("unix:path=" + socket) : Optional.empty();
  }
}
