package iris.alarm;

import iris.alarm.Exercise.End;
import iris.alarm.Steps.Event;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The exercise, from its first sound to its end. It has an alarm of its own and nothing else: services, windows, origins
 * and figures do not know of it. A real alarm is never kept waiting by a played one.
 */
final class Exercising {
  /** Subject of what is noted about it. */
  private static final String PART = "exercise";
  private static final Set<Call> URGENT =
      EnumSet.of(Call.RAISE, Call.ESCALATE, Call.RESUME, Call.FLAP_START, Call.SHELF_OVER, Call.ANEW);

  private Exercising() {}

  static Optional<Reason> start(Draft d, Act.StartExercise act) {
    String subject = act.service().orElse(Exercise.ALL);
    if (d.shift.exercise.isPresent()) return no("alarm.refused.exercise-runs", d.shift.exercise.get().author());
    if (act.service().isPresent() && !d.services.containsKey(subject)) return no("alarm.refused.no-such-service", subject);
    if (d.services.isEmpty()) return no("alarm.refused.exercise-nothing");
    if (d.alarms.values().stream().anyMatch(a -> waits(d, a))) return no("alarm.refused.exercise-real");
    d.shift.exercise = Optional.of(new Exercise(subject, act.author(), d.now, Optional.empty()));
    Alarming.hear(d, AlarmKey.Kind.EXERCISE, subject, Event.BAD,
        Evidence.stated(d.wall(), Priority.P1, Exercise.why(act.author())));
    return Optional.empty();
  }

  static Optional<Reason> stop(Draft d) {
    if (d.shift.exercise.isEmpty()) return no("alarm.refused.no-exercise");
    end(d, d.shift.exercise.get(), End.STOPPED);
    return Optional.empty();
  }

  /** Somebody is wanted for it now. */
  private static boolean waits(Draft d, AlarmDraft a) {
    return a.key.kind() != AlarmKey.Kind.EXERCISE && a.active() && a.state.unacked() && a.priority != Priority.P3
        && !Muting.muted(d, a);
  }

  /** With every step: a real alarm ends it, an acknowledgement is measured, time brings the return. */
  static void pass(Draft d) {
    if (d.shift.exercise.isEmpty()) return;
    if (d.out.stream().anyMatch(Exercising::real)) {
      end(d, d.shift.exercise.get(), End.OVERRULED);
      return;
    }
    acknowledged(d);
    Exercise e = d.shift.exercise.get();
    if (d.now.mono().compareTo(e.next()) >= 0) end(d, e, e.taken().isPresent() ? End.RETURNED : End.TIMED_OUT);
  }

  private static boolean real(Transition t) {
    return t instanceof Transition.Told told && !told.announcement().suppressed()
        && told.announcement().alarm().kind() != AlarmKey.Kind.EXERCISE
        && told.announcement().priority() != Priority.P3 && URGENT.contains(told.announcement().call());
  }

  private static void acknowledged(Draft d) {
    Exercise e = d.shift.exercise.get();
    Optional<Alarm.Remark> ack = d.find(AlarmKey.Kind.EXERCISE, e.subject()).flatMap(a -> a.ack);
    if (e.taken().isPresent() || ack.isEmpty()) return;
    d.shift.exercise = Optional.of(new Exercise(e.subject(), e.author(), e.started(),
        Optional.of(new Exercise.Taken(d.now, ack.get().author()))));
    Duration took = d.now.mono().minus(e.started().mono());
    d.note(PART, "alarm.note.exercise-taken", ack.get().author(), took);
  }

  /** Nothing of another life is played on. */
  static void restarted(Draft d) {
    d.shift.exercise.ifPresent(e -> end(d, e, End.RESTARTED));
  }

  private static void end(Draft d, Exercise e, End how) {
    Exercise.Result result = e.ended(d.wall(), how);
    d.shift.exercise = Optional.empty();
    d.shift.ended(result);
    boolean aloud = how != End.OVERRULED && how != End.RESTARTED;
    d.find(AlarmKey.Kind.EXERCISE, e.subject()).ifPresent(a -> {
      if (aloud) Alarming.hear(d, AlarmKey.Kind.EXERCISE, e.subject(), Event.RECOVERED,
          Evidence.stated(d.wall(), Priority.P1, Reason.of("alarm.why.exercise-over")));
      // Nobody has to acknowledge the end of what was played.
      Alarming.quit(d, a, Reason.of("alarm.why.exercise-over"));
    });
    d.note(PART, "alarm.note.exercise." + how, result.author());
    if (result.taken().isEmpty()) d.note(PART, "alarm.note.exercise-untaken", Duration.between(result.from(), result.to()));
  }

  private static Optional<Reason> no(String key, Object... args) {
    return Optional.of(Reason.of(key, args));
  }
}
