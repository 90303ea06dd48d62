package installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts other programs with an environment of its own, and stops the packaging when one of them fails. */
record Shell(Map<String, String> environment) {
  /** @param out both outputs */
  record Ran(int code, String out) {}

  Shell with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Shell(more);
  }

  /** What the program said; it must end well within ten minutes. */
  String must(List<String> command) throws IOException, InterruptedException {
    Ran ran = run(command);
    if (ran.code() != 0) throw new IllegalStateException(String.join(" ", command) + " said " + ran.code() + ":\n" + ran.out());
    return ran.out();
  }

  Ran run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("iris-installer", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " did not end in ten minutes:\n" + Files.readString(said));
      }
      return new Ran(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    } finally {
      Files.delete(said);
    }
  }

  /** Whether a program of this name can be started. */
  static boolean has(String program) {
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator))
      if (Files.isExecutable(Path.of(folder, program))) return true;
    return false;
  }

  static List<String> line(Object... words) {
    List<String> line = new ArrayList<>();
    for (Object word : words) {
      if (word instanceof List<?> more) more.forEach(w -> line.add(w.toString()));
      else line.add(word.toString());
    }
    return line;
  }
}
