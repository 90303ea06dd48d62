package iris.ui.station.alarms;

import java.util.ArrayList;
import java.util.List;

/**
 * What the page remembers from one start to the next.
 *
 * @param sort the last one, whether it is part of a view or not
 */
record Remembered(Sort sort, List<SavedView> views) {
  /** Under this name it stands in the file. */
  static final String SECTION = "alarms";
  /** As many as there are digits to pick them. */
  static final int MOST = 9;

  static final Remembered NOTHING = new Remembered(Sort.USUAL, List.of());

  /** A file of an earlier version may lack either. */
  Remembered {
    sort = sort == null ? Sort.USUAL : sort;
    views = views == null ? List.of() : List.copyOf(views);
  }

  Remembered with(Sort other) {
    return new Remembered(other, views);
  }

  /** In the place of the one of the same name, else as the last. */
  Remembered with(SavedView view) {
    List<SavedView> all = new ArrayList<>(views);
    int same = names().indexOf(view.name());
    if (same >= 0) all.set(same, view);
    else all.add(view);
    return new Remembered(sort, all);
  }

  Remembered without(String name) {
    return new Remembered(sort, views.stream().filter(v -> !v.name().equals(name)).toList());
  }

  boolean full(String name) {
    return views.size() >= MOST && !names().contains(name);
  }

  List<String> names() {
    return views.stream().map(SavedView::name).toList();
  }
}
