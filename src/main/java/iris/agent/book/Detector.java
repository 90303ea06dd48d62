package iris.agent.book;

import iris.agent.book.Memory.Opened;
import iris.agent.book.Memory.Pending;
import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens, changes and closes the agent's own incident, of which there is one at a time. It is silent where a person has
 * announced as much already, and while maintenance runs.
 */
final class Detector {
  private static final Duration UPDATES_APART = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  /** The opening in an hour that is held open. */
  private static final int UNSTABLE = 3;

  private Detector() {}

  static void pass(Draft d) {
    Optional<Suspect> suspect = Suspecting.look(d);
    Optional<Opened> own = own(d);
    if (own.isEmpty()) suspect.filter(s -> !Works.running(d) && !announced(d, s)).ifPresent(s -> open(d, s));
    else if (suspect.isPresent()) change(d, own.get(), suspect.get());
    else calm(d, own.get());
  }

  static Optional<Opened> own(Draft d) {
    return d.open.stream().filter(o -> !o.announced()).findFirst();
  }

  private static boolean announced(Draft d, Suspect s) {
    return d.open.stream().anyMatch(o -> !s.worseThan(o.severity()));
  }

  private static void open(Draft d, Suspect s) {
    d.openings.removeIf(at -> !at.isAfter(d.now.minus(HOUR)) || at.isAfter(d.now));
    d.openings.add(d.now);
    boolean held = d.openings.size() >= UNSTABLE;
    List<Cause.Witness> witnesses = new ArrayList<>(s.witnesses());
    if (held) witnesses.add(Cause.Witness.of("agent.book.unstable", d.openings.size()));
    Steps.open(d, false, s.severity(), s.origin(), s.party(), s.since(), held, Cause.found(s.sure(), witnesses));
  }

  /** Worse is said at once; else what differs must stand for a while, and a minute lies between two words. */
  private static void change(Draft d, Opened o, Suspect s) {
    Severity severity = o.floor().filter(f -> !s.worseThan(f)).orElse(s.severity());
    boolean known = !o.pinned() && s.origin() != Origin.UNKNOWN;
    Origin origin = known ? s.origin() : o.origin();
    Optional<String> party = known ? s.party() : o.party();
    if (severity == o.severity() && origin == o.origin() && party.equals(o.party())) {
      if (o.pending().isPresent()) Steps.replace(d, o, with(o, Optional.empty()));
      return;
    }
    Pending now = new Pending(severity, origin, party, d.now);
    Pending pending = o.pending().filter(p -> same(p, now)).orElse(now);
    if (severity.compareTo(o.severity()) < 0 || Times.reached(d.now, due(d.served.suspicion().calm(), o, pending)))
      Steps.update(d, o, new Opened(o.id(), false, o.pinned(), o.floor(), o.sequence(), severity, origin, party,
          o.since(), o.stepped(), o.held(), Optional.empty()), s.cause());
    else Steps.replace(d, o, with(o, Optional.of(pending)));
  }

  private static boolean same(Pending a, Pending b) {
    return a.severity() == b.severity() && a.origin() == b.origin() && a.party().equals(b.party());
  }

  private static Opened with(Opened o, Optional<Pending> pending) {
    return new Opened(o.id(), o.announced(), o.pinned(), o.floor(), o.sequence(), o.severity(), o.origin(), o.party(),
        o.since(), o.stepped(), o.held(), pending);
  }

  /** An origin that becomes known, or is found to lie behind the provider, need not stand first. */
  private static Instant due(Duration calm, Opened o, Pending p) {
    boolean clearer = p.severity() == o.severity() && (o.origin() == Origin.UNKNOWN || p.origin() == Origin.EXTERNAL);
    Instant stood = clearer ? p.since() : p.since().plus(calm);
    return Times.later(stood, o.stepped().plus(UPDATES_APART));
  }

  private static void calm(Draft d, Opened o) {
    Opened still = o.pending().isPresent() ? with(o, Optional.empty()) : o;
    if (still != o) Steps.replace(d, o, still);
    Optional<Instant> since = Calm.since(d);
    if (since.isEmpty() || !Times.reached(d.now, since.get().plus(Calm.needed(d, still)))) return;
    Instant until = Times.clamp(since.get(), still.since(), Times.later(d.now, still.since()));
    Steps.close(d, still, until, Cause.over(Calm.witnesses(d)));
    d.floor = Optional.of(until);
    Traffics.excuse(d);
  }

  /** When time alone may change something here. */
  static Stream<Instant> times(Book book) {
    Draft d = new Draft(book, book.state().at().orElseThrow());
    Stream<Instant> silence = Stream.concat(Traffics.until(d).stream(), d.checks.values().stream()
        .map(Memory.Check::until)).map(at -> at.plusMillis(1));
    return Stream.concat(Stream.concat(silence, Suspecting.times(d)), own(d).stream().flatMap(o -> Stream.concat(
        o.pending().stream().map(p -> due(d.served.suspicion().calm(), o, p)),
        Calm.since(d).stream().map(at -> at.plus(Calm.needed(d, o))))));
  }

  /** Nobody looked for a while, or the clock stepped: what began to look bad or good begins anew. */
  static void forget(Draft d) {
    boolean open = own(d).isPresent();
    Checks.forget(d, open);
    Traffics.forget(d, open);
  }

  /** A person closed an incident: only what is seen from now on opens another. */
  static void startAnew(Draft d) {
    if (own(d).isPresent()) return;
    d.checks.clear();
    Traffics.forget(d, false);
    d.floor = Optional.of(d.now);
  }
}
