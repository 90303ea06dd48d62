package iris.ui.charts;

import iris.ui.charts.model.Behind;
import iris.ui.charts.model.Span;
import iris.ui.charts.model.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What buttons and keys ask for. */
final class Works implements Keyboard.Deeds {
  private final ChartsPage page;

  Works(ChartsPage page) {
    this.page = page;
  }

  private Wanted now() {
    return page.wanted();
  }

  @Override
  public void service(String key) {
    page.wish(now().of(key));
  }

  @Override
  public void span(Span span) {
    page.remember();
    page.wish(now().span(span, page.clock(), page.zone()));
  }

  @Override
  public void whole() {
    Instant until = page.clock();
    page.view(page.first().filter(f -> f.isBefore(until)).map(f -> new View(f, until)).orElse(now().view()));
  }

  @Override
  public void behind(Behind behind) {
    page.wish(now().behind(behind));
  }

  @Override
  public void behind() {
    behind(Bar.next(now().behind()));
  }

  @Override
  public void scale() {
    page.wish(now().scale(Bar.next(now().scale())));
  }

  @Override
  public void finer() {
    page.wish(now().finer(Bar.next(now().finer())));
  }

  @Override
  public void copyPicture() {
    page.copies().picture(page.panel());
  }

  @Override
  public void copyFigures() {
    page.chart().drawn().ifPresent(page.copies()::figures);
  }

  @Override
  public void save() {
    page.chart().drawn().ifPresent(shot -> page.copies().save(shot, page.panel()));
  }

  @Override
  public void pan(double share) {
    page.view(now().view().panned(share));
  }

  @Override
  public void zoom(double factor) {
    View v = now().view();
    double share = now().cursor().filter(at -> !at.isBefore(v.from()) && at.isBefore(v.to()))
        .map(at -> (double) Duration.between(v.from(), at).toMillis() / v.span().toMillis())
        .orElse(now().follows() ? 1.0 : 0.5);
    page.view(v.zoomed(factor, share));
  }

  @Override
  public void first() {
    page.first().ifPresent(f -> page.view(now().view().moved(Duration.between(now().view().from(), f).toMillis())));
  }

  @Override
  public void last() {
    Instant until = page.clock();
    page.view(now().view().moved(Duration.between(now().view().to(), until).toMillis()));
  }

  @Override
  public void step(int stretches) {
    page.chart().drawn().flatMap(shot -> Studio.step(shot, now().cursor(), stretches)).ifPresent(at -> {
      View v = now().view();
      page.wish(now().cursor(Optional.of(at)));
      if (at.isBefore(v.from())) page.view(v.moved(Duration.between(v.from(), at).toMillis()));
      else if (!at.isBefore(v.to())) page.view(v.moved(Duration.between(v.to(), at).toMillis() + 1));
    });
  }

  @Override
  public void back() {
    page.back();
  }

  @Override
  public boolean escape() {
    if (page.hands().escape()) return true;
    boolean read = now().cursor().isPresent();
    page.wish(now().cursor(Optional.empty()));
    return read;
  }
}
