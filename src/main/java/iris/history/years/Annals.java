package iris.history.years;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the past is asked for by service and time. Takes its time: never on the thread of the screen. For one thread. */
public interface Annals extends AutoCloseable {
  /** By key. */
  List<Known> services() throws Unreadable;

  /**
   * In order of time; stretches about which nothing is known are left out.
   *
   * @param from inclusive: stretches that start there or later; {@code to} exclusive
   */
  List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) throws Unreadable;

  /**
   * By hour, the 95th percentiles that windows which start in it say of the whole transaction, ms, in no order, those of
   * every revision: quicker than the windows, for who holds them against what was counted of the hour.
   *
   * @return hours that are not there are to be read by their windows
   */
  default Map<Instant, List<Long>> p95s(String service, Instant from, Instant to) throws Unreadable {
    return Map.of();
  }

  /** Maintenances and times out of service that touch this time, by their begin. */
  List<Pause> pauses(String service, Instant from, Instant to) throws Unreadable;

  /** Episodes of the alarms of this service or feed that touch this time, by their begin; exercises are left out. */
  List<Episode> episodes(String subject, Instant from, Instant to) throws Unreadable;

  /** What the feed announced, was done and was noted about this service in this time, in order; no windows. */
  List<Transition> told(String subject, Instant from, Instant to) throws Unreadable;

  /** Of what was told, what the feed said of its incidents: quicker than all of it, for who looks a season back. */
  default List<Transition> spoken(String service, Instant from, Instant to) throws Unreadable {
    return told(service, from, to).stream().filter(Transition.Spoken.class::isInstance).toList();
  }

  /** What of this time became known, or was corrected, after that moment. */
  default Afterwards afterwards(String service, Instant from, Instant to, Instant moment) throws Unreadable {
    return Afterwards.NOTHING;
  }

  /**
   * How long the transactions of windows that start in this time took, by their histograms.
   *
   * @param party whose share of it is meant; empty: the whole transaction
   * @return empty where a window with traffic carries no histogram; no window at all is no transaction
   */
  default Optional<Latencies> latencies(String service, String party, Instant from, Instant to) throws Unreadable {
    return Optional.empty();
  }

  @Override
  void close();
}
