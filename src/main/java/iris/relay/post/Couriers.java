package iris.relay.post;

import iris.relay.Courier;
import iris.relay.Ground;
import iris.relay.Target;

/** The courier of each kind of server. */
public final class Couriers {
  private Couriers() {}

  /** @throws IllegalArgumentException where there is none */
  public static Courier of(Target target, Ground ground) {
    return switch (target.kind()) {
      default -> throw new IllegalArgumentException(target.kind().word() + ": no courier for " + ground.folder());
    };
  }
}
