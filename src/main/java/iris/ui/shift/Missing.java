package iris.ui.shift;

import iris.alarm.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Windows in a row that a service should have and has not: from the start of the first to the end of the last. */
record Missing(String service, Instant from, Instant to, int count) {
  Missing {
    Objects.requireNonNull(service);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }

  /** Between two windows that are there, after {@code since}; what is still to come is not missing yet. */
  static List<Missing> of(ServiceState service, Duration period, Instant since) {
    List<Missing> runs = new ArrayList<>();
    Instant before = null;
    for (Instant start : service.windows().keySet()) {
      if (before != null) {
        Instant due = before.plus(period);
        // A run that began before the shift is of this shift from its beginning on.
        while (due.isBefore(since)) due = due.plus(period);
        long count = Duration.between(due, start).dividedBy(period);
        if (due.isBefore(start) && count > 0) runs.add(new Missing(service.key(), due, start, (int) count));
      }
      before = start;
    }
    return runs;
  }
}
