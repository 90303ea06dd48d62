package iris.app;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.signal.Reason;
import java.time.Instant;
import java.util.List;

/** The years of a console whose journal cannot be used: it says so, instead of saying that nothing happened. */
final class Nowhere implements Annals {
  static final Annals YEARS = new Nowhere();

  private Nowhere() {}

  private static Unreadable none() {
    return new Unreadable(Reason.of("app.report.no-journal"), null);
  }

  @Override
  public List<Known> services() throws Unreadable {
    throw none();
  }

  @Override
  public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) throws Unreadable {
    throw none();
  }

  @Override
  public List<Pause> pauses(String service, Instant from, Instant to) throws Unreadable {
    throw none();
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) throws Unreadable {
    throw none();
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) throws Unreadable {
    throw none();
  }

  @Override
  public void close() {}
}
