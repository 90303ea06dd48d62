package iris.history.contract;

import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Known;
import iris.history.years.Latencies;
import iris.history.years.Pause;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the annals for the facts of one service after the other. */
final class Findings {
  /** What is told about a service is read from so long before a period on, until so long after it. */
  private static final Duration AROUND = Duration.ofDays(7);
  /** An incident may have been announced that long before a period, and be closed that long after it. */
  private static final Duration SEASON = Duration.ofDays(100);
  private static final Duration EDGE = Duration.ofDays(1);
  /** The newest windows are still to come: a period and the time to publish and to read it. */
  private static final Duration DUE = Duration.ofMinutes(15);

  private final Annals annals;
  private final Contract contract;
  private final Period period;
  private final Instant now;
  private final Ledger.Depth depth;
  private final Map<String, Known> known;
  private final List<Transition> console;

  Findings(Annals annals, Contract contract, Period period, Instant now, Ledger.Depth depth) throws Unreadable {
    this.annals = annals;
    this.contract = contract;
    this.period = period;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.depth = depth;
    known = annals.services().stream().collect(Collectors.toMap(Known::service, Function.identity(), (a, _) -> a));
    // That it was stopped is noted when it starts again, which may be long after.
    console = annals.told(Report.IRIS, period.from().minus(Duration.ofDays(1)), Spans.later(this.now, period.to()));
  }

  /** @param feed may be null: it is not known which feed tells of it */
  Facts of(String service, @Nullable String feed) throws Unreadable {
    Instant until = until(service);
    // A day more at both ends: what lasts over the edge is one incident, and the last day of a new month is the old one's.
    Instant from = Spans.earlier(period.from(), until).minus(EDGE);
    Instant to = until.isBefore(period.to()) ? until : Spans.earlier(until.plus(EDGE), now);
    Span span = new Span(from, Spans.later(to, until));
    List<Pause> pauses = annals.pauses(service, span.from(), span.to());
    List<Episode> episodes = new ArrayList<>(annals.episodes(service, span.from(), span.to()));
    if (feed != null) episodes.addAll(annals.episodes(feed, span.from(), span.to()));
    List<Transition> told = told(service, from);
    Instant first = Optional.ofNullable(known.get(service)).map(Known::first).orElse(span.to());
    Causes causes = Causes.of(span, first, console, told, episodes, pauses);
    Optional<Latencies> latencies = latencies(service, pauses, until);
    // Where histograms tell of all transactions nobody asks for the percentiles of windows.
    boolean spread = depth == Ledger.Depth.WHOLE && latencies.filter(l -> l.count() > 0).isEmpty();
    Timeline timeline = Gathering.read(annals, service, span, cuts(span, until), !contract.maintenance(), spread);
    return new Facts(service, until, timeline, pauses, causes, episodes, told, latencies, drifts(told, until),
        annals.afterwards(service, period.from(), period.to(), period.to().plus(DUE)));
  }

  /** In order; of the seasons before and after only the provider's own words. */
  private List<Transition> told(String service, Instant from) throws Unreadable {
    Instant begin = from.minus(AROUND);
    Instant end = Spans.earlier(now, period.to().plus(AROUND));
    List<Transition> all = new ArrayList<>(annals.spoken(service, begin.minus(SEASON), begin));
    all.addAll(annals.told(service, begin, end));
    Instant last = Spans.earlier(now, end.plus(SEASON));
    if (end.isBefore(last)) all.addAll(annals.spoken(service, end, last));
    return all;
  }

  private static List<Span> drifts(List<Transition> told, Instant until) {
    Map<Instant, Instant> ends = new TreeMap<>();
    for (Transition t : told)
      if (t instanceof Transition.Drifted d) ends.put(d.drift().since(), d.over() ? d.at() : until);
    return ends.entrySet().stream().filter(e -> e.getKey().isBefore(e.getValue()))
        .map(e -> new Span(e.getKey(), e.getValue())).toList();
  }

  /** Nothing is missing that is not due yet. */
  private Instant until(String service) {
    Instant end = Spans.earlier(now, period.to());
    Optional<Instant> last = Optional.ofNullable(known.get(service)).map(Known::last);
    if (end.equals(period.to()) && now.isAfter(end.plus(DUE))) return end;
    Instant due = now.minus(DUE);
    return Spans.earlier(end, last.filter(at -> at.isAfter(due)).orElse(due));
  }

  /** Where days, shifts and the last day and hour begin and end. */
  private Set<Instant> cuts(Span span, Instant until) {
    Set<Instant> cuts = new TreeSet<>(List.of(span.from(), span.to(), period.from(), period.to(), until));
    cuts.add(until.minus(Duration.ofDays(1)));
    cuts.add(until.minus(Duration.ofHours(1)));
    for (Span shift : contract.promised(span.from(), span.to()).all()) {
      cuts.add(shift.from());
      cuts.add(shift.to());
    }
    // Zones apart from the grid by half an hour cut every hour.
    Period.between(span.from(), span.to()).parts(Period.Unit.HOUR, contract.zone()).forEach(hour -> cuts.add(hour.from()));
    return cuts;
  }

  private Optional<Latencies> latencies(String service, List<Pause> pauses, Instant until) throws Unreadable {
    Spans time = contract.promised(period.from(), Spans.earlier(until, period.to()));
    if (!contract.maintenance()) time = time.less(Causes.pauses(pauses, Suppression.Kind.MAINTENANCE, until));
    Latencies all = Latencies.NONE;
    for (Span span : time.all()) {
      Optional<Latencies> some = annals.latencies(service, "", span.from(), span.to());
      if (some.isEmpty()) return Optional.empty();
      all = all.plus(some.get());
    }
    return Optional.of(all);
  }
}
