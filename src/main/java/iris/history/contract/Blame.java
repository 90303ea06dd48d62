package iris.history.contract;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.OriginVerdict.Fault;
import iris.history.story.Episode;
import iris.signal.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose fault a time was, by the episodes of the service: it tells of what no failure tells, as of a window that is
 * down without a transaction.
 *
 * @param times of one origin each; of two that overlap the first counts
 */
public record Blame(List<Time> times) {
  public static final Blame NONE = new Blame(List.of());

  public record Time(Span span, Origin origin) {}

  public Blame {
    times = List.copyOf(times);
  }

  /** @param until when one that still stands is cut off */
  public static Blame of(List<Episode> episodes, Instant until) {
    List<Time> times = new ArrayList<>();
    for (Kind kind : List.of(Kind.OUTAGE, Kind.DEGRADED))
      for (Episode e : episodes) {
        Instant end = e.ended().or(e::closed).orElse(until);
        Origin origin = e.origin().flatMap(o -> origin(o.fault())).orElse(Origin.UNKNOWN);
        if (e.alarm().kind() == kind && origin != Origin.UNKNOWN && e.since().isBefore(end))
          times.add(new Time(new Span(e.since(), end), origin));
      }
    return new Blame(times);
  }

  /** Empty where nobody is blamed, or one of two. */
  static Optional<Origin> origin(Fault fault) {
    return switch (fault) {
      case PROVIDER -> Optional.of(Origin.PROVIDER);
      case EXTERNAL -> Optional.of(Origin.EXTERNAL);
      case NETWORK_BETWEEN, OUR_LINK_TO_PROVIDER, OUR_NETWORK -> Optional.of(Origin.NETWORK);
      case NORMAL, PROVIDER_OR_EXTERNAL, PROVIDER_SIGNALLING -> Optional.empty();
    };
  }

  boolean touches(Span span) {
    return times.stream().anyMatch(t -> t.span().overlaps(span));
  }

  /** @param lost seconds of this time that no failure tells of */
  Map<Origin, Double> split(Span span, double lost) {
    Optional<Origin> by = lost <= 0 ? Optional.empty()
        : times.stream().filter(t -> t.span().overlaps(span)).map(Time::origin).findFirst();
    Map<Origin, Double> split = new EnumMap<>(Origin.class);
    by.ifPresent(origin -> split.put(origin, lost));
    return split;
  }
}
