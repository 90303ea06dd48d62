package iris.ui.origin;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Guidance;
import iris.alarm.Guidance.Whose;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Outlook;
import iris.alarm.Rights;
import iris.alarm.Rules;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Checked.Vantage;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Took;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Boards that came to be as in life, on Sunday 22 November 2026 in Paris, by reports alone. */
final class Rooms {
  static final Instant START = Instant.parse("2026-11-22T14:10:05Z");
  static final String GUIDE = """
      ## SIV national ne répond pas

      1. Vérifier la page [Origine](https://siv.example.org/etat?service=siv) du prestataire.
      2. **Basculer** sur le secours si la panne dure plus de *10 minutes*.
      3. Appeler l'astreinte ANTS au 01 23 45 67 89, puis [écrire](mailto:astreinte@ants.example).

      > Ne pas redémarrer le connecteur : il garde ses dossiers.

      Voir aussi [le classeur](file:///srv/classeur.odt).
      """;
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));
  private static final Service PAY = new Service("pay", "Télépaiement", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("banque", Party.Role.EXTERNAL, "Banque")));

  private final List<Item> items = new ArrayList<>();
  private List<Incident> incidents = List.of();
  private Board board;
  Now now = new Now(START, Duration.ofHours(9));

  private Rooms(Rules rules) {
    board = Board.first(rules, now);
    for (int i = 20; i > 0; i--) window(START.minusSeconds(5).minus(PERIOD.multipliedBy(i)), 1200, 3, 350, Origin.EXTERNAL);
    publish();
    other();
  }

  /** Everything is configured. */
  static Rooms configured() {
    Guidance guidance = new Guidance(Map.of(Whose.EXTERNAL, GUIDE, Whose.PROVIDER,
        "# DARVA\n\nAppeler le **guichet** au +33 5 49 00 00 00, donner le numéro de l'incident.\n", Whose.NETWORK,
        "Appeler l'équipe réseau, poste `4242`."));
    return new Rooms(rules(new Outlook(Set.of("darva"), Optional.of("www.example.org")), Map.of("siv", guidance)));
  }

  static Rooms bare() {
    return new Rooms(rules(Outlook.NONE, Map.of()));
  }

  private static Rules rules(Outlook outlook, Map<String, Guidance> guidance) {
    return new Rules(List.of(new Rules.FeedRules("darva", "DARVA SIV", Optional.empty(), Duration.ofSeconds(60)),
        new Rules.FeedRules("banque", "Banque", Optional.empty(), Duration.ofSeconds(60))), Map.of(), Rights.OPEN, outlook, guidance);
  }

  private void window(Instant from, long total, long failed, long theirs, Origin by) {
    Window w = new Window("siv", from, from.plus(PERIOD), failed * 2 > total ? Verdict.DOWN : Verdict.UP, total, failed,
        Map.of(by, failed), new Timing(theirs + 160, theirs + 120, theirs * 2, theirs * 3, theirs * 4),
        List.of(new Window.Response("ants", new Timing(theirs, theirs, theirs * 2, theirs * 3, theirs * 4))), List.of());
    items.add(new Item("siv" + from, "r" + from, "SIV", "", Optional.of(from.plus(PERIOD).plusSeconds(4)), Optional.empty(),
        Optional.empty(), 1, w));
  }

  private void publish() {
    hear(new Report.Published("darva", bulletin(List.of(SIV), items, incidents), Contact.NOTHING_KNOWN, false));
  }

  private void other() {
    hear(new Report.Published("banque", bulletin(List.of(PAY), List.of(), List.of()), Contact.NOTHING_KNOWN, false));
  }

  private Bulletin bulletin(List<Service> services, List<Item> all, List<Incident> open) {
    Channel channel = new Channel("SIV", Optional.empty(), "", "fr", "", Optional.of(now.wall()), 0, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(new Channel.Agent("a", "1", PERIOD, Optional.empty())));
    return new Bulletin(channel, Dialect.IRIS, services, all, open, List.of());
  }

  Rooms hear(Report report) {
    board = board.after(new Input.Heard(report), now).board();
    return this;
  }

  Rooms act(Act act) {
    board = board.after(new Input.Did(act), now).board();
    return this;
  }

  /** Time goes by in ticks that are no sleep. */
  Rooms pass(Duration time, boolean answering) {
    Duration end = now.mono().plus(time);
    while (now.mono().compareTo(end) < 0) {
      now = now.plus(Duration.ofSeconds(20));
      board = board.after(new Input.Tick(), now).board();
      if (now.mono().toSeconds() % 60 == 0) {
        if (answering) hear(new Report.Unchanged("darva", Contact.NOTHING_KNOWN));
        hear(new Report.Unchanged("banque", Contact.NOTHING_KNOWN));
      }
    }
    return this;
  }

  Rooms outage(Origin origin) {
    incidents = List.of(new Incident("i1", "siv", "SIV indisponible depuis 15 h 12", Incident.Kind.OUTAGE, true,
        Optional.of(origin), Optional.empty(), Optional.of(now.wall().minusSeconds(20)), Optional.empty(), 1, "iris.element",
        origin == Origin.EXTERNAL ? "Délai de 30 s dépassé sur l'appel au SIV national" : "Nos serveurs frontaux ne répondent plus"));
    publish();
    pass(Duration.ofMinutes(5), true);
    window(START.minusSeconds(5), 1180, 1171, origin == Origin.EXTERNAL ? 29_400 : 362, origin);
    publish();
    return this;
  }

  Rooms neutral(boolean well) {
    return hear(new Report.Checked(Report.IRIS, Vantage.NEUTRAL_HOST, well,
        well ? Reason.of("probe.answered", "www.example.org", 200) : Reason.of("probe.timeout", "www.example.org", "probe.step.connect", Duration.ofSeconds(10)),
        Optional.of(took(well))));
  }

  Rooms check(boolean well, boolean connected) {
    return hear(new Report.Checked("darva", Vantage.SERVICE, well,
        well ? Reason.of("probe.answered", "siv.example.org", 200)
            : connected ? Reason.of("probe.answered", "siv.example.org", 503) : Reason.of("probe.connect", "siv.example.org", 443),
        Optional.of(took(connected))));
  }

  private static Took took(boolean connected) {
    return new Took(Optional.of(Duration.ofMillis(3)), connected ? Optional.of(Duration.ofMillis(14)) : Optional.empty(),
        connected ? Optional.of(Duration.ofMillis(41)) : Optional.empty(), connected ? Optional.of(Duration.ofMillis(130)) : Optional.empty(),
        Duration.ofMillis(connected ? 210 : 10_000), connected ? OptionalInt.of(41) : OptionalInt.empty());
  }

  static Rooms external() {
    return configured().outage(Origin.EXTERNAL).neutral(true).check(true, true);
  }

  static Rooms provider() {
    return configured().outage(Origin.PROVIDER).neutral(true).check(false, true);
  }

  static Rooms network() {
    Rooms rooms = configured();
    Report no = new Report.Unreached("darva", Reason.of("feed.timeout", Duration.ofSeconds(15)));
    for (int i = 0; i < 3; i++)
      rooms.hear(no).hear(new Report.Unreached("banque", Reason.of("feed.timeout", Duration.ofSeconds(15))));
    return rooms.neutral(false).check(false, false);
  }

  static Rooms lost() {
    return configured().pass(Duration.ofMinutes(16), true).neutral(true).check(true, true);
  }

  static Rooms contested() {
    return external().act(new Act.Contest("siv", Fault.PROVIDER, "Marie", "leur guichet dit que leur pare-feu a changé à 15 h"));
  }

  Board board() {
    return board;
  }
}
