package iris.ui.story;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Brings a list to what is to be shown with the least change: the reader keeps his place and what he chose. */
final class Steady<T> {
  private final ListView<T> view;
  private final Function<T, Object> key;

  Steady(ListView<T> view, Function<T, Object> key) {
    this.view = view;
    this.key = key;
  }

  void show(List<T> next) {
    ObservableList<T> items = view.getItems();
    if (items.equals(next)) return;
    T chosen = view.getSelectionModel().getSelectedItem();
    int first = visible(true);
    boolean atEnd = !items.isEmpty() && visible(false) == items.size() - 1;
    T top = first >= 0 && first < items.size() ? items.get(first) : null;
    int head = alike(items, next);
    int tail = Math.min(alike(items.reversed(), next.reversed()), Math.min(items.size(), next.size()) - head);
    replace(items, head, items.size() - tail, next.subList(head, next.size() - tail));
    if (chosen != null) select(key.apply(chosen));
    if (atEnd && chosen == null) view.scrollTo(items.size() - 1);
    else if (top != null && head < first) at(key.apply(top), view::scrollTo);
  }

  /** Chooses the row with this key; false: there is none. */
  boolean select(Object wanted) {
    return at(wanted, place -> {
      if (view.getSelectionModel().getSelectedIndex() == place) return;
      view.getSelectionModel().clearAndSelect(place);
      view.getFocusModel().focus(place);
    });
  }

  private boolean at(Object wanted, java.util.function.IntConsumer then) {
    for (int i = 0; i < view.getItems().size(); i++) {
      if (!key.apply(view.getItems().get(i)).equals(wanted)) continue;
      then.accept(i);
      return true;
    }
    return false;
  }

  private int visible(boolean first) {
    Node flow = view.lookup(".virtual-flow");
    if (!(flow instanceof VirtualFlow<?> cells)) return -1;
    var cell = first ? cells.getFirstVisibleCell() : cells.getLastVisibleCell();
    return cell == null ? -1 : cell.getIndex();
  }

  private static <T> int alike(List<T> before, List<T> after) {
    int n = 0;
    while (n < before.size() && n < after.size() && before.get(n).equals(after.get(n))) n++;
    return n;
  }

  private static <T> void replace(ObservableList<T> items, int from, int to, List<T> by) {
    int both = Math.min(to - from, by.size());
    for (int i = 0; i < both; i++) if (!items.get(from + i).equals(by.get(i))) items.set(from + i, by.get(i));
    if (to - from > both) items.remove(from + both, to);
    if (by.size() > both) items.addAll(from + both, by.subList(both, by.size()));
  }
}
