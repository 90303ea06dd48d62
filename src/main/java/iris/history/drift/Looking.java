package iris.history.drift;

import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.signal.Norm;
import iris.signal.Service;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is usual from the annals. Takes its time: on the thread that may ask them. */
public final class Looking {
  private Looking() {}

  /** Of the hour of {@code now} and of the next, as the clocks of {@code zone} show them. */
  public static List<Norm> of(Annals annals, String key, Service service, Instant now, ZoneId zone) throws Unreadable {
    List<Norm> norms = new ArrayList<>();
    Hour hour = Hour.at(now, zone);
    for (Hour h : List.of(hour, hour.next())) {
      List<List<Stretch>> weeks = new ArrayList<>();
      for (int week = 1; week <= Usual.WEEKS; week++) {
        Optional<Hour.Span> span = h.ago(week);
        if (span.isPresent()) weeks.add(annals.stretches(key, span.get().from(), span.get().to(), Grain.WINDOW));
      }
      norms.add(Usual.of(key, service, h, weeks));
    }
    return norms;
  }
}
