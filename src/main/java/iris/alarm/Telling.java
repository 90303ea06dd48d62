package iris.alarm;

import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Section 7: what is announced, aloud or to the journal alone, and when it is said again. */
final class Telling {
  private static final Duration FLOOD = Duration.ofMinutes(10);
  private static final int FLOOD_OVER = 10;
  private static final int FLOOD_UNDER = 5;

  private Telling() {}

  static void tell(Draft d, AlarmDraft a, Call call, Reason why) {
    tell(d, a, call, why, Optional.empty(), Optional.empty());
  }

  static void tell(
      Draft d, AlarmDraft a, Call call, Reason why, Optional<Duration> lasted, Optional<Duration> unsure) {
    boolean over = call == Call.CLEAR || call == Call.FLAP_STOP;
    // Who never heard of it need not hear that it is over.
    boolean suppressed = Muting.muted(d, a) || over && !a.told;
    if (!over) remember(d, a, call, suppressed);
    Optional<ServiceDraft> service = Optional.ofNullable(d.services.get(a.key.subject()))
        .filter(_ -> a.key.kind() == AlarmKey.Kind.OUTAGE || a.key.kind() == AlarmKey.Kind.DEGRADED);
    d.say(new Transition.Told(d.wall(), new Announcement(call, a.key, a.priority, a.episode.orElse(""), subject(d, a.key),
        service.map(s -> Origins.of(d, s)), a.since.orElse(d.wall()), lasted, unsure, why, suppressed)));
  }

  private static void remember(Draft d, AlarmDraft a, Call call, boolean suppressed) {
    if (suppressed) {
      a.owed = true;
      a.due = Optional.empty();
      return;
    }
    a.told = true;
    a.owed = false;
    a.due = again(d, a, call == Call.REPEAT).map(d.now.mono()::plus);
    if (call == Call.REPEAT || call == Call.RESTORED || a.key.kind() == AlarmKey.Kind.EXERCISE) return;
    d.silencedUntil = Optional.empty();
    d.silenceEnds = Optional.empty();
    List<Duration> loud = new ArrayList<>(d.loud);
    loud.add(d.now.mono());
    d.loud = List.copyOf(loud.subList(Math.max(0, loud.size() - FLOOD_OVER - 1), loud.size()));
  }

  /** How long until it is said again: the last column of section 7, and what the plan of a fallback says. */
  static Optional<Duration> again(Draft d, AlarmDraft a, boolean repeated) {
    if (a.key.kind() == AlarmKey.Kind.FALLBACK_ACTIVE) return Fallbacks.again(d, a);
    boolean standing = a.state == Lifecycle.ACKED || a.state == Lifecycle.CLEARING_ACKED
        || a.state == Lifecycle.LATCHED_ACKED || a.state == Lifecycle.LATCHED_UNACKED;
    return switch (a.priority) {
      case P1 -> Optional.of(standing ? Duration.ofHours(4) : Duration.ofMinutes(repeated ? 15 : 5));
      case P2 -> Optional.of(standing ? Duration.ofHours(8) : Duration.ofMinutes(30));
      case P3 -> Optional.empty();
    };
  }

  /** Repetitions that are due. One whose alarm is muted or clearing is put off, not lost. */
  static void repeat(Draft d, AlarmDraft a) {
    if (a.due.isEmpty() || a.due.get().compareTo(d.now.mono()) > 0) return;
    boolean wanted = !Muting.muted(d, a)
        && Alarming.act(d, a, Steps.Event.REALARM, Reason.of("alarm.why.again")) == Steps.Say.REPEAT;
    if (!wanted) a.due = again(d, a, true).map(d.now.mono()::plus);
  }

  static void flood(Draft d) {
    d.loud = d.loud.stream().filter(at -> d.now.mono().minus(at).compareTo(FLOOD) < 0).toList();
    boolean flood = d.flood ? d.loud.size() >= FLOOD_UNDER : d.loud.size() > FLOOD_OVER;
    if (flood != d.flood) d.note("iris", flood ? "alarm.note.flood" : "alarm.note.flood-over");
    d.flood = flood;
  }

  static String subject(Draft d, AlarmKey key) {
    String named = switch (key.kind()) {
      case SUPERVISION_LOST -> Optional.ofNullable(d.feeds.get(key.subject())).map(f -> f.name).orElse("");
      case CONSOLE_FAULT -> key.subject();
      default -> d.rules.of(key.subject()).name()
          .or(() -> Optional.ofNullable(d.services.get(key.subject())).map(s -> s.service.name())).orElse("");
    };
    return named.isBlank() ? key.subject() : named;
  }

}
