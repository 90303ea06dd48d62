package iris.history.story;

import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Moved;
import iris.signal.Priority;
import java.time.Instant;
import java.util.Optional;

/** What transitions say of the episode that they belong to. Pure: what is known of it is handed in. */
public final class Episodes {
  private static final String ACKNOWLEDGED = "alarm.why.acknowledged";

  private Episodes() {}

  /** The episode that this tells something of. */
  public static Optional<String> of(Transition t) {
    String id = switch (t) {
      case Moved m -> m.episode();
      case Transition.Told told -> told.announcement().episode();
      case Transition.Answered a -> a.answer().episode();
      case Transition.Sight _, Transition.Changed _, Transition.Kept _, Transition.Spoken _, Transition.Acted _,
          Transition.Refused _, Transition.Switched _, Transition.Drifted _, Transition.Noted _ -> "";
    };
    return Optional.of(id).filter(named -> !named.isBlank());
  }

  /** The episode after this; empty where it is about none, or about the end of one whose beginning nobody kept. */
  public static Optional<Episode> after(Optional<Episode> before, Transition t) {
    return switch (t) {
      case Moved m when !m.episode().isBlank() -> moved(before, m);
      case Transition.Told told when before.isPresent() -> Optional.of(told(before.get(), told.announcement()));
      default -> before;
    };
  }

  /**
   * An alarm stands once: where it rings again before anybody looked at its return, what it rang for before is the past.
   *
   * @param standing an episode that has not left the list of alarms
   */
  public static boolean leaves(Episode standing, Transition t) {
    return t instanceof Moved m && m.to().active() && !m.from().active() && standing.open()
        && standing.alarm().equals(m.alarm()) && !standing.id().equals(m.episode());
  }

  /** It left the list of alarms then. */
  public static Episode left(Episode e, Instant at) {
    return new Episode(e.id(), e.alarm(), e.name(), e.worst(), e.since(), e.raised(), e.ended(), e.unsure(),
        Optional.of(at.isBefore(e.raised()) ? e.raised() : at), e.origin(), e.taken());
  }

  private static Optional<Episode> moved(Optional<Episode> before, Moved m) {
    if (before.isEmpty() && m.to().quiet()) return Optional.empty();
    Episode e = before.orElseGet(() -> new Episode(m.episode(), m.alarm(), m.alarm().subject(), m.priority(), m.at(),
        m.at(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    // Within five minutes an alarm may end and begin again under one name.
    boolean again = !e.open() && m.to().active();
    Optional<Instant> closed = m.to().quiet() ? Optional.of(m.at()) : Optional.empty();
    Optional<Episode.Taken> taken = e.taken();
    if (taken.isEmpty() && m.why().key().equals(ACKNOWLEDGED) && !m.why().args().isEmpty())
      taken = Optional.of(new Episode.Taken(m.at(), m.why().args().getFirst()));
    return Optional.of(new Episode(e.id(), e.alarm(), e.name(), worse(e.worst(), m.priority()), e.since(), e.raised(),
        again ? Optional.empty() : e.ended(), again ? Optional.empty() : e.unsure(), closed, e.origin(), taken));
  }

  private static Episode told(Episode e, Announcement a) {
    boolean over = a.call() == Call.CLEAR;
    Optional<Instant> ended = over ? a.lasted().map(a.since()::plus) : a.call() == Call.RAISE ? Optional.empty() : e.ended();
    return new Episode(e.id(), e.alarm(), a.subject(), worse(e.worst(), a.priority()), a.since(), e.raised(), ended,
        over ? a.unsure() : e.unsure(), e.closed(), a.origin().filter(o -> o.fault() != Fault.NORMAL).or(e::origin),
        e.taken());
  }

  private static Priority worse(Priority one, Priority other) {
    return one.moreUrgentThan(other) ? one : other;
  }
}
