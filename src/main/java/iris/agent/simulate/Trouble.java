package iris.agent.simulate;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What the parties ask before they answer: whether a fault strikes this time. */
record Trouble(Supplier<Faults> now) {
  /** Long enough that a limit of two seconds is passed by most. */
  static final double SLOWER = 15;

  boolean strikes(Fault fault) {
    return now.get().strikes(fault, ThreadLocalRandom.current());
  }

  /** How many times longer something takes: {@code usual}, or far more if the fault strikes. */
  double factor(Fault fault, double usual) {
    return strikes(fault) ? usual * SLOWER : usual;
  }

  static boolean flaw(double share) {
    return ThreadLocalRandom.current().nextDouble() < share;
  }
}
