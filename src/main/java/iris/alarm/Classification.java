package iris.alarm;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule that a person made: announcements with these words are to be taken for that. Kept for ever with its author; one
 * that was taken back judges nothing and is still named by the receipts of what it once judged.
 *
 * @param id short, given by the board: "r7"
 * @param hits incidents that it judged so far
 * @param taken who took it back, when and why
 */
public record Classification(
    String id,
    Criterion criterion,
    String author,
    String reason,
    Instant at,
    int hits,
    Optional<Alarm.Remark> taken) {
  /** In front of a rule's id where an incident names the rule that decided ({@link iris.signal.Incident#rule()}). */
  public static final String DESK = "desk.";

  public Classification {
    Objects.requireNonNull(criterion);
    Objects.requireNonNull(author);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(at);
    Objects.requireNonNull(taken);
    if (id.isBlank()) throw new IllegalArgumentException("a rule needs an id");
    if (hits < 0) throw new IllegalArgumentException("hits " + hits);
  }

  public boolean stands() {
    return taken.isEmpty();
  }

  /** As {@link iris.signal.Incident#rule()} names it. */
  public String name() {
    return DESK + id;
  }

  Classification hit() {
    return new Classification(id, criterion, author, reason, at, hits + 1, taken);
  }

  Classification takenBack(Alarm.Remark by) {
    return new Classification(id, criterion, author, reason, at, hits, Optional.of(by));
  }
}
