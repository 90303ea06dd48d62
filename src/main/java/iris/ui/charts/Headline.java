package iris.ui.charts;

import iris.ui.charts.model.Summary;
import iris.ui.charts.model.View;
import iris.ui.wall.Share;
import iris.words.Words;
import java.time.Instant;

/** One line over the picture: of what, from when to when, and what the whole of it amounts to. Pure. */
final class Headline {
  private final Words words;
  private final Moments moments;

  Headline(Words words, Moments moments) {
    this.words = words;
    this.moments = moments;
  }

  String of(Shot shot, String name) {
    View view = shot.view();
    String head = words.say("ui.charts.head", name, moments.between(view.from(), view.to()), moments.grain(shot.grain()));
    Instant until = view.to().isAfter(shot.now()) ? shot.now() : view.to();
    if (shot.strands().isEmpty() || !view.from().isBefore(until)) return head;
    Summary sum = Summary.of(new View(view.from(), until), shot.strands());
    if (sum.counted() == 0) return head;
    Share share = new Share(sum.good(), sum.known(), sum.counted());
    String available = share.availability().isEmpty() ? words.say("ui.charts.head.unknown")
        : words.say("ui.charts.head.available", words.figures().percent(share.availability().getAsDouble(), 2),
            words.figures().share(share.coverage()));
    String failed = sum.total() == 0 ? "" : words.say("ui.charts.head.failed", words.figures().number(sum.total()),
        words.figures().number(sum.failed()));
    return head + available + failed;
  }
}
