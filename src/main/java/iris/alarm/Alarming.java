package iris.alarm;

import iris.alarm.Steps.Event;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Brings evidence to one alarm, through the table and the flapping rule, and says what comes of it. */
final class Alarming {
  private static final Steps.Rule SERVICE = new Steps.Rule(1, 2, false);
  private static final Steps.Rule SLOW = new Steps.Rule(2, 2, false);
  private static final Steps.Rule WORD = new Steps.Rule(1, 1, false);
  private static final Steps.Rule FAULT = new Steps.Rule(1, 1, true);

  private Alarming() {}

  static Steps.Rule rule(AlarmKey.Kind kind) {
    return switch (kind) {
      case OUTAGE, SUPERVISION_LOST, SERVICE_SILENT -> SERVICE;
      case DEGRADED -> SLOW;
      case TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED, EXERCISE -> WORD;
      case CONSOLE_FAULT -> FAULT;
    };
  }

  /** Evidence; an item that states its own time raises at once, whatever number of windows it would take. */
  static void hear(Draft d, AlarmKey.Kind kind, String subject, Event event, Evidence e) {
    boolean bad = event == Event.BAD || event == Event.WORSE;
    Optional<AlarmDraft> known = d.find(kind, subject);
    if (known.isEmpty() && !bad) return;
    AlarmDraft a = known.orElseGet(() -> d.alarm(kind, subject));
    Event heard = event == Event.BAD && a.active() && e.priority().moreUrgentThan(a.priority) ? Event.WORSE : event;
    if (a.flapping && (heard == Event.BAD || heard == Event.GOOD || heard == Event.RECOVERED)) {
      Flapping.hear(d, a, heard, e);
    } else {
      Steps.Rule rule = rule(kind);
      step(d, a, heard, e, bad && e.stated() ? new Steps.Rule(1, rule.off(), rule.latched()) : rule);
    }
  }

  /** An event that carries no evidence of its own: ACK, UNACK, RESET, REALARM. */
  static Steps.Say act(Draft d, AlarmDraft a, Event event, Reason why) {
    return step(d, a, event, Evidence.stated(d.wall(), a.priority, why), rule(a.key.kind()));
  }

  static Steps.Say step(Draft d, AlarmDraft a, Event event, Evidence e, Steps.Rule rule) {
    Steps.Step s = Steps.step(a.state, a.count, event, rule);
    Lifecycle from = a.state;
    if (event == Event.GOOD || event == Event.RECOVERED) a.goodFrom = Optional.of(e.at());
    if (s.say() != Steps.Say.IGNORED && event == Event.BAD) a.goodFrom = Optional.empty();
    a.count = s.count();
    switch (s.say()) {
      case RAISE -> raise(d, a, e);
      case ESCALATE -> escalate(d, a, s.to(), e);
      case REPEAT -> {
        move(d, a, s.to(), e.why());
        if (s.to() == Lifecycle.UNACKED) a.ack = Optional.empty();
        Telling.tell(d, a, Call.REPEAT, a.why);
      }
      case CLEAR -> clear(d, a, s.to(), e);
      case FLEETING -> {
        move(d, a, s.to(), Reason.of("alarm.why.fleeting"));
        d.note(a.key.subject(), "alarm.note.fleeting", name(a.key));
      }
      case NOTHING -> move(d, a, s.to(), e.why());
      case IGNORED -> {}
    }
    if (a.state == Lifecycle.NORMAL && from != Lifecycle.NORMAL) normal(a);
    if (a.state == Lifecycle.PENDING || a.active() && event == Event.BAD) a.why = e.why();
    return s.say();
  }

  private static void raise(Draft d, AlarmDraft a, Evidence e) {
    // Never an index twice: a second outage within the same five minutes is another episode.
    a.index = Math.max(Math.floorDiv(e.at().getEpochSecond(), 300), a.index == Long.MIN_VALUE ? a.index : a.index + 1);
    a.episode = Optional.of(a.key + "@" + a.index);
    a.priority = e.priority();
    a.since = Optional.of(e.at());
    a.raised = Optional.of(d.wall());
    a.cleared = Optional.empty();
    a.goodFrom = Optional.empty();
    a.ack = Optional.empty();
    a.why = e.why();
    a.told = false;
    a.owed = false;
    if (a.shelf.isEmpty()) a.shelvings = 0;
    move(d, a, Lifecycle.UNACKED, e.why());
    if (Flapping.raised(d, a, e.at())) Flapping.start(d, a);
    else Telling.tell(d, a, Call.RAISE, e.why());
  }

  private static void escalate(Draft d, AlarmDraft a, Lifecycle to, Evidence e) {
    boolean worse = e.priority().moreUrgentThan(a.priority);
    if (worse) a.priority = e.priority();
    a.why = e.why();
    a.ack = Optional.empty();
    moved(d, a, to, e.why());
    // What was shelved was the lesser alarm.
    if (worse && a.shelf.isPresent()) Shelving.end(d, a);
    Telling.tell(d, a, Call.ESCALATE, e.why());
  }

  private static void clear(Draft d, AlarmDraft a, Lifecycle to, Evidence e) {
    Instant since = a.since.orElse(d.wall());
    Instant end = a.goodFrom.orElse(e.at());
    if (end.isAfter(d.wall())) end = d.wall();
    if (end.isBefore(since)) end = since;
    a.cleared = Optional.of(end);
    a.why = e.why();
    move(d, a, to, e.why());
    Flapping.turn(a, end);
    Telling.tell(d, a, Call.CLEAR, e.why(), Optional.of(Duration.between(since, end)),
        e.stated() ? Optional.empty() : Optional.of(e.grain()));
    a.due = a.state == Lifecycle.LATCHED_UNACKED || a.state == Lifecycle.LATCHED_ACKED
        ? Telling.again(d, a, false).map(d.now.mono()::plus) : Optional.empty();
  }

  private static void normal(AlarmDraft a) {
    a.episode = Optional.empty();
    a.count = 0;
    a.due = Optional.empty();
    a.owed = false;
    a.flapping = false;
  }

  static void move(Draft d, AlarmDraft a, Lifecycle to, Reason why) {
    if (a.state != to) moved(d, a, to, why);
  }

  private static void moved(Draft d, AlarmDraft a, Lifecycle to, Reason why) {
    d.say(new Transition.Moved(d.wall(), a.key, a.state, to, a.priority, a.episode.orElse(""), why));
    a.state = to;
  }

  /** Back to NORMAL without a word. */
  static void quit(Draft d, AlarmDraft a, Reason why) {
    move(d, a, Lifecycle.NORMAL, why);
    normal(a);
  }

  /** The key of the word for its kind. */
  static String name(AlarmKey key) {
    return "alarm.kind." + key.kind();
  }

  /** Ends an alarm that nobody supervises any more: it did not return to normal, so nothing is told. */
  static void drop(Draft d, AlarmDraft a) {
    Reason why = Reason.of("alarm.why.unsupervised");
    if (!a.state.quiet()) d.note(a.key.subject(), "alarm.note.unsupervised", name(a.key));
    move(d, a, Lifecycle.NORMAL, why);
    d.alarms.remove(a.key);
  }
}
