package iris.ui.shift;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Exercise;
import iris.alarm.Fallback;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Shift;
import iris.alarm.Suppression;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that one shift has to tell the next, as facts. Made from the board alone, which keeps what happened since the last
 * handover: a list of events forgets, and a page of this kind must not.
 *
 * @param from the last handover, or the beginning of what is known; {@code to} now
 * @param open alarms that stand, most urgent first; {@code acked} those that somebody took, the oldest taking first
 * @param shelved the one that ends next first
 * @param running maintenance now; {@code planned} the next of each service
 * @param spells alarms that are over; {@code returned} fallbacks that ran and no longer do, or failed to
 * @param gaps times without sight, over or not
 * @param ill parts of the console that are not well
 */
public record Handover(
    Instant from,
    Instant to,
    List<Alarm> open,
    List<Alarm> acked,
    List<Running> fallbacks,
    List<Alarm> shelved,
    List<Service> running,
    List<Service> planned,
    List<Service> out,
    List<Shift.Gap> gaps,
    List<Missing> missing,
    List<Shift.Spell> spells,
    List<Shift.Ran> returned,
    List<Exercise.Result> exercises,
    List<Alarm.Remark> notes,
    List<Report.Health> ill,
    Shift shift) {

  /** A service whose fallback does not rest. */
  public record Running(String key, Fallback now) {
    public Running {
      Objects.requireNonNull(key);
      Objects.requireNonNull(now);
    }
  }

  /** A service, and what somebody decided about it. */
  public record Service(String key, Suppression what) {
    public Service {
      Objects.requireNonNull(key);
      Objects.requireNonNull(what);
    }
  }

  private static final Comparator<Alarm> URGENT = Comparator.comparing(Alarm::priority)
      .thenComparing(a -> a.since().orElse(Instant.MAX)).thenComparing(a -> a.key().toString());

  public Handover {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    open = List.copyOf(open);
    acked = List.copyOf(acked);
    fallbacks = List.copyOf(fallbacks);
    shelved = List.copyOf(shelved);
    running = List.copyOf(running);
    planned = List.copyOf(planned);
    out = List.copyOf(out);
    gaps = List.copyOf(gaps);
    missing = List.copyOf(missing);
    spells = List.copyOf(spells);
    returned = List.copyOf(returned);
    exercises = List.copyOf(exercises);
    notes = List.copyOf(notes);
    ill = List.copyOf(ill);
    Objects.requireNonNull(shift);
  }

  public static Handover of(Board board, Now now) {
    Shift shift = board.shift();
    List<Alarm> stand = board.alarms().values().stream()
        .filter(a -> !a.state().quiet() && a.key().kind() != AlarmKey.Kind.EXERCISE).sorted(URGENT).toList();
    return new Handover(shift.since(), now.wall(), stand,
        stand.stream().filter(a -> a.ack().isPresent()).sorted(Comparator.comparing(a -> a.ack().get().at())).toList(),
        board.fallbacks().entrySet().stream().filter(f -> !(f.getValue().now() instanceof Fallback.Off))
            .map(f -> new Running(f.getKey(), f.getValue().now())).toList(),
        stand.stream().filter(Handover::shelf).sorted(Comparator.comparing(a -> end(a.suppression().orElseThrow()))).toList(),
        services(board, ServiceState::maintenance), services(board, ServiceState::planned),
        services(board, ServiceState::outOfService), shift.gaps(), missing(board, shift.since()),
        shift.spells().stream().filter(s -> s.until().isPresent() && !told(shift, s.alarm())).toList(),
        shift.fallbacks().stream().filter(f -> f.end().isPresent()).toList(), shift.exercises(), shift.notes(),
        board.health().values().stream().filter(h -> !h.well()).toList(), shift);
  }

  /** Nothing of all this waits for anybody. */
  public boolean calm() {
    return open.isEmpty() && fallbacks.isEmpty() && shelved.isEmpty() && out.isEmpty() && ill.isEmpty();
  }

  /** That a fallback ran stands on the page with who and why: the alarm of it says nothing more. */
  private static boolean told(Shift shift, AlarmKey alarm) {
    return alarm.kind() == AlarmKey.Kind.FALLBACK_ACTIVE && shift.fallbacks().stream()
        .anyMatch(f -> f.service().equals(alarm.subject()) && f.end().filter(e -> e.failed().isEmpty()).isPresent());
  }

  static boolean shelf(Alarm alarm) {
    return alarm.suppression().filter(s -> s.kind() == Suppression.Kind.SHELVED).isPresent();
  }

  static Instant end(Suppression s) {
    return s.until().orElse(Instant.MAX);
  }

  private static List<Service> services(Board board, Function<ServiceState, Optional<Suppression>> which) {
    return board.services().values().stream().flatMap(s -> which.apply(s).map(w -> new Service(s.key(), w)).stream())
        .sorted(Comparator.comparing((Service s) -> s.what().since())).toList();
  }

  private static List<Missing> missing(Board board, Instant since) {
    return board.services().values().stream().flatMap(s -> {
      Optional<Duration> period = Optional.ofNullable(board.feeds().get(s.feed())).flatMap(f -> f.period());
      return period.stream().flatMap(p -> Missing.of(s, p, since).stream());
    }).sorted(Comparator.comparing(Missing::from)).toList();
  }
}
