package iris.alarm;

import iris.alarm.Memory.Work;
import iris.signal.Incident;
import iris.signal.Maintenance;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maintenance, declared in the feed or by the operator: never longer than a day, never over a lost feed. */
final class Maintaining {
  static final Duration LONGEST = Duration.ofHours(24);
  /** What is further off is a year mistyped. */
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final int ORDERS = 10;

  private Maintaining() {}

  /** A maintenance item. Of two with one id the newest counts; of two as new, the one that mutes less. */
  static void hear(Draft d, ServiceDraft s, Maintenance m, Optional<Instant> published) {
    Work known = s.works.get(m.id());
    if (known != null && !supersedes(m, published, known, page(d, s))) return;
    boolean over = m.state() == Maintenance.State.DONE || m.state() == Maintenance.State.CANCELLED;
    Instant end = m.state() == Maintenance.State.CANCELLED ? m.from() : earlier(m.to(), published.orElse(d.wall()));
    Optional<Instant> ended = over ? Optional.of(end) : Optional.empty();
    // An operator who ended it early keeps his word against repetitions of the same declaration.
    if (known != null && ended.isEmpty() && known.maintenance().to().equals(m.to())) ended = known.ended();
    s.works.put(m.id(), new Work(m, published, ended));
    if (Duration.between(m.from(), m.to()).compareTo(LONGEST) > 0)
      d.note(s.key, "alarm.note.maintenance-capped", m.from(), m.to());
  }

  /** {@code page}: it rewrites its entry in place and leaves the date as it was, so another span is a newer word. */
  private static boolean supersedes(Maintenance m, Optional<Instant> published, Work known, boolean page) {
    int newer = published.orElse(Instant.MIN).compareTo(known.published().orElse(Instant.MIN));
    int further = m.state().compareTo(known.maintenance().state());
    return newer > 0 || newer == 0 && (further > 0 || page && further == 0 && !m.equals(known.maintenance()));
  }

  private static boolean page(Draft d, ServiceDraft s) {
    return Optional.ofNullable(d.feeds.get(s.feed)).map(f -> f.period.isEmpty()).orElse(true);
  }

  /** Sets what runs now and what comes next. */
  static void pass(Draft d, ServiceDraft s) {
    s.works.values().removeIf(w -> w.maintenance().to().isBefore(d.wall().minus(LONGEST)));
    if (!s.ordered.isEmpty())
      s.ordered = s.ordered.stream().filter(m -> m.until().orElseThrow().isAfter(d.wall().minus(LONGEST))).toList();
    s.maintenance = all(d, s).filter(m -> covers(m, d.wall())).max(Comparator.comparing(m -> m.until().orElseThrow()));
    s.planned = all(d, s).filter(m -> m.since().isAfter(d.wall())).min(Comparator.comparing(Suppression::since));
    if (s.outOfService.flatMap(Suppression::until).map(u -> !u.isAfter(d.wall())).orElse(false)) {
      s.outOfService = Optional.empty();
      d.note(s.key, "alarm.note.back-in-service");
    }
  }

  /** What a page just said may be of another part than its works: it is heard at once, not told as what works had muted. */
  static void giveWay(Draft d, ServiceDraft s) {
    if (s.maintenance.isPresent() && !during(d, s, d.wall())) s.maintenance = Optional.empty();
  }

  static boolean during(Draft d, ServiceDraft s, Instant start) {
    return all(d, s).anyMatch(m -> covers(m, start));
  }

  private static boolean covers(Suppression m, Instant at) {
    return !m.since().isAfter(at) && at.isBefore(m.until().orElseThrow());
  }

  private static Stream<Suppression> all(Draft d, ServiceDraft s) {
    Stream<Suppression> declared = s.works.values().stream().filter(w -> believed(d, s, w)).map(w -> suppression(s.feed, w));
    return Stream.concat(s.ordered.stream(), declared).filter(m -> m.since().isBefore(m.until().orElseThrow()));
  }

  /**
   * A provider's agent keeps its times; a page's plan is often put off: it mutes nothing until the page says it runs. And
   * a page speaks for many parts: works on one of them mute nothing that it says of another.
   */
  private static boolean believed(Draft d, ServiceDraft s, Work w) {
    boolean begun = !w.maintenance().from().isAfter(d.wall());
    return !page(d, s) || !begun || w.maintenance().state() != Maintenance.State.PLANNED && !elsewhere(s, w);
  }

  private static boolean elsewhere(ServiceDraft s, Work w) {
    return Stream.concat(s.open(Incident.Kind.OUTAGE), s.open(Incident.Kind.DEGRADATION))
        .anyMatch(i -> !i.id().equals(w.maintenance().id()));
  }

  private static Suppression suppression(String feed, Work w) {
    Instant from = w.maintenance().from();
    Instant to = w.maintenance().to();
    if (Duration.between(from, to).compareTo(LONGEST) > 0) to = from.plus(LONGEST);
    return new Suppression(Suppression.Kind.MAINTENANCE, feed, w.maintenance().id(), from,
        Optional.of(earlier(to, w.ended().orElse(to))));
  }

  static Optional<Reason> order(Draft d, ServiceDraft s, Act.Maintain act) {
    if (act.reason().isBlank()) return Optional.of(Reason.of("alarm.refused.no-reason"));
    if (!act.from().isBefore(act.to()) || !act.to().isAfter(d.wall())) return Optional.of(Reason.of("alarm.refused.no-time"));
    if (Duration.between(act.from(), act.to()).compareTo(LONGEST) > 0)
      return Optional.of(Reason.of("alarm.refused.maintenance-too-long", LONGEST));
    if (act.to().isAfter(d.wall().plus(AHEAD))) return Optional.of(Reason.of("alarm.refused.maintenance-too-far"));
    if (s.ordered.stream().anyMatch(m -> m.since().equals(act.from()) && m.until().equals(Optional.of(act.to()))))
      return Optional.of(Reason.of("alarm.refused.maintenance-known"));
    List<Suppression> all = new ArrayList<>(s.ordered);
    all.add(new Suppression(Suppression.Kind.MAINTENANCE, act.author(), act.reason(), act.from(), Optional.of(act.to())));
    if (all.size() > ORDERS) return Optional.of(Reason.of("alarm.refused.maintenance-too-many", ORDERS));
    s.ordered = List.copyOf(all);
    return Optional.empty();
  }

  /** Ends whatever maintenance runs now, the feed's own as well: to be heard again is never refused. */
  static Optional<Reason> end(Draft d, ServiceDraft s) {
    boolean runs = s.maintenance.isPresent();
    boolean planned = s.ordered.stream().anyMatch(m -> m.since().isAfter(d.wall()));
    if (!runs && !planned) return Optional.of(Reason.of("alarm.refused.no-maintenance"));
    if (!runs) s.ordered = s.ordered.stream().filter(m -> !m.since().isAfter(d.wall())).toList();
    s.ordered = s.ordered.stream().map(m -> covers(m, d.wall()) ? until(m, d.wall()) : m).toList();
    s.works.replaceAll((_, w) -> covers(suppression(s.feed, w), d.wall())
        ? new Work(w.maintenance(), w.published(), Optional.of(d.wall())) : w);
    return Optional.empty();
  }

  /** Takes one back that has not begun. */
  static Optional<Reason> cancel(Draft d, ServiceDraft s, Act.CancelMaintenance c) {
    boolean ordered = s.ordered.stream().anyMatch(m -> m.since().equals(c.from()));
    boolean declared = s.works.values().stream().anyMatch(w -> to(w, c.from()));
    if (!ordered && !declared) return Optional.of(Reason.of("alarm.refused.no-such-maintenance"));
    if (!c.from().isAfter(d.wall())) return Optional.of(Reason.of("alarm.refused.maintenance-runs"));
    s.ordered = s.ordered.stream().filter(m -> !m.since().equals(c.from())).toList();
    s.works.replaceAll((_, w) -> to(w, c.from()) ? new Work(w.maintenance(), w.published(), Optional.of(c.from())) : w);
    return Optional.empty();
  }

  private static boolean to(Work w, Instant from) {
    return w.maintenance().from().equals(from) && w.ended().isEmpty();
  }

  /** What runs and what is planned, by its begin. */
  static List<Suppression> standing(Board b, String key) {
    return known(b, key).stream().filter(w -> w.until().map(b.at().wall()::isBefore).orElse(true)).toList();
  }

  /** The same, and what was over within the last day, until when it was. */
  static List<Suppression> known(Board b, String key) {
    ServiceState s = b.services().get(key);
    Memory.OfService m = b.memory().services().get(key);
    if (s == null) return List.of();
    if (m == null) return Stream.concat(s.maintenance().stream(), s.planned().stream()).toList();
    FeedState feed = b.feeds().get(s.feed());
    boolean page = feed == null || feed.period().isEmpty();
    Instant now = b.at().wall();
    Stream<Suppression> declared = m.works().values().stream()
        .filter(w -> !page || w.maintenance().state() != Maintenance.State.PLANNED || w.maintenance().from().isAfter(now))
        .map(w -> suppression(s.feed(), w));
    return Stream.concat(m.ordered().stream(), declared)
        .filter(w -> w.since().isBefore(w.until().orElseThrow()))
        .sorted(Comparator.comparing(Suppression::since)).toList();
  }

  /**
   * An alarm that stood when its maintenance ended waits for one window after it: bad, and it rings as "maintenance
   * over, still down"; none within the time that the next window may take, and it rings as well.
   */
  static void lull(Draft d, AlarmDraft a) {
    ServiceDraft s = d.services.get(a.key.subject());
    if (s == null) return;
    if (!a.active()) {
      a.lull = Optional.empty();
    } else if (s.maintenance.isPresent()) {
      a.lull = s.maintenance;
      a.owed = true;
    } else if (a.lull.isPresent() && spoken(d, s, a.state, ended(d, a.lull.get()))) {
      // Leaves the reason to resume where Muting looks for it.
      a.suppression = a.lull;
      a.lull = Optional.empty();
    } else if (a.lull.isPresent()) {
      a.lull = a.lull.map(m -> until(m, ended(d, m)));
    }
  }

  private static Suppression until(Suppression m, Instant end) {
    return new Suppression(m.kind(), m.author(), m.reason(), m.since(), Optional.of(end));
  }

  private static Instant ended(Draft d, Suppression m) {
    return earlier(m.until().orElse(d.wall()), d.wall());
  }

  private static boolean spoken(Draft d, ServiceDraft s, Lifecycle state, Instant end) {
    Duration wait = wait(d, d.feeds.get(s.feed));
    boolean bad = s.windows().tailMap(end, true).values().stream()
        .anyMatch(j -> Judging.verdict(j.window(), d.rules.of(s.key)) == Verdict.DOWN
            || Judging.verdict(j.window(), d.rules.of(s.key)) == Verdict.DEGRADED);
    // Counting good windows is an answer under way: it gets as long as the count may take.
    boolean clearing = state == Lifecycle.CLEARING_UNACKED || state == Lifecycle.CLEARING_ACKED;
    return bad || Duration.between(end, d.wall()).compareTo(clearing ? wait.multipliedBy(2) : wait) >= 0;
  }

  /** What the next window may take. */
  static Duration wait(Draft d, @Nullable FeedDraft feed) {
    return feed == null || feed.period.isEmpty() ? Duration.ofMinutes(5) : Supervising.late(d, feed);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
