package iris.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** More than ten alarms in ten minutes, until less than five (ISA-18.2). */
final class Flood {
  static final Duration SPAN = Duration.ofMinutes(10);
  private static final int BEGINS_OVER = 10;
  private static final int ENDS_UNDER = 5;

  private Flood() {}

  static Memory after(Memory memory, int newRaises, Duration now) {
    List<Duration> times = new ArrayList<>(memory.raises().stream().filter(t -> t.plus(SPAN).compareTo(now) > 0).toList());
    for (int i = 0; i < newRaises; i++) times.add(now);
    boolean flood = memory.flood() ? times.size() >= ENDS_UNDER : times.size() > BEGINS_OVER;
    return memory.withRaises(times, flood);
  }
}
