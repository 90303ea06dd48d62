package iris.relay.post;

import iris.alarm.Now;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether this relay speaks, or only keeps what the one that speaks may not have delivered. */
final class Leading {
  /** How much longer than the speaker says it is kept: the two do not poll at the same moment. */
  private static final Duration SLACK = Duration.ofMinutes(10);
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private final Optional<Lease> lease;
  private final Outbox outbox;
  private boolean leading;
  private boolean warned;

  Leading(Optional<Lease> lease, Outbox outbox) {
    this.lease = lease;
    this.outbox = outbox;
    leading = lease.isEmpty();
  }

  boolean leading() {
    return leading;
  }

  /** @return whether that changed */
  boolean look(List<Standing> standing, Now now) {
    if (lease.isEmpty()) return false;
    boolean ours = ours(lease.get(), standing, now);
    if (!ours) lease.get().delivered().forEach((target, until) -> forget(target, until, now));
    boolean changed = ours != leading;
    leading = ours;
    return changed;
  }

  private boolean ours(Lease l, List<Standing> standing, Now now) {
    Map<String, Instant> until =
        standing.stream().collect(Collectors.toMap(Standing::target, s -> s.oldest().orElse(now.wall())));
    try {
      boolean ours = l.look(now, until);
      warned = false;
      return ours;
    } catch (IOException e) {
      // Both may speak now: twice with the same ids is safe, never is not.
      if (!warned) LOG.log(System.Logger.Level.WARNING, "the lease cannot be used, this relay speaks: " + e);
      warned = true;
      return true;
    }
  }

  /** The other's clock may be ahead of ours, by which our letters are dated: none that is young by ours goes. */
  private void forget(String target, Instant until, Now now) {
    Instant known = until.isBefore(now.wall()) ? until : now.wall();
    try {
      outbox.delivered(target, known.minus(SLACK));
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "letters that the other relay has delivered stay: " + e.getMessage());
    }
  }
}
