package iris.agent.book;

import iris.agent.book.Announcement.Amend;
import iris.agent.book.Announcement.Cancel;
import iris.agent.book.Announcement.Close;
import iris.agent.book.Announcement.Notice;
import iris.agent.book.Announcement.Open;
import iris.agent.book.Announcement.Plan;
import iris.agent.book.Announcement.Replan;
import iris.agent.book.Memory.Opened;
import iris.agent.book.Memory.Work;
import iris.signal.Maintenance;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Severity;
import java.time.Instant;
import java.util.Optional;

/** What a person says: first whether it can be, then what it does. Refused means that nothing changed. */
final class Announcing {
  private Announcing() {}

  static Optional<Reason> tell(Draft d, Announcement a) {
    Optional<Reason> refused = Refusing.of(d, a);
    if (refused.isPresent()) return refused;
    switch (a) {
      case Open o -> Steps.open(d, true, o.severity(), o.origin(),
          o.party().or(() -> Parties.only(d.served.service(), o.origin())), o.since().orElse(d.now), false,
          Cause.by(o.author(), o.text()));
      case Amend m -> amend(d, Refusing.incident(d, m.incident()), m);
      case Close c -> close(d, Refusing.incident(d, c.incident()), c);
      case Plan p -> Works.plan(d, Times.later(p.from(), d.now), p.to(), p.author(), p.text());
      case Replan r -> replan(d, Refusing.work(d, r.maintenance()), r);
      case Cancel c -> cancel(d, Refusing.work(d, c.maintenance()), c);
      case Notice n -> d.notice(Reason.of("agent.book.notice", n.text()));
    }
    return Optional.empty();
  }

  /** What a person says of an origin or a severity, no check takes back; a check may find it worse. */
  private static void amend(Draft d, Opened was, Amend m) {
    Origin origin = m.origin().orElse(was.origin());
    Optional<String> party = m.party().or(() -> origin == was.origin() ? was.party()
        : Parties.only(d.served.service(), origin));
    boolean pinned = was.pinned() || m.origin().isPresent() || m.party().isPresent();
    Optional<Severity> floor = m.severity().or(was::floor);
    Opened to = new Opened(was.id(), was.announced(), pinned, floor, was.sequence(),
        m.severity().orElse(was.severity()), origin, party, m.since().orElse(was.since()), was.stepped(), was.held(),
        was.pending());
    Steps.update(d, was, to, Cause.by(m.author(), m.text()));
  }

  /** The agent finds an incident again only by what it sees from now on. */
  private static void close(Draft d, Opened was, Close c) {
    Steps.close(d, was, c.until().orElse(Times.later(d.now, was.since())), Cause.by(c.author(), c.text()));
    Detector.startAnew(d);
  }

  private static void replan(Draft d, Work was, Replan r) {
    Instant from = r.from().map(f -> Times.later(f, d.now)).orElse(was.from());
    String text = r.text().isBlank() ? was.text() : r.text();
    Works.say(d, was, was.state(), was.state() == Maintenance.State.RUNNING ? was.from() : from,
        r.to().orElse(was.to()), r.author(), text);
  }

  /** What ran for a moment is done, and not as if it had never been. */
  private static void cancel(Draft d, Work was, Cancel c) {
    boolean ran = was.state() == Maintenance.State.RUNNING && was.from().isBefore(d.now);
    String text = c.text().isBlank() ? was.text() : c.text();
    if (ran) Works.end(d, was, Maintenance.State.DONE, d.now, c.author(), text);
    else Works.end(d, was, Maintenance.State.CANCELLED, was.to(), c.author(), text);
  }
}
