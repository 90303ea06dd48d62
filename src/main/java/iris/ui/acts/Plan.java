package iris.ui.acts;

import iris.alarm.LocalMoment;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A maintenance as it is written in the form.
 *
 * @param lasting {@code end} is a duration, of real time; else a time, with or without a day before it
 * @param laterStart the second of two equal times, in the night that has an hour twice; {@code laterEnd} likewise
 */
record Plan(
    String day, String start, boolean lasting, String end, String zone, boolean laterStart, boolean laterEnd) {
  /** As the board has it. */
  private static final Duration LONGEST = Duration.ofHours(24);

  Plan {
    Objects.requireNonNull(day);
    Objects.requireNonNull(start);
    Objects.requireNonNull(end);
    Objects.requireNonNull(zone);
  }

  /** A local time that was not understood, or never comes. */
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Reason why;

    Unfit(String key, Object... args) {
      super(key, null, false, false);
      why = Reason.of(key, args);
    }
  }

  Planned at(Instant now) {
    try {
      return understood(now);
    } catch (Unfit unfit) {
      return new Planned.Wrong(unfit.why);
    }
  }

  /** One moment to come, with or without a day before its time, as the end of what begins now. */
  static Planned moment(String written, ZoneId zone, Instant now) {
    try {
      LocalDateTime local = new Plan("", "", false, written, zone.getId(), false, false)
          .until(LocalDateTime.ofInstant(now, zone), now.atZone(zone).toLocalDate());
      LocalMoment last = LocalMoment.of(local, zone);
      Instant to = instant(last, local.toLocalTime(), now, false);
      if (!to.isAfter(now)) throw new Unfit("ui.services.wrong.past");
      List<Reason> notes = new ArrayList<>();
      note(last, local.toLocalTime(), to, notes);
      return new Planned.Ready(now, to, zone, false, last instanceof LocalMoment.Twice, notes);
    } catch (Unfit unfit) {
      return new Planned.Wrong(unfit.why);
    }
  }

  private Planned understood(Instant now) throws Unfit {
    ZoneId in = Written.zone(zone).orElseThrow(() -> strange());
    LocalDate today = now.atZone(in).toLocalDate();
    LocalDate begins = Written.day(day, today).orElseThrow(() -> new Unfit("ui.services.wrong.day", day.strip()));
    LocalTime time = Written.time(start).orElseThrow(() -> new Unfit("ui.services.wrong.time", start.strip()));
    LocalMoment first = LocalMoment.of(begins.atTime(time), in);
    Instant from = instant(first, time, Instant.MIN, laterStart);
    List<Reason> notes = new ArrayList<>();
    note(first, time, from, notes);
    Instant to;
    boolean doubled = false;
    if (lasting) {
      to = from.plus(Written.span(end).orElseThrow(() -> new Unfit("ui.services.wrong.span", end.strip())));
    } else {
      LocalDateTime until = until(begins.atTime(time), today);
      LocalMoment last = LocalMoment.of(until, in);
      to = instant(last, until.toLocalTime(), from, laterEnd);
      note(last, until.toLocalTime(), to, notes);
      doubled = last instanceof LocalMoment.Twice;
    }
    if (!from.isBefore(to)) throw new Unfit("ui.services.wrong.order");
    if (!to.isAfter(now)) throw new Unfit("ui.services.wrong.past");
    Duration lasts = Duration.between(from, to);
    if (lasts.compareTo(LONGEST) > 0) throw new Unfit("ui.services.wrong.long", lasts, LONGEST);
    return new Planned.Ready(from, to, in, first instanceof LocalMoment.Twice, doubled, notes);
  }

  private Unfit strange() {
    List<String> near = Written.zones(zone).stream().limit(4).toList();
    return near.isEmpty() ? new Unfit("ui.services.wrong.zone", zone.strip())
        : new Unfit("ui.services.wrong.zones", zone.strip(), String.join(", ", near));
  }

  /** The day may stand before the time; without one it is the first such time after the begin. */
  private LocalDateTime until(LocalDateTime begin, LocalDate today) throws Unfit {
    String text = end.strip();
    int gap = text.lastIndexOf(' ');
    LocalTime time = Written.time(text.substring(gap + 1)).orElseThrow(() -> new Unfit("ui.services.wrong.time", text));
    Optional<LocalDate> day = gap < 0
        ? Optional.of(time.isAfter(begin.toLocalTime()) ? begin.toLocalDate() : begin.toLocalDate().plusDays(1))
        : Written.day(text.substring(0, gap), today);
    return day.orElseThrow(() -> new Unfit("ui.services.wrong.day", text)).atTime(time);
  }

  /** Of two equal times the first that comes {@code after}, unless the later one is wanted. */
  private static Instant instant(LocalMoment moment, LocalTime time, Instant after, boolean later) throws Unfit {
    return switch (moment) {
      case LocalMoment.Once(Instant at) -> at;
      case LocalMoment.Twice(Instant first, Instant second) -> later || !first.isAfter(after) ? second : first;
      case LocalMoment.Never(LocalDateTime before, LocalDateTime next) -> throw new Unfit("ui.services.wrong.never",
          time, before.toLocalTime(), next.toLocalTime(), before.toLocalTime().minusMinutes(1));
    };
  }

  private static void note(LocalMoment moment, LocalTime time, Instant taken, List<Reason> notes) {
    if (moment instanceof LocalMoment.Twice(Instant first, Instant second))
      notes.add(taken.equals(first) ? Reason.of("ui.services.twice.first", time)
          : Reason.of("ui.services.twice.second", time));
  }
}
