package iris.relay.post;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.ServiceState;
import iris.alarm.Transition.Announcement;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One outcome while it is put into messages. Lives inside one call of {@link Herald#tell}. */
final class Telling {
  final Board board;
  final Sentences sentences;
  Told told;
  private final States states;
  private final List<Message> messages = new ArrayList<>();

  Telling(Sentences sentences, Told before, Board board) {
    this.sentences = sentences;
    this.board = board;
    states = new States(sentences);
    told = before;
  }

  Said said() {
    return new Said(messages, told);
  }

  void add(Message message) {
    messages.add(message);
  }

  /** Milliseconds, as the journal keeps them: an instant read again must make the same message. */
  static Instant millis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  void hear(Instant at, Announcement a) {
    if (a.episode().isEmpty()) return;
    switch (a.call()) {
      case CLEAR -> end(at, a.episode(), a.lasted(), a.why());
      case RAISE, FLAP_START -> stands(at, a, "settled");
      case ESCALATE -> stands(at, a, "worse");
      case RESUME, SHELF_OVER -> stands(at, a, "resumed");
      case ANEW -> stands(at, a, "anew");
      // After a restart it is told to who never heard of it, and to nobody twice.
      case RESTORED -> {
        if (!a.suppressed() && !told.episodes().containsKey(a.episode())) begin(at, a);
      }
      case REPEAT, FLAP_STOP -> { }
    }
  }

  private void stands(Instant at, Announcement a, String change) {
    if (a.suppressed()) return;
    Told.Standing known = told.episodes().get(a.episode());
    if (known == null) begin(at, a);
    else change(at, a.episode(), new Told.Standing(known.alarm(), known.signal(), a.priority(),
        origin(a).or(known::origin), known.since()), change, a.why());
  }

  private void begin(Instant at, Announcement a) {
    begin(at, a.episode(), a.alarm(), a.priority(), a.since(), origin(a), a.why());
  }

  void begin(Instant at, Alarm a) {
    Signal of = Signals.of(board, a.key());
    begin(at, a.episode().orElseThrow(), a.key(), a.priority(), a.since().orElse(at), origin(a.key(), of), a.why());
  }

  private void begin(
      Instant at, String episode, AlarmKey alarm, Priority priority, Instant since, Optional<Fault> origin,
      Reason why) {
    Signal of = Signals.of(board, alarm);
    Level level = Levels.worst(Levels.of(board, of), Levels.severity(alarm.kind()));
    told = told.with(episode, new Told.Standing(alarm, of, priority, origin, since));
    add(new Message(Ids.begin(episode), episode, of, millis(at), Sort.BEGIN, Optional.of(alarm.kind()), level, origin,
        Optional.of(millis(since)), Optional.empty(), states.evidence(board, of),
        sentences.begin(alarm, of, since, origin, why), Optional.empty(), states.muted(board, of)));
  }

  void change(Instant at, String episode, Told.Standing now, String what, Reason why) {
    Signal of = now.signal();
    boolean gone = what.equals("unwatched");
    Level level = gone ? Level.UNKNOWN : Levels.worst(Levels.of(board, of), Levels.severity(now.alarm().kind()));
    String named = switch (what) {
      case "worse" -> now.priority().name().toLowerCase(java.util.Locale.ROOT);
      case "origin" -> "origin-" + now.origin().map(f -> f.name().toLowerCase(java.util.Locale.ROOT)).orElse("none");
      // Two announcements within a window are two.
      case "anew" -> "anew-" + Ids.digest(why.toString());
      default -> what;
    };
    Optional<Instant> proven = states.evidence(board, of);
    told = gone ? told.without(episode) : told.with(episode, now);
    add(new Message(Ids.change(episode, named, proven.orElse(now.since())), episode, of, millis(at), Sort.CHANGE,
        Optional.of(now.alarm().kind()), level, now.origin(), Optional.of(millis(now.since())), Optional.empty(),
        proven, sentences.change(what, now.alarm(), of, now.since(), now.origin(), why), Optional.empty(),
        states.muted(board, of)));
  }

  void end(Instant at, String episode, Optional<Duration> lasted, Reason why) {
    Told.Standing known = told.episodes().get(episode);
    // Who never heard of it need not hear that it is over.
    if (known == null) return;
    Signal of = Signals.of(board, known.alarm());
    Duration length = lasted.orElseGet(() -> positive(Duration.between(known.since(), at)));
    told = told.without(episode);
    add(new Message(Ids.end(episode), episode, of, millis(at), Sort.END, Optional.of(known.alarm().kind()),
        Levels.of(board, of), known.origin(), Optional.of(millis(known.since())), Optional.of(length),
        states.evidence(board, of), sentences.end(known.alarm(), of, length, why), Optional.empty(),
        states.muted(board, of)));
  }

  private static Duration positive(Duration d) {
    return d.isNegative() ? Duration.ZERO : d;
  }

  private static Optional<Fault> origin(Announcement a) {
    return a.origin().map(v -> v.fault()).filter(f -> f != Fault.NORMAL);
  }

  /** Who is at fault by the board; only of alarms whose fault a service's figures and words can tell. */
  Optional<Fault> origin(AlarmKey alarm, Signal of) {
    if (!Herald.service(alarm.kind())) return Optional.empty();
    return Optional.ofNullable(board.services().get(of.key())).map(ServiceState::origin).map(v -> v.fault())
        .filter(f -> f != Fault.NORMAL);
  }
}
