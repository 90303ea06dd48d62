package iris.ui.gallery;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Drift;
import iris.alarm.FeedState;
import iris.alarm.Judged;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.OriginVerdict.Confidence;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Suppression;
import iris.signal.Contact;
import iris.signal.Incident;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Party;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Boards made by hand, for the gallery: what they show is chosen, not judged. A service stands in a feed of its own. */
public final class Exhibits {
  /** Sunday, 15:24:36 in Paris. */
  public static final Instant NOW = Instant.parse("2026-11-22T14:24:36Z");
  static final Instant WINDOW_END = Instant.parse("2026-11-22T14:20:00Z");
  static final OriginVerdict WELL = new OriginVerdict(Fault.NORMAL, Confidence.HIGH, List.of());

  private final Map<String, FeedState> feeds = new LinkedHashMap<>();
  private final Map<String, ServiceState> services = new LinkedHashMap<>();
  private final Map<AlarmKey, Alarm> alarms = new LinkedHashMap<>();

  /** One service on the board, to be described. */
  public final class Exhibit {
    private final String key;
    private final String name;
    private final int seed;
    private Shown shown = Shown.UP;
    private Instant since = NOW.minus(Duration.ofHours(31));
    private OriginVerdict origin = WELL;
    private Supervision sight = Supervision.FRESH;
    private Optional<Reason> why = Optional.empty();
    private Optional<Instant> reached = Optional.of(NOW.minusSeconds(21));
    private NavigableMap<Instant, Judged> windows;
    private Optional<Duration> period = Optional.of(Days.STEP);
    private List<Reason> remarks = List.of();
    private List<Incident> incidents = List.of();
    private Optional<Suppression> out = Optional.empty();
    private Optional<Suppression> maintenance = Optional.empty();
    private Optional<Suppression> fallback = Optional.empty();
    private boolean configured = true;
    private Optional<Drift> drift = Optional.empty();

    private Exhibit(String key, String name) {
      this.key = key;
      this.name = name;
      seed = key.hashCode();
      windows = Days.calm(WINDOW_END, seed).windows();
    }

    public Exhibit is(Shown state, Duration ago) {
      shown = state;
      since = NOW.minus(ago);
      return this;
    }

    public Exhibit day(java.util.function.UnaryOperator<Days> happened) {
      windows = happened.apply(Days.calm(WINDOW_END, seed)).windows();
      return this;
    }

    /** One window in the place of what was there. */
    public Exhibit window(Instant from, Duration lasting, Verdict verdict) {
      windows.subMap(from.minus(Days.STEP), false, from.plus(lasting), false).entrySet()
          .removeIf(was -> was.getValue().window().to().isAfter(from));
      Window window = new Window("siv", from, from.plus(lasting), verdict, 10, verdict == Verdict.DOWN ? 10 : 0, Map.of(),
          Timing.NONE, List.of(), List.of());
      windows.put(from, new Judged(window, verdict, false, "w" + from, "r", Optional.of(from.plus(lasting))));
      return this;
    }

    public Exhibit origin(Fault fault, Confidence confidence) {
      origin = new OriginVerdict(fault, confidence, List.of());
      return this;
    }

    public Exhibit sight(Supervision state, Duration reachedAgo, Reason reason) {
      sight = state;
      reached = Optional.of(NOW.minus(reachedAgo));
      why = Optional.of(reason);
      return this;
    }

    public Exhibit neverHeard() {
      sight = Supervision.INIT;
      reached = Optional.empty();
      return this;
    }

    public Exhibit nothingKnown() {
      windows.clear();
      return this;
    }

    public Exhibit foreign() {
      windows.clear();
      period = Optional.empty();
      return this;
    }

    public Exhibit announces(String sentence) {
      incidents = List.of(new Incident("i-1", key, "Incident", Incident.Kind.OUTAGE, true, Optional.empty(), Optional.empty(),
          Optional.of(since), Optional.empty(), 1, "iris", sentence));
      return this;
    }

    public Exhibit says(Reason... what) {
      remarks = List.of(what);
      return this;
    }

    public Exhibit outOfService(Duration ago) {
      out = Optional.of(new Suppression(Suppression.Kind.OUT_OF_SERVICE, "admin", "migration", NOW.minus(ago), Optional.empty()));
      return this;
    }

    public Exhibit maintenance(Duration ago, Duration left) {
      maintenance = Optional.of(new Suppression(
          Suppression.Kind.MAINTENANCE, "feed", "m-7", NOW.minus(ago), Optional.of(NOW.plus(left))));
      return this;
    }

    public Exhibit fallback(Duration ago) {
      fallback = Optional.of(new Suppression(Suppression.Kind.SHELVED, "op", "repli", NOW.minus(ago), Optional.empty()));
      return this;
    }

    /** Its figures are so many times what is usual. */
    public Exhibit drifts(double times, Duration ago) {
      Drift it = new Drift(NOW.minus(ago), Measure.TRANSACTION, 340 * times, new Norm.Usual(340, 20), DayOfWeek.SUNDAY, 15, 8);
      drift = Optional.of(it);
      return says(it.sentence());
    }

    public Exhibit unconfigured() {
      configured = false;
      return this;
    }

    public Exhibit alarm(AlarmKey.Kind kind, Lifecycle state, Priority priority) {
      return alarm(kind, state, priority, Optional.empty(), 0);
    }

    public Exhibit shelved(AlarmKey.Kind kind, Priority priority, Duration left) {
      return alarm(kind, Lifecycle.UNACKED, priority, Optional.of(new Suppression(
          Suppression.Kind.SHELVED, "op", "vu avec le prestataire", NOW.minusSeconds(60), Optional.of(NOW.plus(left)))), 0);
    }

    public Exhibit flapping(AlarmKey.Kind kind, Priority priority, int changes) {
      return alarm(kind, Lifecycle.UNACKED, priority, Optional.empty(), changes);
    }

    private Exhibit alarm(AlarmKey.Kind kind, Lifecycle state, Priority priority, Optional<Suppression> shelf, int changes) {
      AlarmKey alarm = new AlarmKey(kind, kind == AlarmKey.Kind.SUPERVISION_LOST ? "feed-" + key : key);
      alarms.put(alarm, new Alarm(alarm, state, 0, priority, Optional.of(alarm + "@1"), Optional.of(since),
          Optional.of(since), Optional.empty(), Optional.empty(), List.of(), shelf, changes > 0, changes, Reason.of("ui.wall.fault.PROVIDER")));
      return this;
    }

    public Exhibits and() {
      Service service = new Service(key, name,
          List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));
      String feed = "feed-" + key;
      Optional<Instant> newest = windows.isEmpty() ? Optional.empty() : Optional.of(windows.lastKey().plus(Days.STEP));
      feeds.put(feed, new FeedState(feed, name, sight, since, reached, reached.map(r -> Duration.ZERO), newest, period, 0, 0,
          why, Optional.empty(), Contact.NOTHING_KNOWN));
      services.put(key, new ServiceState(key, feed, service, configured, shown, since, origin, windows, incidents, remarks,
          out, maintenance, Optional.empty(), fallback, Optional.empty(), drift));
      return Exhibits.this;
    }
  }

  public Exhibit service(String key, String name) {
    return new Exhibit(key, name);
  }

  public Board board() {
    return new Board(new Rules(List.of(), Map.of()), new Now(NOW, Duration.ZERO), feeds, services, alarms, Optional.empty(), Map.of());
  }
}
