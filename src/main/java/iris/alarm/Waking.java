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
    Stream<Duration> own = Stream.concat(b.memory().silencedUntil().stream(),
        b.shift().exercise().stream().map(Exercise::next));
    Stream<Duration> all = Agenda.kept(b).map(agenda -> kept(b, agenda)).orElseGet(() -> found(b));
    // Overdue: a step that looked at one feed left it to the next that looks at all that is due.
    return Stream.concat(own, all).filter(at -> at.compareTo(pulse) < 0)
        .map(at -> at.compareTo(now) > 0 ? at : now.plusSeconds(1))
        .min(Duration::compareTo).or(() -> Optional.of(pulse));
  }

  private static Stream<Duration> kept(Board b, Agenda agenda) {
    long mono = Foreseeing.nanos(b.at().mono());
    long wall = Foreseeing.nanos(b.at().wall());
    long least = agenda.dues().wakes(mono, wall, (byMono, byWall) -> Math.min(ahead(byMono, mono), ahead(byWall, wall)));
    Stream<Memory.OfAlarm> loose = agenda.loose().stream().map(b.memory().alarms()::get);
    return Stream.concat(Stream.of(b.at().mono().plusNanos(least)), loose.flatMap(a -> ends(a, b.at())));
  }

  /** How far off it is: one second if it is past. */
  private static long ahead(long at, long now) {
    if (at <= now) return 1_000_000_000L;
    return at == Long.MAX_VALUE ? PULSE.toNanos() : Math.min(PULSE.toNanos(), at - now);
  }

  /** The same of a board of which only that is known that it shows. */
  static Stream<Duration> found(Board b) {
    return Stream.concat(b.memory().alarms().values().stream().flatMap(a -> ends(a, b.at())),
        b.services().values().stream().flatMap(Waking::ends).map(at -> ahead(b.at(), at)));
  }

  private static Stream<Duration> ends(Memory.OfAlarm a, Now now) {
    Stream<Duration> mono = Stream.concat(a.due().stream(), a.shelf().map(Memory.Shelf::until).stream());
    return Stream.concat(mono, a.shelf().flatMap(s -> s.words().until()).stream().map(at -> ahead(now, at)));
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
