package iris.notify.sound;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The sound server of a Linux session, PulseAudio's protocol (PipeWire speaks it too), asked without a sound. */
final class SoundServer {
  private final Map<String, String> env;

  SoundServer(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  boolean speaksPulse() {
    return env.containsKey("PULSE_SERVER") || listens("pulse/native");
  }

  boolean speaksPipeWire() {
    return listens("pipewire-0");
  }

  /** Knocks: a server that was killed leaves its socket behind. */
  private boolean listens(String name) {
    String runtime = env.getOrDefault("XDG_RUNTIME_DIR", "");
    if (runtime.isEmpty()) return false;
    try (SocketChannel door = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      // Without waiting: a server that hangs is not there.
      door.configureBlocking(false);
      return door.connect(UnixDomainSocketAddress.of(Path.of(runtime, name)));
    } catch (IOException | RuntimeException nobody) {
      return false;
    }
  }

  /**
   * Whether all sound goes nowhere: a server whose last device was pulled plays on into its "dummy output", and every
   * player says that all is well. Unknown counts as no: only a plain answer may accuse.
   */
  boolean playsIntoNothing() {
    if (!speaksPulse()) return false;
    try {
      ProcessBuilder builder = new ProcessBuilder("pactl", "info").redirectErrorStream(true);
      Map<String, String> plain = new HashMap<>(env);
      plain.put("LC_ALL", "C");
      builder.environment().putAll(plain);
      Process pactl = builder.start();
      try {
        if (!pactl.waitFor(2, TimeUnit.SECONDS)) return false;
        String said = new String(pactl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().anyMatch(l -> l.strip().equals("Default Sink: auto_null"));
      } finally {
        pactl.destroyForcibly();
      }
    } catch (IOException noPactl) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
