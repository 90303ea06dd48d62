package iris.ui.charts;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Pause;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.charts.Years.What;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the past of the tests holds: a day with an outage that was announced late, a week with a gap, years before. */
final class Rooms {
  private static final Duration HOUR = Duration.ofHours(1);

  private Rooms() {}

  /** The afternoon that ends now: slow, then down, announced, taken, over; noted and muted on the way. */
  static Years afternoon(Instant now) {
    Instant down = now.minus(Duration.ofHours(5)).minusSeconds(now.getEpochSecond() % 300);
    return new Years("siv", now.minus(Duration.ofDays(15)), now.minusSeconds(now.getEpochSecond() % 300), false)
        .with(What.SLOW, down.minus(Duration.ofMinutes(50)), Duration.ofMinutes(50))
        .with(What.OUTAGE, down, Duration.ofMinutes(45))
        .with(What.WORKS, down.minus(Duration.ofHours(13)), HOUR)
        .with(episode(AlarmKey.Kind.DEGRADED, Priority.P2, down.minus(Duration.ofMinutes(45)), Duration.ofMinutes(45)))
        .with(episode(AlarmKey.Kind.OUTAGE, Priority.P1, down, Duration.ofMinutes(45)))
        .with(new Pause("siv", Suppression.Kind.MAINTENANCE, down.minus(Duration.ofHours(13)),
            Optional.of(down.minus(Duration.ofHours(12))), "Marie", "bascule de base"))
        .with(announced(down.plus(Duration.ofMinutes(20)), true))
        .with(announced(down.plus(Duration.ofMinutes(60)), false))
        .with(new Transition.Acted(down.plus(Duration.ofMinutes(4)),
            new Act.Acknowledge(new AlarmKey(AlarmKey.Kind.OUTAGE, "siv"), "Marie", "appel en cours")))
        .with(new Transition.Noted(down.minus(Duration.ofHours(8)), "siv", Reason.of("alarm.note.flood")));
  }

  private static Episode episode(AlarmKey.Kind kind, Priority worst, Instant since, Duration lasted) {
    AlarmKey alarm = new AlarmKey(kind, "siv");
    return new Episode(alarm + "@" + since.getEpochSecond() / 300, alarm, "SIV", worst, since, since.plusSeconds(360),
        Optional.of(since.plus(lasted)), Optional.of(Duration.ofMinutes(5)), Optional.of(since.plus(lasted)),
        Optional.<OriginVerdict>empty(), Optional.empty());
  }

  private static Transition announced(Instant at, boolean open) {
    Incident incident = new Incident("i-1", "siv", "SIV indisponible, service externe", Incident.Kind.OUTAGE, open,
        Optional.of(Origin.EXTERNAL), Optional.empty(), Optional.of(at), open ? Optional.empty() : Optional.of(at), open ? 1 : 2,
        "test", "SIV indisponible");
    return new Transition.Spoken(at, "siv", incident, false);
  }

  /** Two weeks, with a night of which nothing is known and a window that is missing alone. */
  static Years weeks(Instant now) {
    Instant end = now.minusSeconds(now.getEpochSecond() % 300);
    return new Years("siv", end.minus(Duration.ofDays(16)), end, false)
        .with(What.GAP, end.minus(Duration.ofDays(3)), Duration.ofHours(11))
        .with(What.GAP, end.minus(Duration.ofDays(1)), Duration.ofMinutes(5))
        .with(What.OUTAGE, end.minus(Duration.ofDays(5)), Duration.ofMinutes(20));
  }

  /** Thirteen months; percentiles of the days are those of the worst window, or merged. */
  static Years year(Instant now, boolean merged) {
    Instant end = now.minusSeconds(now.getEpochSecond() % 300);
    Years years = new Years("siv", end.minus(Duration.ofDays(400)), end, merged)
        .with(What.GAP, end.minus(Duration.ofDays(130)), Duration.ofDays(9))
        .with(What.GAP, end.minus(Duration.ofDays(60)), Duration.ofHours(14))
        .with(What.WORKS, end.minus(Duration.ofDays(90)), Duration.ofDays(1));
    for (int i = 5; i < 390; i += 37) years.with(What.OUTAGE, end.minus(Duration.ofDays(i)), Duration.ofMinutes(35 + i));
    for (int i = 3; i < 390; i += 29) years.with(What.SLOW, end.minus(Duration.ofDays(i)), Duration.ofHours(5));
    return years;
  }
}
