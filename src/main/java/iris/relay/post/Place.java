package iris.relay.post;

import java.util.Objects;

/**
 * Where a target stands.
 *
 * @param seq of the last journal entry that was put in its queue
 * @param condensed windows that were put together since its server was away too long; {@code lost} given up
 */
record Place(long seq, Told told, long condensed, long lost) {
  Place {
    Objects.requireNonNull(told);
  }
}
