package iris.notify.tray;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.jspecify.annotations.Nullable;

/**
 * The item on a bus: registered with the watcher that is there, and with each that comes. Used by one thread, which it
 * may keep waiting for as long as a watcher takes to answer.
 */
final class BusTray implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BusTray.class.getName());
  /** Held, since the log manager forgets a level whose logger nobody holds. */
  private static final Logger LIBRARY = Logger.getLogger("org.freedesktop.dbus");

  private final Supplier<Optional<String>> address;
  private final Runnable front;
  private final Runnable nudge;
  private @Nullable DBusConnection bus;
  private @Nullable Item item;
  private String name = "";
  /** The watcher that owns the name changed: whom we registered with is gone. Set on threads of dbus-java. */
  private volatile boolean registered;

  /**
   * @param front somebody clicked, {@code nudge} there may be a watcher now: both on a foreign thread, must not block
   */
  BusTray(Supplier<Optional<String>> address, Runnable front, Runnable nudge) {
    // It logs a stack trace for every bus that goes.
    LIBRARY.setLevel(Level.OFF);
    this.address = address;
    this.front = front;
    this.nudge = nudge;
  }

  /** Shows this, over a connection that stands or a new one; false: there is no bus that would carry it. */
  boolean show(Item.Face face) {
    try {
      if (bus != null && !bus.isConnected()) disconnect();
      if (bus == null) {
        Optional<String> where = address.get();
        if (where.isEmpty()) return false;
        connect(where.get(), face);
      } else {
        change(Objects.requireNonNull(item).face(), face);
      }
      register();
      return true;
    } catch (DBusException | RuntimeException e) {
      // RuntimeException on purpose: dbus-java throws StringIndexOutOfBounds and the like for an odd address or a bus
      // that hangs up in the middle. No tray is no fault: the window, the banner and the sound are the alarm.
      LOG.log(System.Logger.Level.DEBUG, "no tray", e);
      disconnect();
      return false;
    }
  }

  /** A watcher has the item; from any thread. */
  boolean there() {
    return registered;
  }

  private DBusConnection bus() {
    return Objects.requireNonNull(bus, "connected first");
  }

  private void connect(String where, Item.Face first) throws DBusException {
    // Milliseconds it waits for a socket that is not there: ten seconds by default.
    bus = DBusConnectionBuilder.forAddress(where).withShared(false).transportConfig().withTimeout(500).back().build();
    bus.addSigHandler(DBus.NameOwnerChanged.class, s -> {
      if (!s.name.equals(StatusNotifierWatcher.NAME)) return;
      registered = false;
      nudge.run();
    });
    item = new Item(front, first);
    bus.exportObject(StatusNotifierItem.PATH, item);
    // Of this process and connection: of two consoles in one process, one may end while the other starts.
    name = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-"
        + bus.getUniqueName().replaceAll("[^0-9]", "");
    bus.requestBusName(name);
  }

  /** Asked before it is called: a call to a name that nobody has makes some buses start a program. */
  private void register() throws DBusException {
    if (registered) return;
    DBus daemon = bus().getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
    if (!daemon.NameHasOwner(StatusNotifierWatcher.NAME)) return;
    // Before the call: a watcher that goes during it must leave us unregistered.
    registered = true;
    try {
      bus().getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
          .RegisterStatusNotifierItem(name);
    } catch (DBusException | RuntimeException e) {
      registered = false;
      throw e;
    }
  }

  private void change(Item.Face before, Item.Face after) throws DBusException {
    Objects.requireNonNull(item).show(after);
    if (!before.model().title().equals(after.model().title()))
      bus().sendMessage(new StatusNotifierItem.NewTitle(StatusNotifierItem.PATH));
    if (!before.model().looksLike(after.model())) {
      bus().sendMessage(new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
      bus().sendMessage(new StatusNotifierItem.NewAttentionIcon(StatusNotifierItem.PATH));
    }
    if (!before.model().equals(after.model()))
      bus().sendMessage(new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
    if (!before.status().equals(after.status()))
      bus().sendMessage(new StatusNotifierItem.NewStatus(StatusNotifierItem.PATH, after.status()));
  }

  private void disconnect() {
    DBusConnection old = bus;
    bus = null;
    item = null;
    registered = false;
    if (old != null) old.disconnect();
  }

  @Override
  public void close() {
    disconnect();
  }
}
