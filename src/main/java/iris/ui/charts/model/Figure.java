package iris.ui.charts.model;

/** What is drawn of times, in milliseconds. */
public enum Figure {
  MEAN,
  P50,
  P95,
  P99,
  MAX
}
