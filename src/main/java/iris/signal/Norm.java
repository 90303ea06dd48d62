package iris.signal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is usual of one service in one hour, by the same hour of the same weekday of past weeks.
 *
 * @param service key of the service
 * @param from start of the hour, inclusive, {@code to} its end, exclusive
 * @param day weekday and {@code hour} 0 to 23 of the clock on the wall, where the reader sits
 * @param weeks how many weeks speak in it, 0 or more
 * @param usual by measure; what too few weeks speak of is left out
 */
public record Norm(
    String service, Instant from, Instant to, DayOfWeek day, int hour, int weeks, Map<Measure, Usual> usual) {

  /** Weeks that must speak before anything is called usual. */
  public static final int FEWEST = 3;

  /**
   * @param middle the middle of the weeks, each by its own middle: one week that was out of order moves it little
   * @param spread how far single windows usually lie from it: 1.4826 times the median distance, 0 or more
   */
  public record Usual(double middle, double spread) {
    public Usual {
      if (!(middle >= 0 && spread >= 0)) throw new IllegalArgumentException("middle " + middle + ", spread " + spread);
    }
  }

  public Norm {
    Objects.requireNonNull(service);
    Objects.requireNonNull(day);
    if (!from.isBefore(to)) throw new IllegalArgumentException("an hour ends after it starts: " + from + " " + to);
    if (hour < 0 || hour > 23 || weeks < 0) throw new IllegalArgumentException("hour " + hour + ", weeks " + weeks);
    usual = usual.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(usual));
  }

  /** It speaks of this moment. */
  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
