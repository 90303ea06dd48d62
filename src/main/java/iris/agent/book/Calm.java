package iris.agent.book;

import iris.agent.book.Cause.Witness;
import iris.agent.book.Memory.Check;
import iris.agent.book.Memory.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When an incident of the agent is over: all that was bad has been good for long enough, and something is known to be
 * good. Silence closes nothing: neither a check that came to rest nor a log without lines.
 */
final class Calm {
  /** An incident that came and went must be calm for so many times longer. */
  private static final int HELD = 10;

  private Calm() {}

  /** Since when all evidence is good; empty while some is not, or nothing is known. */
  static Optional<Instant> since(Draft d) {
    int enough = d.served.suspicion().successes();
    Instant latest = Instant.MIN;
    boolean known = false;
    for (Check c : d.checks.values()) {
      boolean owes = c.why().isPresent();
      if (owes && (c.good() < enough || !Checks.fresh(d, c))) return Optional.empty();
      if (c.good() == 0 || !Checks.fresh(d, c)) continue;
      known = true;
      latest = Times.later(latest, c.goodSince().orElse(c.last()));
    }
    Optional<Slide> slide = Traffics.slide(d);
    if (d.traffic.bad()) {
      boolean few = slide.filter(s -> d.traffic.lastBad().filter(bad -> s.fewAndWell(bad, enough)).isPresent()).isPresent();
      // The last bad transactions were long ago and no others came, or too few to be calm: the checks speak for both.
      if (slide.isPresent() && !few || !few && !known) return Optional.empty();
      // None does: what goes well must have done so for twice as long as many would.
      if (!known) latest = d.traffic.lastBad().orElseThrow().plus(d.served.suspicion().within().multipliedBy(2));
      known = true;
    } else if (slide.isPresent()) {
      known = true;
      if (d.traffic.lastBad().isEmpty()) latest = Times.later(latest, slide.get().beats().getFirst().second());
    }
    if (d.traffic.lastBad().isPresent()) latest = Times.later(latest, d.traffic.lastBad().get().plusSeconds(1));
    return known ? Optional.of(latest) : Optional.empty();
  }

  static Duration needed(Draft d, Opened o) {
    return o.held() ? d.served.suspicion().calm().multipliedBy(HELD) : d.served.suspicion().calm();
  }

  /** What is good, for the cause of a closing. */
  static List<Witness> witnesses(Draft d) {
    List<Witness> all = new ArrayList<>();
    for (Check c : d.checks.values())
      if (c.good() > 0 && Checks.fresh(d, c))
        all.add(Witness.of("agent.book.calm.check", c.source(), Parties.name(d.served.service(), c.party()),
            c.goodSince().orElse(c.last())));
    Traffics.slide(d).ifPresent(s -> all.add(Witness.of("agent.book.traffic.well", s.total(), s.failed())));
    return all;
  }
}
