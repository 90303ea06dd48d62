package iris.relay.post;

import iris.relay.Message;
import iris.relay.Signal;
import java.util.List;

/** One thing to ask of a courier. */
sealed interface Job {
  /** The lane that it is about is busy with it. */
  Lane lane();

  /** A letter out of the queue. */
  record Bring(Lane lane, Letter letter) implements Job {}

  /** How a signal stands, or the heartbeat. */
  record Repeat(Lane lane, Message message) implements Job {}

  /** What does the server hold now? */
  record Look(Lane lane) implements Job {}

  /** These are all signals. */
  record Introduce(Lane lane, List<Signal> all) implements Job {
    public Introduce {
      all = List.copyOf(all);
    }
  }
}
