package iris.relay.post;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.relay.Level;
import iris.relay.Signal;
import iris.signal.Incident;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How bad a signal is by a board, muted or not: never {@link Level#OK} for what is not known. */
final class Levels {
  /** Not by their codes: what is known to be down is worse than what is not known. */
  private static final List<Level> WORST_FIRST = List.of(Level.CRITICAL, Level.UNKNOWN, Level.WARNING, Level.OK);
  static final List<AlarmKey.Kind> OF_FEED = List.of(AlarmKey.Kind.SUPERVISION_LOST, AlarmKey.Kind.TO_CLASSIFY);
  static final List<AlarmKey.Kind> OF_SERVICE = List.of(AlarmKey.Kind.OUTAGE, AlarmKey.Kind.SERVICE_SILENT,
      AlarmKey.Kind.DEGRADED, AlarmKey.Kind.TO_CLASSIFY, AlarmKey.Kind.FALLBACK_ACTIVE, AlarmKey.Kind.FALLBACK_FAILED);
  private static final int PERIODS = 3;
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private Levels() {}

  static Level worst(Level a, Level b) {
    return WORST_FIRST.indexOf(a) <= WORST_FIRST.indexOf(b) ? a : b;
  }

  static Level of(Board board, Signal signal) {
    Level level = switch (signal.kind()) {
      case SERVICE -> service(board, signal.key());
      case FEED -> feed(board.feeds().get(signal.key()));
      case IRIS -> Level.OK;
    };
    return standing(board, signal).map(a -> severity(a.key().kind())).reduce(level, Levels::worst);
  }

  /** How bad an alarm is by itself. */
  static Level severity(AlarmKey.Kind kind) {
    return switch (kind) {
      case OUTAGE -> Level.CRITICAL;
      case SUPERVISION_LOST, SERVICE_SILENT -> Level.UNKNOWN;
      case DEGRADED, TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> Level.WARNING;
    };
  }

  /** Alarms that stand of it, played ones apart; looked up and not looked for, since a storm has one for each signal. */
  static Stream<Alarm> standing(Board board, Signal signal) {
    Stream<Alarm> of = switch (signal.kind()) {
      case SERVICE -> OF_SERVICE.stream().map(kind -> board.alarms().get(new AlarmKey(kind, signal.key())));
      case FEED -> OF_FEED.stream().map(kind -> board.alarms().get(new AlarmKey(kind, signal.key())));
      case IRIS -> board.alarms().values().stream().filter(a -> a.key().kind() == AlarmKey.Kind.CONSOLE_FAULT);
    };
    return of.filter(a -> a != null && a.state().active())
        .filter(a -> Signals.of(board, a.key()).id().equals(signal.id()));
  }

  /** A degradation during the outage of the same service says nothing more. */
  static boolean behindOutage(Board board, Alarm a) {
    if (a.key().kind() != AlarmKey.Kind.DEGRADED) return false;
    Alarm outage = board.alarms().get(new AlarmKey(AlarmKey.Kind.OUTAGE, a.key().subject()));
    return outage != null && outage.state().active();
  }

  private static Level feed(@Nullable FeedState feed) {
    if (feed == null) return Level.UNKNOWN;
    return switch (feed.supervision()) {
      case FRESH -> Level.OK;
      case LATE -> Level.WARNING;
      case LOST, INIT -> Level.UNKNOWN;
    };
  }

  private static Level service(Board board, String key) {
    ServiceState s = board.services().get(key);
    if (s == null) return Level.UNKNOWN;
    return switch (s.shown()) {
      case UP -> Level.OK;
      case DEGRADED -> Level.WARNING;
      case DOWN -> Level.CRITICAL;
      case UNKNOWN, INIT, LOST -> Level.UNKNOWN;
      // The alarms behind it are counted by whoever asks; without one it is as good as its newest proof.
      case MAINTENANCE, OUT_OF_SERVICE -> proven(board, s);
    };
  }

  private static Level proven(Board board, ServiceState s) {
    FeedState feed = board.feeds().get(s.feed());
    if (feed == null || feed.supervision() != Supervision.FRESH) return Level.UNKNOWN;
    if (open(s, Incident.Kind.OUTAGE)) return Level.CRITICAL;
    if (open(s, Incident.Kind.DEGRADATION)) return Level.WARNING;
    if (open(s, Incident.Kind.UNCLASSIFIED)) return Level.UNKNOWN;
    if (feed.period().isEmpty()) return Level.OK;
    Duration young = feed.period().orElse(PERIOD).multipliedBy(PERIODS);
    return s.newest().map(j -> j.window())
        .filter(w -> Duration.between(w.to(), board.at().wall()).compareTo(young) <= 0)
        .map(w -> proven(w, board.rules().of(s.key()))).orElse(Level.UNKNOWN);
  }

  private static boolean open(ServiceState s, Incident.Kind kind) {
    return s.incidents().stream().anyMatch(i -> i.open() && i.kind() == kind);
  }

  /** A window within a maintenance bears the maintenance's verdict: it is looked at itself. */
  private static Level proven(Window w, Rules.ServiceRules rules) {
    if (w.state() == Verdict.DOWN || w.ratio() < rules.downBelow()) return Level.CRITICAL;
    if (w.state() == Verdict.DEGRADED || w.ratio() < rules.ratioLimit()) return Level.WARNING;
    return w.state() == Verdict.UP ? Level.OK : Level.UNKNOWN;
  }

  /** Enough is known of it to say that something is over. */
  static boolean seen(Board board, Signal signal) {
    return switch (signal.kind()) {
      case SERVICE -> {
        ServiceState s = board.services().get(signal.key());
        yield s != null && s.shown() != Shown.INIT && s.shown() != Shown.LOST && s.shown() != Shown.UNKNOWN;
      }
      case FEED -> {
        FeedState f = board.feeds().get(signal.key());
        yield f != null && f.supervision() == Supervision.FRESH;
      }
      case IRIS -> true;
    };
  }
}
