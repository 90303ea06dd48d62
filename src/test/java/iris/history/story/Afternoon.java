package iris.history.story;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Answer;
import iris.alarm.Answer.Channel;
import iris.alarm.Answer.Voice;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.Outlook;
import iris.alarm.Rights;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import iris.history.Entry;
import iris.signal.Bulletin;
import iris.signal.Channel.Agent;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.FallbackSight;
import iris.signal.Incident;
import iris.signal.IncidentStep;
import iris.signal.IncidentStep.State;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import iris.signal.Service;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sunday 22 November 2026: slow at noon, down from 15:12 to 15:24 in Paris, told by the real board. {@link #until} plays
 * it as far as a test wants to see.
 */
public final class Afternoon {
  public static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");
  private static final Instant START = Instant.parse("2026-11-22T12:00:10Z");
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final String TITLE = "SIV indisponible depuis 15 h 12, origine\u00a0: service externe (SIV national)";

  public final List<Entry> entries = new ArrayList<>();
  private final Map<String, Item> document = new LinkedHashMap<>();
  private final List<Incident> incidents = new ArrayList<>();
  private Now now = new Now(START, Duration.ofHours(3));
  private final boolean planned;
  private Board board;

  public Afternoon() {
    this(false);
  }

  /** @param planned the SIV has a plan of a fallback, which is run; else its fallback is declared by hand */
  private Afternoon(boolean planned) {
    this.planned = planned;
    board = Board.first(new Rules(
        List.of(new Rules.FeedRules("darva", "DARVA", Optional.empty(), Duration.ofMinutes(1))), Map.of(), Rights.OPEN,
        Outlook.NONE, Map.of(), planned ? Map.of("siv", plan()) : Map.of()), now);
    for (Instant from = START.minusSeconds(1810); from.isBefore(START.minusSeconds(310)); from = from.plus(PERIOD))
      window(from, Verdict.UP);
    publish();
  }

  /** The whole of it, until half past three. */
  public static Afternoon whole() {
    return until("2026-11-22T14:31:00Z");
  }

  public static Afternoon until(String end) {
    return until(new Afternoon(), end);
  }

  /** The same with a fallback that was really switched: once in vain, then well, and back at the end. */
  public static Afternoon switched(String end) {
    return until(new Afternoon(true), end);
  }

  private static Rules.FallbackRules plan() {
    return new Rules.FallbackRules("Base locale des plaques", Set.of(OriginVerdict.Fault.EXTERNAL), true, true, true,
        Duration.ofSeconds(30), 2, Duration.ofHours(1), List.of("Le chef de plateau est prévenu"));
  }

  private static Afternoon until(Afternoon day, String end) {
    day.play(Instant.parse(end));
    return day;
  }

  public Board board() {
    return board;
  }

  public Now now() {
    return now;
  }

  public List<Transition> transitions() {
    return entries.stream().flatMap(e -> e.outcome().transitions().stream()).toList();
  }

  public Recollection recollection() {
    Recollection all = new Recollection();
    all.keep(transitions());
    return all;
  }

  /** Ten seconds at a time. */
  public void play(Instant end) {
    while (now.wall().isBefore(end)) {
      now = now.plus(Duration.ofSeconds(10));
      happen(now.wall());
      if (now.wall().getEpochSecond() % 60 == 0) step(new Input.Heard(new Report.Unchanged("darva", Contact.NOTHING_KNOWN)));
      else step(new Input.Tick());
    }
  }

  private void happen(Instant at) {
    if (at.getEpochSecond() % 300 == 10) {
      window(at.minusSeconds(310), verdict(at.minusSeconds(310)));
      publish();
    }
    if (planned) switches(at);
    else declares(at);
    switch (at.toString()) {
      case "2026-11-22T12:44:00Z" -> act(new Act.Acknowledge(slow(), "Paul", "lenteur connue"));
      case "2026-11-22T14:12:40Z" -> open();
      case "2026-11-22T14:13:10Z" -> act(new Act.Shelve(OUTAGE, "Marie", "essais", Duration.ofHours(12)));
      case "2026-11-22T14:13:50Z" -> act(new Act.Acknowledge(OUTAGE, "Marie", "DARVA appelé"));
      case "2026-11-22T14:16:20Z" -> act(new Act.Comment(OUTAGE, "Marie", "Rappel prévu à 15 h 30, ticket 4711."));
      case "2026-11-22T14:24:20Z" -> close();
      default -> { }
    }
  }

  private void declares(Instant at) {
    switch (at.toString()) {
      case "2026-11-22T14:18:00Z" -> act(new Act.Fallback("siv", true, "Marie", "panne externe confirmée"));
      case "2026-11-22T14:28:00Z" -> act(new Act.Fallback("siv", false, "Marie", "retour confirmé"));
      default -> { }
    }
  }

  private void switches(Instant at) {
    switch (at.toString()) {
      case "2026-11-22T14:17:00Z" -> order(true, "panne externe confirmée");
      case "2026-11-22T14:17:10Z" -> step(Stage.STARTED, started("fallback"), FallbackSight.UNASKED);
      case "2026-11-22T14:17:20Z" -> step(Stage.FAILED,
          Reason.of("fallback.http.status", "PUT https://secours.example/fallback", "503", "200–299"), FallbackSight.STOPPED);
      case "2026-11-22T14:18:00Z" -> order(true, "second essai, aiguillage relancé");
      case "2026-11-22T14:18:10Z" -> step(Stage.STARTED, started("fallback"), FallbackSight.UNASKED);
      case "2026-11-22T14:18:20Z" -> step(Stage.VERIFIED, Reason.of("fallback.verified-on"), FallbackSight.RUNNING);
      case "2026-11-22T14:28:00Z" -> order(false, "retour confirmé");
      case "2026-11-22T14:28:10Z" -> step(Stage.STARTED, started("production"), FallbackSight.UNASKED);
      case "2026-11-22T14:28:20Z" -> step(Stage.VERIFIED, Reason.of("fallback.verified-off"), FallbackSight.STOPPED);
      default -> { }
    }
  }

  private static Reason started(String path) {
    return Reason.of("fallback.started-call", "PUT https://secours.example/" + path, Duration.ofSeconds(30));
  }

  private void order(boolean on, String because) {
    act(new Act.SwitchFallback("siv", on, "Marie", because, List.of("Le chef de plateau est prévenu")));
  }

  private void step(Stage stage, Reason what, FallbackSight known) {
    step(new Input.Heard(new Report.Switching("siv", board.fallback("siv").last().orElseThrow().order(), stage, what, known,
        List.of())));
  }

  public static AlarmKey slow() {
    return new AlarmKey(AlarmKey.Kind.DEGRADED, "siv");
  }

  private static Verdict verdict(Instant from) {
    if (!from.isBefore(Instant.parse("2026-11-22T12:30:00Z")) && from.isBefore(Instant.parse("2026-11-22T12:45:00Z")))
      return Verdict.DEGRADED;
    boolean down = !from.isBefore(Instant.parse("2026-11-22T14:10:00Z")) && from.isBefore(Instant.parse("2026-11-22T14:20:00Z"));
    return down ? Verdict.DOWN : Verdict.UP;
  }

  private void window(Instant from, Verdict verdict) {
    long worse = from.equals(Instant.parse("2026-11-22T14:15:00Z")) ? 1_150 : 880;
    long failed = verdict == Verdict.DOWN ? worse : verdict == Verdict.DEGRADED ? 31 : 3;
    Timing times = verdict == Verdict.UP ? new Timing(512, 470, 980, 1900, 4200) : new Timing(6200, 5100, 28_400, 30_000, 30_010);
    Window w = new Window("siv", from, from.plus(PERIOD), verdict, 1200, failed,
        Map.of(Origin.EXTERNAL, failed - 1, Origin.PROVIDER, 1L), times,
        List.of(new Window.Response("ants", times)), List.of());
    put(new Item("urn:iris:siv:window:" + from, "w" + from, "SIV", "", Optional.of(from.plus(PERIOD).plusSeconds(4)),
        Optional.empty(), Optional.empty(), 9, w));
  }

  private void open() {
    Instant since = Instant.parse("2026-11-22T14:12:20Z");
    step(item(1, State.OPEN, TITLE, "Délai de 30 s dépassé sur l’appel au SIV national : 37 appels de suite sans réponse.",
        Instant.parse("2026-11-22T14:12:31Z"), since, Optional.empty()));
  }

  private void close() {
    step(item(2, State.CLOSED, "SIV de nouveau disponible depuis 15 h 23, après 11 min",
        "Le SIV national répond de nouveau ; 40 appels de suite ont abouti.", Instant.parse("2026-11-22T14:23:55Z"),
        Instant.parse("2026-11-22T14:12:20Z"), Optional.of(Instant.parse("2026-11-22T14:23:30Z"))));
  }

  private Item item(int n, State state, String title, String text, Instant said, Instant since, Optional<Instant> until) {
    Item item = new Item("urn:iris:siv:incident:20261122T1412Z-1:" + n, "i" + n, title, text, Optional.of(said),
        Optional.empty(), Optional.of("20261122T1412Z-1"), 5, new IncidentStep("20261122T1412Z-1", "siv", n, state,
            Severity.OUTAGE, Origin.EXTERNAL, Optional.of("ants"), since, until, "Délai de 30 s dépassé"));
    incidents.clear();
    incidents.add(new Incident("20261122T1412Z-1", "siv", title, Incident.Kind.OUTAGE, state != State.CLOSED,
        Optional.of(Origin.EXTERNAL), Optional.of("ants"), Optional.of(since), until, n, "iris.element", text));
    return item;
  }

  private void step(Item item) {
    put(item);
    publish();
  }

  private void put(Item item) {
    document.put(item.revision(), item);
  }

  private void publish() {
    iris.signal.Channel channel = new iris.signal.Channel("SIV", Optional.empty(), "", "fr", "iris", Optional.of(now.wall()),
        5, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Agent("darva-siv-1", "1.0", PERIOD, Optional.of(START))));
    List<Service> services = List.of(new Service("siv", "SIV", List.of(
        new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national"))));
    step(new Input.Heard(new Report.Published("darva", new Bulletin(channel, Dialect.IRIS, services,
        List.copyOf(document.values()).reversed(), List.copyOf(incidents), List.of()), Contact.NOTHING_KNOWN, false)));
  }

  public void act(Act act) {
    step(new Input.Did(act));
  }

  private void step(Input input) {
    Entry entry = new Entry(now, input, board.after(input, now));
    entries.add(entry);
    board = entry.outcome().board();
    List<Answer> answers = entry.outcome().transitions().stream().filter(Told.class::isInstance).map(Told.class::cast)
        .map(Afternoon::answer).toList();
    if (answers.isEmpty()) return;
    step(new Input.Answered(answers));
    step(new Input.Answered(answers.stream().filter(Answer::told).map(Afternoon::toast).toList()));
  }

  private static Answer answer(Told told) {
    var a = told.announcement();
    Reason why = Reason.of(a.suppressed() ? "notify.withheld.inhibited" : "notify.told");
    List<Voice> voices = a.suppressed()
        ? List.of(new Voice(Channel.BANNER, false, why), new Voice(Channel.SOUND, false, why), new Voice(Channel.TOAST, false, why))
        : List.of(new Voice(Channel.BANNER, true, why), new Voice(Channel.SOUND, true,
            a.call() == Call.CLEAR || a.priority() == Priority.P3 ? Reason.of("notify.horn.once") : Reason.of("notify.horn.rings", a.priority(), Duration.ofSeconds(15))));
    return new Answer(a.alarm(), a.episode(), a.call(), !a.suppressed(), why, voices);
  }

  private static Answer toast(Answer a) {
    Reason why = Reason.of("notify.toast.no-server");
    return new Answer(a.alarm(), a.episode(), a.call(), false, why, List.of(new Voice(Channel.TOAST, false, why)));
  }
}
