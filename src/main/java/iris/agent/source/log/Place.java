package iris.agent.source.log;

import java.util.Objects;

/**
 * How far a file was read.
 *
 * @param offset of the first byte that is not counted: the beginning of a line, unless {@code skipping}
 * @param skipping whether it stands within a line that is too long and was counted already
 */
record Place(Identity identity, long offset, boolean skipping) {
  Place {
    Objects.requireNonNull(identity);
    if (offset < 0) throw new IllegalArgumentException("offset " + offset);
  }
}
