package iris.agent.book;

import iris.agent.book.Memory.Opened;
import iris.agent.book.Memory.Phase;
import iris.signal.IncidentStep;
import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Instant;
import java.util.Optional;

/** Incidents, step by step: what is open in the book and what is said of it never part. */
final class Steps {
  /** Ids of closed incidents that are remembered, to tell a closed one from a mistyped one. */
  private static final int CLOSED = 50;

  private Steps() {}

  static Opened open(Draft d, boolean announced, Severity severity, Origin origin, Optional<String> party,
      Instant since, boolean held, Cause cause) {
    Opened o = new Opened(Ids.next(d, since), announced, announced, Optional.empty(), 1, severity, origin, party, since,
        d.now, held, Optional.empty());
    d.open.add(o);
    d.phases.add(new Phase(o.id(), announced, severity, since, Optional.empty()));
    say(d, o, IncidentStep.State.OPEN, Optional.empty(), cause);
    return o;
  }

  /** @param to as it shall be; its sequence is counted here */
  static void update(Draft d, Opened from, Opened to, Cause cause) {
    Opened next = new Opened(to.id(), to.announced(), to.pinned(), to.floor(), from.sequence() + 1, to.severity(),
        to.origin(), to.party(), to.since(), d.now, to.held(), Optional.empty());
    replace(d, from, next);
    if (from.severity() != to.severity()) {
      end(d, from, d.now);
      d.phases.add(new Phase(next.id(), next.announced(), next.severity(), d.now, Optional.empty()));
    }
    say(d, next, IncidentStep.State.UPDATE, Optional.empty(), cause);
  }

  /** Without a word. */
  static void replace(Draft d, Opened from, Opened to) {
    d.open.set(d.open.indexOf(from), to);
  }

  static void close(Draft d, Opened o, Instant until, Cause cause) {
    d.open.remove(o);
    d.closed.add(o.id());
    if (d.closed.size() > CLOSED) d.closed.removeFirst();
    end(d, o, until);
    Opened last = new Opened(o.id(), o.announced(), o.pinned(), o.floor(), o.sequence() + 1, o.severity(), o.origin(),
        o.party(), o.since(), d.now, o.held(), Optional.empty());
    say(d, last, IncidentStep.State.CLOSED, Optional.of(until), cause);
  }

  private static void end(Draft d, Opened o, Instant at) {
    d.phases.replaceAll(p -> p.incident().equals(o.id()) && p.to().isEmpty()
        ? new Phase(p.incident(), p.announced(), p.severity(), p.from(), Optional.of(Times.later(p.from(), at))) : p);
  }

  private static void say(Draft d, Opened o, IncidentStep.State state, Optional<Instant> until, Cause cause) {
    IncidentStep step = new IncidentStep(o.id(), d.service(), o.sequence(), state, o.severity(), o.origin(), o.party(),
        o.since(), until, "");
    d.utterances.add(new Utterance.Stepped(
        d.saying(), d.guid("incident:" + o.id() + ":" + o.sequence()), step, cause));
  }
}
