package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.Now;
import iris.alarm.Shown;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement;
import iris.signal.Incident;
import iris.ui.alert.Names;
import iris.ui.desk.EventLine.Mark;
import iris.words.Words;
import java.util.EnumSet;
import java.util.Set;

/** Says transitions as sentences. */
public final class Sentences {
  /** States that no announcement tells of. */
  private static final Set<Shown> QUIETLY = EnumSet.of(Shown.MAINTENANCE, Shown.OUT_OF_SERVICE, Shown.UNKNOWN);

  private final Board board;
  private final Now now;
  private final Words words;

  public Sentences(Board board, Now now, Words words) {
    this.board = board;
    this.now = now;
    this.words = words;
  }

  static boolean tells(Transition.Changed changed) {
    return QUIETLY.contains(changed.to()) || QUIETLY.contains(changed.from());
  }

  public EventLine line(Transition t) {
    return switch (t) {
      case Transition.Told told -> told(told);
      case Transition.Sight s -> line(t, Mark.SIGHT, words.say("ui.desk.event.sight",
          Names.feed(board, s.feed()), words.say("ui.desk.sight." + s.to()),
          Names.sentence(s.why(), words)));
      case Transition.Changed c -> line(t, Mark.PLAIN, words.say("ui.desk.event.changed",
          Names.service(board, c.service()), words.say("ui.wall.state." + c.to())));
      case Transition.Kept k -> line(t, Mark.PLAIN, words.say("ui.desk.event.kept." + k.how(),
          Names.service(board, k.service()), words.figures().time(k.window().window().from()),
          words.figures().time(k.window().window().to()), words.say("ui.desk.verdict." + k.window().verdict())));
      case Transition.Spoken s -> spoken(s);
      case Transition.Acted a -> line(t, Mark.ACT, new ActSentence(board, now, words).said(a.act()));
      case Transition.Refused r -> line(t, Mark.REFUSED, words.say("ui.desk.event.refused",
          new ActSentence(board, now, words).said(r.act()), Names.sentence(r.why(), words)));
      case Transition.Answered a -> line(t, Mark.PLAIN, words.say("ui.desk.event.moved",
          Names.subject(board, a.answer().alarm(), words), Names.kind(a.answer().alarm().kind(), words),
          Names.sentence(a.answer().why(), words)));
      case Transition.Switched s -> line(t, Mark.PLAIN, switched(s));
      case Transition.Drifted f -> line(t, Mark.PLAIN, words.say(f.over() ? "ui.desk.event.drifted.over"
          : "ui.desk.event.drifted", Names.service(board, f.service()), words.say(f.drift().sentence())));
      case Transition.Noted n -> line(t, Mark.PLAIN, words.say("ui.desk.event.noted", subject(n.subject()),
          words.say(n.what())));
      case Transition.Moved m -> line(t, Mark.PLAIN, words.say("ui.desk.event.moved",
          Names.subject(board, m.alarm(), words), Names.kind(m.alarm().kind(), words), Names.sentence(m.why(), words)));
    };
  }

  /** With the reason where it is not as it was wanted: "failed" alone sends people to look for it. */
  private String switched(Transition.Switched s) {
    String name = Names.service(board, s.service());
    String state = words.say("ui.fallback.state." + s.to().getClass().getSimpleName());
    return switch (s.to()) {
      case Fallback.Failed f -> words.say("ui.desk.event.switched.why", name, state, words.say(f.why()));
      case Fallback.Unknown u -> words.say("ui.desk.event.switched.why", name, state, words.say(u.why()));
      case Fallback.Off _, Fallback.SwitchingOn _, Fallback.On _, Fallback.SwitchingOff _ ->
          words.say("ui.desk.event.switched", name, state);
    };
  }

  private EventLine told(Transition.Told told) {
    Announcement a = told.announcement();
    String subject = Names.subject(board, a.alarm(), words);
    String lasted = a.lasted().map(d -> words.say("ui.desk.event.lasted", words.figures().span(d))).orElse("");
    String muted = a.suppressed() ? words.say("ui.desk.event.muted") : "";
    Mark mark = switch (a.call()) {
      case CLEAR, FLAP_STOP -> Mark.CLEARED;
      case RAISE, ESCALATE, REPEAT, RESUME, FLAP_START, RESTORED, SHELF_OVER, ANEW -> Mark.RAISED;
    };
    String said = switch (a.call()) {
      case CLEAR -> words.say("ui.desk.event.CLEAR", subject, words.say("ui.alert.return." + a.alarm().kind()), lasted);
      case RAISE, ESCALATE, REPEAT, RESUME, FLAP_START, FLAP_STOP, RESTORED, SHELF_OVER, ANEW ->
          words.say("ui.desk.event." + a.call(), subject, Names.kind(a.alarm().kind(), words),
              words.figures().when(a.since(), now.wall()), Names.sentence(a.why(), words));
    };
    return line(told, mark, said + muted);
  }

  private EventLine spoken(Transition.Spoken s) {
    Mark mark = s.incident().open() && !s.vanished() ? Mark.RAISED : Mark.PLAIN;
    return line(s, mark, words.say("ui.desk.event.spoken." + how(s), Names.service(board, s.service()),
        s.incident().title()));
  }

  /** A notice has no end that it could tell of. */
  private static String how(Transition.Spoken s) {
    if (s.vanished()) return "vanished";
    if (s.incident().kind() == Incident.Kind.NOTICE) return "notice";
    return s.incident().open() ? "open" : "closed";
  }

  private String subject(String key) {
    if (board.services().containsKey(key)) return Names.service(board, key);
    if (board.feeds().containsKey(key)) return Names.feed(board, key);
    return Names.part(key, words);
  }

  private EventLine line(Transition t, Mark mark, String sentence) {
    return new EventLine(t.at(), words.figures().when(t.at(), now.wall()), mark, sentence);
  }
}
