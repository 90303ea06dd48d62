package iris.agent.book;

import iris.agent.Evidence;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Optional;

/** The order of a turn: time first, then what came, then what follows from both. */
final class Turning {
  private Turning() {}

  static Turn turn(Book book, Stimulus stimulus, Instant now) {
    Draft d = new Draft(book, now);
    Clocking.pass(d, stimulus instanceof Stimulus.Resumed r ? Optional.of(r.lastAlive()) : Optional.empty());
    Works.pass(d);
    Optional<Reason> refused = switch (stimulus) {
      case Stimulus.Heard(Evidence evidence) -> {
        hear(d, evidence);
        yield Optional.empty();
      }
      case Stimulus.Told(Announcement announcement) -> Announcing.tell(d, announcement);
      case Stimulus.Tick _, Stimulus.Resumed _ -> Optional.empty();
    };
    Works.pass(d);
    Troubles.pass(d);
    Detector.pass(d);
    Windows.close(d);
    return new Turn(d.close(), d.utterances, refused);
  }

  private static void hear(Draft d, Evidence evidence) {
    switch (evidence) {
      case Evidence.Counted counted -> {
        Windows.hear(d, counted);
        Traffics.hear(d, counted);
      }
      case Evidence.Probed probed -> {
        Windows.hear(d, probed);
        Checks.hear(d, probed);
        Checks.certificate(d, probed);
      }
      case Evidence.Condition condition -> Troubles.hear(d, condition);
    }
  }
}
