package iris.ui.charts;

import iris.alarm.Now;
import iris.history.years.Annals;
import iris.history.years.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Which services the past knows, and since when. */
final class Census {
  /** It is asked again after this time. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final Period FAR = Period.ofYears(5);

  private final Errand errand;
  private final Runnable news;
  private List<Known> known = List.of();
  private Optional<Duration> counted = Optional.empty();

  /** @param news called on the FX thread when there is an answer */
  Census(Errand errand, Runnable news) {
    this.errand = errand;
    this.news = news;
  }

  List<Known> known() {
    return known;
  }

  /** The first window of a service. */
  Optional<Instant> first(String service) {
    return known.stream().filter(k -> k.service().equals(service)).map(Known::first).findFirst();
  }

  /** How far back one may look: to the first window, and in any case as far as the longest span that has a button. */
  Instant earliest(String service, ZonedDateTime now) {
    Instant far = now.minus(FAR).toInstant();
    return first(service).filter(f -> f.isBefore(far)).orElse(far);
  }

  /** Asks where the answer is old. */
  void count(Now now) {
    boolean due = counted.map(at -> now.mono().minus(at).compareTo(FRESH) >= 0).orElse(true);
    if (!due || errand.underWay()) return;
    counted = Optional.of(now.mono());
    errand.run(Annals::services, all -> {
      known = all;
      news.run();
    });
  }

  /** The same page stood here in another language. */
  void follow(Census other) {
    known = other.known;
  }
}
