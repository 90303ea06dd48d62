package iris.ui.charts;

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
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A past that answers only as often as the test lets it, or never. */
record Gated(Annals inner, Semaphore gate, Optional<Reason> broken) implements Annals {
  @Override
  public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) throws Unreadable {
    if (broken.isPresent()) throw new Unreadable(broken.get(), null);
    gate.acquireUninterruptibly();
    return inner.stretches(service, from, to, grain);
  }

  @Override
  public List<Known> services() throws Unreadable {
    return inner.services();
  }

  @Override
  public List<Pause> pauses(String service, Instant from, Instant to) throws Unreadable {
    return inner.pauses(service, from, to);
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) throws Unreadable {
    return inner.episodes(subject, from, to);
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) throws Unreadable {
    return inner.told(subject, from, to);
  }

  @Override
  public void close() {
    inner.close();
  }
}
