package iris.ui.acts;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of the lists that are never hidden: the head of one of them, or something in it with the act that ends it.
 *
 * @param id stable from one board to the next
 * @param what what and until when; {@code by} who, since when and why, empty for a head
 * @param alarm what a shelf or an acknowledgement is about; {@code service} what the others are about
 * @param from when a planned maintenance begins
 */
record Kept(
    Group group,
    boolean head,
    String id,
    String what,
    String by,
    Optional<AlarmKey> alarm,
    Optional<String> service,
    Optional<Instant> from) {

  /** The lists, in their order. */
  enum Group {
    SHELVED(Act.Unshelve.class),
    MAINTENANCE(Act.EndMaintenance.class),
    PLANNED(Act.CancelMaintenance.class),
    OUT(Act.OutOfService.class),
    ACKED(Act.Unacknowledge.class);

    private final Class<? extends Act> act;

    Group(Class<? extends Act> act) {
      this.act = act;
    }

    /** What ends a thing in it. */
    Class<? extends Act> act() {
      return act;
    }

    /** The key of the word for that. */
    String deed() {
      return "ui.services.end." + name().toLowerCase(Locale.ROOT);
    }
  }

  Kept {
    Objects.requireNonNull(group);
    Objects.requireNonNull(id);
    Objects.requireNonNull(what);
    Objects.requireNonNull(by);
    if (!head && alarm.isEmpty() && service.isEmpty()) throw new IllegalArgumentException("nothing to end: " + id);
  }

  /** What ends it; of a head nothing does. */
  Optional<Act> end(String author) {
    if (head) return Optional.empty();
    return Optional.of(switch (group) {
      case SHELVED -> new Act.Unshelve(alarm.orElseThrow(), author);
      case ACKED -> new Act.Unacknowledge(alarm.orElseThrow(), author);
      case MAINTENANCE -> new Act.EndMaintenance(service.orElseThrow(), author);
      case PLANNED -> new Act.CancelMaintenance(service.orElseThrow(), from.orElseThrow(), author, "");
      case OUT -> new Act.OutOfService(service.orElseThrow(), false, author, "", Optional.empty());
    });
  }

  String spoken() {
    return by.isEmpty() ? what : what + ", " + by;
  }
}
