package iris.ui.charts;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import java.time.Instant;
import java.util.List;

/** The past of a console that keeps none. */
final class Nothing implements Annals {
  @Override
  public List<Known> services() {
    return List.of();
  }

  @Override
  public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) {
    return List.of();
  }

  @Override
  public List<Pause> pauses(String service, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public void close() {}
}
