package iris.agent.source.log;

import java.util.Objects;

/**
 * How far a file was read.
 *
 * @param offset of the first byte that is not counted: the beginning of a line, unless {@code skipping}
 * @param skipping whether it stands within a line that is too long and was counted already
 * @param before print of the last bytes before the offset; of none where they are not known
 */
record Place(Identity identity, long offset, boolean skipping, Print before) {
  /** So many bytes before an offset are looked at. */
  static final int TAIL = 64;

  Place {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(before);
    if (offset < 0) throw new IllegalArgumentException("offset " + offset);
  }
}
