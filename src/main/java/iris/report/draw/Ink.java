package iris.report.draw;

/**
 * What a stroke means; who draws it chooses the colour. The colours of paper stand here (alarm-model.md, section 10,
 * the light palette): never alone, always with a shape or a word, so that a copy in black and white says the same.
 */
public enum Ink {
  TEXT("#14181C"),
  SOFT("#3F4850"),
  GRID("#C3C8CD"),
  UP("#D5D9DD"),
  DEGRADED("#FFC53D"),
  DEGRADED_EDGE("#6B4700"),
  DOWN("#BF2222"),
  UNKNOWN("#14181C"),
  WORKS("#596570"),
  FIRST("#14181C"),
  SECOND("#0F68AD"),
  THIRD("#8A5A00"),
  FOURTH("#6A3D9A"),
  ON_DOWN("#FFFFFF");

  private final String hex;

  Ink(String hex) {
    this.hex = hex;
  }

  /** On paper: {@code #RRGGBB}. */
  public String hex() {
    return hex;
  }
}
