package iris.alarm;

import static iris.alarm.OriginVerdict.Confidence.HIGH;
import static iris.alarm.OriginVerdict.Confidence.LOW;
import static iris.alarm.OriginVerdict.Confidence.MEDIUM;

import iris.alarm.OriginVerdict.Confidence;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Report.Checked.Vantage;
import iris.signal.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is at fault: vectors/origin.csv as a pure function, made total, and the evidence gathered for it from a board. */
final class Origins {
  enum Health {
    FRESH,
    STALE,
    UNREACHABLE
  }

  enum Probe {
    OK,
    FAILED,
    NONE
  }

  /** {@code ALONE}: there are no other feeds that could be reached. */
  enum Others {
    SOME,
    NONE,
    ALONE
  }

  record Judged(Fault fault, Confidence confidence) {}

  static final OriginVerdict WAITING =
      new OriginVerdict(Fault.NORMAL, LOW, List.of(Reason.of("alarm.origin.waiting")));
  static final Duration CHECK_AGES = Duration.ofMinutes(5);
  private static final int RECENT = 3;

  private Origins() {}

  static Judged judge(Health feed, Optional<Origin> claim, Probe probe, Probe reference, Others others) {
    boolean ours = reference == Probe.FAILED && probe != Probe.OK;
    if (claim.isPresent()) return claimed(feed, claim.get(), probe, ours && others != Others.SOME);
    return switch (feed) {
      case FRESH -> fresh(probe, reference);
      case STALE -> switch (probe) {
        case OK -> new Judged(Fault.PROVIDER_SIGNALLING, HIGH);
        case FAILED -> ours ? new Judged(Fault.OUR_NETWORK, MEDIUM)
            : new Judged(Fault.PROVIDER, reference == Probe.OK ? MEDIUM : LOW);
        case NONE -> new Judged(Fault.PROVIDER_SIGNALLING, reference == Probe.OK ? MEDIUM : LOW);
      };
      case UNREACHABLE -> unreachable(probe, reference, others);
    };
  }

  private static Judged fresh(Probe probe, Probe reference) {
    if (probe == Probe.FAILED) return switch (reference) {
      case OK -> new Judged(Fault.OUR_LINK_TO_PROVIDER, MEDIUM);
      case FAILED -> new Judged(Fault.OUR_NETWORK, HIGH);
      case NONE -> new Judged(Fault.OUR_LINK_TO_PROVIDER, LOW);
    };
    return new Judged(Fault.NORMAL, probe == Probe.OK && reference != Probe.FAILED ? HIGH : MEDIUM);
  }

  private static Judged unreachable(Probe probe, Probe reference, Others others) {
    return switch (probe) {
      case OK -> new Judged(Fault.PROVIDER_SIGNALLING, HIGH);
      case FAILED -> switch (reference) {
        case OK -> new Judged(Fault.PROVIDER, HIGH);
        case FAILED -> new Judged(Fault.OUR_NETWORK, others == Others.SOME ? MEDIUM : HIGH);
        case NONE -> new Judged(others == Others.NONE ? Fault.OUR_NETWORK : Fault.PROVIDER,
            others == Others.ALONE ? LOW : MEDIUM);
      };
      case NONE -> switch (reference) {
        case OK -> new Judged(Fault.PROVIDER_SIGNALLING, LOW);
        case FAILED -> new Judged(Fault.OUR_NETWORK, others == Others.SOME ? LOW : HIGH);
        case NONE -> others == Others.NONE ? new Judged(Fault.OUR_NETWORK, MEDIUM)
            : new Judged(Fault.PROVIDER_SIGNALLING, LOW);
      };
    };
  }

  /** The feed says whose fault it is; our own check makes it surer, an old feed less sure. */
  private static Judged claimed(Health feed, Origin claim, Probe probe, boolean ours) {
    if (ours && feed == Health.UNREACHABLE) return new Judged(Fault.OUR_NETWORK, MEDIUM);
    boolean confirmed = probe == Probe.FAILED && !ours;
    Confidence sure = confirmed ? HIGH : MEDIUM;
    Confidence less = confirmed ? MEDIUM : LOW;
    Confidence confidence = feed == Health.FRESH && claim != Origin.UNKNOWN ? sure : less;
    return new Judged(switch (claim) {
      case PROVIDER -> Fault.PROVIDER;
      case EXTERNAL -> Fault.EXTERNAL;
      case NETWORK -> Fault.NETWORK_BETWEEN;
      case UNKNOWN -> Fault.PROVIDER_OR_EXTERNAL;
    }, confidence);
  }

  static OriginVerdict of(Draft d, ServiceDraft s) {
    FeedDraft f = d.feeds.get(s.feed);
    if (f == null || f.supervision == Supervision.INIT && f.failedPolls == 0) return WAITING;
    Health health = f.failedPolls > 0 && f.supervision != Supervision.FRESH ? Health.UNREACHABLE
        : f.supervision == Supervision.FRESH ? Health.FRESH : Health.STALE;
    Probe probe = checked(d, s.key).or(() -> checked(d, s.feed)).orElse(Probe.NONE);
    Probe reference = d.reference();
    Others others = others(d, f);
    Optional<Origin> claim = claim(d, s);
    Judged j = judge(health, claim, probe, reference, others);
    List<Reason> evidence = new ArrayList<>();
    evidence.add(Reason.of(switch (health) {
      case FRESH -> "alarm.origin.feed-fresh";
      case STALE -> "alarm.origin.feed-stale";
      case UNREACHABLE -> "alarm.origin.feed-unreachable";
    }));
    claim.ifPresent(o -> evidence.add(Reason.of("alarm.origin.claim", o)));
    if (probe != Probe.NONE) evidence.add(Reason.of(probe == Probe.OK ? "alarm.origin.probe-ok" : "alarm.origin.probe-failed"));
    if (reference != Probe.NONE)
      evidence.add(Reason.of(reference == Probe.OK ? "alarm.origin.reference-ok" : "alarm.origin.reference-failed"));
    if (others != Others.ALONE)
      evidence.add(Reason.of(others == Others.SOME ? "alarm.origin.others-some" : "alarm.origin.others-none"));
    OriginVerdict verdict = new OriginVerdict(j.fault(), j.confidence(), evidence);
    return verdict.equals(s.origin) ? s.origin : verdict;
  }

  private static Optional<Probe> checked(Draft d, String source) {
    return check(d, source).filter(c -> young(d, c)).map(c -> c.well() ? Probe.OK : Probe.FAILED);
  }

  /** Our own check of this service, or of what this feed speaks of, however old. */
  static Optional<Memory.Check> check(Draft d, String source) {
    return Optional.ofNullable(d.checks().get(Vantage.SERVICE + "|" + source));
  }

  private static boolean young(Draft d, Memory.Check c) {
    return d.now.mono().minus(c.at()).compareTo(CHECK_AGES) < 0;
  }

  /** One neutral host that answers proves our link. */
  static Probe reference(Draft d) {
    List<Memory.Check> hosts = d.checks().values().stream()
        .filter(c -> c.vantage() == Vantage.NEUTRAL_HOST && young(d, c)).toList();
    return hosts.isEmpty() ? Probe.NONE : hosts.stream().anyMatch(Memory.Check::well) ? Probe.OK : Probe.FAILED;
  }

  private static Others others(Draft d, FeedDraft f) {
    if (d.feeds.size() < 2) return Others.ALONE;
    return d.reached > (f.reached() ? 1 : 0) ? Others.SOME : Others.NONE;
  }

  /** The word of the open incident; without one, who most failures of the newest bad windows are counted against. */
  private static Optional<Origin> claim(Draft d, ServiceDraft s) {
    Optional<Incident> open = s.open(Incident.Kind.OUTAGE).findFirst().or(() -> s.open(Incident.Kind.DEGRADATION).findFirst());
    if (open.isPresent()) return Optional.of(open.get().origin().orElse(Origin.UNKNOWN));
    boolean standing = d.active(AlarmKey.Kind.OUTAGE, s.key) || d.active(AlarmKey.Kind.DEGRADED, s.key);
    Verdict last = s.newest().map(j -> Arriving.raw(j, d.rules.of(s.key))).orElse(Verdict.UNKNOWN);
    if (!standing && last != Verdict.DOWN && last != Verdict.DEGRADED) return Optional.empty();
    Map<Origin, Long> failures = new EnumMap<>(Origin.class);
    s.windows().descendingMap().values().stream().limit(RECENT)
        .filter(j -> Arriving.raw(j, d.rules.of(s.key)) != Verdict.UP)
        .forEach(j -> j.window().failures().forEach((o, n) -> failures.merge(o, n, Long::sum)));
    return Optional.of(failures.entrySet().stream().filter(e -> e.getValue() > 0)
        .max(Map.Entry.<Origin, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey).orElse(Origin.UNKNOWN));
  }
}
