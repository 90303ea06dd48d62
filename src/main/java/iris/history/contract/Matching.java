package iris.history.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which announcements and which bad windows are about the same. Those that overlap are, and all that hangs together by
 * that is one case: two announcements of one outage, one announcement over three outages.
 */
final class Matching {
  /** So long after it was over an announcement may still be about it, though it does not say since when. */
  private static final Duration AFTER = Duration.ofHours(1);
  /** A window is known from its start on, and begins before what made it bad. */
  private static final Duration WINDOW = Duration.ofMinutes(5);
  /** A drift that ended that long before the first bad window did not lead to it. */
  private static final Duration LED = Duration.ofMinutes(30);

  private Matching() {}

  /** @param drifts times that our figures were off what is usual */
  static List<Case> cases(List<Spell> spells, List<Announced> announced, List<Span> drifts) {
    List<Group> groups = new ArrayList<>();
    spells.forEach(s -> join(groups, new Group(s)));
    announced.forEach(a -> join(groups, new Group(a)));
    return groups.stream().map(g -> g.made(drifts)).sorted(Comparator.comparing(Case::begin)).toList();
  }

  private static void join(List<Group> groups, Group one) {
    groups.removeIf(other -> one.touches(other) && one.take(other));
    groups.add(one);
  }

  private static boolean same(Spell s, Announced a) {
    Span about = a.about();
    return about.from().isBefore(s.to().plus(AFTER)) && about.to().plus(WINDOW).isAfter(s.from());
  }

  private static final class Group {
    private final List<Spell> spells = new ArrayList<>();
    private final List<Announced> announced = new ArrayList<>();

    Group(Spell one) {
      spells.add(one);
    }

    Group(Announced one) {
      announced.add(one);
    }

    boolean touches(Group other) {
      return spells.stream().anyMatch(s -> other.announced.stream().anyMatch(a -> same(s, a)))
          || other.spells.stream().anyMatch(s -> announced.stream().anyMatch(a -> same(s, a)))
          || announced.stream().anyMatch(a -> other.announced.stream().anyMatch(b -> a.about().overlaps(b.about())));
    }

    boolean take(Group other) {
      spells.addAll(other.spells);
      announced.addAll(other.announced);
      return true;
    }

    Case made(List<Span> drifts) {
      spells.sort(Comparator.comparing(Spell::from));
      announced.sort(Comparator.comparing(Announced::published));
      Optional<Instant> drift = spells.isEmpty() ? Optional.empty() : drift(spells.getFirst().from(), drifts);
      return new Case(drift, spells, announced);
    }

    private static Optional<Instant> drift(Instant bad, List<Span> drifts) {
      return drifts.stream().filter(d -> d.from().isBefore(bad) && d.to().plus(LED).isAfter(bad)).map(Span::from)
          .min(Instant::compareTo);
    }
  }
}
