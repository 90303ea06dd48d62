package iris.relay.alertmanager;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far the server's clock is ahead of ours, from the dates of its answers. */
final class Skew {
  /** Dates have whole seconds, and an answer was under way: less is not known. */
  private static final Duration UNSURE = Duration.ofSeconds(3);

  private Duration ahead = Duration.ZERO;

  synchronized Instant there(Instant here) {
    return here.plus(ahead);
  }

  /** @return whether what was told by the old belief was told wrong */
  synchronized boolean learn(Instant here, Optional<String> date) {
    Optional<Duration> seen = date.flatMap(Skew::read).map(there -> Duration.between(here, there));
    if (seen.isEmpty() || seen.get().minus(ahead).abs().compareTo(UNSURE) < 0) return false;
    ahead = seen.get().abs().compareTo(UNSURE) < 0 ? Duration.ZERO : seen.get();
    return true;
  }

  private static Optional<Instant> read(String date) {
    try {
      return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
