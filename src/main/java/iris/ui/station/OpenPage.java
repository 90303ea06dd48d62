package iris.ui.station;

import java.util.Objects;

/** Which page was seen last. */
record OpenPage(String id) {
  /** Under this name it stands in the file. */
  static final String SECTION = "page";

  OpenPage {
    Objects.requireNonNull(id);
  }
}
