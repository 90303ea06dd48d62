package iris.relay.post;

import iris.alarm.Now;
import iris.signal.Reason;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Whether a target gets what it is told: what the console says of it. */
final class Vitals {
  /** A letter this old has not arrived; figures may be this much behind while others go. */
  static final Duration LATE = Duration.ofMinutes(2);
  static final Duration BEHIND = Duration.ofMinutes(15);
  /** An event that was given up is said for so long, whatever goes well since. */
  static final Duration LOST = Duration.ofMinutes(15);

  private Vitals() {}

  /** Why it is not well, as far as it was tried; empty: it is. */
  static Optional<Reason> trouble(String target, Schedule schedule, Words words, Now now) {
    Optional<Reason> last = schedule.trouble();
    for (Lane lane : schedule.lanes())
      if (lane.refused.isPresent())
        return Optional.of(Reason.of("relay.post.refused", target, lane.signal.name(), words.say(lane.refused.get())));
    for (Lane lane : schedule.lanes())
      if (lane.lost.isPresent() && now.mono().minus(lane.lostAt).compareTo(LOST) < 0)
        return Optional.of(Reason.of("relay.post.refused", target, lane.signal.name(), words.say(lane.lost.get())));
    Optional<Instant> oldest = schedule.lanes().stream().filter(l -> late(l, last.isPresent(), now))
        .map(l -> l.head.orElseThrow().queued()).min(Comparator.naturalOrder());
    if (oldest.isPresent())
      return Optional.of(last.map(why -> Reason.of("relay.post.late", target, oldest.get(), words.say(why)))
          .orElseGet(() -> Reason.of("relay.post.behind", target, oldest.get())));
    boolean failing = schedule.lanes().stream().flatMap(l -> l.failingSince.stream())
        .anyMatch(at -> now.mono().minus(at).compareTo(LATE) > 0);
    return last.filter(_ -> failing).or(schedule::introduction)
        .or(() -> schedule.lanes().stream().flatMap(l -> l.odd.stream()).findFirst())
        .map(why -> Reason.of("relay.post.amiss", target, words.say(why)));
  }

  private static boolean late(Lane lane, boolean trouble, Now now) {
    Duration most = lane.events > 0 || trouble ? LATE : BEHIND;
    return lane.head.filter(l -> Duration.between(l.queued(), now.wall()).compareTo(most) > 0).isPresent();
  }
}
