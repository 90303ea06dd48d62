package iris.alarm;

import iris.alarm.Fallback.On;
import iris.alarm.FallbackState.Attempt;
import iris.alarm.FallbackState.Seen;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer of the status check makes of what was believed. What agrees counts at once, what contradicts the second
 * time: an answer may have been on its way while somebody switched. While a plan is run its runner speaks alone.
 */
final class FallbackChecking {
  private static final int CONTRADICTS = 2;
  /** A check that cannot be asked now and then says nothing yet; nor does one that wavers. */
  private static final int DEAF = 3;
  private static final String CONTRADICTED = "alarm.fallback.contradicted";
  private static final String UNHEARD = "alarm.fallback.deaf";

  private FallbackChecking() {}

  /** {@code loud}: another state; else only more is known of the same. */
  record Judgement(Fallback to, boolean loud, Reason why) {}

  static Optional<Judgement> judge(FallbackState s, Instant now) {
    if (s.seen().isEmpty()) return Optional.empty();
    Seen seen = s.seen().get();
    return switch (s.now()) {
      case Fallback.Off _ -> firm(seen, FallbackSight.RUNNING) ? found(now) : Optional.empty();
      case Fallback.SwitchingOn _, Fallback.SwitchingOff _ -> Optional.empty();
      case On on -> on(on, seen, now);
      case Fallback.Failed f -> failed(f, seen, now);
      case Fallback.Unknown u -> unknown(u, s.last(), seen, now);
    };
  }

  private static boolean firm(Seen seen, FallbackSight sight) {
    return seen.sight() == sight && seen.times() >= CONTRADICTS;
  }

  private static Optional<Judgement> found(Instant now) {
    return loud(new On(now, "", "", true), Reason.of("alarm.fallback.found"));
  }

  private static Optional<Judgement> on(On on, Seen seen, Instant now) {
    if (seen.sight() == FallbackSight.RUNNING)
      return on.confirmed() ? Optional.empty() : more(new On(on.since(), on.author(), on.reason(), true));
    if (firm(seen, FallbackSight.STOPPED)) return lost(on, now, Reason.of(CONTRADICTED, seen.at()));
    if (Math.max(seen.times(), seen.amiss().orElse(0)) < DEAF) return Optional.empty();
    return lost(on, now, seen.sight() == FallbackSight.STOPPED ? Reason.of(CONTRADICTED, seen.at())
        : Reason.of(UNHEARD, on.since()));
  }

  private static Optional<Judgement> lost(On on, Instant now, Reason why) {
    return loud(new Fallback.Unknown(now, why, Optional.of(on)), why);
  }

  private static Optional<Judgement> failed(Fallback.Failed f, Seen seen, Instant now) {
    if (f.on() && firm(seen, FallbackSight.RUNNING))
      return loud(new On(now, f.author(), f.reason(), true), Reason.of("alarm.fallback.runs-after-all"));
    if (!f.on() && firm(seen, FallbackSight.STOPPED)) return loud(Fallback.OFF, Reason.of("alarm.fallback.stopped-after-all"));
    return f.known() == seen.sight() ? Optional.empty()
        : more(new Fallback.Failed(f.on(), f.since(), f.author(), f.reason(), f.why(), seen.sight(), f.was()));
  }

  private static Optional<Judgement> unknown(Fallback.Unknown u, Optional<Attempt> last, Seen seen, Instant now) {
    // What the check itself made doubtful it can settle only by agreeing again; what an attempt left open it decides.
    Optional<Attempt> open = last.filter(_ -> !doubted(u));
    return switch (seen.sight()) {
      case UNASKED -> Optional.empty();
      case RUNNING -> Optional.of(open.map(a -> a.on() ? runs(new On(now, a.author(), a.reason(), true))
          : failed(a, u, FallbackSight.RUNNING, now)).orElseGet(() -> runs(u.was().orElse(new On(now, "", "", true)))));
      case STOPPED -> firm(seen, FallbackSight.STOPPED) ? stopped(u, open, seen, now) : Optional.empty();
    };
  }

  private static boolean doubted(Fallback.Unknown u) {
    return u.why().key().equals(CONTRADICTED) || u.why().key().equals(UNHEARD);
  }

  private static Judgement runs(On on) {
    return new Judgement(new On(on.since(), on.author(), on.reason(), true), true,
        Reason.of("alarm.fallback.runs-after-all"));
  }

  private static Judgement failed(Attempt a, Fallback.Unknown u, FallbackSight known, Instant now) {
    return new Judgement(
        new Fallback.Failed(a.on(), now, a.author(), a.reason(), u.why(), known, u.was()), true, u.why());
  }

  /** It rests: as was wanted, or not, or nobody knows why; only the first needs nobody to look. */
  private static Optional<Judgement> stopped(Fallback.Unknown u, Optional<Attempt> open, Seen seen, Instant now) {
    if (open.isPresent() && open.get().on())
      return Optional.of(failed(open.get(), new Fallback.Unknown(now, u.why(), Optional.empty()), FallbackSight.STOPPED, now));
    if (open.isPresent() || u.was().isEmpty()) return loud(Fallback.OFF, Reason.of("alarm.fallback.stopped-after-all"));
    return u.why().key().equals(CONTRADICTED) ? Optional.empty()
        : lost(u.was().get(), now, Reason.of(CONTRADICTED, seen.at()));
  }

  private static Optional<Judgement> loud(Fallback to, Reason why) {
    return Optional.of(new Judgement(to, true, why));
  }

  private static Optional<Judgement> more(Fallback to) {
    return Optional.of(new Judgement(to, false, Reason.of("alarm.why.nothing")));
  }
}
