package iris.ui.story;

import iris.alarm.Answer.Voice;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Quote;
import iris.alarm.ServiceState;
import iris.alarm.Transition;
import iris.history.story.Line;
import iris.history.story.Story;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Timing;
import iris.signal.Window;
import iris.ui.alert.Names;
import iris.ui.desk.ActSentence;
import iris.ui.desk.Sentences;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says the lines of a story. */
final class Saying {
  /** Within this time what happened and what was known is one moment to a person. */
  private static final Duration SAME = Duration.ofSeconds(5);

  private final Board board;
  private final Now now;
  private final Words words;
  private final Sentences sentences;

  Saying(Board board, Now now, Words words) {
    this.board = board;
    this.now = now;
    this.words = words;
    sentences = new Sentences(board, now, words);
  }

  List<StoryLine> lines(Story story) {
    return story.lines().stream().map(line -> line(line, story.episode().since())).toList();
  }

  private StoryLine line(Line line, Instant day) {
    Mark mark = Mark.of(line);
    boolean later = Duration.between(line.at(), line.known()).compareTo(SAME) > 0;
    Optional<String> known = later ? Optional.of(words.say("ui.story.known", time(line.known(), day))) : Optional.empty();
    return new StoryLine(key(line), mark, time(line.at(), day), known, words.say("ui.story.mark." + mark), sentence(line),
        quote(line));
  }

  private static String key(Line line) {
    String what = switch (line) {
      case Line.Quoted q -> q.quote().map(Quote::guid).orElse(q.incident().id());
      case Line.Measured m -> m.window().guid();
      case Line.Revised r -> r.kept().window().revision();
      case Line.Notified n -> n.call().name();
      case Line.Announced a -> a.announcement().call() + a.announcement().episode();
      case Line.Stepped s -> s.step().toString();
      case Line.Done d -> d.act().toString();
      case Line.Sighted s -> s.sight().toString();
      case Line.Covered c -> c.change().toString();
      case Line.Switched s -> s.change().to().toString();
      case Line.Drifted f -> f.change().toString();
      case Line.Noted n -> n.what().toString();
    };
    return line.getClass().getSimpleName() + line.at() + what;
  }

  /** The clock on the day of the episode, the date with it on others. */
  private String time(Instant at, Instant day) {
    String clock = words.figures().clock(at);
    return words.figures().clockOrDay(at, day).equals(clock) ? clock : words.figures().date(at);
  }

  private String sentence(Line line) {
    return switch (line) {
      case Line.Quoted q -> quoted(q);
      case Line.Measured m -> measured(m);
      case Line.Revised r -> sentences.line(r.kept()).sentence();
      case Line.Stepped s -> words.say("ui.story.stepped", words.say("ui.desk.lifecycle." + s.step().from()),
          words.say("ui.desk.lifecycle." + s.step().to()), words.say(s.step().why()));
      case Line.Announced a -> sentences.line(new Transition.Told(a.at(), a.announcement())).sentence();
      case Line.Notified n -> notified(n);
      case Line.Done d when d.refused().isPresent() ->
          sentences.line(new Transition.Refused(d.at(), d.act(), d.refused().get())).sentence();
      case Line.Done d -> new ActSentence(board, now, words).said(d.act());
      case Line.Sighted s -> sentences.line(s.sight()).sentence();
      case Line.Covered c -> sentences.line(c.change()).sentence();
      case Line.Switched s -> sentences.line(s.change()).sentence();
      case Line.Drifted f -> sentences.line(f.change()).sentence();
      case Line.Noted n -> sentences.line(new Transition.Noted(n.at(), n.subject(), n.what())).sentence();
    };
  }

  private String quoted(Line.Quoted q) {
    Incident i = q.incident();
    String how = q.vanished() ? "vanished" : i.kind() == Incident.Kind.NOTICE ? "notice" : q.closes() ? "closed" : "open";
    return words.say("ui.story.said." + how, author(q.service()), q.quote().map(Quote::title).orElse(i.title()));
  }

  /** Whom the service is bought from, as its feed names him; else the feed. */
  private String author(String service) {
    Optional<ServiceState> known = Optional.ofNullable(board.services().get(service));
    return known.flatMap(s -> s.service().parties().stream().filter(p -> p.role() == Party.Role.PROVIDER).findFirst())
        .map(Party::name).filter(name -> !name.isBlank())
        .or(() -> known.map(s -> Names.feed(board, s.feed()))).orElse(service);
  }

  private Optional<String> quote(Line line) {
    if (!(line instanceof Line.Quoted said)) return Optional.empty();
    String text = said.quote().map(Quote::text).filter(t -> !t.isBlank()).map(PlainText::of).orElse("");
    String guid = said.quote().map(q -> words.say("ui.story.guid", q.guid())).orElse("");
    return Optional.of((text + "\n" + guid).strip()).filter(all -> !all.isEmpty());
  }

  private String measured(Line.Measured m) {
    Window w = m.window().window();
    String roles = capital(m.roles().stream().map(r -> words.say("ui.story.role." + r)).collect(Collectors.joining(", ")));
    String span = words.say("ui.story.window", words.figures().time(w.from()), words.figures().time(w.to()),
        words.say("ui.desk.verdict." + m.window().verdict()));
    if (w.total() == 0) return words.say("ui.story.figures.none", roles, span);
    String origins = Arrays.stream(Origin.values()).filter(o -> w.failedBy(o) > 0)
        .map(o -> words.say("words.origin." + o.wire()) + " " + words.figures().number(w.failedBy(o)))
        .collect(Collectors.joining(", "));
    String failed = words.say(origins.isEmpty() ? "ui.story.failed" : "ui.story.failed.by", w.failed(), w.total(), origins);
    String p95 = w.transaction().p95() == Timing.ABSENT ? "" : words.say("ui.story.p95", w.transaction().p95());
    return words.say("ui.story.figures", roles, span, words.figures().percent(w.ratio(), 2), failed, p95);
  }

  private String capital(String said) {
    return said.substring(0, 1).toUpperCase(words.lang().locale()) + said.substring(1);
  }

  private String notified(Line.Notified n) {
    boolean nowhere = n.voices().stream().noneMatch(Voice::told);
    boolean alike = n.voices().stream().map(Voice::why).distinct().count() == 1;
    if (n.voices().isEmpty() || nowhere && alike) return Names.sentence(n.why(), words) + ".";
    return n.voices().stream().map(v -> words.say(v.told() ? "ui.story.voice.told" : "ui.story.voice.withheld",
        words.say("ui.story.channel." + v.channel()), words.say(v.why()))).collect(Collectors.joining(" "));
  }
}
