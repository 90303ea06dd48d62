package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Section 1: the one state that a tile shows, and the sentences that it must say besides. */
final class Showing {
  private Showing() {}

  static void show(Draft d, ServiceDraft s) {
    FeedDraft f = d.feeds.get(s.feed);
    if (f == null) return;
    s.origin = Origins.of(d, s);
    List<Reason> remarks = remarks(d, f, s);
    if (!remarks.equals(s.remarks)) s.remarks = remarks;
    Shown shown = ruled(d, f, s).shown();
    if (shown == s.shown) return;
    d.say(new Transition.Changed(d.wall(), s.key, s.shown, shown, s.origin));
    s.shown = shown;
    s.shownSince = switch (shown) {
      case DOWN -> since(d, Kind.OUTAGE, s);
      case DEGRADED -> since(d, Kind.DEGRADED, s);
      case INIT, LOST, OUT_OF_SERVICE, MAINTENANCE, UNKNOWN, UP -> d.wall();
    };
  }

  private static Instant since(Draft d, Kind kind, ServiceDraft s) {
    return d.find(kind, s.key).filter(AlarmDraft::active).flatMap(a -> a.since).orElse(d.wall());
  }

  /** The state and the rule of section 1 that gave it. */
  record Ruled(Precedence by, Shown shown) {}

  static Ruled ruled(Draft d, FeedDraft f, ServiceDraft s) {
    boolean muted = s.outOfService.isPresent() || s.maintenance.isPresent();
    Optional<Shown> bad = d.active(Kind.OUTAGE, s.key) ? Optional.of(Shown.DOWN)
        : d.active(Kind.DEGRADED, s.key) ? Optional.of(Shown.DEGRADED) : Optional.empty();
    if (!f.seen() && (muted || bad.isEmpty()))
      return new Ruled(Precedence.SIGHT, f.supervision == Supervision.INIT ? Shown.INIT : Shown.LOST);
    if (s.outOfService.isPresent()) return new Ruled(Precedence.OUT_OF_SERVICE, Shown.OUT_OF_SERVICE);
    if (s.maintenance.isPresent()) return new Ruled(Precedence.MAINTENANCE, Shown.MAINTENANCE);
    if (bad.isPresent()) return new Ruled(Precedence.ALARM, bad.get());
    if (f.supervision != Supervision.FRESH || d.active(Kind.TO_CLASSIFY, s.key))
      return new Ruled(Precedence.DOUBT, Shown.UNKNOWN);
    // Set aside is not classified: it rings no more, and nobody vouches for it.
    boolean trouble = s.hasOpen(Incident.Kind.OUTAGE) || s.hasOpen(Incident.Kind.DEGRADATION);
    if (s.hasOpen(Incident.Kind.UNCLASSIFIED) && f.period.isPresent() && !trouble)
      return new Ruled(Precedence.DOUBT, Shown.UNKNOWN);
    return new Ruled(Precedence.SAID, f.period.isPresent() ? byFigures(d, f, s) : byWords(d, s));
  }

  /** Proof on both clocks: the feed was reached, and the newest window of this very service is fresh. */
  private static Shown byFigures(Draft d, FeedDraft f, ServiceDraft s) {
    Optional<Judged> newest = s.newest();
    if (newest.isEmpty() || Services.silent(d, s, Supervising.late(d, f))) return Shown.UNKNOWN;
    return switch (newest.get().verdict()) {
      // Whatever became of the alarm: what the provider holds open is not calm.
      case UP -> s.hasOpen(Incident.Kind.OUTAGE) ? Shown.DOWN : s.hasOpen(Incident.Kind.DEGRADATION) ? Shown.DEGRADED : Shown.UP;
      case DEGRADED -> Shown.DEGRADED;
      // Down without an alarm: what is over was announced and confirmed, its last window is no proof of the present.
      case DOWN -> over(s, newest.get()) ? Shown.UNKNOWN : Shown.DOWN;
      case UNKNOWN, MAINTENANCE -> Shown.UNKNOWN;
    };
  }

  /** It began before the announced and confirmed end of the last outage. */
  static boolean over(ServiceDraft s, Judged newest) {
    return s.recovered.map(at -> newest.window().from().isBefore(at)).orElse(false);
  }

  /** Without figures: no incident announced, and no more than that. */
  private static Shown byWords(Draft d, ServiceDraft s) {
    if (s.open(Incident.Kind.MAINTENANCE).anyMatch(i -> running(d, s, i))) return Shown.MAINTENANCE;
    if (s.hasOpen(Incident.Kind.OUTAGE)) return Shown.DOWN;
    return s.hasOpen(Incident.Kind.DEGRADATION) ? Shown.DEGRADED
        : s.hasOpen(Incident.Kind.UNCLASSIFIED) ? Shown.UNKNOWN : Shown.UP;
  }

  /**
   * A page's maintenance without a stated span, which nobody closes: over after a day; it never mutes an alarm. One with a
   * span is judged by it, since the first word about it may be a week older than its beginning.
   */
  private static boolean running(Draft d, ServiceDraft s, Incident i) {
    return !s.works.containsKey(i.id()) && i.opened().map(o -> !o.isAfter(d.wall())
        && Duration.between(o, d.wall()).compareTo(Maintaining.LONGEST) < 0).orElse(false);
  }

  private static List<Reason> remarks(Draft d, FeedDraft f, ServiceDraft s) {
    List<Reason> say = new ArrayList<>();
    Fallbacks.remark(d, s.key).ifPresent(say::add);
    boolean down = d.active(Kind.OUTAGE, s.key);
    boolean degraded = d.active(Kind.DEGRADED, s.key);
    if (!f.seen() && (down || degraded))
      say.add(Reason.of("alarm.remark.last-known", s.newest().map(j -> j.window().to()).or(() -> f.lastOk).orElse(f.since)));
    else if (f.supervision != Supervision.FRESH) f.why.ifPresent(say::add);
    if (down && s.unconfirmed.isPresent()) say.add(Reason.of("alarm.remark.unconfirmed", s.unconfirmed.get()));
    boolean held = s.hasOpen(Incident.Kind.OUTAGE) || s.hasOpen(Incident.Kind.DEGRADATION);
    if (held && f.period.isPresent())
      Normality.since(d, s).ifPresent(at -> say.add(Reason.of("alarm.remark.figures-normal", at)));
    s.vanished().filter(_ -> down || degraded || d.active(Kind.TO_CLASSIFY, s.key)).findFirst()
        .ifPresent(i -> say.add(Reason.of("alarm.remark.vanished", i.title())));
    if ((down || degraded) && !held && s.vanished().findAny().isEmpty() && s.unconfirmed.isEmpty() && f.period.isPresent())
      say.add(Reason.of("alarm.remark.drift"));
    d.find(Kind.OUTAGE, s.key).or(() -> d.find(Kind.DEGRADED, s.key)).ifPresent(a -> alarm(a, say));
    classes(d, s, say);
    s.drift.ifPresent(drift -> say.add(drift.sentence()));
    if (!down && s.newest().filter(j -> j.verdict() == Verdict.DOWN && over(s, j)).isPresent())
      say.add(Reason.of("alarm.remark.awaiting-figures", s.recovered.orElseThrow()));
    if (f.period.isPresent() && f.supervision == Supervision.FRESH && Services.silent(d, s, Supervising.late(d, f)))
      say.add(Reason.of("alarm.why.silent", s.newest().map(j -> j.window().to()).orElse(s.first.wall())));
    if (f.period.isEmpty() && f.channel.isPresent()) say.add(Reason.of("alarm.remark.words-only"));
    s.open(Incident.Kind.MAINTENANCE).filter(_ -> f.period.isEmpty()).findFirst()
        .ifPresent(i -> say.add(Reason.of("alarm.remark.maintenance-announced", i.title())));
    if (f.notices.contains("cached")) say.add(Reason.of("alarm.remark.cached"));
    if (f.notices.contains("ahead")) say.add(Reason.of("alarm.remark.ahead"));
    if (f.notices.contains("empty")) say.add(Reason.of("alarm.note.empty"));
    if (!s.configured) say.add(Reason.of("alarm.remark.unconfigured"));
    return List.copyOf(say);
  }

  /** What no rule decides, and what a person's rule made calmer than its feed says: neither is ever silent. */
  private static void classes(Draft d, ServiceDraft s, List<Reason> say) {
    s.cases.values().stream().filter(Memory.Case::unclear).min(Comparator.comparing(c -> c.aside().isPresent()))
        .ifPresent(c -> say.add(c.aside().map(by -> Reason.of("alarm.remark.aside", by.author(), c.incident().title()))
            .orElseGet(() -> Reason.of("alarm.remark.to-classify", c.incident().title()))));
    for (Memory.Case c : s.cases.values())
      if (c.calmed()) d.rulings.behind(c.incident())
          .ifPresent(r -> say.add(Reason.of("alarm.remark.ruled", r.id(), r.author(), c.told().title())));
  }

  private static void alarm(AlarmDraft a, List<Reason> say) {
    if (a.flapping) say.add(Reason.of("alarm.remark.unstable", a.changes));
    if (a.state == Lifecycle.CLEARING_ACKED || a.state == Lifecycle.CLEARING_UNACKED)
      say.add(Reason.of("alarm.remark.recovering", a.count, Alarming.rule(a.key.kind()).off()));
  }
}
