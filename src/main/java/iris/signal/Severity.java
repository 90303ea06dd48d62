package iris.signal;

/** How bad an incident is, as its author says; worst first. */
public enum Severity {
  OUTAGE,
  DEGRADED
}
