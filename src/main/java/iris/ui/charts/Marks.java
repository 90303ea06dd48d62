package iris.ui.charts;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Pause;
import iris.ui.charts.model.Mark;
import iris.ui.charts.model.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The marks on the line of time, read for a time longer than what is seen. On the FX thread. */
final class Marks {
  /** Acts of more than this would be a grey bar: they are left out, and the page says so. */
  static final Duration ACTS = Duration.ofDays(100);
  private static final Duration OLD = Duration.ofMinutes(5);

  /** @param feed whose announcements and losses of sight are about the service too */
  private record Asked(String service, Optional<String> feed, View time, boolean acts) {}

  private final Errand errand;
  private final Runnable arrived;
  private Optional<Asked> read = Optional.empty();
  private Duration when = Duration.ZERO;
  private boolean stale = true;
  private List<Mark> marks = List.of();

  Marks(Errand errand, Runnable arrived) {
    this.errand = errand;
    this.arrived = arrived;
  }

  /** Something happened. */
  void news() {
    stale = true;
  }

  /** @param clock monotonic */
  void want(String service, Optional<String> feed, View view, Duration clock) {
    boolean acts = acts(view);
    boolean enough = read.filter(r -> r.service().equals(service) && r.feed().equals(feed) && r.acts() == acts
        && !r.time().from().isAfter(view.from()) && !r.time().to().isBefore(view.to())).isPresent();
    if (!read.map(r -> r.service().equals(service)).orElse(true)) marks = List.of();
    if (errand.underWay() || enough && !stale && clock.minus(when).compareTo(OLD) < 0) return;
    stale = false;
    when = clock;
    View wide = new View(view.panned(-1).from(), view.panned(1).to());
    Asked asked = new Asked(service, feed, wide, acts);
    errand.run(annals -> {
      List<Episode> episodes = new ArrayList<>();
      Set<Transition> told = new LinkedHashSet<>();
      for (String subject : feed.map(f -> List.of(service, f)).orElse(List.of(service))) {
        episodes.addAll(annals.episodes(subject, wide.from(), wide.to()));
        if (acts) told.addAll(annals.told(subject, wide.from(), wide.to()));
      }
      List<Pause> pauses = annals.pauses(service, wide.from(), wide.to());
      return Mark.of(episodes, told.stream().sorted(Comparator.comparing(Transition::at)).toList(), pauses);
    }, found -> {
      read = Optional.of(asked);
      marks = found;
      arrived.run();
    });
  }

  static boolean acts(View view) {
    return view.span().compareTo(ACTS) <= 0;
  }

  List<Mark> all() {
    return marks;
  }

  /** Those that touch a moment, with a hand's uncertainty; what happened there goes before what lasted. */
  List<Mark> at(Instant moment, Duration unsure) {
    return marks.stream().filter(Objects::nonNull).filter(m -> m.touches(moment.minus(unsure), moment.plus(unsure)))
        .sorted(Comparator.comparing((Mark m) -> m instanceof Mark.Happened).reversed().thenComparing(Mark::from)).toList();
  }
}
