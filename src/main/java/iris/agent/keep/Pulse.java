package iris.agent.keep;

import iris.agent.Evidence;
import iris.agent.Tally;
import iris.agent.Vitals;
import iris.agent.book.Memory;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How every source does, as seen from what it brought. Of the engine's thread. */
final class Pulse {
  private final Map<Batch.Place, Vitals.OfSource> sources = new HashMap<>();

  void hear(Evidence evidence, Instant now) {
    Batch.Place place = new Batch.Place(evidence.service(), evidence.source());
    Vitals.OfSource was = sources.getOrDefault(place, silent(evidence.source()));
    sources.put(place, switch (evidence) {
      case Evidence.Counted c -> new Vitals.OfSource(was.source(), was.well(), was.why(),
          was.counted() + c.tallies().stream().mapToLong(Tally::total).sum(), was.unreadable() + c.unreadable(),
          c.example().or(was::example), Optional.of(now), was.latency(), was.steps(), was.certificateDays());
      // That something is down is what a check is for: the source is well as long as it can say so.
      case Evidence.Probed p -> new Vitals.OfSource(was.source(), true, p.why(), was.counted() + 1,
          was.unreadable(), was.example(), Optional.of(now), Optional.of(p.latency()), p.steps(), p.certificateDays());
      case Evidence.Condition c -> new Vitals.OfSource(was.source(), c.well(), c.why(), was.counted(), was.unreadable(),
          was.example(), was.last(), was.latency(), was.steps(), was.certificateDays());
    });
  }

  private static Vitals.OfSource silent(String source) {
    return new Vitals.OfSource(source, true, Reason.of("agent.keep.source-silent"), 0, 0, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  Vitals vitals(Instant started, Instant now, List<Reason> trouble, Collection<Stand> stands) {
    return new Vitals(started, now, trouble, stands.stream().map(this::service).toList());
  }

  private Vitals.OfService service(Stand stand) {
    String id = stand.service().id();
    Memory.Missed missed = stand.book().missed();
    return new Vitals.OfService(id, stand.book().verdict(), stand.book().lastWindow(), stand.book().open().size(),
        new Vitals.Missed(missed.late(), missed.unattended(), missed.early()), stand.book().served().sources().stream()
            .map(spec -> sources.getOrDefault(new Batch.Place(id, spec.id()), silent(spec.id()))).toList());
  }
}
