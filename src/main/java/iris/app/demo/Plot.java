package iris.app.demo;

import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What goes wrong in each scene. All times are of the story, in seconds after the start. */
final class Plot {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Tempo tempo;

  private Plot(Tempo tempo) {
    this.tempo = tempo;
  }

  /** What has been and what will be, in order of services and times. */
  static List<Trouble> of(Scene scene, List<Role> cast, Tempo tempo) {
    Plot plot = new Plot(tempo);
    List<Trouble> all = new ArrayList<>(plot.yesterday(cast));
    all.addAll(switch (scene) {
      case CALM, GARBLED, SILENT -> List.<Trouble>of();
      case OUTAGE -> List.of(plot.outage(Role.SIV, 25, 85, Origin.EXTERNAL, "app.demo.cause.timeout"));
      case FLAP -> IntStream.range(0, 5)
          .mapToObj(i -> plot.outage(Role.SIV, 25 + 60 * i, 55 + 60 * i, Origin.PROVIDER, "app.demo.cause.unstable"))
          .toList();
      case STORM -> cast.stream()
          .map(r -> plot.outage(r.service().id(), 25, 145, Origin.NETWORK, "app.demo.cause.network")).toList();
      case DAY -> List.of(plot.slow(Role.SIV, 2 * HOUR, 2 * HOUR + 40 * MINUTE, 3.4));
    });
    return List.copyOf(all);
  }

  /** A day without any trouble looks painted. */
  private List<Trouble> yesterday(List<Role> cast) {
    Stream<Trouble> siv = Stream.of(
        outage(Role.SIV, -7 * HOUR, -7 * HOUR + 14 * MINUTE, Origin.EXTERNAL, "app.demo.cause.timeout"));
    Stream<Trouble> cession = cast.stream().filter(r -> r.service().id().equals("cession"))
        .map(r -> slow("cession", -190 * MINUTE, -165 * MINUTE, 3.2));
    return Stream.concat(siv, cession).toList();
  }

  private Trouble outage(String service, int from, int to, Origin origin, String cause) {
    return trouble(service, Severity.OUTAGE, origin, from, to, 0.97, 6, cause);
  }

  private Trouble slow(String service, int from, int to, double slower) {
    return trouble(service, Severity.DEGRADED, Origin.EXTERNAL, from, to, 0.07, slower, "app.demo.cause.slow");
  }

  private Trouble trouble(
      String service, Severity severity, Origin origin, int from, int to, double failing, double slower, String cause) {
    Instant since = at(from);
    String id = STAMP.format(since) + "-" + service;
    Optional<Instant> update = to - from >= 50 ? Optional.of(at((from + to) / 2)) : Optional.empty();
    return new Trouble(service, id, severity, origin, since, update, at(to), failing, slower, cause);
  }

  private Instant at(int seconds) {
    return tempo.at(Duration.ofSeconds(seconds));
  }
}
