package iris.notify.toast;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** org.freedesktop.Notifications, version 1.2, as far as IRIS uses it. Public because dbus-java builds it by name. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {
  String NAME = "org.freedesktop.Notifications";
  String PATH = "/org/freedesktop/Notifications";

  List<String> GetCapabilities();

  /** @param timeout milliseconds; 0 never, -1 as the server likes */
  UInt32 Notify(String app, UInt32 replaces, String icon, String summary, String body, List<String> actions,
      Map<String, Variant<?>> hints, int timeout);

  void CloseNotification(UInt32 id);

  /** A button was pressed. */
  class ActionInvoked extends DBusSignal {
    final UInt32 id;
    final String action;

    public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
      super(path, id, action);
      this.id = id;
      this.action = action;
    }
  }

  /** It is gone from the screen: expired, dismissed or closed. */
  class NotificationClosed extends DBusSignal {
    final UInt32 id;

    public NotificationClosed(String path, UInt32 id, UInt32 reason) throws DBusException {
      super(path, id, reason);
      this.id = id;
    }
  }
}
