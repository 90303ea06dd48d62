package iris.ui.charts;

import iris.alarm.Suppression;
import iris.history.story.Episode;
import iris.history.years.Pause;
import iris.ui.alert.Names;
import iris.ui.charts.model.Mark;
import iris.ui.desk.Sentences;
import iris.ui.page.Seen;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says what a mark is. */
final class Telling {
  private final Seen seen;
  private final Words words;

  Telling(Seen seen, Words words) {
    this.seen = seen;
    this.words = words;
  }

  String said(Mark mark) {
    return switch (mark) {
      case Mark.Stood s -> stood(s.episode());
      case Mark.Announced a -> words.say(a.vanished() ? "ui.charts.mark.vanished" : "ui.charts.mark.announced",
          a.incident().title(), when(mark));
      case Mark.Paused p -> paused(p.pause(), mark);
      case Mark.Happened h -> words.say("ui.charts.mark.happened", words.figures().date(h.from()),
          new Sentences(seen.board(), seen.now(), words).line(h.what()).sentence());
    };
  }

  private String stood(Episode e) {
    String origin = e.origin().map(o -> words.say("ui.charts.mark.origin", words.say("ui.wall.fault." + o.fault()))).orElse("");
    return words.say("ui.charts.mark.stood", e.name(), Names.kind(e.alarm().kind(), words), when(new Mark.Stood(e))) + origin;
  }

  private String paused(Pause pause, Mark mark) {
    String what = words.say(pause.kind() == Suppression.Kind.OUT_OF_SERVICE ? "ui.charts.mark.out" : "ui.charts.mark.works");
    String why = pause.reason().isBlank() ? "" : words.say("ui.desk.act.quoted", pause.reason().strip());
    return words.say("ui.charts.mark.paused", what, when(mark), pause.author()) + why;
  }

  private String when(Mark mark) {
    Instant from = mark.from();
    Optional<Instant> to = mark.to();
    if (to.isEmpty()) return words.say("ui.charts.mark.since", words.figures().date(from));
    if (!to.get().isAfter(from)) return words.figures().date(from);
    return words.say("ui.charts.mark.from-to", words.figures().date(from), words.figures().date(to.get()),
        words.figures().span(Duration.between(from, to.get())));
  }
}
