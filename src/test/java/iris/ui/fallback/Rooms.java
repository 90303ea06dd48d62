package iris.ui.fallback;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Guidance;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Outcome;
import iris.alarm.Outlook;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.FallbackSight;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.ui.desk.EventLog;
import iris.ui.page.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A board that hears and does as in life, on Sunday 22 November 2026 in Paris, of a service that has a plan. */
final class Rooms {
  static final Instant START = Instant.parse("2026-11-22T14:10:05Z");
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));

  private final List<Item> items = new ArrayList<>();
  private List<Incident> incidents = List.of();
  private Board board;
  private EventLog log = EventLog.EMPTY;
  Now now = new Now(START, Duration.ofHours(9));

  Rooms(boolean planned) {
    Map<String, Rules.FallbackRules> plans = planned ? Map.of("siv", new Rules.FallbackRules("Base locale des plaques",
        Set.of(Fault.EXTERNAL, Fault.PROVIDER), true, true, true, Duration.ofSeconds(30), 2, Duration.ofHours(1),
        List.of("La base locale date de moins de 24 h", "Le chef de plateau est prévenu"))) : Map.of();
    board = Board.first(new Rules(List.of(new Rules.FeedRules("darva", "DARVA SIV", Optional.empty(), Duration.ofSeconds(60))),
        Map.of(), Rights.OPEN, Outlook.NONE, Map.of(), plans), now);
    for (int i = 6; i > 0; i--) window(START.minusSeconds(5).minus(PERIOD.multipliedBy(i)), 2);
    publish();
  }

  static Rooms planned() {
    return new Rooms(true);
  }

  private void window(Instant from, long failed) {
    Window w = new Window("siv", from, from.plus(PERIOD), failed > 500 ? Verdict.DOWN : Verdict.UP, 1000, failed,
        Map.of(Origin.EXTERNAL, failed), Timing.NONE, List.of(), List.of());
    items.add(new Item("siv" + from, "r" + from, "SIV", "", Optional.of(from.plus(PERIOD).plusSeconds(4)), Optional.empty(),
        Optional.empty(), 1, w));
  }

  private void publish() {
    Channel channel = new Channel("SIV", Optional.empty(), "", "fr", "", Optional.of(now.wall()), 0, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(new Channel.Agent("a", "1", PERIOD, Optional.empty())));
    hear(new Report.Published("darva", new Bulletin(channel, Dialect.IRIS, List.of(SIV), items, incidents, List.of()),
        Contact.NOTHING_KNOWN, false));
  }

  private Rooms input(Input input) {
    Outcome outcome = board.after(input, now);
    board = outcome.board();
    log = log.plus(outcome.transitions());
    return this;
  }

  /** From now on everybody may only look, but ops. */
  Rooms onlyLooking() {
    Rules r = board.rules();
    return input(new Input.Reconfigured(new Rules(r.feeds(), r.services(),
        new Rights(Role.VIEW, Map.of("ops", Role.ADMINISTER)), r.outlook(), r.guidance(), r.fallbacks())));
  }

  /** What to do about it is written down, with an address to write to. */
  Rooms guided() {
    Rules r = board.rules();
    return input(new Input.Reconfigured(new Rules(r.feeds(), r.services(), r.rights(), r.outlook(), Map.of("siv",
        new Guidance(Map.of(Guidance.Whose.ANYBODY, "Prévenir [les agences](mailto:agences@example.org)"))), r.fallbacks())));
  }

  Rooms hear(Report report) {
    return input(new Input.Heard(report));
  }

  Rooms act(Act act) {
    return input(new Input.Did(act));
  }

  Rooms outage(Origin origin) {
    now = now.plus(Duration.ofMinutes(2));
    incidents = List.of(incident(origin, true, Optional.empty()));
    publish();
    return this;
  }

  /** The provider says it is over, and three windows say so too. */
  Rooms over(Origin origin) {
    Instant end = now.wall().plusSeconds(60);
    incidents = List.of(incident(origin, false, Optional.of(end)));
    for (int i = 0; i < 4; i++) {
      now = now.plus(PERIOD);
      window(START.minusSeconds(5).plus(PERIOD.multipliedBy(i)), 1);
      publish();
    }
    return this;
  }

  private Incident incident(Origin origin, boolean open, Optional<Instant> end) {
    return new Incident("i1", "siv", "SIV indisponible depuis 15 h 11", Incident.Kind.OUTAGE, open, Optional.of(origin),
        Optional.empty(), Optional.of(START.plusSeconds(90)), end, open ? 1 : 2, "iris.element", "Délai dépassé");
  }

  Rooms ordered(boolean on, String author) {
    return act(new Act.SwitchFallback("siv", on, author, "SIV national muet depuis 15 h 11",
        List.of("Le chef de plateau est prévenu")));
  }

  Rooms step(Stage stage, String what, FallbackSight known, String... output) {
    return step(stage, Reason.of(what), known, output);
  }

  Rooms step(Stage stage, Reason what, FallbackSight known, String... output) {
    return hear(new Report.Switching("siv", board.fallback("siv").last().orElseThrow().order(), stage, what, known,
        List.of(output)));
  }

  Rooms seen(FallbackSight sight, String why) {
    return hear(new Report.FallbackSeen("siv", sight, Reason.of(why)));
  }

  Board board() {
    return board;
  }

  EventLog log() {
    return log;
  }

  Seen seen() {
    return new Seen(board, log, now);
  }
}
