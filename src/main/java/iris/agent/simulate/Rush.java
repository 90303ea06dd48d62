package iris.agent.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The traffic of a day as professionals of the car trade make it: two rush hours and a lunch. */
public final class Rush {
  /** Share of the peak at each full hour. */
  private static final double[] DAY = {
    .03, .02, .02, .02, .03, .05, .12, .30, .62, .88, 1.0, .95, .55, .50, .85, .97, .92, .75, .48, .28, .18, .12, .08, .05
  };
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private Rush() {}

  /** Traffic at a moment, share of the peak, above 0 to 1; half of it on Saturdays and Sundays. */
  public static double load(Instant at) {
    ZonedDateTime local = at.atZone(ZONE);
    double hour = local.getMinute() / 60.0 + local.getSecond() / 3600.0;
    double here = DAY[local.getHour()];
    double next = DAY[(local.getHour() + 1) % 24];
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return (here + (next - here) * hour) * (weekend ? 0.5 : 1);
  }
}
