package iris.notify;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.Rules;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Boards and announcements as a scenario tells them: what the alarm package would hand over, without its rules. */
final class Story {
  static final Instant START = Instant.parse("2026-11-22T14:12:00Z");
  static final AlarmKey SIV = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");
  static final AlarmKey SLOW = new AlarmKey(AlarmKey.Kind.DEGRADED, "siv");

  private final Map<AlarmKey, Alarm> alarms = new LinkedHashMap<>();
  private final List<Transition> news = new ArrayList<>();
  private Optional<Instant> silence = Optional.empty();
  Now now = new Now(START, Duration.ofHours(5));
  Memory memory = Memory.EMPTY;
  Decision last;

  static AlarmKey outage(String service) {
    return new AlarmKey(AlarmKey.Kind.OUTAGE, service);
  }

  Story after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Story state(AlarmKey key, Lifecycle state, Priority priority) {
    return alarm(key, state, priority, Optional.empty());
  }

  Story suppressed(AlarmKey key, Lifecycle state, Priority priority, Suppression.Kind kind) {
    return alarm(key, state, priority,
        Optional.of(new Suppression(kind, "ada", "works", START, Optional.of(START.plusSeconds(900)))));
  }

  private Story alarm(AlarmKey key, Lifecycle state, Priority priority, Optional<Suppression> suppression) {
    alarms.put(key, new Alarm(key, state, 0, priority, Optional.of(episode(key)), Optional.of(START), Optional.of(START),
        Optional.empty(), Optional.empty(), List.of(), suppression, false, 0, Reason.of("test.why")));
    return this;
  }

  Story call(Call call, AlarmKey key, Priority priority) {
    return call(call, key, priority, episode(key), false);
  }

  Story call(Call call, AlarmKey key, Priority priority, String episode, boolean suppressed) {
    boolean over = call == Call.CLEAR;
    news.add(new Transition.Told(now.wall(), new Announcement(call, key, priority, episode,
        key.subject().toUpperCase(java.util.Locale.ROOT), Optional.of(new OriginVerdict(OriginVerdict.Fault.EXTERNAL,
        OriginVerdict.Confidence.MEDIUM, List.of())), START,
        over ? Optional.of(Duration.between(START, now.wall())) : Optional.empty(),
        over ? Optional.of(Duration.ofMinutes(5)) : Optional.empty(), Reason.of("alarm.why.outage", "délai de 30 s dépassé sur l'appel au SIV national"), suppressed)));
    return this;
  }

  Story raise(AlarmKey key, Priority priority) {
    return state(key, Lifecycle.UNACKED, priority).call(Call.RAISE, key, priority);
  }

  Story clear(AlarmKey key, Priority priority) {
    return state(key, Lifecycle.RETURNED_UNACKED, priority).call(Call.CLEAR, key, priority);
  }

  /** Its feed is no longer configured: the alarm leaves the board without a word. */
  Story dropped(AlarmKey key) {
    alarms.remove(key);
    news.add(new Transition.Moved(now.wall(), key, Lifecycle.UNACKED, Lifecycle.NORMAL, Priority.P1, episode(key),
        Reason.of("alarm.why.unsupervised")));
    return this;
  }

  Story silencedFor(Duration time) {
    silence = Optional.of(now.wall().plus(time));
    return this;
  }

  static String episode(AlarmKey key) {
    return key + "@" + START.getEpochSecond() / 300;
  }

  Board board() {
    return new Board(new Rules(List.of(), Map.of()), now, Map.of(), Map.of(), alarms, silence, Map.of());
  }

  /** The announcements so far are one poll. */
  List<Transition> poll() {
    List<Transition> all = List.copyOf(news);
    news.clear();
    return all;
  }

  Decision decide() {
    last = Stages.decide(memory, poll(), board(), now);
    memory = last.memory();
    return last;
  }

  /** Lets time pass as the teller does, from wake to wake, until {@code time} is over; the decisions on the way. */
  List<Decision> during(Duration time) {
    Now end = now.plus(time);
    List<Decision> all = new ArrayList<>();
    while (last.wakeAt().isPresent() && last.wakeAt().get().compareTo(end.mono()) <= 0) {
      Duration step = last.wakeAt().get().minus(now.mono());
      now = now.plus(step.isNegative() ? Duration.ZERO : step);
      all.add(decide());
      if (all.size() > 10_000) throw new AssertionError("it wakes without end");
    }
    now = end;
    return all;
  }
}
