package iris.notify.toast;

import iris.notify.Toast;
import iris.signal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Windows: a WinRT toast by Windows PowerShell; the script is fixed and reads the text from its environment. */
final class WindowsNotifier implements Notifier {
  /** PowerShell alone takes one to three seconds to start. */
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private final String program;
  private final String script;

  WindowsNotifier(String program) {
    this.program = program;
    try (InputStream in = WindowsNotifier.class.getResourceAsStream("windows.ps1")) {
      if (in == null) throw new IllegalStateException("the program is damaged: no windows.ps1");
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      script = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  @Override
  public String name() {
    return "PowerShell";
  }

  @Override
  public Duration limit() {
    return LIMIT.plusSeconds(1);
  }

  @Override
  public Optional<Reason> missing() {
    return run("probe", "", " ", " ");
  }

  @Override
  public Optional<Reason> show(Toast toast) {
    return run(toast.critical() ? "critical" : "normal", toast.key(), toast.title(), toast.text());
  }

  @Override
  public void withdraw(String key) {
    run("withdraw", key, " ", " ");
  }

  private Optional<Reason> run(String what, String key, String title, String text) {
    Map<String, String> given = new HashMap<>();
    given.put("IRIS_TOAST_DO", encoded(what));
    // A tag has at most 64 characters on older Windows.
    given.put("IRIS_TOAST_TAG", encoded(Integer.toHexString(key.hashCode())));
    given.put("IRIS_TOAST_TITLE", encoded(title));
    given.put("IRIS_TOAST_TEXT", encoded(text));
    return NotifySend.failure(Command.run(
        List.of(program, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-EncodedCommand", script),
        given, "", LIMIT));
  }

  /** An empty variable does not exist on Windows: a space stands for it. */
  private static String encoded(String text) {
    String some = text.isEmpty() ? " " : text;
    return Base64.getEncoder().encodeToString(some.getBytes(StandardCharsets.UTF_8));
  }
}
