package iris.alarm;

import java.util.Objects;

/**
 * Which alarm: its kind and its subject, a service key for OUTAGE, DEGRADED, FALLBACK_ACTIVE and TO_CLASSIFY, a feed id
 * for SUPERVISION_LOST, the part for CONSOLE_FAULT.
 */
public record AlarmKey(Kind kind, String subject) {
  /** The alarms of section 2; TO_CLASSIFY is what no rule decided, which rings (feed-profile.md). */
  public enum Kind {
    OUTAGE,
    DEGRADED,
    SUPERVISION_LOST,
    TO_CLASSIFY,
    FALLBACK_ACTIVE,
    CONSOLE_FAULT
  }

  public AlarmKey {
    Objects.requireNonNull(kind);
    if (subject.isBlank()) throw new IllegalArgumentException("an alarm is about something");
  }

  /** {@code subject|KIND}, as in episode ids. */
  @Override
  public String toString() {
    return subject + "|" + kind;
  }
}
