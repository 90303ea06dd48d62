package iris.relay.alertmanager;

import iris.alarm.AlarmKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An alert as long as it stands. Alertmanager knows an alert by its labels alone, so they are decided when it begins
 * and kept to its end: an end with other labels ends nothing.
 *
 * @param signal {@link iris.relay.Signal#id()}
 * @param since as the server is told
 * @param told when the newest message about it was of: what is older says nothing new
 */
record Held(String signal, AlarmKey.Kind alarm, Map<String, String> labels, Map<String, String> annotations,
    Instant since, Instant told) {
  Held {
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(since);
    Objects.requireNonNull(told);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }

  /** One alarm of one signal. */
  String key() {
    return signal + "|" + alarm;
  }

  Held saying(Map<String, String> newer, Instant at) {
    return new Held(signal, alarm, labels, newer, since, at);
  }
}
