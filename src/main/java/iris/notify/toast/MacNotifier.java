package iris.notify.toast;

import iris.notify.Toast;
import iris.signal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * macOS: osascript. The script comes by standard input and never holds what a feed said: title and text are arguments,
 * which a script cannot mistake for itself. No buttons, no replacing.
 */
final class MacNotifier implements Notifier {
  private static final String SCRIPT = """
      on run argv
        display notification (item 2 of argv) with title "IRIS" subtitle (item 1 of argv)
      end run
      """;
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private final String program;

  MacNotifier(String program) {
    this.program = program;
  }

  @Override
  public String name() {
    return "osascript";
  }

  @Override
  public Optional<Reason> missing() {
    return NotifySend.failure(Command.run(List.of(program, "-e", "return 1"), Map.of(), "", LIMIT));
  }

  @Override
  public Optional<Reason> show(Toast toast) {
    return NotifySend.failure(Command.run(List.of(program, "-", toast.title(), toast.text()), Map.of(), SCRIPT, LIMIT));
  }

  @Override
  public void withdraw(String key) {}
}
