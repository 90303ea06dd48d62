package iris.notify.toast;

import iris.alarm.AlarmKey;

/** What somebody did to a toast. */
public sealed interface Gesture {
  record Acknowledge(AlarmKey alarm) implements Gesture {}

  /** Wants to see IRIS. */
  record Open() implements Gesture {}
}
