package iris.notify.tray;

import java.util.List;
import org.freedesktop.dbus.TypeRef;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/**
 * org.kde.StatusNotifierItem, which every tray of Linux reads but the oldest. Public because dbus-java calls it by
 * name; the properties are annotated for who looks at the item with a tool.
 */
@DBusInterfaceName("org.kde.StatusNotifierItem")
@DBusProperty(name = "Category", type = String.class, access = Access.READ)
@DBusProperty(name = "Id", type = String.class, access = Access.READ)
@DBusProperty(name = "Title", type = String.class, access = Access.READ)
@DBusProperty(name = "Status", type = String.class, access = Access.READ)
@DBusProperty(name = "WindowId", type = Integer.class, access = Access.READ)
@DBusProperty(name = "IconName", type = String.class, access = Access.READ)
@DBusProperty(name = "IconPixmap", type = StatusNotifierItem.Pixmaps.class, access = Access.READ)
@DBusProperty(name = "OverlayIconName", type = String.class, access = Access.READ)
@DBusProperty(name = "AttentionIconName", type = String.class, access = Access.READ)
@DBusProperty(name = "AttentionIconPixmap", type = StatusNotifierItem.Pixmaps.class, access = Access.READ)
@DBusProperty(name = "ToolTip", type = Tip.class, access = Access.READ)
@DBusProperty(name = "ItemIsMenu", type = Boolean.class, access = Access.READ)
public interface StatusNotifierItem extends DBusInterface {
  String PATH = "/StatusNotifierItem";

  /** The right button; where on the screen, in pixels. */
  void ContextMenu(int x, int y);

  /** The left button. */
  void Activate(int x, int y);

  /** The middle button. */
  void SecondaryActivate(int x, int y);

  void Scroll(int delta, String orientation);

  interface Pixmaps extends TypeRef<List<Pixmap>> {}

  class NewTitle extends DBusSignal {
    public NewTitle(String path) throws DBusException {
      super(path);
    }
  }

  class NewIcon extends DBusSignal {
    public NewIcon(String path) throws DBusException {
      super(path);
    }
  }

  class NewAttentionIcon extends DBusSignal {
    public NewAttentionIcon(String path) throws DBusException {
      super(path);
    }
  }

  class NewToolTip extends DBusSignal {
    public NewToolTip(String path) throws DBusException {
      super(path);
    }
  }

  class NewStatus extends DBusSignal {
    public NewStatus(String path, String status) throws DBusException {
      super(path, status);
    }
  }
}
