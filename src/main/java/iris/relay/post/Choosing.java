package iris.relay.post;

import iris.alarm.Now;
import iris.relay.Courier;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the signals of a target comes first: those with events, then the heartbeat and what is to be told again,
 * then figures, then questions.
 */
record Choosing(Courier courier, Duration resend, Duration opened) {
  /** After a start what was not yet heard of is not told: an upgrade of IRIS is no alarm. */
  private static final Duration INIT = Duration.ofSeconds(60);
  private static final Comparator<Lane> OLDEST = Comparator.comparing(l -> l.head.orElseThrow().queued());

  Optional<Job> first(List<Lane> free, Optional<Aspect> aspect, Now now) {
    return bring(free, true).or(() -> repeat(free, aspect, now).min(Comparator.comparing(l -> l.signal))
            .flatMap(l -> repeat(l, aspect.orElseThrow(), now)))
        .or(() -> bring(free, false))
        .or(() -> free.stream().filter(l -> l.lookAt.filter(at -> at.compareTo(now.mono()) <= 0).isPresent())
            .findFirst().map(Job.Look::new));
  }

  /** While it is down each gets its turn: no poisoned letter is all that the server is ever asked. */
  Optional<Job> turn(List<Lane> free, Optional<Aspect> aspect, Now now) {
    return Stream.concat(free.stream().filter(l -> l.head.isPresent()), repeat(free, aspect, now))
        .min(Comparator.comparing(l -> l.tried)).flatMap(l -> l.head.<Job>map(letter -> new Job.Bring(l, letter))
            .or(() -> repeat(l, aspect.orElseThrow(), now)));
  }

  private static Optional<Job> bring(List<Lane> free, boolean events) {
    return free.stream().filter(l -> l.head.isPresent() && (l.events > 0 || !events)).min(OLDEST)
        .map(l -> new Job.Bring(l, l.head.orElseThrow()));
  }

  /** Where no sentence can be made of one signal the others are told all the same. */
  private Optional<Job> repeat(Lane lane, Aspect aspect, Now now) {
    try {
      return Optional.of(new Job.Repeat(lane, aspect.message(lane.signal, now)));
    } catch (RuntimeException bug) {
      lane.notBefore = now.mono().plus(resend);
      lane.odd = Optional.of(Reason.of("relay.post.bug", bug.toString()));
      return Optional.empty();
    }
  }

  /** What waits goes first: how a signal stands is said when its story is told. */
  private Stream<Lane> repeat(List<Lane> free, Optional<Aspect> aspect, Now now) {
    if (aspect.isEmpty()) return Stream.empty();
    return free.stream().filter(l -> l.head.isEmpty() && aspect.get().watches(l.signal) && due(l, aspect.get(), now));
  }

  private boolean due(Lane l, Aspect aspect, Now now) {
    boolean ours = l.signal.kind() == Signal.Kind.IRIS;
    if (!courier.takes(ours ? Sort.HEARTBEAT : Sort.STATE)) return false;
    // On a board that nobody feeds IRIS is not at work: its silence is for the server to hear.
    if (ours && aspect.blind(now)) return false;
    Aspect.Face face = aspect.face(l.signal, now);
    if (face.unheard() && now.mono().minus(opened).compareTo(INIT) < 0) return false;
    return l.told.map(at -> now.mono().minus(at).compareTo(resend) >= 0).orElse(true) || !face.shownBy(l);
  }
}
