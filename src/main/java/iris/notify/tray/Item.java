package iris.notify.tray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** The item as the bus sees it; asked on threads of dbus-java. Public because dbus-java calls it by name. */
public final class Item implements StatusNotifierItem, Properties {
  private static final String PIXMAPS = "a(iiay)";
  private static final String TIP = "(sa(iiay)ss)";

  /** What is shown at one moment. */
  record Face(TrayModel model, List<Pixmap> pixmaps) {
    Face {
      pixmaps = List.copyOf(pixmaps);
    }

    String status() {
      return model.wanted() ? "NeedsAttention" : "Active";
    }
  }

  private final Runnable front;
  private volatile Face face;

  /** @param front must not block */
  Item(Runnable front, Face first) {
    this.front = front;
    face = first;
  }

  void show(Face next) {
    face = next;
  }

  Face face() {
    return face;
  }

  private Map<String, Variant<?>> properties() {
    Face now = face;
    Map<String, Variant<?>> all = new LinkedHashMap<>();
    all.put("Category", new Variant<>("ApplicationStatus"));
    all.put("Id", new Variant<>("iris"));
    all.put("Title", new Variant<>(now.model().title()));
    all.put("Status", new Variant<>(now.status()));
    all.put("WindowId", new Variant<>(0));
    // No name of an icon: a tray that finds one in its theme shows it in the place of the picture with the mark.
    all.put("IconName", new Variant<>(""));
    all.put("IconPixmap", new Variant<>(now.pixmaps(), PIXMAPS));
    all.put("OverlayIconName", new Variant<>(""));
    all.put("AttentionIconName", new Variant<>(""));
    all.put("AttentionIconPixmap", new Variant<>(now.pixmaps(), PIXMAPS));
    all.put("ToolTip", new Variant<>(new Tip("", List.of(), now.model().title(), now.model().text()), TIP));
    all.put("ItemIsMenu", new Variant<>(false));
    return all;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> A Get(String ofInterface, String name) {
    Variant<?> value = properties().get(name);
    if (value == null) throw new UnknownProperty("no property " + name);
    // On the bus each property travels as a variant, whatever type the caller wishes for.
    return (A) value;
  }

  @Override
  public <A> void Set(String ofInterface, String name, A value) {
    throw new PropertyReadOnly(name + " is IRIS's own");
  }

  @Override
  public Map<String, Variant<?>> GetAll(String ofInterface) {
    return properties();
  }

  @Override
  public void Activate(int x, int y) {
    front.run();
  }

  /** There is no menu: each button brings the window, where everything can be done. */
  @Override
  public void ContextMenu(int x, int y) {
    front.run();
  }

  @Override
  public void SecondaryActivate(int x, int y) {
    front.run();
  }

  @Override
  public void Scroll(int delta, String orientation) {}

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
