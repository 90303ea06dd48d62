package iris.relay.post;

import java.util.Objects;

/** Where a target stands. @param seq of the last journal entry that was put in its queue */
record Place(long seq, Told told) {
  Place {
    Objects.requireNonNull(told);
  }
}
