package iris.ui.station.alarms;

import java.util.Objects;

/** A way to look at the alarms, with the name that somebody gave it. */
record SavedView(String name, Filter filter, Sort sort, String search) {
  static final int LONGEST = 40;

  /** The one that is always there. */
  static final SavedView USUAL = new SavedView("0", Filter.USUAL, Sort.USUAL, "");

  SavedView {
    Objects.requireNonNull(filter);
    Objects.requireNonNull(sort);
    Objects.requireNonNull(search);
    if (name.isBlank() || name.length() > LONGEST) throw new IllegalArgumentException("a view has a name");
  }
}
