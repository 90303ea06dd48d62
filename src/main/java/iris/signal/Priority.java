package iris.signal;

/** How soon a person must act; P1 first. Order of declaration is order of urgency. */
public enum Priority {
  P1,
  P2,
  P3;

  public boolean moreUrgentThan(Priority other) {
    return compareTo(other) < 0;
  }
}
