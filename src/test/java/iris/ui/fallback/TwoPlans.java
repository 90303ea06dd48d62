package iris.ui.fallback;

import iris.alarm.Act;
import iris.alarm.Board;
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
import iris.signal.FallbackSight;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import iris.signal.Service;
import iris.ui.desk.Boards;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two services with a plan each: the SIV is down and its fallback runs, that of the FNI failed to be switched on. */
public final class TwoPlans {
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private Board board;
  private Now now = new Now(Boards.WALL.minus(PERIOD), Boards.NOW.mono().minus(PERIOD));

  private TwoPlans() {
    board = Board.first(new Rules(
        List.of(new Rules.FeedRules("darva", "DARVA SIV", Optional.empty(), Duration.ofSeconds(60))), Map.of(),
        Rights.OPEN, Outlook.NONE, Map.of(), Map.of("siv", plan(), "fni", plan())), now);
  }

  private static Rules.FallbackRules plan() {
    return new Rules.FallbackRules("Base locale", Set.of(Fault.EXTERNAL), true, true, true, Duration.ofSeconds(30), 2,
        Duration.ofHours(1), List.of());
  }

  /** As it stands at {@link Boards#NOW}, after what was really heard and done. */
  public static Board board() {
    TwoPlans plans = new TwoPlans();
    plans.publish().order("siv").step("siv", Stage.STARTED, "PUT https://secours.example/siv", FallbackSight.UNASKED)
        .step("siv", Stage.VERIFIED, "fallback.verified-on", FallbackSight.RUNNING)
        .input(new Input.Heard(new Report.FallbackSeen("siv", FallbackSight.RUNNING, Reason.of("réponse 200"))));
    plans.now = plans.now.plus(Duration.ofMinutes(2));
    plans.order("fni").step("fni", Stage.STARTED, "PUT https://secours.example/fni", FallbackSight.UNASKED)
        .step("fni", Stage.FAILED, "PUT https://secours.example/fni\u00a0: réponse 503, attendue 200–299",
            FallbackSight.STOPPED);
    plans.now = Boards.NOW;
    return plans.publish().board;
  }

  private TwoPlans publish() {
    Channel channel = new Channel("SIV", Optional.empty(), "", "fr", "", Optional.of(now.wall()), 0, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(new Channel.Agent("a", "1", PERIOD, Optional.empty())));
    Incident down = new Incident("i1", "siv", "SIV indisponible", Incident.Kind.OUTAGE, true,
        Optional.of(Origin.EXTERNAL), Optional.empty(), Optional.of(Boards.WALL.minus(PERIOD)), Optional.empty(), 1,
        "iris.element", "Délai dépassé");
    return input(new Input.Heard(new Report.Published("darva", new Bulletin(channel, Dialect.IRIS,
        List.of(new Service("siv", "SIV", List.of()), new Service("fni", "FNI", List.of())), List.of(), List.of(down),
        List.of()), Contact.NOTHING_KNOWN, false)));
  }

  private TwoPlans order(String service) {
    return input(new Input.Did(new Act.SwitchFallback(service, true, "Marie", "SIV national muet", List.of())));
  }

  private TwoPlans step(String service, Stage stage, String what, FallbackSight known) {
    return input(new Input.Heard(new Report.Switching(service, board.fallback(service).last().orElseThrow().order(),
        stage, Reason.of(what), known, List.of())));
  }

  private TwoPlans input(Input input) {
    board = board.after(input, now).board();
    return this;
  }
}
