package iris.ui.desk;

import iris.ui.desk.Slots.Slot;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/** A list cell whose one view is made once and shown the rows that come by. */
public final class Cells<R, V extends Node> extends ListCell<Slot<R>> {
  private final V view;
  private final BiConsumer<V, R> show;
  private final Function<R, String> spoken;
  private final ChangeListener<R> changed = (property, before, after) -> display(after);
  private @Nullable Slot<R> slot;

  private Cells(V view, BiConsumer<V, R> show, Function<R, String> spoken) {
    this.view = view;
    this.show = show;
    this.spoken = spoken;
    // As wide as the list, never wider: no sideways scrolling.
    setPrefWidth(0);
  }

  public static <R, V extends Node> Callback<ListView<Slot<R>>, ListCell<Slot<R>>> of(
      Supplier<V> view, BiConsumer<V, R> show, Function<R, String> spoken) {
    return list -> new Cells<>(view.get(), show, spoken);
  }

  @Override
  protected void updateItem(Slot<R> item, boolean empty) {
    super.updateItem(item, empty);
    if (slot != null) slot.rowProperty().removeListener(changed);
    slot = empty ? null : item;
    setGraphic(slot == null ? null : view);
    if (slot == null) {
      setAccessibleText(null);
      return;
    }
    slot.rowProperty().addListener(changed);
    display(slot.row());
  }

  private void display(R row) {
    show.accept(view, row);
    setAccessibleText(spoken.apply(row));
  }
}
