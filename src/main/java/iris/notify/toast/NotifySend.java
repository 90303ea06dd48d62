package iris.notify.toast;

import iris.notify.Toast;
import iris.signal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** notify-send of libnotify: no buttons, and older ones cannot replace. */
final class NotifySend implements Notifier {
  static final Duration LIMIT = Duration.ofSeconds(3);
  private final String program;
  private final String icon;
  private final Supplier<Optional<String>> address;
  private final Map<String, String> numbers = new HashMap<>();
  private boolean replaces = true;

  NotifySend(String program, String icon, Supplier<Optional<String>> address) {
    this.program = program;
    this.icon = icon;
    this.address = address;
  }

  @Override
  public String name() {
    return "notify-send";
  }

  @Override
  public Optional<Reason> missing() {
    if (address.get().isEmpty()) return Optional.of(Reason.of("notify.toast.no-bus"));
    return failure(Command.run(List.of(program, "--version"), Map.of(), "", LIMIT));
  }

  @Override
  public Optional<Reason> show(Toast toast) {
    Command.End end = Command.run(line(toast), environment(), "", LIMIT);
    if (replaces && end instanceof Command.End.No no && no.why().args().toString().contains("nknown option")) {
      // Before libnotify 0.7.10: neither --print-id nor --replace-id.
      replaces = false;
      end = Command.run(line(toast), environment(), "", LIMIT);
    }
    if (end instanceof Command.End.Yes yes && yes.output().matches("[0-9]{1,10}")) numbers.put(toast.key(), yes.output());
    return failure(end);
  }

  private List<String> line(Toast toast) {
    List<String> line = new ArrayList<>(List.of(program, "--app-name=IRIS",
        "--urgency=" + (toast.critical() ? "critical" : "normal"), "--hint=boolean:suppress-sound:true"));
    if (toast.critical()) line.add("--expire-time=0");
    if (!icon.isEmpty()) line.add("--icon=" + icon);
    if (replaces) line.add("--print-id");
    if (replaces && numbers.containsKey(toast.key())) line.add("--replace-id=" + numbers.get(toast.key()));
    // notify-send reads backslash escapes in the body.
    line.addAll(List.of("--", toast.title(), Markup.escape(toast.text()).replace("\\", "\\\\")));
    return line;
  }

  private Map<String, String> environment() {
    return address.get().map(a -> Map.of("DBUS_SESSION_BUS_ADDRESS", a)).orElse(Map.of());
  }

  /** It cannot: a toast that nobody replaced stays until a hand closes it. */
  @Override
  public void withdraw(String key) {
    numbers.remove(key);
  }

  static Optional<Reason> failure(Command.End end) {
    return switch (end) {
      case Command.End.Yes _ -> Optional.empty();
      case Command.End.No no -> Optional.of(no.why());
    };
  }
}
