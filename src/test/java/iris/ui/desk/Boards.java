package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Exercise;
import iris.alarm.Judged;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.alarm.Shift;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.signal.Contact;
import iris.signal.Origin;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Boards made by hand, as an operator might meet them on Sunday 22 November 2026 at 15:27:42 in Paris. */
public final class Boards {
  public static final Instant WALL = Instant.parse("2026-11-22T14:27:42Z");
  public static final Now NOW = new Now(WALL, Duration.ofHours(9));
  public static final Instant SINCE = Instant.parse("2026-11-22T14:12:20Z");
  public static final Duration PERIOD = Duration.ofMinutes(5);

  private final Map<String, FeedState> feeds = new LinkedHashMap<>();
  private final Map<String, ServiceState> services = new LinkedHashMap<>();
  private final Map<AlarmKey, Alarm> alarms = new LinkedHashMap<>();
  private final Map<String, Report.Health> health = new LinkedHashMap<>();
  private Optional<Instant> silenced = Optional.empty();
  private Now at = NOW;

  public static Boards calm() {
    return new Boards().feed("darva", "DARVA", Supervision.FRESH).service("siv", "SIV", Shown.UP)
        .health("sound", true).health("journal", true).health("clock", true);
  }

  /** The SIV is down since 15:12 and nobody has acknowledged it. */
  public static Boards outage() {
    return calm().service("siv", "SIV", Shown.DOWN)
        .alarm(Kind.OUTAGE, "siv", Lifecycle.UNACKED, Priority.P1,
            Reason.of("Délai de 30 s dépassé sur l'appel au SIV national"));
  }

  public static Boards storm(int services) {
    Boards storm = calm();
    for (int i = 1; i <= services; i++) {
      String id = "s" + i;
      storm.service(id, "Service " + i, Shown.DOWN)
          .alarm(Kind.OUTAGE, id, Lifecycle.UNACKED, Priority.P1, Reason.of("Aucune réponse depuis 30 s"));
    }
    return storm;
  }

  public static Boards lost() {
    return calm().feed("darva", "DARVA", Supervision.LOST).service("siv", "SIV", Shown.LOST)
        .alarm(Kind.SUPERVISION_LOST, "darva", Lifecycle.UNACKED, Priority.P2,
            Reason.of("Contenu figé depuis 15:05\u00a0: le serveur répond, rien de nouveau n’est publié"));
  }

  public Boards feed(String id, String name, Supervision supervision) {
    Instant newest = supervision == Supervision.FRESH ? Instant.parse("2026-11-22T14:25:00Z") : WALL.minusSeconds(1362);
    feeds.put(id, new FeedState(id, name, supervision, SINCE, Optional.of(WALL.minusSeconds(12)),
        Optional.of(NOW.mono().minusSeconds(12)), Optional.of(newest), Optional.of(PERIOD), 0, 0, Optional.empty(),
        Optional.empty(), Contact.NOTHING_KNOWN));
    return this;
  }

  public Boards service(String id, String name, Shown shown) {
    boolean bad = shown == Shown.DOWN || shown == Shown.DEGRADED;
    var fault = bad ? OriginVerdict.Fault.EXTERNAL : OriginVerdict.Fault.NORMAL;
    services.put(id, new ServiceState(id, "darva", new Service(id, name, List.of()), true, shown, SINCE,
        new OriginVerdict(fault, OriginVerdict.Confidence.HIGH, List.of()), day(id, shown), List.of(), List.of(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    return this;
  }

  public Boards service(String id, Optional<Suppression> outOfService, Optional<Suppression> maintenance,
      Optional<Suppression> planned) {
    ServiceState s = services.get(id);
    Shown muted = maintenance.isPresent() ? Shown.MAINTENANCE : s.shown();
    Shown shown = outOfService.isPresent() ? Shown.OUT_OF_SERVICE : muted;
    services.put(id, new ServiceState(s.key(), s.feed(), s.service(), s.configured(), shown, s.shownSince(), s.origin(),
        s.windows(), s.incidents(), s.remarks(), outOfService, maintenance, planned, s.fallback()));
    return this;
  }

  public Boards alarm(Kind kind, String subject, Lifecycle state, Priority priority, Reason why) {
    AlarmKey key = new AlarmKey(kind, subject);
    boolean taken = state == Lifecycle.ACKED || state == Lifecycle.CLEARING_ACKED || state == Lifecycle.LATCHED_ACKED;
    alarms.put(key, new Alarm(key, state, 0, priority, Optional.of(key + "@5966274"), Optional.of(SINCE),
        Optional.of(SINCE),
        state.active() ? Optional.empty() : Optional.of(WALL.minusSeconds(120)),
        taken ? Optional.of(new Alarm.Remark(SINCE.plusSeconds(100), "Marie", "")) : Optional.empty(), List.of(),
        Optional.empty(), false, 0, why));
    return this;
  }

  /** Somebody took it then. */
  public Boards taken(Kind kind, String subject, Alarm.Remark by) {
    AlarmKey key = new AlarmKey(kind, subject);
    Alarm a = alarms.get(key);
    alarms.put(key, new Alarm(key, a.state(), a.count(), a.priority(), a.episode(), a.since(), a.raised(), a.cleared(),
        Optional.of(by), a.comments(), a.suppression(), a.flapping(), a.changes(), a.why()));
    return this;
  }

  /** Two outages that Paul and Marie took: the newest taking stands first on the board. */
  public static Boards takenTwice() {
    return calm().service("fni", "FNI", Shown.DOWN).service("siv", "SIV", Shown.DOWN)
        .alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("Aucune réponse"))
        .alarm(Kind.OUTAGE, "fni", Lifecycle.ACKED, Priority.P1, Reason.of("Aucune réponse"))
        .taken(Kind.OUTAGE, "siv", new Alarm.Remark(WALL.minusSeconds(120), "Marie", ""))
        .taken(Kind.OUTAGE, "fni", new Alarm.Remark(WALL.minusSeconds(600), "Paul", ""));
  }

  public Boards shelve(Kind kind, String subject, Suppression by) {
    AlarmKey key = new AlarmKey(kind, subject);
    Alarm a = alarms.get(key);
    alarms.put(key, new Alarm(key, a.state(), a.count(), a.priority(), a.episode(), a.since(), a.raised(), a.cleared(),
        a.ack(), a.comments(), Optional.of(by), a.flapping(), a.changes(), a.why()));
    return this;
  }

  public Boards health(String part, boolean well) {
    return health(part, well, well ? "en ordre" : "en défaut");
  }

  public Boards health(String part, boolean well, String why) {
    health.put(part, new Report.Health(part, well, Reason.of(why)));
    return this;
  }

  public Boards silenced(Instant until) {
    silenced = Optional.of(until);
    return this;
  }

  public Boards madeAt(Now now) {
    at = now;
    return this;
  }

  /** What happened on the afternoon of the outage. */
  public static EventLog log() {
    AlarmKey siv = new AlarmKey(Kind.OUTAGE, "siv");
    return EventLog.EMPTY.plus(List.of(
        new Transition.Sight(WALL.minusSeconds(40_000), "darva", Supervision.INIT, Supervision.FRESH,
            Reason.of("Première réponse en 180 ms.")),
        new Transition.Noted(WALL.minusSeconds(9_000), "clock", Reason.of("L'horloge du serveur avance de 31 s.")),
        new Transition.Told(SINCE, new Transition.Announcement(Transition.Announcement.Call.RAISE, siv, Priority.P1,
            "e", "SIV", Optional.empty(), SINCE, Optional.empty(), Optional.empty(),
            Reason.of("Délai de 30 s dépassé sur l'appel au SIV national."), false)),
        new Transition.Acted(SINCE.plusSeconds(60), new Act.Silence("Marie", Duration.ofMinutes(10))),
        new Transition.Refused(SINCE.plusSeconds(90), new Act.Shelve(siv, "Marie", "essais", Duration.ofHours(12)),
            Reason.of("Au plus 60 min pour une alarme P1."))));
  }

  /** A quiet afternoon until Marie played an outage. */
  public static EventLog exercised() {
    return EventLog.EMPTY.plus(List.of(
        new Transition.Sight(WALL.minusSeconds(40_000), "darva", Supervision.INIT, Supervision.FRESH,
            Reason.of("Première réponse en 180 ms.")),
        new Transition.Acted(WALL.minusSeconds(40), new Act.StartExercise(Optional.of("siv"), "Marie"))));
  }

  /** The return at 15:20. */
  public static EventLog back() {
    AlarmKey siv = new AlarmKey(Kind.OUTAGE, "siv");
    Instant at = Instant.parse("2026-11-22T14:20:10Z");
    return log().plus(List.of(new Transition.Told(at, new Transition.Announcement(
        Transition.Announcement.Call.CLEAR, siv, Priority.P1, "e", "SIV", Optional.empty(), SINCE,
        Optional.of(Duration.ofMinutes(8)), Optional.of(Duration.ofSeconds(150)), Reason.of("Deux fenêtres normales."),
        false))));
  }

  /** An exercise has played an outage of the SIV for 40 s; nobody has acknowledged it. */
  public static Board playing(Boards boards) {
    AlarmKey key = new AlarmKey(Kind.EXERCISE, "siv");
    Instant began = WALL.minusSeconds(40);
    boards.alarms.put(key, new Alarm(key, Lifecycle.UNACKED, 0, Priority.P1, Optional.of(key + "@5966274"),
        Optional.of(began), Optional.of(began), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false, 0,
        Reason.of("alarm.why.exercise", "Marie")));
    Board board = boards.board();
    Shift s = board.shift();
    return board.with(new Shift(WALL.minusSeconds(20_000), s.handed(), s.notes(), s.checked(), Optional.of(new Exercise(
        "siv", "Marie", new Now(began, NOW.mono().minusSeconds(40)), Optional.empty())), s.exercises(),
        s.spells(), s.gaps(), s.refused(), s.left(), s.fallbacks()));
  }

  public Board board() {
    return new Board(new Rules(List.of(), Map.of()), at, feeds, services, alarms, silenced, health);
  }

  public static Suppression shelf(String author, String reason, Duration time) {
    return new Suppression(Suppression.Kind.SHELVED, author, reason, WALL.minusSeconds(60),
        Optional.of(WALL.plus(time)));
  }

  /** A day with a morning gap, a slow noon, and what is shown now at its end. */
  private static NavigableMap<Instant, Judged> day(String id, Shown shown) {
    NavigableMap<Instant, Judged> windows = new TreeMap<>();
    Instant first = Instant.parse("2026-11-21T14:25:00Z");
    for (int i = 0; i < 288; i++) {
      if (i > 150 && i < 156) continue;
      boolean bad = shown == Shown.DOWN && i > 284;
      Verdict verdict = bad ? Verdict.DOWN : i > 240 && i < 246 ? Verdict.DEGRADED : Verdict.UP;
      Instant from = first.plus(PERIOD.multipliedBy(i));
      long mean = 420 + (i * 37) % 110 + (verdict == Verdict.UP ? 0 : 900);
      windows.put(from, new Judged(new Window(id, from, from.plus(PERIOD), verdict, 1200, bad ? 1180 : 3,
          Map.of(Origin.EXTERNAL, bad ? 1180L : 3L), new Timing(mean, mean, mean * 2, mean * 4, mean * 8), List.of(),
          List.of()), verdict, false, id + from, "1", Optional.of(from.plus(PERIOD).plusSeconds(4))));
    }
    return windows;
  }
}
