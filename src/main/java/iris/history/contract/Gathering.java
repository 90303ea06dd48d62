package iris.history.contract;

import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.history.years.Times.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a timeline: hours, and windows only in those hours that are cut by the ends of service, that miss something, or
 * in which something was bad. A month of a calm service is read from 720 rows, and counted as if from 8,640.
 */
final class Gathering {
  private static final long HOUR = 3600;
  /** One question for many hours is quicker than many for one each. */
  private static final double MOST = 0.5;

  private Gathering() {}

  /**
   * @param cuts moments that figures begin or end at; {@code works} maintenance is told apart window by window
   * @param spread how response times are spread over windows is asked too, to the millisecond
   */
  static Timeline read(Annals annals, String service, Span span, Set<Instant> cuts, boolean works, boolean spread)
      throws Unreadable {
    Instant from = Grain.HOUR.floor(span.from());
    Instant to = Grain.HOUR.floor(span.to()).equals(span.to()) ? span.to() : Grain.HOUR.next(Grain.HOUR.floor(span.to()));
    List<Stretch> hours = annals.stretches(service, from, to, Grain.HOUR);
    Map<Instant, List<Long>> p95s = spread ? exact(hours, annals.p95s(service, from, to)) : Map.of();
    Set<Instant> closer = new TreeSet<>();
    boolean bad = false;
    for (Stretch hour : hours) {
      // The first good window after a bad one is looked for in the next hour too.
      if (bad || works && hour.works().said() > 0 || odd(hour) || spread && !p95s.containsKey(hour.from())) closer.add(hour.from());
      bad = bad(hour);
    }
    for (Instant cut : cuts)
      if (!Grain.HOUR.floor(cut).equals(cut)) closer.add(Grain.HOUR.floor(cut));
    if (closer.size() > MOST * hours.size()) hours.forEach(hour -> closer.add(hour.from()));
    // A feed with windows of more than an hour: they begin long before the hours that they speak of.
    boolean wide = hours.stream().anyMatch(h -> h.windows() == 0);
    List<Piece> pieces = new ArrayList<>();
    Set<Instant> told = new HashSet<>();
    TreeMap<Instant, Stretch> byStart = new TreeMap<>();
    hours.forEach(hour -> byStart.put(hour.from(), hour));
    for (Span run : runs(closer))
      windows(annals, service, run, wide, byStart.subMap(run.from(), run.to()).values(), pieces, told);
    for (Stretch hour : hours)
      if (!told.contains(hour.from()))
        pieces.add(new Piece(hour, true, Optional.ofNullable(p95s.get(hour.from()))));
    return new Timeline(span, pieces.stream().map(p -> p.span().overlaps(span) ? p.clip(span) : p).toList());
  }

  private static boolean odd(Stretch hour) {
    long known = hour.plain().known();
    return hour.plain().said() + hour.works().said() < HOUR || bad(hour) || known > 0 && hour.plain().unknown() > 0;
  }

  private static boolean bad(Stretch hour) {
    return hour.plain().down() > 0 || hour.plain().degraded() > 0 || hour.works().down() > 0;
  }

  /**
   * Of the hours whose windows said these and no others, what they said. Each window that was counted is among what is
   * asked, a revision beside it and a row that cannot be read as well: as many as were counted are the very ones.
   */
  private static Map<Instant, List<Long>> exact(List<Stretch> hours, Map<Instant, List<Long>> p95s) {
    Map<Instant, List<Long>> exact = new HashMap<>();
    for (Stretch hour : hours) {
      List<Long> said = p95s.getOrDefault(hour.from(), List.of());
      boolean told = switch (hour.transaction().quantiles()) {
        case Quantiles.Said q -> said.isEmpty() == q.p95() < 0;
        case Quantiles.Worst q -> said.isEmpty() == q.p95() < 0;
        case Quantiles.None _ -> said.isEmpty();
        // How the worst window was is not known to it.
        case Quantiles.Merged _ -> false;
      };
      if (told && said.size() == hour.p95s().windows()) exact.put(hour.from(), said);
    }
    return exact;
  }

  private static List<Span> runs(Set<Instant> hours) {
    return Spans.of(hours.stream().map(at -> new Span(at, Grain.HOUR.next(at))).toList()).all();
  }

  /** Where windows were forgotten and their hours kept, the hour is all there is. */
  private static void windows(Annals annals, String service, Span run, boolean wide, Collection<Stretch> hours,
      List<Piece> pieces, Set<Instant> told) throws Unreadable {
    Instant before = run.from().minus(wide ? Duration.ofDays(1) : Duration.ofHours(1));
    Timeline windows = Timeline.ofWindows(run, annals.stretches(service, before, run.to(), Grain.WINDOW));
    for (Stretch hour : hours) {
      Span span = new Span(hour.from(), hour.to());
      List<Piece> in = windows.touching(span).stream().map(w -> w.clip(span)).toList();
      // Seconds of one window are rounded when it is cut.
      if (in.stream().mapToLong(Piece::said).sum() + in.size() < hour.plain().said() + hour.works().said()) continue;
      told.add(hour.from());
      pieces.addAll(in);
    }
  }
}
