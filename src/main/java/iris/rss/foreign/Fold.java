package iris.rss.foreign;

import iris.rss.Texts;
import iris.signal.Incident;
import iris.signal.Incident.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds what entries say into incidents: one for each key, its updates in the order of their times. */
final class Fold {
  private static final int SENTENCE = 2_000;

  private Fold() {}

  static List<Incident> incidents(Collection<Said> all, String service) {
    Map<String, List<Said>> groups = new LinkedHashMap<>();
    for (Said said : all) groups.computeIfAbsent(said.key(), k -> new ArrayList<>()).add(said);
    List<Incident> incidents = new ArrayList<>();
    for (List<Said> group : groups.values())
      if (!group.stream().allMatch(Said::normal)) incidents.add(incident(group, service));
    return incidents;
  }

  private static Incident incident(List<Said> group, String service) {
    List<Step> steps = new ArrayList<>();
    for (Said said : group) steps.addAll(said.steps());
    newestFirst(steps);
    boolean open = isOpen(steps);
    Optional<Instant> opened = group.stream().map(Said::began).flatMap(Optional::stream).min(Comparator.naturalOrder())
        .or(() -> steps.stream().map(Step::at).flatMap(Optional::stream).min(Comparator.naturalOrder()));
    Optional<Instant> end = group.stream().map(Said::ended).flatMap(Optional::stream).max(Comparator.naturalOrder());
    Optional<Instant> closed = open ? Optional.empty() : end.or(() -> closing(steps));
    Said newest = newest(group);
    Kind kind = kind(group);
    Said loudest = group.stream().filter(s -> s.kind() == kind).findFirst().orElse(newest);
    return new Incident(newest.key(), service, newest.entry().title(), kind, open, Optional.empty(),
        Optional.empty(), opened, closed, steps.size(), newest.rule(), Texts.line(newest.sentence(), SENTENCE),
        Because.of(loudest, newest, kind));
  }

  /** Stable, so that updates of one minute stay as their author put them; without all times nothing is moved. */
  private static void newestFirst(List<Step> steps) {
    if (steps.stream().allMatch(s -> s.at().isPresent()))
      steps.sort(Comparator.comparing((Step s) -> s.at().orElseThrow()).reversed());
  }

  /** The newest update that says something decides; an end of the same minute right below it wins. */
  static boolean isOpen(List<Step> newestFirst) {
    Step decides = null;
    for (Step step : newestFirst) {
      if (step.phase() == Phase.SAME) continue;
      if (step.phase() != Phase.OPEN) {
        return decides != null && (decides.at().isEmpty() || !decides.at().equals(step.at()));
      }
      if (decides != null) return true;
      decides = step;
    }
    return true;
  }

  private static Optional<Instant> closing(List<Step> newestFirst) {
    Optional<Instant> after = Optional.empty();
    for (Step step : newestFirst) {
      if (step.phase() == Phase.CLOSED) return step.at();
      if (step.phase() == Phase.AFTER && after.isEmpty()) after = step.at();
      if (step.phase() == Phase.OPEN && after.isPresent()) return after;
    }
    return after;
  }

  private static Said newest(List<Said> group) {
    Said newest = group.getFirst();
    for (Said said : group)
      if (time(said).isAfter(time(newest))) newest = said;
    return newest;
  }

  private static Instant time(Said said) {
    return said.steps().stream().map(Step::at).flatMap(Optional::stream).max(Comparator.naturalOrder())
        .or(() -> said.entry().latest()).orElse(Instant.MIN);
  }

  /** Maintenance is a kind of its own; else the worst that any of the updates says. */
  private static Kind kind(List<Said> group) {
    Kind worst = group.getFirst().kind();
    for (Said said : group) {
      if (said.kind() == Kind.MAINTENANCE) return Kind.MAINTENANCE;
      if (weight(said.kind()) > weight(worst)) worst = said.kind();
    }
    return worst;
  }

  private static int weight(Kind kind) {
    return switch (kind) {
      case OUTAGE -> 4;
      case DEGRADATION -> 3;
      case MAINTENANCE -> 2;
      case UNCLASSIFIED -> 1;
      case NOTICE -> 0;
    };
  }
}
