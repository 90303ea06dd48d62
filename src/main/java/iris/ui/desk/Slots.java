package iris.ui.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ListView;

/**
 * Keeps a list view in step with rows that are made anew at every showing. A row keeps its slot as long as its key is
 * there, so a changed text touches one cell, and selection, focus and scrolling stay where the operator left them.
 */
public final class Slots<K, R> {
  /** One place in the list. */
  public static final class Slot<R> {
    private final ReadOnlyObjectWrapper<R> row;

    private Slot(R first) {
      row = new ReadOnlyObjectWrapper<>(first);
    }

    public R row() {
      return row.get();
    }

    public ReadOnlyObjectProperty<R> rowProperty() {
      return row.getReadOnlyProperty();
    }
  }

  private final ListView<Slot<R>> view;
  private final Function<R, K> key;
  private Map<K, Slot<R>> slots = new LinkedHashMap<>();

  public Slots(ListView<Slot<R>> view, Function<R, K> key) {
    this.view = view;
    this.key = key;
  }

  public void show(List<R> rows) {
    Map<K, Slot<R>> next = new LinkedHashMap<>();
    for (R row : rows) {
      Slot<R> slot = slots.get(key.apply(row));
      if (slot == null) slot = new Slot<>(row);
      else if (!slot.row().equals(row)) slot.row.set(row);
      next.put(key.apply(row), slot);
    }
    boolean samePlaces = List.copyOf(next.values()).equals(List.copyOf(view.getItems()));
    slots = next;
    if (!samePlaces) reorder();
  }

  private void reorder() {
    var selection = view.getSelectionModel();
    List<Slot<R>> selected = new ArrayList<>(selection.getSelectedItems());
    Slot<R> focused = view.getFocusModel().getFocusedItem();
    selection.clearSelection();
    view.getItems().setAll(slots.values());
    for (Slot<R> slot : selected) if (view.getItems().contains(slot)) selection.select(slot);
    int at = view.getItems().indexOf(focused);
    if (at >= 0) view.getFocusModel().focus(at);
  }

  /** Keys of the selected rows. */
  public List<K> chosen() {
    return selected().stream().map(key).toList();
  }

  /** Selects the rows with these keys, as far as they are there, and none besides. */
  public void choose(List<K> keys) {
    view.getSelectionModel().clearSelection();
    for (K one : keys) if (slots.containsKey(one)) view.getSelectionModel().select(slots.get(one));
  }

  /** The selected rows, as they are now. */
  public List<R> selected() {
    return view.getSelectionModel().getSelectedItems().stream().filter(s -> s != null).map(Slot::row).toList();
  }
}
