package iris.notify.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** The part of a desktop that knows all items. Public because dbus-java builds it by name. */
@DBusInterfaceName("org.kde.StatusNotifierWatcher")
public interface StatusNotifierWatcher extends DBusInterface {
  String NAME = "org.kde.StatusNotifierWatcher";
  String PATH = "/StatusNotifierWatcher";

  /** @param service the name on the bus whose {@link StatusNotifierItem#PATH} is the item */
  void RegisterStatusNotifierItem(String service);
}
