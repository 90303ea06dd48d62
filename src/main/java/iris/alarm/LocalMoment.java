package iris.alarm;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * What a date and time of a wall clock mean in a zone. On the two nights of a year in which clocks change, a time may
 * never come, or come twice; whoever plans one is told so instead of being moved by an hour.
 */
public sealed interface LocalMoment {
  record Once(Instant at) implements LocalMoment {}

  /** Clocks are put back over it: {@code first} in summer time, {@code second} an hour later in winter time. */
  record Twice(Instant first, Instant second) implements LocalMoment {}

  /** Clocks jump over it: from {@code before}, which never comes, at once to {@code after}. */
  record Never(LocalDateTime before, LocalDateTime after) implements LocalMoment {}

  static LocalMoment of(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) return new Once(local.toInstant(offsets.getFirst()));
    if (offsets.size() == 2) return new Twice(local.toInstant(offsets.getFirst()), local.toInstant(offsets.getLast()));
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return new Never(change.getDateTimeBefore(), change.getDateTimeAfter());
  }
}
