package iris.relay.syslog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code iris-silent.sh} of the documentation says of a file. */
final class Silence {
  private Silence() {}

  record Said(int code, List<String> lines) {
    /** The code, and how many lines begin so: its own, and what the command was given. */
    List<Object> complained(String begin) {
      return List.of(code, lines.stream().filter(line -> line.startsWith(begin)).count());
    }
  }

  /** @param command that it is to run where it is silent */
  static Said of(Path file, String... command) throws Exception {
    List<String> line = new ArrayList<>(List.of("/bin/sh", Path.of("src/docs/relay/iris-silent.sh").toString(), file.toString()));
    if (command.length > 0) line.add("240");
    line.addAll(List.of(command));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    return new Said(process.waitFor(), said);
  }
}
