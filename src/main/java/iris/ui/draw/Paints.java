package iris.ui.draw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * An invisible node that asks the style sheet what colours the roles have ({@code .iris-paints}), for those who draw on
 * a canvas. Magenta where a sheet forgot a role: seen at once, and by the tests.
 */
public final class Paints extends Region {
  private static final Color FORGOTTEN = Color.MAGENTA;
  private static final Map<Role, CssMetaData<Paints, Color>> META = meta();
  private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

  private final Map<Role, StyleableObjectProperty<Color>> values = new EnumMap<>(Role.class);

  /** @param changed told at each role that changes, many times in one pulse: mark yourself dirty, draw later */
  public Paints(Runnable changed) {
    getStyleClass().add("iris-paints");
    setManaged(false);
    setVisible(false);
    for (Role role : Role.values()) {
      var value = new SimpleStyleableObjectProperty<>(META.get(role), this, role.name(), FORGOTTEN);
      value.addListener((property, before, after) -> changed.run());
      values.put(role, value);
    }
  }

  public Palette palette() {
    Map<Role, Color> now = new EnumMap<>(Role.class);
    values.forEach((role, value) -> now.put(role, value.get() == null ? FORGOTTEN : value.get()));
    return new Palette(now);
  }

  private static Map<Role, CssMetaData<Paints, Color>> meta() {
    Map<Role, CssMetaData<Paints, Color>> meta = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      meta.put(role, new CssMetaData<>(role.css(), StyleConverter.getColorConverter(), FORGOTTEN) {
        @Override
        public boolean isSettable(Paints paints) {
          return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Paints paints) {
          return Objects.requireNonNull(paints.values.get(role));
        }
      });
    }
    return meta;
  }

  private static List<CssMetaData<? extends Styleable, ?>> all() {
    List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
    all.addAll(META.values());
    return List.copyOf(all);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ALL;
  }
}
