package iris.history.contract;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Shown;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Pause;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When what could explain that nothing was measured, stood; of two at once the one that {@link Cause} names first.
 *
 * @param when those that never stood are left out
 */
public record Causes(Map<Cause, Spans> when) {
  public static final Causes NONE = new Causes(Map.of());

  /** A feed is lost, or silent about a service, three periods after what is missing began (section 3). */
  private static final Duration UNNOTICED = Duration.ofMinutes(15);
  /** The window that was being measured, and the one that was not yet read. */
  private static final Duration UNREAD = Duration.ofMinutes(10);

  private static final String RESTARTED = "alarm.note.restarted";

  public Causes {
    EnumMap<Cause, Spans> some = new EnumMap<>(Cause.class);
    when.forEach((cause, spans) -> {
      if (!spans.isEmpty()) some.put(cause, spans);
    });
    when = Collections.unmodifiableMap(some);
  }

  /**
   * @param first start of the first window ever kept of the service
   * @param console what was noted about this console, {@code service} about the service
   * @param episodes of the service and of its feed
   */
  public static Causes of(Span time, Instant first, List<Transition> console, List<Transition> service,
      List<Episode> episodes, List<Pause> pauses) {
    Map<Cause, Spans> when = new EnumMap<>(Cause.class);
    when.put(Cause.BEFORE, Spans.of(time.from(), Spans.earlier(first, time.to())));
    when.put(Cause.STOPPED, stops(console));
    List<Span> lost = new ArrayList<>(shown(time, service));
    lost.addAll(stood(time, episodes, Kind.SUPERVISION_LOST));
    when.put(Cause.LOST, Spans.of(lost));
    when.put(Cause.SILENT, Spans.of(stood(time, episodes, Kind.SERVICE_SILENT)));
    when.put(Cause.ASIDE, pauses(pauses, Suppression.Kind.OUT_OF_SERVICE, time.to()));
    return new Causes(when);
  }

  /** @param until when one that lasts is cut off */
  static Spans pauses(List<Pause> pauses, Suppression.Kind kind, Instant until) {
    return Spans.of(pauses.stream().filter(p -> p.kind() == kind && p.from().isBefore(p.to().orElse(until)))
        .map(p -> new Span(p.from(), p.to().orElse(until))).toList());
  }

  private static Spans stops(List<Transition> console) {
    List<Span> stops = new ArrayList<>();
    for (Transition t : console)
      if (t instanceof Transition.Noted n && n.what().key().equals(RESTARTED) && n.what().args().size() == 2)
        stop(n.what().args()).ifPresent(stops::add);
    return Spans.of(stops);
  }

  private static java.util.Optional<Span> stop(List<String> ends) {
    try {
      Instant from = Instant.parse(ends.getFirst()).minus(UNREAD);
      Instant to = Instant.parse(ends.getLast());
      return from.isBefore(to) ? java.util.Optional.of(new Span(from, to)) : java.util.Optional.empty();
    } catch (DateTimeException odd) {
      // A clock that was wrong at the stop: then nobody knows how long it was.
      return java.util.Optional.empty();
    }
  }

  /** While the service was shown as lost; what it showed before the first change is told by that change. */
  private static List<Span> shown(Span time, List<Transition> service) {
    List<Span> lost = new ArrayList<>();
    Instant since = null;
    boolean first = true;
    for (Transition t : service) {
      if (!(t instanceof Transition.Changed c)) continue;
      if (first && c.from() == Shown.LOST) since = time.from();
      first = false;
      if (c.to() == Shown.LOST && since == null) since = c.at().minus(UNNOTICED);
      if (c.to() != Shown.LOST && since != null) {
        if (since.isBefore(c.at())) lost.add(new Span(since, c.at()));
        since = null;
      }
    }
    if (since != null && since.isBefore(time.to())) lost.add(new Span(since, time.to()));
    return lost;
  }

  private static List<Span> stood(Span time, List<Episode> episodes, Kind kind) {
    List<Span> stood = new ArrayList<>();
    for (Episode e : episodes) {
      Instant from = Spans.earlier(e.since(), e.raised().minus(UNNOTICED));
      Instant to = e.ended().or(e::closed).orElse(time.to());
      if (e.alarm().kind() == kind && from.isBefore(to)) stood.add(new Span(from, to));
    }
    return stood;
  }

  /** The seconds of this unmeasured time by cause. */
  public Map<Cause, Long> split(Spans unmeasured) {
    Map<Cause, Long> by = new EnumMap<>(Cause.class);
    Spans left = unmeasured;
    for (Map.Entry<Cause, Spans> e : when.entrySet()) {
      Spans taken = left.and(e.getValue());
      if (!taken.isEmpty()) by.put(e.getKey(), taken.seconds());
      left = left.less(e.getValue());
    }
    if (!left.isEmpty()) by.put(Cause.MISSING, left.seconds());
    return by;
  }

  /** The same where only the length is known, somewhere in this span. */
  Map<Cause, Long> split(Span somewhere, long seconds) {
    Map<Cause, Long> by = new EnumMap<>(Cause.class);
    long left = seconds;
    for (Map.Entry<Cause, Long> e : split(Spans.of(somewhere.from(), somewhere.to())).entrySet()) {
      long taken = e.getKey() == Cause.MISSING ? left : Math.min(left, e.getValue());
      if (taken > 0) by.merge(e.getKey(), taken, Long::sum);
      left -= taken;
    }
    if (left > 0) by.merge(Cause.MISSING, left, Long::sum);
    return by;
  }
}
