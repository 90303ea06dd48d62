package iris.history.story;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Judged;
import iris.alarm.Transition;
import iris.alarm.Transition.Kept;
import iris.history.story.Line.Measured;
import iris.history.story.Line.Measured.Role;
import iris.signal.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which windows mattered to an episode: the last good one, the first bad, the worst, the last bad, the first good again. */
final class Figures {
  private static final Comparator<Kept> WORST = Comparator
      .comparingDouble((Kept k) -> ratio(k.window())).thenComparing(k -> -k.window().window().transaction().p95());

  private Figures() {}

  static List<Line> of(Episode e, List<Transition> all) {
    if (e.alarm().kind() != Kind.OUTAGE && e.alarm().kind() != Kind.DEGRADED) return List.of();
    TreeMap<Instant, Kept> windows = new TreeMap<>();
    for (Transition t : all)
      if (t instanceof Kept k && k.service().equals(e.alarm().subject()) && k.how() != Kept.How.REVISION)
        windows.put(k.window().window().from(), k);
    Map<Kept, Set<Role>> roles = new LinkedHashMap<>();
    List<Kept> during = windows.values().stream().filter(k -> during(e, k)).filter(k -> bad(e, k)).toList();
    Instant begin = during.isEmpty() ? e.since() : during.getFirst().window().window().from();
    find(windows.headMap(begin, false).descendingMap().values().stream(), k -> good(e, k)).ifPresent(add(roles, Role.LAST_GOOD));
    if (during.isEmpty()) return lines(roles);
    add(roles, Role.FIRST_BAD).accept(during.getFirst());
    if (during.size() > 1) during.stream().min(WORST).ifPresent(add(roles, Role.WORST));
    Optional<Kept> again = find(windows.tailMap(during.getLast().window().window().to()).values().stream(), k -> good(e, k));
    if (again.isPresent() && during.size() > 1) add(roles, Role.LAST_BAD).accept(during.getLast());
    again.ifPresent(add(roles, Role.GOOD_AGAIN));
    return lines(roles);
  }

  private static Optional<Kept> find(Stream<Kept> windows, Predicate<Kept> wanted) {
    return windows.filter(wanted).findFirst();
  }

  private static java.util.function.Consumer<Kept> add(Map<Kept, Set<Role>> roles, Role role) {
    return k -> roles.computeIfAbsent(k, _ -> EnumSet.noneOf(Role.class)).add(role);
  }

  private static List<Line> lines(Map<Kept, Set<Role>> roles) {
    List<Line> lines = new ArrayList<>();
    roles.forEach((k, of) -> {
      Instant to = k.window().window().to();
      lines.add(new Measured(to.isAfter(k.at()) ? k.at() : to, k.at(), k.window(), of));
    });
    return lines;
  }

  private static boolean during(Episode e, Kept k) {
    return k.window().window().to().isAfter(e.since())
        && e.ended().map(end -> k.window().window().from().isBefore(end)).orElse(true);
  }

  private static boolean bad(Episode e, Kept k) {
    Verdict v = k.window().verdict();
    return v == Verdict.DOWN || v == Verdict.DEGRADED && e.alarm().kind() == Kind.DEGRADED;
  }

  private static boolean good(Episode e, Kept k) {
    return k.window().verdict().known() && !bad(e, k);
  }

  /** No traffic proves nothing: it is never the worst where there are figures. */
  private static double ratio(Judged j) {
    double ratio = j.window().ratio();
    return Double.isNaN(ratio) ? 2 : ratio;
  }
}
