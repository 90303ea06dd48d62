package iris.ui.receipt;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Receipt;
import iris.signal.Reason;
import iris.ui.alert.Names;
import iris.ui.receipt.Section.Line;
import iris.ui.receipt.Section.Mark;
import iris.words.Figures;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page as a value, in sentences; view and copied text are both made of it.
 *
 * @param title the service and its state; {@code because} the one sentence that answers
 * @param unclear an announcement that a person may classify otherwise: the first of them
 */
record WhyModel(String title, String because, List<Section> sections, Optional<String> unclear) {
  WhyModel {
    Objects.requireNonNull(title);
    Objects.requireNonNull(because);
    sections = List.copyOf(sections);
    Objects.requireNonNull(unclear);
  }

  static WhyModel of(Receipt r, Board board, Now now, Words words) {
    return new Teller(r, board, now.wall(), words).model();
  }

  private record Teller(Receipt r, Board board, Instant now, Words words) {
    WhyModel model() {
      Receipt.Rung won = r.ladder().stream().filter(g -> g.by() == r.by()).findFirst().orElseThrow();
      String title = words.say("ui.receipt.title", Names.service(board, r.service()),
          words.say("ui.wall.state." + r.shown()), when(r.since()));
      return new WhyModel(title, words.say("ui.receipt.because", words.say(won.why())),
          Stream.of(List.of(ladder(), alarms(), incidents(), windows()), usual(), List.of(moments())).flatMap(List::stream)
              .toList(),
          r.incidents().stream().findFirst().map(c -> c.incident().id()));
    }

    private Section ladder() {
      return section("ladder", r.ladder().stream().map(g -> new Line(Mark.valueOf(g.standing().name()),
          words.say("ui.receipt.by." + g.by()),
          g.standing() == Receipt.Standing.IDLE ? "" : words.say("ui.receipt.standing." + g.standing()),
          Names.sentence(g.why(), words), List.of())).toList());
    }

    private Section alarms() {
      return section("alarms", r.alarms().stream().map(p -> {
        List<String> details = new ArrayList<>();
        p.evidence().forEach(e -> details.add(words.say("ui.receipt.evidence", words.say(e))));
        details.add(words.say("ui.receipt.rule", words.say(p.rule())));
        p.counter().ifPresent(c -> details.add(words.say("ui.receipt.counter", words.say(c))));
        p.alarm().ack().ifPresent(a -> details.add(words.say("ui.receipt.acked", a.author(), when(a.at()))));
        return Line.plain(words.say("ui.receipt.alarm", p.alarm().priority(), words.say("alarm.kind." + p.alarm().key().kind()),
            p.alarm().since().map(this::when).orElse("–"), words.say("ui.desk.lifecycle." + p.alarm().state())),
            Names.sentence(p.alarm().why(), words), details);
      }).toList());
    }

    private Section incidents() {
      return section("incidents", r.incidents().stream().map(c -> {
        List<String> details = new ArrayList<>();
        if (!c.incident().sentence().equals(c.incident().title()))
          details.add(words.say("ui.receipt.words", c.incident().sentence()));
        c.because().forEach(why -> details.add(Names.sentence(why, words)));
        String guid = c.told().proof().guid().isEmpty() ? c.told().id() : c.told().proof().guid();
        details.add(words.say("ui.receipt.item", guid, Names.feed(board, r.feed())));
        String state = c.incident().open() ? c.held() ? "open" : "gone" : "closed";
        return Line.plain(words.say("ui.receipt.incident." + state, words.say("ui.classify.kind." + c.incident().kind()),
            (c.incident().open() ? c.incident().opened() : c.incident().closed()).map(this::when).orElse("–")),
            words.say("ui.receipt.quoted", c.incident().title()), details);
      }).toList());
    }

    private Section windows() {
      return section("windows", r.windows().stream().map(w -> {
        List<String> said = w.because().stream().map(words::say).toList();
        Figures f = words.figures();
        return Line.plain(words.say("ui.receipt.window", f.time(w.window().window().from()), f.time(w.window().window().to())),
            words.say("ui.receipt.verdict", words.say("ui.desk.verdict." + w.window().verdict()), String.join(" · ", said)),
            List.of());
      }).toList());
    }

    /** Only where somebody knows what is usual. */
    private List<Section> usual() {
      if (r.usual().isEmpty()) return List.of();
      return List.of(section("usual", r.usual().stream().map(u -> Line.plain("", words.say(u), List.of())).toList()));
    }

    private Section moments() {
      return section("moments", r.moments().stream().map(m -> {
        String read = m.read().filter(at -> !at.equals(m.at()))
            .map(at -> words.say("ui.receipt.read", words.figures().clock(at))).orElse("");
        return new Line(Mark.PLAIN, words.figures().clockOrDay(m.at(), now), read, Names.sentence(m.what(), words),
            m.detail().map((Reason d) -> Names.sentence(d, words)).stream().toList());
      }).toList());
    }

    private Section section(String key, List<Line> lines) {
      List<Line> some = lines.isEmpty()
          ? List.of(new Line(Mark.IDLE, "", "", words.say("ui.receipt.none." + key), List.of())) : lines;
      return new Section(words.say("ui.receipt.of." + key), some);
    }

    private String when(Instant at) {
      return words.figures().when(at, now);
    }
  }

  /** As plain text: for a mail, a ticket, a telephone. */
  String text() {
    StringBuilder out = new StringBuilder(title).append('\n').append(because).append('\n');
    for (Section section : sections) {
      out.append('\n').append(section.title()).append('\n');
      for (Line line : section.lines()) {
        out.append(line.mark() == Mark.WON ? "> " : "- ");
        if (!line.head().isEmpty()) out.append(line.head());
        if (!line.badge().isEmpty()) out.append(" (").append(line.badge()).append(')');
        if (!line.head().isEmpty() || !line.badge().isEmpty()) out.append(" | ");
        out.append(line.text()).append('\n');
        for (String detail : line.details()) out.append("    ").append(detail).append('\n');
      }
    }
    return out.toString();
  }
}
