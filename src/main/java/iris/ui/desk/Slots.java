package iris.ui.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.FocusModel;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TableView;

/**
 * Keeps a list or a table in step with rows that are made anew at every showing. A row keeps its slot as long as its
 * key is there, so a changed text touches one cell, and selection, focus and scrolling stay where the operator left them.
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

  private final ObservableList<Slot<R>> items;
  private final MultipleSelectionModel<Slot<R>> selection;
  private final FocusModel<Slot<R>> focus;
  private final Function<R, K> key;
  private Map<K, Slot<R>> slots = new LinkedHashMap<>();

  public Slots(ListView<Slot<R>> view, Function<R, K> key) {
    this(view.getItems(), view.getSelectionModel(), view.getFocusModel(), key);
  }

  public Slots(TableView<Slot<R>> view, Function<R, K> key) {
    this(view.getItems(), view.getSelectionModel(), view.getFocusModel(), key);
  }

  private Slots(ObservableList<Slot<R>> items, MultipleSelectionModel<Slot<R>> selection, FocusModel<Slot<R>> focus,
      Function<R, K> key) {
    this.items = items;
    this.selection = selection;
    this.focus = focus;
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
    boolean samePlaces = List.copyOf(next.values()).equals(List.copyOf(items));
    slots = next;
    if (!samePlaces) reorder();
  }

  private void reorder() {
    List<Slot<R>> selected = new ArrayList<>(selection.getSelectedItems());
    Slot<R> focused = focus.getFocusedItem();
    selection.clearSelection();
    items.setAll(slots.values());
    select(selected);
    int at = items.indexOf(focused);
    if (at >= 0) focus.focus(at);
  }

  /** All at once: one by one, each tells of all that are selected, and a thousand took a second. */
  private void select(List<Slot<R>> wanted) {
    Map<Slot<R>, Integer> places = new HashMap<>();
    for (Slot<R> slot : items) places.put(slot, places.size());
    int[] at = wanted.stream().map(places::get).filter(Objects::nonNull).mapToInt(i -> i).toArray();
    if (at.length > 0) selection.selectIndices(at[0], Arrays.copyOfRange(at, 1, at.length));
  }

  /** Keys of the selected rows. */
  public List<K> chosen() {
    return selected().stream().map(key).toList();
  }

  /** Selects the rows with these keys, as far as they are there, and none besides. */
  public void choose(List<K> keys) {
    selection.clearSelection();
    select(keys.stream().map(slots::get).filter(Objects::nonNull).toList());
  }

  /** The selected rows, as they are now. */
  public List<R> selected() {
    return selection.getSelectedItems().stream().filter(s -> s != null).map(Slot::row).toList();
  }
}
