package iris.alarm;

import iris.alarm.Chain.Light;
import iris.alarm.Chain.Proof;
import iris.alarm.Chain.Witness;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of the two took how much of the time, and whether that is much for a day like this. */
record Shares(ServiceState service, boolean fresh) {
  /** Times the usual share: slower than that is worth a doubt. */
  private static final int MUCH = 3;
  /** Windows of the last day that a usual share needs: an hour of them. */
  private static final int ENOUGH = 12;
  /** Under that nobody waits, in ms. */
  private static final long QUICK = 200;

  Proof proof(Origin origin) {
    Optional<Judged> newest = service.newest();
    if (newest.isEmpty() || mean(newest.get().window(), origin).isEmpty())
      return SeenProofs.unmeasured(Witness.SPLIT, Reason.of("alarm.chain.no-share"));
    Window w = newest.get().window();
    long share = mean(w, origin).getAsLong();
    OptionalLong usual = usual(w.from(), origin);
    boolean slow = usual.isPresent() && share > Math.max(QUICK, MUCH * usual.getAsLong());
    List<Reason> more = usual.isPresent() ? List.of(Reason.of("alarm.chain.share-usual", usual.getAsLong())) : List.of();
    return new Proof(Witness.SPLIT, slow ? Light.DOUBTFUL : Light.WELL, fresh, Optional.of(w.to()),
        Reason.of("alarm.chain.share", share, w.transaction().mean()), more);
  }

  /** The share of one origin in the mean time of a transaction; empty where the window does not carry it. */
  private OptionalLong mean(Window w, Origin origin) {
    if (w.transaction().mean() == Timing.ABSENT || w.responses().isEmpty()) return OptionalLong.empty();
    Set<String> own = service.service().parties().stream().filter(p -> p.role() == Party.Role.PROVIDER).map(Party::id)
        .collect(Collectors.toSet());
    List<Window.Response> theirs = w.responses().stream()
        .filter(r -> r.timing().mean() != Timing.ABSENT && !own.contains(r.party())).toList();
    if (theirs.isEmpty()) return OptionalLong.empty();
    long external = theirs.stream().mapToLong(r -> r.timing().mean()).sum();
    return OptionalLong.of(origin == Origin.EXTERNAL ? external : Math.max(0, w.transaction().mean() - external));
  }

  /** The median of the day's good windows before this one. */
  private OptionalLong usual(Instant before, Origin origin) {
    long[] all = service.windows().headMap(before, false).values().stream().filter(j -> j.verdict() == Verdict.UP)
        .map(j -> mean(j.window(), origin)).filter(OptionalLong::isPresent).mapToLong(OptionalLong::getAsLong)
        .sorted().toArray();
    return all.length < ENOUGH ? OptionalLong.empty() : OptionalLong.of(all[all.length / 2]);
  }
}
