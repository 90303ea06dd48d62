package iris.history.month;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Criterion;
import iris.alarm.Transition;
import iris.history.drift.Usual;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.signal.Incident;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Fills a leaf, one service after the other, so that who asks for something else in between is answered. */
public final class Gathering {
  private static final Set<Kind> TOLD = EnumSet.of(Kind.OUTAGE, Kind.DEGRADED, Kind.SUPERVISION_LOST, Kind.SERVICE_SILENT);
  private static final int FEWEST = 3;
  /** Who announced an outage may have done so that much earlier than it was raised here. */
  private static final Duration EARLIER = Duration.ofMinutes(30);

  private final Span span;
  private final Instant now;
  private final Map<Span.Place, Square> squares = new HashMap<>();
  private final List<Episode> episodes = new ArrayList<>();
  private final Map<List<Object>, Cause> causes = new LinkedHashMap<>();

  public Gathering(Span span, Instant now) {
    this.span = span;
    this.now = now;
  }

  /**
   * A service.
   *
   * @param since of when the first window is
   */
  public void service(Annals annals, String key, Instant since) throws Unreadable {
    due(since.isAfter(span.firstHour()) ? since : span.firstHour());
    boolean month = span.scale() == Span.Scale.MONTH;
    Map<Habit, Double> usual = month ? usual(annals, key) : Map.of();
    for (Stretch s : annals.stretches(key, span.firstHour(), span.end(), Grain.HOUR))
      put(s.from(), new Square(0, s.plain(), s.works(), slow(key, s, usual)));
    subject(annals, key);
  }

  /** A service or a feed: its episodes and their causes. */
  public void subject(Annals annals, String key) throws Unreadable {
    List<Episode> found = annals.episodes(key, span.start(), span.end()).stream()
        .filter(e -> TOLD.contains(e.alarm().kind())).toList();
    if (found.isEmpty()) return;
    List<Transition> told = annals.told(key, span.start().minus(EARLIER), span.end());
    for (Episode e : found) {
      episodes.add(e);
      Cause cause = new Cause(e.alarm().kind(), e.origin().map(o -> o.fault()), words(e, told),
          Almanac.within(e, span.start(), span.end(), now), 1);
      causes.merge(List.of(cause.kind(), cause.fault(), cause.words()), cause, Cause::plus);
    }
  }

  /** What is gathered so far. */
  public Almanac almanac() {
    List<Episode> all = episodes.stream().sorted(Comparator.comparing(Episode::since)).toList();
    List<Cause> top = causes.values().stream()
        .sorted(Comparator.comparing(Cause::lost).thenComparing(Cause::count).reversed()).toList();
    return new Almanac(span, now, squares, all, top);
  }

  private void put(Instant at, Square square) {
    // The hour in which a zone of half hours begins belongs to the day before.
    if (!at.isBefore(span.start())) squares.merge(span.place(at), square, Square::plus);
  }

  private void due(Instant since) {
    Instant end = span.end().isBefore(now) ? span.end() : now;
    for (Instant hour = Grain.HOUR.floor(since); hour.isBefore(end); hour = Grain.HOUR.next(hour)) {
      Instant to = Grain.HOUR.next(hour).isBefore(end) ? Grain.HOUR.next(hour) : end;
      put(hour, new Square(Duration.between(hour, to).toSeconds(), Square.NONE.plain(), Square.NONE.works(),
          Square.Slow.UNKNOWN));
    }
  }

  private record Habit(DayOfWeek day, int hour) {}

  private Habit habit(Instant at) {
    ZonedDateTime local = at.atZone(span.zone());
    return new Habit(local.getDayOfWeek(), local.getHour());
  }

  /** Of the eight weeks before the month, hour by hour. */
  private Map<Habit, Double> usual(Annals annals, String key) throws Unreadable {
    Map<Habit, List<Double>> before = new HashMap<>();
    Instant from = span.first().minusWeeks(Usual.WEEKS).atStartOfDay(span.zone()).toInstant();
    for (Stretch s : annals.stretches(key, Grain.HOUR.floor(from), span.firstHour(), Grain.HOUR))
      if (s.plain().down() == 0 && s.works().said() == 0 && s.transaction().mean().isPresent())
        before.computeIfAbsent(habit(s.from()), _ -> new ArrayList<>()).add(s.transaction().mean().getAsDouble());
    Map<Habit, Double> usual = new HashMap<>();
    before.forEach((habit, means) -> {
      if (means.size() >= FEWEST) usual.put(habit, Usual.median(means.stream().mapToDouble(d -> d).toArray()));
    });
    return usual;
  }

  private Square.Slow slow(String key, Stretch s, Map<Habit, Double> usual) {
    Double of = usual.get(habit(s.from()));
    OptionalDouble mean = s.transaction().mean();
    return of == null || mean.isEmpty() ? Square.Slow.UNKNOWN : new Square.Slow(key, mean.getAsDouble(), of);
  }

  /** Of the announcement that was open while it stood. */
  private String words(Episode e, List<Transition> told) {
    Instant end = e.ended().or(e::closed).orElse(now);
    Optional<Incident> announced = told.stream().filter(Transition.Spoken.class::isInstance).map(Transition.Spoken.class::cast)
        .filter(s -> !s.at().isBefore(e.since().minus(EARLIER)) && !s.at().isAfter(end))
        .map(Transition.Spoken::incident).filter(i -> i.open()
            && (i.kind() == Incident.Kind.OUTAGE || i.kind() == Incident.Kind.DEGRADATION)).findFirst();
    return announced.map(i -> Criterion.proposed(i.title())).orElse("");
  }
}
