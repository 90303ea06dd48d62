package iris.relay.post;

import iris.signal.Reason;
import java.time.Instant;
import java.util.Objects;

/** A letter that its server will not take as it is, and why. @param died when that was known */
public record Dead(Letter letter, Instant died, Reason why) {
  public Dead {
    Objects.requireNonNull(letter);
    Objects.requireNonNull(died);
    Objects.requireNonNull(why);
  }
}
