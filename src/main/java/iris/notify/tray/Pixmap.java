package iris.notify.tray;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A picture as it travels: ARGB, four bytes a pixel, opacity first. Public because dbus-java reads it by name. */
public final class Pixmap extends Struct {
  @Position(0)
  public final int width;
  @Position(1)
  public final int height;
  @Position(2)
  public final byte[] argb;

  public Pixmap(int width, int height, byte[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }
}
