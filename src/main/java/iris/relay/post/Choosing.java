package iris.relay.post;

import iris.alarm.Now;
import iris.relay.Courier;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.relay.post.Filing.Drawer;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the signals of a target comes first: those with events, then the heartbeat and what is to be told again,
 * then figures, then questions.
 */
record Choosing(Courier courier, Duration resend, Duration opened) {
  /** After a start what was not yet heard of is not told: an upgrade of IRIS is no alarm. */
  private static final Duration INIT = Duration.ofSeconds(60);
  private static final Comparator<Lane> LONGEST_AGO = Comparator.<Lane, Duration>comparing(l -> l.tried)
      .thenComparing(l -> l.head.isEmpty()).thenComparing(l -> l.id);

  /** Puts a lane that is free, and whose letters were looked for, where it belongs. */
  void file(Filing filing, Lane l, Optional<Aspect> aspect, Now now) {
    if (l.head.isPresent()) {
      filing.put(l, l.events > 0 ? Drawer.EVENTS : Drawer.FIGURES, l.head.get().queued().toEpochMilli());
      return;
    }
    Optional<Duration> again;
    try {
      again = aspect.flatMap(a -> again(l, a, now));
    } catch (RuntimeException bug) {
      amiss(filing, l, bug, now);
      return;
    }
    if (again.filter(at -> at.compareTo(now.mono()) <= 0).isPresent()) filing.put(l, Drawer.REPEATS, 0);
    else if (l.lookAt.filter(at -> at.compareTo(now.mono()) <= 0).isPresent())
      filing.put(l, Drawer.LOOKS, again.map(Duration::toNanos).orElse(Long.MAX_VALUE));
    else Stream.concat(again.stream(), l.lookAt.stream()).min(Comparator.naturalOrder())
        .ifPresentOrElse(at -> filing.sleep(l, at), () -> filing.take(l));
  }

  Optional<Job> first(Filing filing, Optional<Aspect> aspect, Now now) {
    return bring(filing, Drawer.EVENTS).or(() -> filing.first(Drawer.REPEATS).flatMap(l -> repeat(filing, l, aspect, now)))
        .or(() -> bring(filing, Drawer.FIGURES)).or(() -> filing.first(Drawer.LOOKS).map(Job.Look::new));
  }

  /** While it is down each gets its turn: no poisoned letter is all that the server is ever asked. */
  Optional<Job> turn(Filing filing, Optional<Aspect> aspect, Now now) {
    return Stream.of(Drawer.EVENTS, Drawer.FIGURES, Drawer.REPEATS).flatMap(filing::all).min(LONGEST_AGO)
        .flatMap(l -> l.head.<Job>map(letter -> new Job.Bring(l, letter)).or(() -> repeat(filing, l, aspect, now)));
  }

  private static Optional<Job> bring(Filing filing, Drawer drawer) {
    return filing.first(drawer).map(l -> new Job.Bring(l, l.head.orElseThrow()));
  }

  private Optional<Job> repeat(Filing filing, Lane lane, Optional<Aspect> aspect, Now now) {
    try {
      return Optional.of(new Job.Repeat(lane, aspect.orElseThrow().message(lane.signal, now)));
    } catch (RuntimeException bug) {
      amiss(filing, lane, bug, now);
      return Optional.empty();
    }
  }

  /** Where one signal cannot be judged or put into words the others are told all the same. */
  private void amiss(Filing filing, Lane lane, RuntimeException bug, Now now) {
    lane.notBefore = now.mono().plus(resend);
    lane.odd = Optional.of(Reason.of("relay.post.bug", bug.toString()));
    filing.sleep(lane, lane.notBefore);
  }

  /**
   * When it is to be said again how the signal stands; empty: not before something else is known. What waits goes first:
   * how a signal stands is said when its story is told.
   */
  private Optional<Duration> again(Lane l, Aspect aspect, Now now) {
    boolean ours = l.signal.kind() == Signal.Kind.IRIS;
    if (!aspect.watches(l.signal) || !courier.takes(ours ? Sort.HEARTBEAT : Sort.STATE)) return Optional.empty();
    // On a board that nobody feeds IRIS is not at work: its silence is for the server to hear.
    if (ours && aspect.blind(now)) return Optional.empty();
    Aspect.Face face = aspect.face(l.signal, now);
    if (face.unheard() && now.mono().minus(opened).compareTo(INIT) < 0) return Optional.of(opened.plus(INIT));
    return Optional.of(l.told.filter(_ -> face.shownBy(l)).map(resend::plus).orElse(now.mono()));
  }
}
