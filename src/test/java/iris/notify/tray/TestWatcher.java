package iris.notify.tray;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;

/** A tray that draws nothing: the watcher's side of the protocol, on a connection of its own. */
final class TestWatcher implements StatusNotifierWatcher, AutoCloseable {
  final List<String> items = new CopyOnWriteArrayList<>();
  final List<String> signals = new CopyOnWriteArrayList<>();
  private final DBusConnection bus;

  TestWatcher(String address) throws DBusException {
    bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    bus.exportObject(PATH, this);
    bus.addSigHandler(StatusNotifierItem.NewIcon.class, s -> signals.add("NewIcon"));
    bus.addSigHandler(StatusNotifierItem.NewToolTip.class, s -> signals.add("NewToolTip"));
    bus.addSigHandler(StatusNotifierItem.NewTitle.class, s -> signals.add("NewTitle"));
    bus.addSigHandler(StatusNotifierItem.NewStatus.class, s -> signals.add("NewStatus"));
    bus.requestBusName(NAME);
  }

  @Override
  public void RegisterStatusNotifierItem(String service) {
    items.add(service);
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  /** A property of the first item, as the bus carries it. */
  <T> T property(String name) {
    try {
      return bus.getRemoteObject(items.getFirst(), StatusNotifierItem.PATH, Properties.class)
          .Get("org.kde.StatusNotifierItem", name);
    } catch (DBusException e) {
      throw new AssertionError(e);
    }
  }

  StatusNotifierItem item() throws DBusException {
    return bus.getRemoteObject(items.getFirst(), StatusNotifierItem.PATH, StatusNotifierItem.class);
  }

  boolean knows(String service) {
    try {
      return bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus",
          org.freedesktop.dbus.interfaces.DBus.class).NameHasOwner(service);
    } catch (DBusException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
