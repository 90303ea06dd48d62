package iris.ui.charts;

import iris.signal.Origin;
import iris.ui.charts.model.Curve;
import iris.ui.charts.model.Figure;
import iris.ui.charts.model.Source;
import iris.ui.charts.model.State;
import iris.ui.charts.model.Strand;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of the stretch under the cursor, in exact figures. Pure. */
final class Reading {
  /** A heading has no value, a value may be alone. */
  record Line(String label, String value) {}

  private final Words words;
  private final Moments moments;

  Reading(Words words, Moments moments) {
    this.words = words;
    this.moments = moments;
  }

  /** The time that is read; the moment alone where nothing is known. */
  String title(Shot shot, Instant moment) {
    return shot.at(moment).map(h -> words.say("ui.charts.read.title", between(h), moments.grain(shot.grain())))
        .orElseGet(() -> moments.at(moment));
  }

  private String between(Shot.Hit hit) {
    return moments.between(Instant.ofEpochMilli(hit.strand().from(hit.at())), Instant.ofEpochMilli(hit.strand().to(hit.at())));
  }

  List<Line> lines(Shot shot, Instant moment) {
    List<Line> lines = new ArrayList<>();
    Optional<Shot.Hit> hit = shot.at(moment);
    if (hit.isEmpty()) lines.add(new Line(words.say("ui.charts.read.none"), ""));
    hit.ifPresent(h -> known(lines, shot, h));
    shot.before(shot.wanted().behind().earlier(moment, moments.zone())).ifPresent(h -> before(lines, h));
    return lines;
  }

  private void known(List<Line> lines, Shot shot, Shot.Hit hit) {
    Strand s = hit.strand();
    int i = hit.at();
    lines.add(new Line(words.say("ui.charts.read.coverage"), coverage(s, i, shot.now().toEpochMilli())));
    for (State state : List.of(State.DOWN, State.DEGRADED, State.WORKS, State.UNKNOWN))
      if (s.seconds(i, state) > 0)
        lines.add(new Line(words.say("ui.charts.state." + state), words.figures().span(Duration.ofSeconds(s.seconds(i, state)))));
    lines.add(new Line(words.say("ui.charts.read.total"), words.figures().number(Math.round(s.total(i)))));
    if (s.total(i) > 0) failed(lines, s, i);
    times(lines, words.say("ui.charts.read.transaction"), s.transaction(), i);
    s.responses().forEach((party, curve) -> times(lines, words.say("ui.charts.read.party", shot.party(party)), curve, i));
  }

  /** Known time of all that has been and is not maintenance, and how many windows that is: an hour that runs is no gap. */
  private String coverage(Strand s, int i, long now) {
    long known = s.seconds(i, State.UP) + s.seconds(i, State.DEGRADED) + s.seconds(i, State.DOWN);
    long counted = Math.max(known, (Math.min(s.to(i), now) - s.from(i)) / 1000 - s.seconds(i, State.WORKS));
    String windows = words.say("ui.charts.read.windows", s.windows(i));
    return counted == 0 ? windows
        : words.say("ui.charts.read.covered", words.figures().share((double) known / counted), windows);
  }

  private void failed(List<Line> lines, Strand s, int i) {
    lines.add(new Line(words.say("ui.charts.read.failed"), words.say("ui.charts.read.of",
        words.figures().number(Math.round(s.failed(i))), words.figures().percent(s.failed(i) / s.total(i), 2))));
    double rest = s.failed(i);
    for (Origin origin : Origin.values()) {
      double n = s.failed(i, origin);
      rest -= n;
      if (n > 0) lines.add(new Line("– " + words.say("words.origin." + origin.wire()), words.figures().number(Math.round(n))));
    }
    if (rest > 0.5) lines.add(new Line("– " + words.say("ui.charts.read.unnamed"), words.figures().number(Math.round(rest))));
  }

  private void times(List<Line> lines, String heading, Curve curve, int i) {
    List<Line> figures = new ArrayList<>();
    for (Figure figure : Figure.values())
      if (!Double.isNaN(curve.at(figure, i)))
        figures.add(new Line(words.say("ui.charts.figure." + figure), words.figures().millis(Math.round(curve.at(figure, i)))));
    if (figures.isEmpty()) return;
    lines.add(new Line(heading, ""));
    lines.addAll(figures);
    if (curve.source(i) != Source.NONE) lines.add(new Line("", words.say("ui.charts.source." + curve.source(i))));
  }

  private void before(List<Line> lines, Shot.Hit hit) {
    lines.add(new Line(words.say("ui.charts.read.behind", between(hit)), ""));
    double mean = hit.strand().transaction().at(Figure.MEAN, hit.at());
    if (!Double.isNaN(mean))
      lines.add(new Line(words.say("ui.charts.figure.MEAN"), words.figures().millis(Math.round(mean))));
    lines.add(new Line(words.say("ui.charts.read.total"), words.figures().number(Math.round(hit.strand().total(hit.at())))));
  }
}
