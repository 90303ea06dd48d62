package iris.agent.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the access log, in the words of nginx.
 *
 * @param at end of the transaction
 * @param path as asked, kept to what a log may bear
 * @param whole time of the whole transaction
 * @param external the external party's share of it, where it was asked, and its status: 502 if it could not be
 *     reached, 504 if it did not answer in time
 */
public record LogLine(Instant at, String path, int status, long bytes, Duration whole, Optional<External> external) {
  /** How a line is written. */
  public enum Form {
    JSON,
    COMBINED
  }

  public record External(int status, Duration time) {}

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneId.of("Europe/Paris"));

  public LogLine {
    Objects.requireNonNull(at);
    Objects.requireNonNull(whole);
    Objects.requireNonNull(external);
    path = path.replaceAll("[^A-Za-z0-9/._~%-]", "?");
  }

  String in(Form form) {
    return switch (form) {
      case JSON -> json();
      case COMBINED -> "127.0.0.1 - - [%s] \"GET %s HTTP/1.1\" %d %d \"-\" \"iris-simulate\" %s %s".formatted(
          STAMP.format(at), path, status, bytes, seconds(whole), external.map(e -> seconds(e.time())).orElse("-"));
    };
  }

  private String json() {
    String more = external
        .map(e -> ",\"upstream_status\":%d,\"upstream_response_time\":%s".formatted(e.status(), seconds(e.time())))
        .orElse("");
    return "{\"time\":\"%s\",\"method\":\"GET\",\"path\":\"%s\",\"status\":%d,\"bytes\":%d,\"request_time\":%s%s}"
        .formatted(at, path, status, bytes, seconds(whole), more);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
