package iris.ui.receipt;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Proof;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.ui.desk.EventLog;
import iris.ui.page.Seen;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Boards that were lived, not drawn: a provider with figures, and a status page with words alone. */
public final class Boards {
  private static final Instant START = Instant.parse("2026-11-22T13:30:10Z");
  private final List<Item> windows = new ArrayList<>();
  private final List<Incident> siv = new ArrayList<>();
  private final List<Incident> page = new ArrayList<>();
  private Now now = new Now(START, Duration.ofHours(9));
  private EventLog log = EventLog.EMPTY;
  private Board board = Board.first(new Rules(List.of(
      new Rules.FeedRules("darva", "DARVA", Optional.empty(), Duration.ofMinutes(1)),
      new Rules.FeedRules("ants", "ANTS", Optional.empty(), Duration.ofMinutes(1))),
      Map.of("siv", new Rules.ServiceRules(Optional.empty(), 0.5, 0.95, Optional.of(Duration.ofMillis(2500)), 0.999))),
      now);

  public Boards() {
    publish();
    IntStream.range(0, 3).forEach(i -> window(4));
  }

  /** The outage of the afternoon: one window of ten failures in eleven, then what the provider announces. */
  public static Boards outage() {
    return new Boards().window(538).told("i-1", "SIV indisponible depuis 15 h 12, origine\u00a0: service externe",
        Incident.Kind.OUTAGE, "Délai de 30 s dépassé sur l'appel au SIV national").window(612);
  }

  /** Words that no rule knows, from a page without figures. */
  public static Boards unclear() {
    return new Boards().said("z-1", "Zorglub du portail des cartes grises, lot 4711", Incident.Kind.UNCLASSIFIED)
        .said("z-2", "Bascule du centre Bulgroz", Incident.Kind.UNCLASSIFIED)
        .said("z-3", "Panne du banc d'essai de la préproduction", Incident.Kind.OUTAGE);
  }

  /** Twice as slow as on other Sundays, and nobody complains. */
  public static Boards drifting() {
    Boards boards = new Boards();
    boards.step(new Input.Heard(new Report.Customary(List.of(new Norm("siv", START.minusSeconds(7200), START.plusSeconds(7200),
        DayOfWeek.SUNDAY, 14, 8, Map.of(Measure.TRANSACTION, new Norm.Usual(215, 12), Measure.TRANSACTION_P95,
        new Norm.Usual(610, 40), Measure.FAILURES, new Norm.Usual(0.003, 0.001), Measure.TRAFFIC, new Norm.Usual(204, 9)))))));
    return boards.window(4);
  }

  private void step(Input input) {
    Outcome o = board.after(input, now);
    board = o.board();
    log = log.plus(o.transitions());
  }

  public Boards pass(Duration time) {
    Duration end = now.mono().plus(time);
    while (now.mono().compareTo(end) < 0) {
      now = now.plus(Duration.ofSeconds(10));
      step(new Input.Tick());
      if (now.mono().toSeconds() % 60 != 0) continue;
      step(new Input.Heard(new Report.Unchanged("darva", Contact.NOTHING_KNOWN)));
      step(new Input.Heard(new Report.Unchanged("ants", Contact.NOTHING_KNOWN)));
    }
    return this;
  }

  /** From now on everybody has this role but ops, who may do everything. */
  public Boards rights(Role standard) {
    step(new Input.Reconfigured(new Rules(board.rules().feeds(), board.rules().services(),
        new Rights(standard, Map.of("ops", Role.ADMINISTER)))));
    return this;
  }

  public Boards act(Act act) {
    step(new Input.Did(act));
    return this;
  }

  public Boards classify(String words, Criterion.Says says) {
    return act(new Act.Classify(new Criterion(Optional.of("ants"), Criterion.Field.ANY, words, says, Optional.empty()),
        "Léa", "banc d'essai : sans effet sur la production"));
  }

  /** The next window of the provider, published ten seconds after its end. */
  public Boards window(long failed) {
    pass(Duration.ofMinutes(5));
    Instant to = Instant.ofEpochSecond(now.wall().getEpochSecond() / 300 * 300);
    Window w = new Window("siv", to.minusSeconds(300), to, Verdict.UP, 1000, failed, Map.of(Origin.EXTERNAL, failed),
        new Timing(512, 470, 980, 1900, 4200), List.of(), List.of());
    windows.add(new Item("urn:iris:siv:window:" + w.from(), "r" + to, "SIV", "", Optional.of(to.plusSeconds(4)),
        Optional.empty(), Optional.empty(), 1, w));
    return publish();
  }

  private Boards told(String id, String title, Incident.Kind kind, String sentence) {
    siv.add(new Incident(id, "siv", title, kind, true, Optional.of(Origin.EXTERNAL), Optional.of("ants"),
        Optional.of(now.wall().minusSeconds(200)), Optional.empty(), 1, "iris.element", sentence,
        new Proof("urn:iris:siv:incident:" + id + ":1", List.of())));
    return publish();
  }

  public Boards said(String id, String title, Incident.Kind kind) {
    pass(Duration.ofSeconds(20));
    boolean unclear = kind == Incident.Kind.UNCLASSIFIED;
    List<Proof.Ground> grounds = unclear ? List.of(new Proof.Ground(Proof.Of.STATE, Proof.Place.ASSUMED, ""))
        : List.of(new Proof.Ground(Proof.Of.KIND, Proof.Place.TITLE, "panne"));
    page.add(new Incident(id, "", title, kind, true, Optional.empty(), Optional.empty(),
        Optional.of(now.wall().minusSeconds(60)), Optional.empty(), 1, unclear ? "generic.none" : "lexicon.fr",
        title + " : nos équipes vous tiendront informés.", new Proof("https://ants.example/" + id, grounds)));
    return publish();
  }

  private Boards publish() {
    step(new Input.Heard(new Report.Published("darva", new Bulletin(channel("Signalement SIV", true), Dialect.IRIS,
        List.of(new Service("siv", "SIV", List.of(new Party("ants", Party.Role.EXTERNAL, "SIV national")))), windows, siv, List.of()), Contact.NOTHING_KNOWN, false)));
    step(new Input.Heard(new Report.Published("ants", new Bulletin(channel("ANTS", false), Dialect.GENERIC, List.of(),
        List.of(), page, List.of()), Contact.NOTHING_KNOWN, false)));
    return this;
  }

  private Channel channel(String title, boolean periodic) {
    return new Channel(title, Optional.empty(), "", "fr", "", Optional.of(now.wall()), 5, Optional.empty(),
        Optional.empty(), Optional.empty(), periodic
            ? Optional.of(new Channel.Agent("agent", "1.0", Duration.ofMinutes(5), Optional.empty())) : Optional.empty());
  }

  public Board board() {
    return board;
  }

  public EventLog log() {
    return log;
  }

  public Now now() {
    return now;
  }

  public Seen seen() {
    return new Seen(board, log, now);
  }
}
