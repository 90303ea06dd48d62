package iris.relay.post;

import iris.alarm.Now;
import iris.signal.Reason;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Whether a target gets what it is told: what the console says of it. */
final class Vitals {
  /** A letter this old has not arrived. */
  static final Duration LATE = Duration.ofMinutes(2);

  private Vitals() {}

  /** Why it is not well, as far as it was tried; empty: it is. */
  static Optional<Reason> trouble(String target, Collection<Lane> lanes, Optional<Reason> last, Words words, Now now) {
    Optional<Lane> refused = lanes.stream().filter(l -> l.refused.isPresent()).findFirst();
    if (refused.isPresent())
      return refused.flatMap(l -> l.refused).map(why -> Reason.of("relay.post.refused", target,
          refused.get().signal.name(), words.say(why)));
    Optional<Instant> oldest = lanes.stream().flatMap(l -> l.head.stream()).map(Letter::queued)
        .min(Comparator.naturalOrder()).filter(at -> Duration.between(at, now.wall()).compareTo(LATE) > 0);
    if (oldest.isPresent()) return Optional.of(last.map(why -> Reason.of("relay.post.late", target, oldest.get(), words.say(why)))
        .orElseGet(() -> Reason.of("relay.post.behind", target, oldest.get())));
    boolean failing = lanes.stream().flatMap(l -> l.failingSince.stream())
        .anyMatch(at -> now.mono().minus(at).compareTo(LATE) > 0);
    return last.filter(_ -> failing).or(() -> lanes.stream().flatMap(l -> l.odd.stream()).findFirst())
        .map(why -> Reason.of("relay.post.amiss", target, words.say(why)));
  }
}
