package iris.notify.sound;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A player of the system, for a Linux whose sound server javax.sound cannot see. It gets a file: not every player reads
 * its standard input.
 */
final class CommandVoice implements Voice {
  private static final long LIMIT_MILLIS = 8_000;
  private static final long LOOK_MILLIS = 50;
  private final List<String> command;
  private final BooleanSupplier server;
  private final Optional<Path> program;

  /** @param server whether what the player talks to is there */
  CommandVoice(List<String> command, String path, BooleanSupplier server) {
    this.command = List.copyOf(command);
    this.server = server;
    this.program = find(command.getFirst(), path);
  }

  /** The usual players, best first. */
  static List<Voice> ofLinux(Map<String, String> env) {
    String path = env.getOrDefault("PATH", "");
    Path runtime = Path.of(env.getOrDefault("XDG_RUNTIME_DIR", "/nowhere"));
    boolean remote = env.containsKey("PULSE_SERVER");
    return List.of(
        new CommandVoice(List.of("pw-play"), path, () -> Files.exists(runtime.resolve("pipewire-0"))),
        new CommandVoice(List.of("paplay"), path, () -> remote || Files.exists(runtime.resolve("pulse/native"))),
        new CommandVoice(List.of("aplay", "-q"), path, CommandVoice::alsaHasCards));
  }

  private static boolean alsaHasCards() {
    try {
      return Files.readString(Path.of("/proc/asound/cards")).contains("[");
    } catch (IOException noAlsa) {
      return false;
    }
  }

  private static Optional<Path> find(String name, String path) {
    return java.util.Arrays.stream(path.split(java.io.File.pathSeparator)).filter(d -> !d.isEmpty())
        .map(d -> Path.of(d, name)).filter(Files::isExecutable).findFirst();
  }

  @Override
  public String name() {
    return command.getFirst();
  }

  @Override
  public boolean ready() {
    return program.isPresent() && server.getAsBoolean();
  }

  @Override
  public Optional<Reason> play(byte[] pcm, BooleanSupplier stop) {
    try {
      Path file = Files.createTempFile("iris-sound", ".wav");
      try {
        Files.write(file, Synth.wav(pcm));
        return run(file, stop);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return Optional.of(Reason.of("notify.sound.failed", name(), String.valueOf(e.getMessage())));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<Reason> run(Path file, BooleanSupplier stop) throws IOException, InterruptedException {
    List<String> line = new java.util.ArrayList<>(command);
    line.set(0, program.map(Path::toString).orElse(name()));
    line.add(file.toString());
    Process player = new ProcessBuilder(line).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectInput(ProcessBuilder.Redirect.PIPE).start();
    try {
      player.getOutputStream().close();
      for (long waited = 0; waited < LIMIT_MILLIS; waited += LOOK_MILLIS) {
        if (stop.getAsBoolean()) return Optional.empty();
        if (player.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          int code = player.exitValue();
          return code == 0 ? Optional.empty() : Optional.of(Reason.of("notify.sound.failed", name(), "code " + code));
        }
      }
      return Optional.of(Reason.of("notify.sound.failed", name(), "> " + LIMIT_MILLIS + " ms"));
    } finally {
      player.destroyForcibly();
    }
  }
}
