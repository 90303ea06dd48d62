package iris.history.contract;

import iris.alarm.Quote;
import iris.alarm.Transition;
import iris.signal.Incident;
import iris.signal.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An incident as the provider told it.
 *
 * @param begin since when it is, as they say; never after {@code published}
 * @param published when they first said so; {@code read} when we first read it
 * @param returned when it was over, as they say; empty: they never said so; {@code returnRead} when we read that
 * @param vanished when it was gone without a return to normal
 * @param last when we last read anything of it
 */
public record Announced(String incident, String title, Optional<Origin> origin, Instant begin, Instant published,
    Instant read, Optional<Instant> returned, Optional<Instant> returnRead, Optional<Instant> vanished, Instant last) {
  /** An incident that nobody closes is about what comes within a day of its last word, and not about the year. */
  private static final Duration MEANT = Duration.ofDays(1);
  private static final Set<Incident.Kind> KINDS =
      EnumSet.of(Incident.Kind.OUTAGE, Incident.Kind.DEGRADATION, Incident.Kind.UNCLASSIFIED);

  public Announced {
    Objects.requireNonNull(incident);
    Objects.requireNonNull(title);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(returned);
    Objects.requireNonNull(returnRead);
    Objects.requireNonNull(vanished);
    Objects.requireNonNull(last);
    if (begin.isAfter(published)) throw new IllegalArgumentException("published " + published + " before it was " + begin);
  }

  /** Outages and degradations, in the order of their first words; maintenance and notices promise no return. */
  public static List<Announced> of(List<Transition> told) {
    Map<String, Announced> by = new LinkedHashMap<>();
    for (Transition t : told)
      if (t instanceof Transition.Spoken s && KINDS.contains(s.incident().kind()))
        by.compute(s.incident().id(), (_, before) -> after(Optional.ofNullable(before), s));
    return List.copyOf(by.values());
  }

  private static Announced after(Optional<Announced> before, Transition.Spoken s) {
    Incident i = s.incident();
    Optional<Instant> said = s.quotes().stream().flatMap(q -> q.published().stream()).min(Instant::compareTo);
    Instant published = before.map(b -> said.map(at -> Spans.earlier(at, b.published())).orElse(b.published()))
        .or(() -> said).or(i::opened).orElse(s.at());
    Instant begin = Spans.earlier(published, before.map(Announced::begin).or(i::opened).orElse(published));
    boolean back = !i.open() && !s.vanished();
    Optional<Instant> returned = back ? i.closed().or(() -> latest(s)).or(() -> Optional.of(s.at())) : Optional.empty();
    Optional<Instant> read = back ? before.flatMap(Announced::returnRead).or(() -> Optional.of(s.at())) : Optional.empty();
    return new Announced(i.id(), i.title(), i.origin(), begin, published, before.map(Announced::read).orElse(s.at()),
        returned, read, s.vanished() ? Optional.of(s.at()) : Optional.empty(), s.at());
  }

  private static Optional<Instant> latest(Transition.Spoken s) {
    return s.quotes().stream().map(Quote::published).flatMap(Optional::stream).max(Instant::compareTo);
  }

  /** The time that it is about. */
  Span about() {
    Instant end = returned.or(() -> vanished).orElse(last.plus(MEANT));
    return new Span(begin, Spans.later(end, begin.plusSeconds(1)));
  }
}
