package iris.relay.post;

import iris.relay.Message;
import java.time.Instant;
import java.util.Objects;

/**
 * A message on its way to one target.
 *
 * @param n its place: letters of one signal go in this order
 * @param queued when it was put there
 */
public record Letter(String target, long n, Instant queued, Message message) {
  public Letter {
    Objects.requireNonNull(target);
    Objects.requireNonNull(queued);
    Objects.requireNonNull(message);
  }
}
