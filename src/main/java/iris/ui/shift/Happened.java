package iris.ui.shift;

import static iris.ui.shift.SheetMaker.plain;

import iris.alarm.Act.Checked.Finding;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Exercise;
import iris.alarm.Shift;
import iris.alarm.Supervision;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.alert.Names;
import iris.ui.shift.Sheet.Line;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the page that looks back: gaps, what came and went, exercises, the console itself. Pure. */
record Happened(Handover h, Board board, Words words) {
  private static final int NAMED = 6;

  List<Line> gaps() {
    List<Line> lines = new ArrayList<>();
    for (Shift.Gap g : h.gaps()) {
      String worst = words.say("ui.desk.sight." + g.worst());
      lines.add(g.to().isPresent()
          ? plain(words.say("ui.shift.line.gap", g.name(), worst, when(g.from()), when(g.to().get()),
              span(g.from(), g.to().get())))
          : new Line(words.say("ui.shift.line.gap-open", g.name(), worst, when(g.from()), span(g.from(), h.to()),
              Names.sentence(g.why(), words)), g.worst() == Supervision.LOST));
    }
    // One feed that said nothing is one line, however many services it speaks of.
    Map<List<Instant>, List<Missing>> together = new LinkedHashMap<>();
    for (Missing m : h.missing()) together.computeIfAbsent(List.of(m.from(), m.to()), k -> new ArrayList<>()).add(m);
    together.values().forEach(runs -> lines.add(plain(words.say("ui.shift.line.missing", names(runs),
        runs.getFirst().count(), when(runs.getFirst().from()), when(runs.getFirst().to())))));
    return lines;
  }

  private String names(List<Missing> runs) {
    String first = runs.stream().limit(NAMED).map(m -> Names.service(board, m.service())).collect(Collectors.joining(", "));
    return runs.size() <= NAMED ? first : words.say("ui.shift.line.missing-more", first, runs.size() - NAMED);
  }

  List<Line> spells() {
    List<Line> lines = new ArrayList<>();
    for (Shift.Spell s : h.spells()) {
      String muted = s.muted() ? words.say("ui.desk.event.muted") : "";
      lines.add(plain(words.say("ui.shift.line.spell", s.priority(), subject(s), Names.kind(s.alarm().kind(), words),
          when(s.since()), when(s.until().orElseThrow()), span(s.since(), s.until().orElseThrow())) + muted
          + story(s)));
    }
    for (Shift.Ran f : h.returned()) lines.add(f.end().flatMap(Shift.End::failed)
        .map(why -> new Line(attempt(f, why), true)).orElseGet(() -> plain(ran(f))));
    for (Exercise.Result r : h.exercises()) lines.add(plain(exercise(r)));
    if (h.shift().refused() > 0) lines.add(plain(words.say("ui.shift.line.refused", h.shift().refused())));
    if (h.shift().left() > 0) lines.add(new Line(words.say("ui.shift.line.left", h.shift().left()), true));
    return lines;
  }

  /** Whose fault it was, who took it and how soon, and what it rested on: as far as it was kept. */
  private String story(Shift.Spell s) {
    Shift.Story story = s.story();
    String origin = story.origin()
        .map(f -> words.say("ui.alert.from", Names.origin(f, story.contest(), words))).orElse("");
    String nobody = story.raised().isPresent() && !s.muted() ? words.say("ui.shift.untaken") : "";
    String taken = story.ack().map(k -> words.say("ui.shift.taken", k.author(), when(k.at()))
        + story.raised().map(r -> words.say("ui.shift.taken-after", words.figures().age(Duration.between(r, k.at()))))
            .orElse("") + quoted(k.text())).orElse(nobody);
    return origin + taken + story.why().map(why -> words.say("ui.shift.reason", words.say(why))).orElse("");
  }

  private String ran(Shift.Ran f) {
    Shift.End end = f.end().orElseThrow();
    String on = f.by().isBlank() ? words.say("ui.shift.ran.found")
        : words.say("ui.shift.ran.on", f.by()) + quoted(f.why());
    String off = end.by().isBlank() ? words.say("ui.shift.ran.gone")
        : words.say("ui.shift.ran.off", end.by()) + quoted(end.why());
    return words.say("ui.shift.line.ran", service(f), when(f.on()), when(end.at()), span(f.on(), end.at())) + on + off;
  }

  private String attempt(Shift.Ran f, Reason why) {
    String by = f.by().isBlank() ? "" : words.say("ui.shift.by", f.by());
    return words.say("ui.shift.line.ran-not", service(f), when(f.on()), by) + quoted(f.why())
        + words.say("ui.shift.ran.failed", words.say(why));
  }

  /** By its name of now where it still has one, else as it was called then. */
  private String service(Shift.Ran f) {
    String now = Names.service(board, f.service());
    return now.equals(f.service()) ? f.name() : now;
  }

  private String quoted(String said) {
    return said.isBlank() ? "" : words.say("ui.desk.act.quoted", said.strip());
  }

  String exercise(Exercise.Result r) {
    String how = r.taken().map(t -> words.say("ui.shift.exercise.taken", r.by().orElse(r.author()), words.figures().age(t)))
        .orElseGet(() -> words.say("ui.shift.exercise.untaken"));
    return words.say("ui.shift.line.exercise", when(r.from()), Names.played(board, r.subject(), words), r.author(), how);
  }

  List<Line> console() {
    List<Line> lines = new ArrayList<>();
    for (Report.Health ill : h.ill())
      lines.add(new Line(words.say("ui.shift.line.ill", Names.part(ill.part(), words), words.say(ill.why())), true));
    if (h.ill().isEmpty()) lines.add(plain(words.say("ui.shift.line.well")));
    lines.add(h.shift().checked().map(this::check).orElseGet(() -> new Line(words.say("ui.shift.check.never"), true)));
    return lines;
  }

  private Line check(Shift.Checked c) {
    boolean well = List.of(c.what().screen(), c.what().sound(), c.what().toast()).stream()
        .allMatch(f -> f.finding() == Finding.WELL);
    return new Line(words.say("ui.shift.line.checked", when(c.at()), c.what().author(),
        words.say("ui.shift.found." + c.what().screen().finding()), words.say("ui.shift.found." + c.what().sound().finding()),
        words.say("ui.shift.found." + c.what().toast().finding())), !well);
  }

  /** By its name of now where it still has one, else as it was called then. */
  private String subject(Shift.Spell s) {
    AlarmKey key = s.alarm();
    boolean known = board.services().containsKey(key.subject()) || board.feeds().containsKey(key.subject())
        || key.kind() == AlarmKey.Kind.CONSOLE_FAULT;
    return known ? Names.subject(board, key, words) : s.name();
  }

  private String when(Instant at) {
    return words.figures().when(at, h.to());
  }

  private String span(Instant from, Instant to) {
    return words.figures().span(Duration.between(from, to));
  }
}
