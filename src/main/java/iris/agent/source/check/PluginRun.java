package iris.agent.source.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a command: bounded in time, in what is kept of its output, and in what it leaves behind. */
final class PluginRun {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final int ROUNDS = 3;

  /** What came of it. */
  sealed interface Outcome {
    /** @param code of exit; over 128 where a signal ended it (Unix) */
    record Ended(int code, String out, String err, Duration took) implements Outcome {}

    record Hung(String out) implements Outcome {}

    record NotStarted(IOException why) implements Outcome {}
  }

  private PluginRun() {}

  static Outcome of(List<String> line, Map<String, String> environment, Duration timeout, Leftovers leftovers)
      throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Outcome.NotStarted(e);
    }
    Heard out = Heard.from(process.getInputStream(), leftovers);
    Heard err = Heard.from(process.getErrorStream(), leftovers);
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // It ended before we could say that we have nothing to say.
      out.text();
    }
    boolean ended = false;
    try {
      ended = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!ended) kill(process);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    out.join(LAST_WORDS);
    err.join(LAST_WORDS);
    return ended ? new Outcome.Ended(process.exitValue(), out.text(), err.text(), took) : new Outcome.Hung(out.text());
  }

  /** The whole tree: a shell that is killed alone leaves what it waited for. */
  private static void kill(Process process) {
    List<ProcessHandle> known = new ArrayList<>(List.of(process.toHandle()));
    for (int round = 0; round < ROUNDS; round++) {
      for (ProcessHandle one : List.copyOf(known))
        one.descendants().filter(child -> !known.contains(child)).forEach(known::add);
      known.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
