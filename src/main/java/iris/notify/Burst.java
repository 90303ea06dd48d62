package iris.notify;

import iris.alarm.Transition.Told;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Alarms that come one after the other from many feeds, since each has a poll of its own, and yet are one event: from
 * the fourth within seconds on they share a toast, and those before it give theirs up.
 */
final class Burst {
  private static final Duration SPAN = Duration.ofSeconds(10);
  /** As many as one toast tells in sentences. */
  private static final int SINGLY = 3;

  private Burst() {}

  /**
   * The news, and the earlier ones that its toast takes in.
   *
   * @param memory in which the raises of this turn are counted already
   * @param raises of this turn
   */
  static List<Told> together(Memory memory, List<Told> news, int raises, Duration now) {
    long lately = memory.raises().stream().filter(at -> lately(at, now)).count();
    if (raises == 0 || lately <= SINGLY) return news;
    Set<Object> known = news.stream().map(t -> t.announcement().alarm()).collect(Collectors.toSet());
    Stream<Told> before = memory.standing().values().stream()
        .filter(s -> s.bubble().isPresent() && lately(s.shown(), now) && s.reminded() == 0)
        .map(Standing::told).filter(t -> !known.contains(t.announcement().alarm()));
    return Stream.concat(news.stream(), before).sorted(Calls.MOST_URGENT_FIRST).toList();
  }

  private static boolean lately(Duration at, Duration now) {
    return now.minus(at).compareTo(SPAN) < 0;
  }
}
