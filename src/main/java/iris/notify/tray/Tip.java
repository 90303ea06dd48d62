package iris.notify.tray;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** What stands beside the pointer. Public because dbus-java reads it by name. */
public final class Tip extends Struct {
  @Position(0)
  public final String icon;
  @Position(1)
  public final List<Pixmap> pixmaps;
  @Position(2)
  public final String title;
  @Position(3)
  public final String text;

  public Tip(String icon, List<Pixmap> pixmaps, String title, String text) {
    this.icon = icon;
    this.pixmaps = pixmaps;
    this.title = title;
    this.text = text;
  }
}
