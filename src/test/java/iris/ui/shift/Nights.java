package iris.ui.shift;

import iris.alarm.Act;
import iris.alarm.Act.Checked.Finding;
import iris.alarm.Act.Checked.Found;
import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Contest;
import iris.alarm.Exercise;
import iris.alarm.Fallback;
import iris.alarm.FallbackState;
import iris.alarm.Lifecycle;
import iris.alarm.OriginVerdict;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Shift;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Suppression;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Boards at the end of a shift, made by hand. It began at 04:10 in Paris; it is 15:27. */
final class Nights {
  static final Instant WALL = Boards.WALL;
  static final Instant BEGAN = Instant.parse("2026-11-22T03:10:00Z");
  static final Found WELL = new Found(Finding.WELL, Reason.of("ui.shift.check.confirmed"));

  private Nights() {}

  static Board calm() {
    return with(Boards.calm().board(), Shift.beginning(BEGAN));
  }

  /** One outage stands and is taken, one alarm is shelved, a service in maintenance, one out, the fallback runs. */
  static Board busy() {
    Boards boards = Boards.outage().service("fni", "FNI", Shown.DEGRADED).service("pay", "Télépaiement", Shown.UP)
        .service("imm", "Immatriculation", Shown.UP)
        .alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("Délai dépassé"))
        .alarm(Kind.DEGRADED, "fni", Lifecycle.UNACKED, Priority.P2, Reason.of("p95 de 4 200 ms"))
        .alarm(Kind.OUTAGE, "pay", Lifecycle.UNACKED, Priority.P1, Reason.of("essai"))
        .shelve(Kind.OUTAGE, "pay", Boards.shelf("Marie", "essais du prestataire", Duration.ofMinutes(12)))
        .health("sound", false)
        .service("imm", Optional.empty(),
            Optional.of(new Suppression(Suppression.Kind.MAINTENANCE, "DARVA", "version 4.2", WALL.minusSeconds(1800),
                Optional.of(WALL.plusSeconds(3600)))), Optional.empty())
        .service("pay", Optional.of(new Suppression(Suppression.Kind.OUT_OF_SERVICE, "Paul", "contrat suspendu",
            BEGAN.minusSeconds(86_400), Optional.empty())), Optional.empty(), Optional.empty());
    return with(boards.board(), shift());
  }

  /** A maintenance that the feed itself declared: by its id, and with no words but a number. */
  static Board declared() {
    return with(Boards.calm().service("imm", "Immatriculation", Shown.MAINTENANCE).service("imm", Optional.empty(),
        Optional.of(new Suppression(Suppression.Kind.MAINTENANCE, "darva", "m-20261122T1705Z-1", WALL.minusSeconds(1800),
            Optional.of(WALL.plusSeconds(3600)))), Optional.empty()).board(), Shift.beginning(BEGAN));
  }

  /** A night that no single page holds. */
  static Board endless() {
    Shift s = shift();
    List<Alarm.Remark> notes = IntStream.rangeClosed(1, 60).mapToObj(i -> new Alarm.Remark(BEGAN.plusSeconds(i * 300L),
        "Marie", "Note " + i + " : rappeler le prestataire, qui n’a pas donné d’heure de rétablissement « ferme »."))
        .toList();
    return with(busy(), new Shift(s.since(), s.handed(), notes, s.checked(), s.exercise(), s.exercises(), s.spells(),
        s.gaps(), s.refused(), s.left(), s.fallbacks()));
  }

  static Shift shift() {
    return new Shift(BEGAN, Optional.of(new Shift.Handed(BEGAN, "Paul", "Marie", "0".repeat(64))),
        List.of(new Alarm.Remark(WALL.minusSeconds(7200), "Marie",
            "DARVA a ouvert le ticket 4512 ; prochain point à 16\u00a0h, rappeler s’il n’y a rien.")),
        Optional.of(new Shift.Checked(BEGAN.plusSeconds(600), new Act.Checked("Marie", WELL, WELL,
            new Found(Finding.ILL, Reason.of("notify.toast.no-bus"))))),
        Optional.empty(),
        List.of(new Exercise.Result("siv", "Marie", BEGAN.plusSeconds(900), BEGAN.plusSeconds(990),
            Optional.of(Duration.ofSeconds(42)), Optional.of("Marie"), Exercise.End.RETURNED)),
        List.of(new Shift.Spell(new AlarmKey(Kind.OUTAGE, "fni"), "fni|OUTAGE@1", "FNI", Priority.P1,
            BEGAN.plusSeconds(7200), Optional.of(BEGAN.plusSeconds(8100)), false, Shift.Story.UNKNOWN)),
        List.of(new Shift.Gap("darva", "DARVA", Supervision.LOST, BEGAN.plusSeconds(10_000),
            Optional.of(BEGAN.plusSeconds(11_200)), Reason.of("alarm.sight.unseen", BEGAN.plusSeconds(9700)))),
        3, 0, List.of());
  }

  /** The SIV was down and taken; the fallback of one service runs, one came back, one failed, one nobody declared. */
  static Board relieved() {
    AlarmKey siv = new AlarmKey(Kind.OUTAGE, "siv");
    AlarmKey ran = new AlarmKey(Kind.FALLBACK_ACTIVE, "siv");
    Instant at = BEGAN.plusSeconds(7200);
    Instant to = at.plusSeconds(1500);
    Shift.Story story = new Shift.Story(Optional.of(at.plusSeconds(30)), Optional.of(Reason.of("Délai dépassé")),
        Optional.of(Fault.EXTERNAL), Optional.empty(),
        Optional.of(new Alarm.Remark(at.plusSeconds(72), "Marie", "vu avec DARVA")));
    Shift.Story untaken = new Shift.Story(Optional.of(to), Optional.empty(), Optional.of(Fault.PROVIDER),
        Optional.of(new Contest(to, "Paul", "leur guichet répond", Fault.OUR_NETWORK,
            new OriginVerdict(Fault.PROVIDER, OriginVerdict.Confidence.LOW, List.of()))), Optional.empty());
    Shift shift = new Shift(BEGAN, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(
        new Shift.Spell(siv, "e", "SIV", Priority.P1, at, Optional.of(to), false, story),
        new Shift.Spell(siv, "f", "SIV", Priority.P1, to, Optional.of(to.plusSeconds(600)), false, untaken),
        new Shift.Spell(ran, "g", "SIV", Priority.P3, at, Optional.of(to), false, Shift.Story.UNKNOWN)), List.of(),
        0, 0, List.of(
            new Shift.Ran("siv", "SIV", at.plusSeconds(60), "Marie", "siv muet",
                Optional.of(new Shift.End(to, "Paul", "siv revenu", Optional.empty()))),
            new Shift.Ran("siv", "SIV", to, "", "", Optional.of(new Shift.End(to.plusSeconds(60), "", "",
                Optional.empty()))),
            new Shift.Ran("siv", "SIV", to.plusSeconds(120), "Paul", "encore muet", Optional.of(new Shift.End(
                to.plusSeconds(180), "", "", Optional.of(Reason.of("la commande a rendu 3"))))),
            new Shift.Ran("fni", "FNI", WALL.minusSeconds(900), "Marie", "fni muet", Optional.empty())));
    Board b = Boards.calm().service("fni", "FNI", Shown.UP).board();
    return with(new Board(b.rules(), b.at(), b.feeds(), b.services(), b.alarms(), b.silencedUntil(), b.health(),
        b.signed(), b.shift(), b.memory(), b.rulings(), Map.of("fni", new FallbackState(
            new Fallback.On(WALL.minusSeconds(900), "Marie", "fni muet", true), Optional.empty(), Optional.empty()))),
        shift);
  }

  /** A quiet night in which an exercise plays an outage of the SIV. */
  static Board played() {
    return Boards.playing(Boards.calm());
  }

  static Board with(Board b, Shift shift) {
    return b.with(shift);
  }
}
