package iris.ui.acts;

import iris.ui.desk.Slots.Slot;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/** A list cell whose words wrap: as wide as the list, as high as its words. Its view is made once. */
final class Row<R> extends ListCell<Slot<R>> {
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
  /** Scroll bar, borders and padding, in pixels. */
  private static final double EDGES = 34;

  private final Lines view;
  private final Function<R, Lines.Said> say;
  private final ChangeListener<R> changed = (property, before, after) -> display(after);
  private @Nullable Slot<R> slot;

  private Row(ListView<Slot<R>> list, Lines view, Function<R, Lines.Said> say) {
    this.view = view;
    this.say = say;
    view.wide(list.widthProperty().subtract(EDGES));
    setPrefWidth(0);
  }

  static <R> Callback<ListView<Slot<R>>, ListCell<Slot<R>>> of(Supplier<Lines> view, Function<R, Lines.Said> say) {
    return list -> new Row<>(list, view.get(), say);
  }

  @Override
  protected void updateItem(Slot<R> item, boolean empty) {
    super.updateItem(item, empty);
    if (slot != null) slot.rowProperty().removeListener(changed);
    slot = empty ? null : item;
    setGraphic(slot == null ? null : view);
    pseudoClassStateChanged(HEAD, false);
    if (slot == null) {
      setAccessibleText(null);
      return;
    }
    slot.rowProperty().addListener(changed);
    display(slot.row());
  }

  private void display(R row) {
    Lines.Said said = say.apply(row);
    view.show(said);
    pseudoClassStateChanged(HEAD, said.head());
    setAccessibleText(said.spoken());
  }
}
