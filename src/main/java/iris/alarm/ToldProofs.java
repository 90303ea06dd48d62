package iris.alarm;

import iris.alarm.Chain.Light;
import iris.alarm.Chain.Proof;
import iris.alarm.Chain.Witness;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the provider's feed says of a part: the words of the open incident, failures by origin, shares of the time. */
final class ToldProofs {
  private static final int RECENT = 3;

  private final Rules.ServiceRules rules;
  private final ServiceState service;
  private final FeedState feed;
  private final List<Judged> recent;
  /** The newest window of this very service may be believed. */
  private final boolean fresh;
  private final boolean outdated;

  ToldProofs(Board board, ServiceState service, FeedState feed, Now now) {
    rules = board.rules().of(service.key());
    this.service = service;
    this.feed = feed;
    recent = service.windows().descendingMap().values().stream().limit(RECENT).toList();
    Duration every = board.rules().feeds().stream().filter(r -> r.id().equals(feed.id())).findFirst()
        .map(Rules.FeedRules::pollEvery).orElse(Supervising.POLL);
    Duration late = Supervising.late(feed.period(), every);
    fresh = feed.supervision() == Supervision.FRESH && !recent.isEmpty()
        && Duration.between(recent.getFirst().window().to(), now.wall()).compareTo(late) <= 0;
    // Good figures of before the incident prove nothing against it.
    outdated = !recent.isEmpty() && !bad(recent.getFirst()) && open().flatMap(Incident::opened)
        .filter(opened -> !recent.getFirst().window().to().isAfter(opened)).isPresent();
  }

  List<Proof> of(Origin origin, String provider) {
    List<Proof> all = new ArrayList<>();
    all.add(claim(origin, provider));
    all.add(failures(origin));
    if (origin != Origin.NETWORK) all.add(split(origin));
    return all;
  }

  /** The provider accuses somebody, in so many words. */
  private Proof claim(Origin origin, String provider) {
    boolean heard = feed.supervision() == Supervision.FRESH;
    Optional<Incident> open = open();
    if (open.isEmpty()) {
      // What nobody complains of is no proof about a third party.
      Light says = origin == Origin.PROVIDER && feed.lastOk().isPresent() ? Light.WELL : Light.NOT_MEASURED;
      return new Proof(Witness.NO_CLAIM, says, heard, feed.lastOk(), Reason.of("alarm.chain.no-incident"), List.of());
    }
    Incident i = open.get();
    Origin said = i.origin().orElse(Origin.UNKNOWN);
    List<Reason> more = List.of(Reason.of("alarm.chain.words", i.sentence().isBlank() ? i.title() : i.sentence()));
    if (said == origin) return claimed(i, Light.BAD, heard, Reason.of("alarm.chain.claim", provider, said), more);
    if (said == Origin.UNKNOWN) {
      Light says = origin == Origin.NETWORK ? Light.NOT_MEASURED : Light.DOUBTFUL;
      return claimed(i, says, heard, Reason.of("alarm.chain.claim-nobody", provider), more);
    }
    return claimed(i, Light.NOT_MEASURED, heard, Reason.of("alarm.chain.claim", provider, said), more);
  }

  private static Proof claimed(Incident i, Light says, boolean heard, Reason what, List<Reason> more) {
    return new Proof(Witness.CLAIM, says, heard, i.opened(), what, more);
  }

  private Optional<Incident> open() {
    return open(Incident.Kind.OUTAGE).or(() -> open(Incident.Kind.DEGRADATION));
  }

  private Optional<Incident> open(Incident.Kind kind) {
    return service.incidents().stream().filter(i -> i.open() && i.kind() == kind).findFirst();
  }

  /** Of the newest windows: those that are bad if the newest is, else the newest. */
  private Proof failures(Origin origin) {
    if (recent.isEmpty()) return SeenProofs.unmeasured(Witness.FAILURES, Reason.of(
        feed.period().isEmpty() ? "alarm.chain.no-windows" : "alarm.chain.no-window-yet"));
    boolean bad = bad(recent.getFirst());
    List<Window> counted = (bad ? recent.stream().filter(this::bad) : recent.stream().limit(1)).map(Judged::window).toList();
    long total = counted.stream().mapToLong(Window::total).sum();
    long failed = counted.stream().mapToLong(Window::failed).sum();
    long here = counted.stream().mapToLong(w -> w.failedBy(origin)).sum();
    long elsewhere = counted.stream().flatMap(w -> w.failures().entrySet().stream())
        .filter(e -> e.getKey() != Origin.UNKNOWN && e.getKey() != origin).mapToLong(java.util.Map.Entry::getValue).sum();
    long nobody = Math.max(0, failed - here - elsewhere);
    Optional<Instant> at = Optional.of(counted.getFirst().to());
    if (total == 0)
      return new Proof(Witness.FAILURES, Light.NOT_MEASURED, fresh, at, Reason.of("alarm.chain.no-traffic"), List.of());
    List<Reason> more = new ArrayList<>();
    if (nobody > 0) more.add(Reason.of("alarm.chain.unattributed", nobody));
    if (outdated) more.add(Reason.of("alarm.chain.before-incident"));
    return new Proof(Witness.FAILURES, says(bad, failed, here, nobody), fresh && !outdated, at,
        Reason.of("alarm.chain.failures", here, origin, failed, total, counted.getLast().from()), more);
  }

  private static Light says(boolean bad, long failed, long here, long nobody) {
    if (!bad) return Light.WELL;
    if (here > 0) return here * 2 >= failed ? Light.BAD : Light.DOUBTFUL;
    return nobody > 0 && nobody * 2 >= failed ? Light.NOT_MEASURED : Light.WELL;
  }

  private boolean bad(Judged j) {
    Verdict v = Arriving.raw(j, rules);
    return v == Verdict.DOWN || v == Verdict.DEGRADED;
  }

  private Proof split(Origin origin) {
    return new Shares(service, fresh && !outdated).proof(origin);
  }
}
