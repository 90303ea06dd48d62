package iris.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** One mechanism instead of every timer: the next moment at which silence alone changes something. */
final class Waking {
  static final Duration PULSE = Duration.ofSeconds(10);

  private Waking() {}

  /** Ages of feeds and windows need no entry of their own: each pulse looks at them. */
  static Optional<Duration> next(Board b) {
    if (b.feeds().isEmpty() && b.alarms().isEmpty() && b.silencedUntil().isEmpty()) return Optional.empty();
    Duration now = b.at().mono();
    Duration pulse = now.plus(PULSE);
    Stream<Duration> mono = Stream.concat(b.memory().silencedUntil().stream(), b.memory().alarms().values().stream()
        .flatMap(a -> Stream.concat(a.due().stream(), a.shelf().map(Memory.Shelf::until).stream())));
    mono = Stream.concat(mono, b.shift().exercise().stream().map(Exercise::next));
    Stream<Duration> wall = Stream.concat(b.services().values().stream().flatMap(Waking::ends),
            b.memory().alarms().values().stream().flatMap(a -> a.shelf().flatMap(s -> s.words().until()).stream()))
        .map(at -> ahead(b.at(), at));
    // Overdue: a step that looked at one feed left it to the next that looks at all.
    return Stream.concat(mono, wall).filter(at -> at.compareTo(pulse) < 0)
        .map(at -> at.compareTo(now) > 0 ? at : now.plusSeconds(1))
        .min(Duration::compareTo).or(() -> Optional.of(pulse));
  }

  private static Stream<Instant> ends(ServiceState s) {
    return Stream.of(s.outOfService().flatMap(Suppression::until), s.maintenance().flatMap(Suppression::until),
        s.planned().map(Suppression::since)).flatMap(Optional::stream);
  }

  private static Duration ahead(Now now, Instant at) {
    Duration left = Duration.between(now.wall(), at);
    return left.compareTo(PULSE) > 0 ? now.mono().plus(PULSE) : now.mono().plus(left);
  }
}
