package iris.history.contract;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Afterwards;
import iris.history.years.Latencies;
import iris.history.years.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that was read about one service to account for it.
 *
 * @param until nothing after that is known yet
 * @param timeline from a day before the period on, to a day after it or as far as is known
 * @param causes that could explain what is not measured
 * @param told about the service, from some days before the period on, and what the provider said some months more; no
 *     windows
 * @param latencies of all transactions that count; empty where not every window with traffic has a histogram
 * @param drifts times that the figures were off what is usual
 * @param afterwards what came when the period was over
 */
public record Facts(String service, Instant until, Timeline timeline, List<Pause> pauses, Causes causes,
    List<Episode> episodes, List<Transition> told, Optional<Latencies> latencies, List<Span> drifts, Afterwards afterwards) {
  public Facts {
    Objects.requireNonNull(service);
    Objects.requireNonNull(until);
    Objects.requireNonNull(timeline);
    pauses = List.copyOf(pauses);
    Objects.requireNonNull(causes);
    episodes = List.copyOf(episodes);
    told = List.copyOf(told);
    Objects.requireNonNull(latencies);
    drifts = List.copyOf(drifts);
    Objects.requireNonNull(afterwards);
  }
}
