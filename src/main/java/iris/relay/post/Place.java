package iris.relay.post;

import java.util.Objects;

/**
 * Where a target stands.
 *
 * @param seq of the last journal entry that was put in its queue
 * @param guessed how many rows of what it was told cannot be read, and are known by their names; not negative
 * @param lost how many of them say nothing by their names either; not negative
 */
record Place(long seq, Told told, int guessed, int lost) {
  Place {
    Objects.requireNonNull(told);
    if (guessed < 0 || lost < 0) throw new IllegalArgumentException(guessed + ", " + lost);
  }

  /** All of it could be read. */
  Place(long seq, Told told) {
    this(seq, told, 0, 0);
  }
}
