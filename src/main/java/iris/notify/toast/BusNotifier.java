package iris.notify.toast;

import iris.notify.Toast;
import iris.signal.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The desktop of Linux, straight over D-Bus. The connection is kept for the sake of the buttons' signals; a bus or a
 * server that was restarted is met again at the next toast.
 */
final class BusNotifier implements Notifier {
  /** Held, since the log manager forgets a level whose logger nobody holds. */
  private static final Logger LIBRARY = Logger.getLogger("org.freedesktop.dbus");
  private static final UInt32 NEW = new UInt32(0);

  private record Shown(String key, Toast toast) {}

  private final Supplier<Optional<String>> address;
  private final String icon;
  private final Supplier<Labels> labels;
  private final Consumer<Gesture> gestures;
  /** By the server's number; signals take out of it on threads of dbus-java. */
  private final Map<UInt32, Shown> shown = new ConcurrentHashMap<>();
  private @Nullable DBusConnection bus;
  private @Nullable Notifications server;
  private volatile Optional<List<String>> capabilities = Optional.empty();

  BusNotifier(Supplier<Optional<String>> address, String icon, Supplier<Labels> labels, Consumer<Gesture> gestures) {
    // It logs a stack trace for every bus that goes; here each failure is a reason, told once as the health of "toast".
    LIBRARY.setLevel(Level.OFF);
    this.address = address;
    this.icon = icon;
    this.labels = labels;
    this.gestures = gestures;
  }

  @Override
  public String name() {
    return "D-Bus";
  }

  @Override
  public synchronized Optional<Reason> missing() {
    return attempt(() -> capabilities());
  }

  @Override
  public synchronized Optional<Reason> show(Toast toast) {
    Optional<Reason> no = attempt(() -> notify(toast));
    // The bus may have been restarted since the last toast: the old connection then fails, a new one may not.
    return no.isPresent() && bus == null && address.get().isPresent() ? attempt(() -> notify(toast)) : no;
  }

  private void notify(Toast toast) {
    List<String> can = capabilities();
    String body = can.contains("body-markup") ? Markup.escape(toast.text()) : toast.text();
    List<String> actions = new ArrayList<>();
    Labels on = labels.get();
    if (can.contains("actions")) {
      actions.addAll(List.of("default", on.open()));
      if (toast.acknowledges().isPresent())
        on.acknowledge().ifPresent(word -> actions.addAll(List.of("acknowledge", word)));
      actions.addAll(List.of("open", on.open()));
    }
    Map<String, Variant<?>> hints = new HashMap<>();
    hints.put("urgency", new Variant<>((byte) (toast.critical() ? 2 : 1)));
    hints.put("desktop-entry", new Variant<>("iris"));
    // IRIS has its own sounds, and two at once say less than one.
    hints.put("suppress-sound", new Variant<>(true));
    UInt32 old = shown.entrySet().stream().filter(e -> e.getValue().key().equals(toast.key()))
        .map(Map.Entry::getKey).findFirst().orElse(NEW);
    UInt32 id = server().Notify("IRIS", old, icon, toast.title(), body, actions, hints, toast.critical() ? 0 : -1);
    shown.remove(old);
    shown.put(id, new Shown(toast.key(), toast));
  }

  @Override
  public synchronized void withdraw(String key) {
    for (Map.Entry<UInt32, Shown> one : List.copyOf(shown.entrySet())) {
      if (!one.getValue().key().equals(key) || bus == null) continue;
      shown.remove(one.getKey());
      attempt(() -> server().CloseNotification(one.getKey()));
    }
  }

  /** Does it over a connection that stands; the reason why not. A connection that failed is thrown away. */
  private Optional<Reason> attempt(Runnable call) {
    try {
      Optional<String> where = address.get();
      if (where.isEmpty()) return Optional.of(Reason.of("notify.toast.no-bus"));
      if (bus == null || !bus.isConnected()) connect(where.get());
      call.run();
      return Optional.empty();
    } catch (ServiceUnknown nobody) {
      return Optional.of(Reason.of("notify.toast.no-server"));
    } catch (DBusExecutionException refused) {
      // The server said no (too many, say), or nothing: the connection may be as good as before.
      if (bus == null || !bus.isConnected()) disconnect();
      return Optional.of(Reason.of("notify.toast.bus-failed", String.valueOf(refused.getMessage())));
    } catch (DBusException | RuntimeException e) {
      // RuntimeException on purpose: dbus-java throws StringIndexOutOfBounds and the like for an odd address or a bus
      // that hangs up in the middle.
      disconnect();
      return Optional.of(Reason.of("notify.toast.bus-failed", String.valueOf(e.getMessage())));
    }
  }

  private List<String> capabilities() {
    if (capabilities.isEmpty()) capabilities = Optional.of(List.copyOf(server().GetCapabilities()));
    return capabilities.get();
  }

  private Notifications server() {
    return Objects.requireNonNull(server, "connected first");
  }

  private void connect(String where) throws DBusException {
    disconnect();
    // Milliseconds it waits for a socket that is not there: ten seconds by default, and the next notifier waits behind.
    bus = DBusConnectionBuilder.forAddress(where).withShared(false).transportConfig().withTimeout(500).back().build();
    bus.addSigHandler(Notifications.ActionInvoked.class, s -> pressed(s.id, s.action));
    bus.addSigHandler(Notifications.NotificationClosed.class, s -> shown.remove(s.id));
    bus.addSigHandler(DBus.NameOwnerChanged.class, s -> {
      // Another server: its numbers are not the old one's, and it may read markup where the old one did not.
      if (!s.name.equals(Notifications.NAME)) return;
      shown.clear();
      capabilities = Optional.empty();
    });
    server = bus.getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class);
  }

  private void pressed(UInt32 id, String action) {
    Shown what = shown.get(id);
    // A number that is not ours: every program on the bus hears every button.
    if (what == null) return;
    switch (action) {
      case "acknowledge" -> what.toast().acknowledges().map(Gesture.Acknowledge::new).ifPresent(gestures);
      case "open", "default" -> gestures.accept(new Gesture.Open());
      default -> { }
    }
  }

  private void disconnect() {
    DBusConnection old = bus;
    bus = null;
    server = null;
    shown.clear();
    capabilities = Optional.empty();
    if (old != null) old.disconnect();
  }

  @Override
  public synchronized void close() {
    if (bus != null) disconnect();
  }
}
