package iris.alarm;

import java.util.Objects;

/**
 * Which alarm: its kind and its subject, a service key for OUTAGE, DEGRADED, SERVICE_SILENT, FALLBACK_ACTIVE,
 * FALLBACK_FAILED and TO_CLASSIFY, a feed id for SUPERVISION_LOST, the part for CONSOLE_FAULT, a service key or
 * {@link Exercise#ALL} for EXERCISE.
 */
public record AlarmKey(Kind kind, String subject) {
  /**
   * The alarms of section 2; TO_CLASSIFY is what no rule decided, which rings (feed-profile.md). SERVICE_SILENT: the feed
   * lives, yet says nothing more of one of its services (scenario 7); P2. FALLBACK_FAILED: a switching
   * failed, or nobody knows whether the fallback runs; P2, and apart from FALLBACK_ACTIVE, since both may be true at
   * once and each wants an answer of its own.
   */
  public enum Kind {
    OUTAGE,
    DEGRADED,
    SUPERVISION_LOST,
    SERVICE_SILENT,
    TO_CLASSIFY,
    FALLBACK_ACTIVE,
    FALLBACK_FAILED,
    CONSOLE_FAULT,
    /** Played, never real: no service, window, figure or foreign server hears of it. */
    EXERCISE
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
