package iris.app.demo;

import iris.agent.simulate.Fault;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that goes wrong with a simulated service, for a while.
 *
 * @param until exclusive
 */
record Trouble(String service, Fault fault, Instant since, Instant until) {
  boolean at(Instant now) {
    return !now.isBefore(since) && now.isBefore(until);
  }

  /** Whether it is so near that checks should be looked at one by one, and not once a window. */
  boolean near(Instant now, Duration margin) {
    return !now.isBefore(since.minus(margin)) && now.isBefore(until.plus(margin));
  }
}
