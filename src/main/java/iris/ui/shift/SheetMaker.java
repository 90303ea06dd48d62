package iris.ui.shift;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;
import iris.ui.alert.Names;
import iris.ui.shift.Sheet.Line;
import iris.ui.shift.Sheet.Section;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says a handover in one language. Pure. */
final class SheetMaker {
  /** A shelf that ends within this time is the first thing that happens to who comes. */
  private static final Duration SOON = Duration.ofMinutes(30);

  private final Handover h;
  private final Board board;
  private final Words words;
  private final Happened happened;

  private SheetMaker(Handover h, Board board, Words words) {
    this.h = h;
    this.board = board;
    this.words = words;
    happened = new Happened(h, board, words);
  }

  static Sheet sheet(Handover handover, Board board, Words words) {
    return new SheetMaker(handover, board, words).all();
  }

  private Sheet all() {
    return new Sheet(words.say("ui.shift.title"),
        words.say("ui.shift.period", words.figures().date(h.from()), words.figures().date(h.to()), span(h.from(), h.to())),
        h.shift().handed().map(b -> words.say("ui.shift.before", when(b.at()), b.from(), b.to()))
            .orElseGet(() -> words.say("ui.shift.before-none")),
        sections(List.of(
            section("notes", h.notes(), n -> new Line(words.say("ui.shift.line.note", when(n.at()), n.author(), n.text()), true)),
            section("open", h.open(), this::open),
            section("acked", h.acked(), a -> plain(acked(a))),
            section("fallback", h.fallbacks(), f -> new Line(fallback(f), true)),
            section("shelved", h.shelved(), this::shelved),
            section("maintenance", Stream.concat(h.running().stream().map(s -> work("running", s)),
                h.planned().stream().map(s -> work("planned", s))).toList(), l -> l),
            section("out", h.out(), s -> plain(words.say("ui.shift.line.out", service(s.key()), when(s.what().since()),
                s.what().author(), reason(s.what()), until(s.what())))),
            section("gaps", happened.gaps(), l -> l),
            section("happened", happened.spells(), l -> l),
            section("console", happened.console(), l -> l))));
  }

  /** A part of the page: its lines, or the sentence that there is nothing. */
  private record Part(String heading, List<Line> lines, String none) {}

  /** What is empty is said in one place at the end, so that what is not stands on one screen. */
  private List<Section> sections(List<Part> parts) {
    List<Section> all = new ArrayList<>();
    parts.stream().filter(p -> !p.lines().isEmpty()).forEach(p -> all.add(new Section(p.heading(), p.lines())));
    List<Line> none = parts.stream().filter(p -> p.lines().isEmpty()).map(p -> plain(p.none())).toList();
    if (!none.isEmpty()) all.add(new Section(words.say("ui.shift.section.nothing"), none));
    return all;
  }

  private <T> Part section(String id, List<T> all, Function<T, Line> line) {
    String heading = words.say("ui.shift.section." + id);
    return new Part(all.size() < 2 ? heading : words.say("ui.shift.section", heading, all.size()),
        all.stream().map(line).toList(), words.say("ui.shift.none." + id));
  }

  private Line open(Alarm a) {
    String origin = Names.origin(board, a.key(), words).map(o -> words.say("ui.alert.from", o)).orElse("");
    String since = a.since().map(s -> words.say("ui.shift.since", when(s), span(s, h.to()))).orElse("");
    String taken = a.ack().map(k -> words.say("ui.shift.taken", k.author(), when(k.at())))
        .orElseGet(() -> words.say("ui.shift.untaken"));
    String muted = a.suppression().map(s -> words.say("ui.shift.muted", words.say("ui.desk.muted." + s.kind(),
        s.until().map(u -> words.say("ui.desk.muted.until", when(u))).orElseGet(() -> words.say("ui.desk.muted.open"))))).orElse("");
    String over = a.state().active() ? "" : words.say("ui.shift.returned");
    return new Line(words.say("ui.shift.line.open", a.priority(), name(a), Names.kind(a.key().kind(), words), since)
        + over + origin + taken + muted, a.state().unacked() && a.suppression().isEmpty());
  }

  private String acked(Alarm a) {
    Alarm.Remark ack = a.ack().orElseThrow();
    return words.say("ui.shift.line.acked", name(a), Names.kind(a.key().kind(), words), ack.author(), when(ack.at()),
        span(ack.at(), h.to())) + quoted(ack.text());
  }

  private String fallback(Handover.Running f) {
    String state = words.say("ui.fallback.state." + f.now().getClass().getSimpleName());
    return switch (f.now()) {
      case Fallback.Off _ -> words.say("ui.shift.line.fallback-off", service(f.key()), state);
      case Fallback.SwitchingOn s -> fallback(f, state, s.since(), s.author(), s.reason());
      case Fallback.On s -> fallback(f, state, s.since(), s.author(), s.reason());
      case Fallback.SwitchingOff s -> fallback(f, state, s.since(), s.author(), s.reason());
      case Fallback.Failed s -> fallback(f, state, s.since(), s.author(), words.say(s.why()));
      case Fallback.Unknown s -> fallback(f, state, s.since(), "", words.say(s.why()));
    };
  }

  private String fallback(Handover.Running f, String state, Instant since, String author, String why) {
    String by = author.isBlank() ? "" : words.say("ui.shift.by", author);
    return words.say("ui.shift.line.fallback", service(f.key()), state, when(since), by) + quoted(why);
  }

  private Line shelved(Alarm a) {
    Suppression s = a.suppression().orElseThrow();
    Instant end = Handover.end(s);
    boolean soon = Duration.between(h.to(), end).compareTo(SOON) <= 0;
    return new Line(words.say(soon ? "ui.shift.line.shelved-soon" : "ui.shift.line.shelved", name(a),
        Names.kind(a.key().kind(), words), s.until().map(this::when).orElse("…"), span(h.to(), end), s.author())
        + quoted(s.reason()), soon);
  }

  private Line work(String how, Handover.Service s) {
    String key = how.equals("running") ? "ui.shift.line.running" : "ui.shift.line.planned";
    return plain(words.say(key, service(s.key()), when(s.what().since()), s.what().until().map(this::when).orElse("…"),
        by(s)));
  }

  /** A feed declares with its own name, and has no words but a number that nobody reads. */
  private String by(Handover.Service s) {
    String author = s.what().author();
    ServiceState state = board.services().get(s.key());
    return state != null && author.equals(state.feed()) ? words.say("ui.shift.declared", Names.feed(board, author))
        : words.say("ui.shift.by", author) + reason(s.what());
  }

  private String until(Suppression s) {
    return s.until().map(u -> words.say("ui.shift.until", when(u))).orElseGet(() -> words.say("ui.shift.until-none"));
  }

  private String reason(Suppression s) {
    return quoted(s.reason());
  }

  private String quoted(String said) {
    return said.isBlank() ? "" : words.say("ui.desk.act.quoted", said.strip());
  }

  private String name(Alarm a) {
    return Names.subject(board, a.key(), words);
  }

  private String service(String key) {
    return Names.service(board, key);
  }

  private String when(Instant at) {
    return words.figures().when(at, h.to());
  }

  private String span(Instant from, Instant to) {
    return words.figures().span(Duration.between(from, to));
  }

  static Line plain(String text) {
    return new Line(text, false);
  }
}
