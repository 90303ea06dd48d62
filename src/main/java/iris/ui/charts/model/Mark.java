package iris.ui.charts.model;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Pause;
import iris.signal.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that happened, on the line of time; what lasts still has no end. */
public sealed interface Mark {
  Instant from();

  Optional<Instant> to();

  /** An alarm stood. */
  record Stood(Episode episode) implements Mark {
    @Override
    public Instant from() {
      return episode.since();
    }

    @Override
    public Optional<Instant> to() {
      // What was closed without an end known is drawn as long as it was seen.
      return episode.ended().or(episode::closed);
    }
  }

  /** The feed announced something. */
  record Announced(Instant from, Optional<Instant> to, Incident incident, boolean vanished) implements Mark {}

  /** Nothing was told in this time, by order. */
  record Paused(Pause pause) implements Mark {
    @Override
    public Instant from() {
      return pause.from();
    }

    @Override
    public Optional<Instant> to() {
      return pause.to();
    }
  }

  /** Somebody did or noted something, or something was told. */
  record Happened(Transition what) implements Mark {
    @Override
    public Instant from() {
      return what.at();
    }

    @Override
    public Optional<Instant> to() {
      return Optional.of(what.at());
    }
  }

  /** It touches this time; both ends included. */
  default boolean touches(Instant from, Instant to) {
    return !from().isAfter(to) && to().map(end -> !end.isBefore(from)).orElse(true);
  }

  /** @param told in the order in which it was told */
  static List<Mark> of(List<Episode> episodes, List<Transition> told, List<Pause> pauses) {
    List<Mark> marks = new ArrayList<>();
    episodes.forEach(e -> marks.add(new Stood(e)));
    marks.addAll(announced(told));
    pauses.forEach(p -> marks.add(new Paused(p)));
    for (Transition t : told)
      switch (t) {
        case Transition.Acted _, Transition.Refused _, Transition.Noted _, Transition.Switched _, Transition.Drifted _ ->
            marks.add(new Happened(t));
        // Episodes and announcements tell of these.
        case Transition.Moved _, Transition.Told _, Transition.Sight _, Transition.Changed _, Transition.Kept _,
            Transition.Spoken _, Transition.Answered _ -> {}
      }
    return marks;
  }

  /** Each incident once, as it was said last. */
  private static List<Announced> announced(List<Transition> told) {
    Map<String, Announced> all = new LinkedHashMap<>();
    for (Transition t : told) {
      if (!(t instanceof Transition.Spoken s)) continue;
      Incident i = s.incident();
      String id = s.service() + ' ' + i.id();
      Instant from = Optional.ofNullable(all.get(id)).map(Announced::from)
          .orElseGet(() -> i.opened().filter(o -> !o.isAfter(s.at())).orElse(s.at()));
      boolean over = !i.open() || s.vanished() || i.kind() == Incident.Kind.NOTICE;
      Optional<Instant> end = over ? Optional.of(i.closed().filter(c -> !c.isBefore(from)).orElse(s.at())) : Optional.empty();
      all.put(id, new Announced(from, end, i, s.vanished()));
    }
    return List.copyOf(all.values());
  }
}
