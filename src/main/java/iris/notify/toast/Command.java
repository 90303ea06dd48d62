package iris.notify.toast;

import iris.signal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command of the system, bounded in time and in what is read of it. Never a shell: arguments are arguments. */
final class Command {
  private static final int READ = 4_000;

  /** How it ended: {@code No} carries the reason. */
  sealed interface End {
    record Yes(String output) implements End {}

    record No(Reason why) implements End {}
  }

  private Command() {}

  static End run(List<String> line, Map<String, String> env, String input, Duration limit) {
    String name = line.getFirst();
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(env);
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      return new End.No(Reason.of("notify.toast.not-found", name));
    }
    try {
      CompletableFuture<String> output = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> output.complete(read(process.getInputStream())));
      Thread.ofVirtual().start(() -> write(process.getOutputStream(), input));
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
        return new End.No(Reason.of("notify.toast.timeout", name, limit));
      String said = output.get(1, TimeUnit.SECONDS).strip();
      int code = process.exitValue();
      return code == 0 ? new End.Yes(said)
          : new End.No(Reason.of("notify.toast.command-failed", name, code, said.substring(0, Math.min(200, said.length()))));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return new End.No(Reason.of("notify.toast.timeout", name, limit));
    } catch (ExecutionException | TimeoutException childHoldsThePipe) {
      return new End.Yes("");
    } finally {
      process.destroyForcibly();
    }
  }

  /** The beginning of what it says; the rest is read too, since a full pipe would stop it. */
  private static String read(InputStream in) {
    StringBuilder start = new StringBuilder();
    try (in) {
      byte[] buffer = new byte[READ];
      for (int n; (n = in.read(buffer)) >= 0; )
        if (start.length() < READ) start.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      // The command was ended: what it said until then is what there is.
      return start.toString();
    }
    return start.toString();
  }

  /** False: the command did not want its input; its exit code says whether that matters. */
  private static boolean write(OutputStream out, String input) {
    try (out) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException notRead) {
      return false;
    }
  }
}
