package iris.alarm;

import iris.alarm.OriginVerdict.Confidence;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What IRIS advises about a fallback. It advises and never switches: neither there nor back. */
public sealed interface Advice {
  None NONE = new None();

  record None() implements Advice {}

  /** Switch: the service is down, and the plan helps for what is at fault. */
  record Recommended(Reason why, Confidence confidence) implements Advice {
    public Recommended {
      Objects.requireNonNull(why);
      Objects.requireNonNull(confidence);
    }
  }

  /** The service is down, and the fallback would not help, or nobody knows whether it would. */
  record NotHelping(Reason why) implements Advice {
    public NotHelping {
      Objects.requireNonNull(why);
    }
  }

  /** Switch back. */
  record ReturnProposed(Reason why) implements Advice {
    public ReturnProposed {
      Objects.requireNonNull(why);
    }
  }

  /** What to do about the fallback of this service now; a service without a plan is not advised about. */
  static Advice of(Board board, String service) {
    Optional<Rules.FallbackRules> plan = board.rules().fallback(service);
    ServiceState s = board.services().get(service);
    if (plan.isEmpty() || s == null) return NONE;
    return switch (board.fallback(service).now()) {
      case Fallback.Off _ -> there(board, s, plan.get());
      case Fallback.Failed f when f.on() -> there(board, s, plan.get());
      case Fallback.On on -> back(board, s, plan.get(), on.since());
      case Fallback.Failed f -> back(board, s, plan.get(), f.was().map(Fallback.On::since).orElse(f.since()));
      case Fallback.SwitchingOn _, Fallback.SwitchingOff _, Fallback.Unknown _ -> NONE;
    };
  }

  private static Advice there(Board board, ServiceState s, Rules.FallbackRules plan) {
    Alarm outage = board.alarms().get(new AlarmKey(AlarmKey.Kind.OUTAGE, s.key()));
    if (outage == null || !outage.state().active() || outage.suppression().isPresent()) return NONE;
    Fault fault = s.origin().fault();
    Instant since = outage.since().orElse(s.shownSince());
    return switch (fault) {
      case NORMAL -> NONE;
      case PROVIDER_SIGNALLING -> new NotHelping(Reason.of("alarm.advice.signalling"));
      case OUR_NETWORK -> new NotHelping(Reason.of("alarm.advice.our-network"));
      case PROVIDER_OR_EXTERNAL -> plan.helps().containsAll(Set.of(Fault.PROVIDER, Fault.EXTERNAL))
          ? new Recommended(Reason.of("alarm.advice.recommended-either", since), s.origin().confidence())
          : new NotHelping(Reason.of("alarm.advice.unsettled"));
      case PROVIDER, EXTERNAL, NETWORK_BETWEEN, OUR_LINK_TO_PROVIDER -> plan.helps().contains(fault)
          ? new Recommended(Reason.of("alarm.advice.recommended", since, "alarm.advice.fault." + fault),
              s.origin().confidence())
          : new NotHelping(Reason.of("alarm.advice.not-for", "alarm.advice.fault." + fault));
    };
  }

  /** After the announced recovery and enough good windows; where nothing was ever announced, after the windows. */
  private static Advice back(Board board, ServiceState s, Rules.FallbackRules plan, Instant since) {
    boolean held = s.incidents().stream().anyMatch(i -> i.open() && bad(i));
    Alarm outage = board.alarms().get(new AlarmKey(AlarmKey.Kind.OUTAGE, s.key()));
    if (held || outage != null && outage.state().active()) return NONE;
    Optional<Instant> announced = s.incidents().stream().filter(i -> !i.open() && bad(i))
        .flatMap(i -> i.closed().stream()).filter(at -> at.isAfter(since)).max(Comparator.naturalOrder());
    Instant from = announced.orElse(since);
    List<Judged> good = s.windows().descendingMap().values().stream()
        .takeWhile(j -> j.verdict() == Verdict.UP && !j.window().from().isBefore(from)).toList();
    if (good.size() < plan.goodWindows() || s.shown() != Shown.UP) return NONE;
    return new ReturnProposed(announced.map(at -> Reason.of("alarm.advice.return", at, good.size()))
        .orElseGet(() -> Reason.of("alarm.advice.return-unannounced", good.getLast().window().from(), good.size())));
  }

  private static boolean bad(Incident i) {
    return i.kind() == Incident.Kind.OUTAGE || i.kind() == Incident.Kind.DEGRADATION;
  }
}
