package iris.relay;

import iris.signal.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What became of one message at one server. Nothing here proves effect: see {@link Courier#seen}. */
public sealed interface Delivery {
  /** The server took it. @param proof what it answered that helps to find it there */
  record Delivered(Optional<String> proof) implements Delivery {
    public Delivered {
      Objects.requireNonNull(proof);
    }
  }

  /** The server already knows something newer: done. */
  record Superseded(Reason why) implements Delivery {
    public Superseded {
      Objects.requireNonNull(why);
    }
  }

  /** Not now: network, 5xx, 429. @param after what the server asked for; empty: the usual back-off */
  record TryLater(Optional<Duration> after, Reason why) implements Delivery {
    public TryLater {
      Objects.requireNonNull(after);
      Objects.requireNonNull(why);
    }
  }

  /** Never, as it is: wrong password, unknown host, bad request. It goes to the dead letters. */
  record Refused(Reason why) implements Delivery {
    public Refused {
      Objects.requireNonNull(why);
    }
  }

  static Delivery done() {
    return new Delivered(Optional.empty());
  }

  static Delivery done(String proof) {
    return new Delivered(Optional.of(proof));
  }

  static Delivery later(String key, Object... args) {
    return later(Reason.of(key, args));
  }

  /** After the usual back-off. */
  static Delivery later(Reason why) {
    return new TryLater(Optional.empty(), why);
  }

  static Delivery refused(String key, Object... args) {
    return new Refused(Reason.of(key, args));
  }
}
