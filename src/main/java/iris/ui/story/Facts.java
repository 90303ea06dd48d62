package iris.ui.story;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.OriginVerdict;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.ServiceState;
import iris.history.story.Episode;
import iris.ui.alert.Names;
import iris.words.Figures;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The head of a story.
 *
 * @param facts label and value, in their order
 */
record Facts(String title, String state, List<Fact> facts) {
  record Fact(String label, String value) {}

  /** The alarm of this episode, as long as it stands on the board. */
  static Optional<Alarm> alarm(Episode e, Board board) {
    return Optional.ofNullable(board.alarms().get(e.alarm())).filter(a -> a.episode().equals(Optional.of(e.id())));
  }

  static Facts of(Episode e, Board board, Instant now, Words words) {
    Figures f = words.figures();
    String title = words.say("ui.story.title", name(e, board, words), Names.kind(e.alarm().kind(), words), e.worst());
    String end = e.ended().map(f::stamp).orElseGet(() -> words.say(e.open() ? "ui.story.open" : "ui.story.unknown"));
    return new Facts(title, state(e, board, words), List.of(
        fact(words, "begin", f.stamp(e.since())),
        fact(words, "end", end),
        fact(words, "lasted", lasted(e, now, words)),
        fact(words, "origin", origin(e, board, words)),
        fact(words, "taken", e.taken().map(t -> words.say("ui.story.taken", t.by(), f.age(e.untilTaken().orElseThrow())))
            .orElseGet(() -> words.say("ui.story.taken.nobody"))),
        fact(words, "recovered", e.ended().map(at -> f.age(Duration.between(e.raised(), at)))
            .orElseGet(() -> words.say(e.open() ? "ui.story.not-yet" : "ui.story.unknown")))));
  }

  /** As it is called now; what is no longer watched, as it was called then. */
  static String name(Episode e, Board board, Words words) {
    String subject = e.alarm().subject();
    boolean known = e.alarm().kind() == AlarmKey.Kind.CONSOLE_FAULT || board.services().containsKey(subject)
        || board.feeds().containsKey(subject);
    return known ? Names.subject(board, e.alarm(), words) : e.name();
  }

  private static Fact fact(Words words, String label, String value) {
    return new Fact(words.say("ui.story.fact." + label), value);
  }

  private static String state(Episode e, Board board, Words words) {
    Optional<Lifecycle> state = alarm(e, board).map(Alarm::state);
    return state.map(s -> words.say("ui.desk.lifecycle." + s))
        .orElseGet(() -> words.say(e.open() ? "ui.story.unrecorded" : "ui.story.over"));
  }

  private static String lasted(Episode e, Instant now, Words words) {
    Figures f = words.figures();
    if (e.lasted().isEmpty()) return e.open() ? words.say("ui.story.lasting", f.age(Duration.between(e.since(), now)))
        : words.say("ui.story.unknown");
    String lasted = f.age(e.lasted().get());
    return e.unsure().filter(u -> !u.isZero()).map(u -> words.say("ui.story.unsure", lasted, f.span(u))).orElse(lasted);
  }

  private static Optional<OriginVerdict> verdict(Episode e, Board board) {
    Optional<OriginVerdict> now = e.ended().isPresent() ? Optional.empty()
        : Optional.ofNullable(board.services().get(e.alarm().subject())).map(ServiceState::origin)
            .filter(o -> o.fault() != Fault.NORMAL);
    return now.or(e::origin);
  }

  /** Who is at fault, as far as is known. */
  static Fault fault(Episode e, Board board) {
    return verdict(e, board).map(OriginVerdict::fault).orElse(Fault.NORMAL);
  }

  private static String origin(Episode e, Board board, Words words) {
    return verdict(e, board).map(o -> words.say("ui.story.origin", words.say("ui.wall.fault." + o.fault()),
        words.say("ui.wall.confidence." + o.confidence()))).orElseGet(() -> words.say("ui.story.origin.none"));
  }
}
