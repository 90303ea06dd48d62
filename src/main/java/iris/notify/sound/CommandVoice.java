package iris.notify.sound;

import iris.signal.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final Map<String, String> env;
  private final BooleanSupplier server;
  private final Optional<Path> program;

  /** @param server whether what the player talks to is there */
  CommandVoice(List<String> command, Map<String, String> env, BooleanSupplier server) {
    this.command = List.copyOf(command);
    this.env = Map.copyOf(env);
    this.server = server;
    this.program = find(command.getFirst(), env.getOrDefault("PATH", ""));
  }

  /** The usual players, best first. */
  static List<Voice> ofLinux(Map<String, String> env, SoundServer server) {
    return List.of(
        new CommandVoice(List.of("pw-play"), env, server::speaksPipeWire),
        new CommandVoice(List.of("paplay"), env, server::speaksPulse),
        new CommandVoice(List.of("aplay", "-q"), env, CommandVoice::alsaHasCards));
  }

  private static boolean alsaHasCards() {
    try {
      return Files.readString(Path.of("/proc/asound/cards")).contains("[");
    } catch (IOException noAlsa) {
      return false;
    }
  }

  private static Optional<Path> find(String name, String path) {
    return Arrays.stream(path.split(File.pathSeparator)).filter(d -> !d.isEmpty())
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
    List<String> line = new ArrayList<>(command);
    line.set(0, program.map(Path::toString).orElse(name()));
    line.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(env);
    Process player = builder.start();
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
