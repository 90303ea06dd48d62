package iris.notify.toast;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Which notifiers a machine has, best first. */
final class Machine {
  private Machine() {}

  /** @param os the property {@code os.name} */
  static List<Notifier> chain(
      String os, Map<String, String> env, Optional<Path> iconFile, Supplier<Labels> labels, Consumer<Gesture> gestures) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) return List.of(new WindowsNotifier("powershell.exe"));
    if (system.startsWith("mac")) return List.of(new MacNotifier("/usr/bin/osascript"));
    String icon = iconFile.map(p -> p.toAbsolutePath().toString()).orElse("");
    Supplier<Optional<String>> bus = () -> BusAddresses.session(env);
    return List.of(new BusNotifier(bus, icon, labels, gestures), new NotifySend("notify-send", icon, bus));
  }
}
