package iris.ui.acts;

import iris.alarm.Act;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Lifecycle;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.alarm.Suppression;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Sunday afternoon on which something stands in each of the lists. */
final class Muted {
  static final Rights HOUSE = new Rights(Role.VIEW, Map.of("Marie", Role.OPERATE, "jdupont", Role.ADMINISTER));

  private Muted() {}

  static Board board() {
    return Boards.calm().service("fni", "FNI", Shown.UP).service("pay", "Télépaiement", Shown.DOWN)
        .service("ct", "Contrôle technique", Shown.DEGRADED).service("test", "Recette", Shown.UP)
        .service("siv", Optional.empty(), Optional.empty(), Optional.of(works("Paul", "version 5", 600, 780)))
        .service("fni", Optional.empty(), Optional.of(works("darva", "m-2026-11-22", -27, 33)), Optional.empty())
        .service("test", Optional.of(new Suppression(Suppression.Kind.OUT_OF_SERVICE, "jdupont",
            "plateforme de recette, personne ne s'en sert avant janvier", at(-4400), Optional.empty())),
            Optional.empty(), Optional.empty())
        .alarm(Kind.OUTAGE, "pay", Lifecycle.UNACKED, Priority.P1, Reason.of("Aucune réponse depuis 30 s"))
        .shelve(Kind.OUTAGE, "pay", Boards.shelf("Marie", "essais du prestataire", Duration.ofMinutes(14)))
        .alarm(Kind.DEGRADED, "ct", Lifecycle.ACKED, Priority.P2, Reason.of("p95 de 4 200 ms"))
        .board();
  }

  /** The same by acts of people, so that the board knows all of it by heart. */
  static Board lived() {
    return Stream.<Act>of(
        new Act.Maintain("fni", "Paul", "version 4", Boards.WALL, at(33)),
        new Act.Maintain("siv", "Paul", "version 5", at(600), at(780)),
        new Act.OutOfService("pay", true, "jdupont", "migration", Optional.empty()))
        .reduce(Boards.calm().service("fni", "FNI", Shown.UP).service("pay", "Télépaiement", Shown.UP).board(),
            (board, act) -> board.after(new Input.Did(act), Boards.NOW).board(), (one, other) -> other);
  }

  static Board calm() {
    return Boards.calm().service("fni", "FNI", Shown.UP).board();
  }

  /** The same, where not everybody may do everything. */
  static Board with(Board b, Rights rights) {
    return new Board(new Rules(b.rules().feeds(), b.rules().services(), rights), b.at(), b.feeds(), b.services(),
        b.alarms(), b.silencedUntil(), b.health());
  }

  private static Instant at(int minutes) {
    return Boards.WALL.plusSeconds(60L * minutes);
  }

  private static Suppression works(String author, String reason, int from, int to) {
    return new Suppression(Suppression.Kind.MAINTENANCE, author, reason, at(from), Optional.of(at(to)));
  }
}
