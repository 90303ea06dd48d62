package iris.ui.gallery;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.OriginVerdict.Confidence;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rooms of the gallery: a board each. */
public final class Gallery {
  private Gallery() {}

  /** Every state that a tile can show, and every mark of an alarm. */
  public static Board everyState() {
    Exhibits all = new Exhibits();
    all.service("siv", "SIV").and();
    all.service("down", "Carte grise").is(Shown.DOWN, min(12)).day(d -> d.but(Verdict.DOWN, min(15), min(15)))
        .origin(Fault.EXTERNAL, Confidence.HIGH).alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1).and();
    all.service("acked", "Certificats").is(Shown.DOWN, min(47)).day(d -> d.but(Verdict.DOWN, min(50), min(50)))
        .origin(Fault.PROVIDER, Confidence.MEDIUM).alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1).and();
    all.service("slow", "Immatriculation").is(Shown.DEGRADED, min(22))
        .day(d -> d.but(Verdict.DEGRADED, min(25), min(25)).but(Verdict.DOWN, Duration.ofHours(9), min(20)))
        .origin(Fault.PROVIDER_OR_EXTERNAL, Confidence.LOW).alarm(Kind.DEGRADED, Lifecycle.UNACKED, Priority.P2).and();
    all.service("lost", "Télépaiement").is(Shown.LOST, min(14)).day(d -> d.but(Verdict.UNKNOWN, min(20), min(20)))
        .sight(Supervision.LOST, min(15), Reason.of("ui.wall.fault.OUR_NETWORK")).origin(Fault.OUR_NETWORK, Confidence.MEDIUM)
        .alarm(Kind.SUPERVISION_LOST, Lifecycle.UNACKED, Priority.P2).and();
    all.service("blind", "Identité").is(Shown.DOWN, min(72)).day(d -> d.but(Verdict.DOWN, min(75), min(55)).but(Verdict.UNKNOWN, min(20), min(20)))
        .sight(Supervision.LOST, min(18), Reason.of("ui.wall.fault.PROVIDER_SIGNALLING")).origin(Fault.PROVIDER, Confidence.HIGH)
        .alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1).and();
    all.service("unknown", "Contrôle technique").is(Shown.UNKNOWN, min(4)).day(d -> d.but(Verdict.UNKNOWN, min(5), min(5))).and();
    all.service("works", "Permis").is(Shown.MAINTENANCE, min(55)).day(d -> d.but(Verdict.MAINTENANCE, min(55), min(55)))
        .maintenance(min(55), min(65)).and();
    all.service("out", "Recette").is(Shown.OUT_OF_SERVICE, Duration.ofDays(3)).outOfService(Duration.ofDays(3)).and();
    all.service("init", "Assurance").is(Shown.INIT, min(1)).neverHeard().and();
    all.service("fallback", "Dossiers").is(Shown.DOWN, min(33)).day(d -> d.but(Verdict.DOWN, min(35), min(35)))
        .origin(Fault.NETWORK_BETWEEN, Confidence.HIGH).fallback(min(20)).shelved(Kind.OUTAGE, Priority.P1, min(40)).and();
    all.service("flap", "Statistiques").is(Shown.DEGRADED, min(7))
        .day(d -> d.but(Verdict.DEGRADED, min(10), min(10)).but(Verdict.DEGRADED, min(35), min(10)).but(Verdict.DEGRADED, min(55), min(5)))
        .flapping(Kind.DEGRADED, Priority.P2, 5).and();
    return all.board();
  }

  /** Works, and not as usual: beside what it must not be taken for. */
  static Board drifting() {
    Exhibits all = new Exhibits();
    all.service("drifts", "SIV").drifts(2.4, min(20)).and();
    all.service("slow", "Changement de titulaire").is(Shown.DEGRADED, min(26)).day(d -> d.but(Verdict.DEGRADED, min(25), min(25)))
        .origin(Fault.PROVIDER, Confidence.MEDIUM).drifts(3.1, min(40)).alarm(Kind.DEGRADED, Lifecycle.UNACKED, Priority.P2).and();
    all.service("calm", "Paiement des taxes").and();
    all.service("old", "Contrôle technique").sight(Supervision.LATE, min(1), Reason.of("ui.wall.noAge")).drifts(2.2, min(50)).and();
    return all.board();
  }

  /** One service, well. */
  public static Board one() {
    return new Exhibits().service("siv", "SIV").and().board();
  }

  /** One service, down. */
  public static Board oneDown() {
    return new Exhibits().service("siv", "SIV").is(Shown.DOWN, min(12))
        .day(d -> d.but(Verdict.DOWN, min(15), min(15)).but(Verdict.DEGRADED, Duration.ofHours(5), min(40)).but(Verdict.UNKNOWN, Duration.ofHours(11), min(50)))
        .origin(Fault.EXTERNAL, Confidence.HIGH).alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1).and().board();
  }

  /** One service, down when it was last seen; then sight was lost. */
  public static Board oneBlind() {
    return new Exhibits().service("siv", "SIV").is(Shown.DOWN, min(72))
        .day(d -> d.but(Verdict.DOWN, min(75), min(55)).but(Verdict.UNKNOWN, min(20), min(20)))
        .sight(Supervision.LOST, min(18), Reason.of("ui.wall.noAge")).origin(Fault.PROVIDER, Confidence.HIGH)
        .alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1).and().board();
  }

  /** What is rarer: late, after a restart, foreign, returned, latched, long names and long sentences. */
  public static Board more() {
    Exhibits all = new Exhibits();
    all.service("late", "SIV").day(d -> d.but(Verdict.UNKNOWN, min(10), min(10)))
        .sight(Supervision.LATE, min(1), Reason.of("ui.wall.noAge")).and();
    all.service("restart", "Carte grise").is(Shown.DOWN, min(61))
        .day(d -> d.but(Verdict.DOWN, min(65), min(10)).but(Verdict.UNKNOWN, min(55), min(55))).neverHeard()
        .alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1).and();
    all.service("first", "Certificats").is(Shown.INIT, Duration.ofSeconds(3)).neverHeard().nothingKnown().and();
    all.service("foreign", "Paiement en ligne").foreign().and();
    all.service("foreignDown", "Messagerie").foreign().is(Shown.DOWN, Duration.ofHours(26)).origin(Fault.PROVIDER, Confidence.MEDIUM)
        .alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1).and();
    all.service("returned", "Télépaiement").is(Shown.UP, min(9)).day(d -> d.but(Verdict.DOWN, min(30), min(20)))
        .alarm(Kind.OUTAGE, Lifecycle.RETURNED_UNACKED, Priority.P1).and();
    all.service("latched", "Permis").is(Shown.UP, min(9)).alarm(Kind.DEGRADED, Lifecycle.LATCHED_UNACKED, Priority.P2).and();
    all.service("long", "Système d’immatriculation des véhicules, guichet des professionnels de l’automobile")
        .is(Shown.DEGRADED, Duration.ofHours(27)).day(d -> d.but(Verdict.DEGRADED, Duration.ofHours(24), Duration.ofHours(24)))
        .origin(Fault.NETWORK_BETWEEN, Confidence.MEDIUM)
        .says(Reason.of("Le prestataire annonce le retour à la normale, les chiffres ne le confirment pas encore depuis 15:05."))
        .alarm(Kind.DEGRADED, Lifecycle.UNACKED, Priority.P2).and();
    all.service("fallback", "Dossiers").is(Shown.UP, min(15)).fallback(min(20))
        .alarm(Kind.FALLBACK_ACTIVE, Lifecycle.UNACKED, Priority.P3).and();
    all.service("new", "Statistiques").unconfigured().and();
    all.service("classify", "Identité").is(Shown.UNKNOWN, min(3)).alarm(Kind.TO_CLASSIFY, Lifecycle.UNACKED, Priority.P2).and();
    all.service("half", "Recherche").day(d -> d.but(Verdict.UNKNOWN, Duration.ofHours(24), Duration.ofHours(15))
        .but(Verdict.DOWN, Duration.ofHours(4), min(5)).but(Verdict.MAINTENANCE, Duration.ofHours(3), min(50))).and();
    return all.board();
  }

  /** As many as the demonstration plays: well, down, degraded, unseen, at work, foreign. */
  static Board six() {
    Exhibits all = new Exhibits();
    all.service("siv", "SIV").day(d -> d.but(Verdict.DOWN, Duration.ofHours(7), min(15))).and();
    all.service("down", "Déclaration de cession").is(Shown.DOWN, min(12)).day(d -> d.but(Verdict.DOWN, min(15), min(15)))
        .origin(Fault.NETWORK_BETWEEN, Confidence.HIGH).fallback(min(9))
        .alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1).and();
    all.service("slow", "Changement de titulaire").is(Shown.DEGRADED, Duration.ofHours(26))
        .day(d -> d.but(Verdict.DEGRADED, Duration.ofHours(24), Duration.ofHours(24)))
        .origin(Fault.PROVIDER_OR_EXTERNAL, Confidence.LOW).alarm(Kind.DEGRADED, Lifecycle.ACKED, Priority.P2).and();
    all.service("blind", "Paiement des taxes").is(Shown.DOWN, min(72))
        .day(d -> d.but(Verdict.DOWN, min(75), min(55)).but(Verdict.UNKNOWN, min(20), min(20)))
        .sight(Supervision.LOST, min(18), Reason.of("ui.wall.fault.PROVIDER_SIGNALLING")).origin(Fault.PROVIDER, Confidence.HIGH)
        .alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1).and();
    all.service("works", "Contrôle technique").is(Shown.MAINTENANCE, min(55))
        .day(d -> d.but(Verdict.MAINTENANCE, min(55), min(55))).maintenance(min(55), min(65)).and();
    all.service("foreign", "Messagerie").foreign().is(Shown.DOWN, Duration.ofHours(26))
        .origin(Fault.PROVIDER, Confidence.MEDIUM).alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1).and();
    return all.board();
  }

  /** Many services, two of them not well. */
  public static Board many(int count) {
    Exhibits all = new Exhibits();
    for (int i = 1; i <= count; i++) {
      var service = all.service("s" + i, (i % 3 == 0 ? "Immatriculation " : i % 3 == 1 ? "SIV " : "Certificats ") + i);
      if (i == Math.min(7, count - 1))
        service.is(Shown.DOWN, min(12)).day(d -> d.but(Verdict.DOWN, min(15), min(15))).origin(Fault.EXTERNAL, Confidence.HIGH)
            .alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1);
      if (i == Math.min(31, count))
        service.is(Shown.DEGRADED, min(32)).day(d -> d.but(Verdict.DEGRADED, min(35), min(35))).origin(Fault.PROVIDER, Confidence.MEDIUM)
            .alarm(Kind.DEGRADED, Lifecycle.ACKED, Priority.P2);
      if (i == 500 || i == 910) service.is(Shown.DOWN, min(i / 10)).origin(Fault.PROVIDER, Confidence.HIGH)
          .alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1);
      if (i % 5 == 0) service.day(d -> d.but(Verdict.UNKNOWN, Duration.ofHours(6), Duration.ofHours(2)));
      service.and();
    }
    return all.board();
  }

  /** A thousand services in twelve groups, a few of them not well, on whatever page. */
  public static Board thousand() {
    String[] groups = {"Immatriculations", "Permis de conduire", "Contrôle technique", "Paiement des taxes", "Messagerie",
        "Cession", "Changement de titulaire", "Courtage", "Flottes", "Import", "Archives", "Statistiques"};
    Board plain = many(1000);
    List<Rules.FeedRules> feeds = new ArrayList<>();
    for (String id : plain.feeds().keySet())
      feeds.add(new Rules.FeedRules(id, id, Optional.empty(), min(1),
          Optional.of(groups[feeds.size() * groups.length / plain.feeds().size()])));
    return new Board(new Rules(feeds, Map.of()), plain.at(), plain.feeds(), plain.services(),
        plain.alarms(), plain.silencedUntil(), plain.health());
  }

  static Duration min(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
