package iris.alarm;

import iris.alarm.Steps.Event;
import iris.signal.Contact;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Section 3: whether a feed may be believed. */
final class Supervising {
  static final Duration PUBLICATION = Duration.ofSeconds(120);
  static final Duration POLL = Duration.ofSeconds(60);
  static final Duration UNSEEN = Duration.ofSeconds(300);
  /** After sleep one poll follows at once, and one more when the network took its time: they have that long to answer. */
  private static final Duration WAKING = Duration.ofSeconds(30);
  static final Duration ESCALATES = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int FAILED = 2;
  private static final int INVALID = 3;

  private Supervising() {}

  /** Age at which a window is no longer fresh: its period, the time to publish it, the time to ask for it. */
  static Duration late(Draft d, FeedDraft f) {
    return late(f.period, pollEvery(d, f));
  }

  static Duration late(Optional<Duration> period, Duration pollEvery) {
    return period.orElse(Duration.ofMinutes(5)).plus(PUBLICATION).plus(longer(POLL, pollEvery));
  }

  /** Age at which sight is lost: three periods, for a very short period never before it is late. */
  static Duration lost(Draft d, FeedDraft f) {
    return lost(f.period.orElse(Duration.ofMinutes(5)), pollEvery(d, f));
  }

  static Duration lost(Duration period, Duration pollEvery) {
    return longer(period.multipliedBy(3), late(Optional.of(period), pollEvery).plus(period));
  }

  /** What a feed says of its period, within reason: one of a year would never be late. */
  static Duration sane(Duration period) {
    if (period.compareTo(LONGEST) > 0) return LONGEST;
    return longer(period, Duration.ofSeconds(1));
  }

  static Duration unseen(Draft d, FeedDraft f) {
    return longer(UNSEEN, pollEvery(d, f).multipliedBy(5));
  }

  /** What is lost by sleep alone is shown at once and told only when two polls did not bring it back. */
  static Duration waking(Draft d, FeedDraft f) {
    return longer(POLL, pollEvery(d, f)).plus(WAKING);
  }

  private static Duration pollEvery(Draft d, FeedDraft f) {
    return d.ruled(f.id).map(Rules.FeedRules::pollEvery).orElse(POLL);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /**
   * Age of a window's end: the greater of what the wall clock says now and of what it said on arrival plus the monotonic
   * time since. No step of a clock makes it younger.
   */
  static Duration age(Draft d, Instant end, Optional<Now> heard) {
    Duration wall = Duration.between(end, d.wall());
    return heard.map(h -> longer(wall, Duration.between(end, h.wall()).plus(d.now.mono().minus(h.mono())))).orElse(wall);
  }

  static void valid(Draft d, FeedDraft f, Contact contact) {
    if (!f.reached()) d.reached++;
    f.lastOk = Optional.of(d.wall());
    f.lastOkMono = Optional.of(d.now.mono());
    f.failedPolls = 0;
    f.invalidDocuments = 0;
    f.contact = contact;
    f.unsay("suspended");
    judge(d, f, true);
  }

  static void failed(Draft d, FeedDraft f, Reason why, boolean invalid) {
    if (f.reached()) d.reached--;
    f.failedPolls++;
    if (invalid) f.invalidDocuments++;
    f.why = Optional.of(why);
    judge(d, f, false);
  }

  /** Suspended: the machine slept or its clock stepped. Nothing is believed until the next valid poll. */
  static void suspend(Draft d, FeedDraft f, Duration gap) {
    if (f.supervision == Supervision.INIT) return;
    f.once("suspended");
    enter(d, f, Supervision.LOST, Reason.of("alarm.sight.suspended", gap));
    judge(d, f, false);
  }

  /** Brings supervision up to this moment. {@code polled}: a valid poll is what brought us here. */
  static void judge(Draft d, FeedDraft f, boolean polled) {
    Optional<Reason> lost = lostBecause(d, f, polled);
    Optional<Reason> late = lateBecause(d, f);
    boolean sawIt = f.supervision == Supervision.FRESH || f.supervision == Supervision.LATE || polled;
    if (lost.isPresent()) enter(d, f, Supervision.LOST, lost.get());
    else if (sawIt && late.isPresent() && f.supervision != Supervision.LOST) enter(d, f, Supervision.LATE, late.get());
    // It answers again, and what it says is still too old to be believed: that is why, no longer what lost it.
    else if (sawIt && late.isPresent()) f.why = late;
    else if (sawIt && late.isEmpty() && proven(f)) enter(d, f, Supervision.FRESH, Reason.of("alarm.sight.fresh"));
    alarm(d, f, polled);
  }

  /** A periodic feed proves itself by a window, another by a document. */
  private static boolean proven(FeedDraft f) {
    return f.period.isPresent() ? f.newest.isPresent() : f.channel.isPresent();
  }

  private static Optional<Reason> lostBecause(Draft d, FeedDraft f, boolean polled) {
    if (f.notices.contains("suspended")) return f.why;
    if (f.invalidDocuments >= INVALID) return f.why;
    Duration unseen = d.now.mono().minus(f.lastOkMono.orElse(f.entered));
    boolean waited = f.supervision == Supervision.INIT && d.now.mono().minus(f.entered).compareTo(UNSEEN) >= 0;
    if (f.lastOkMono.isPresent() && unseen.compareTo(unseen(d, f)) >= 0)
      return kept(f).or(() -> Optional.of(Reason.of("alarm.sight.unseen", f.lastOk.orElse(f.since))));
    if (waited && f.lastOkMono.isEmpty())
      return kept(f).or(() -> Optional.of(Reason.of("alarm.sight.never-seen", f.since)));
    if (waited && !proven(f)) return Optional.of(Reason.of("alarm.sight.empty"));
    // What a board of yesterday knew says nothing about the feed before it was asked again.
    boolean asked = f.supervision != Supervision.INIT || polled;
    if (asked && f.period.isPresent() && f.newest.isPresent()
        && age(d, f.newest.get(), f.heard).compareTo(lost(d, f)) > 0)
      return Optional.of(clocks(d, f, lost(d, f)).orElse(Reason.of("alarm.sight.frozen", f.newest.get())));
    return Optional.empty();
  }

  /** What keeps the feed away says what to do about it; since when it is away stands beside it. */
  private static Optional<Reason> kept(FeedDraft f) {
    return f.failedPolls > 0 ? f.why : Optional.empty();
  }

  /** What looks old is not: the clocks differ. Nothing is believed for that; the provider is not blamed for it either. */
  private static Optional<Reason> clocks(Draft d, FeedDraft f, Duration limit) {
    Duration skew = f.skew();
    boolean here = !skew.isZero() && (f.notices.contains("ahead")
        || age(d, f.newest.orElseThrow(), f.heard).plus(skew).compareTo(limit) <= 0);
    return here ? Optional.of(Reason.of("alarm.why.clock-offset", f.name, skew.abs())) : Optional.empty();
  }

  private static Optional<Reason> lateBecause(Draft d, FeedDraft f) {
    if (f.failedPolls >= FAILED) return f.why;
    if (f.period.isPresent() && f.newest.isPresent() && age(d, f.newest.get(), f.heard).compareTo(late(d, f)) > 0)
      return Optional.of(clocks(d, f, late(d, f)).orElse(Reason.of("alarm.sight.old", f.newest.get())));
    if (f.period.isEmpty() && f.notices.contains("older-copy")) return Optional.of(Reason.of("alarm.sight.older-copy"));
    return Optional.empty();
  }

  private static void enter(Draft d, FeedDraft f, Supervision to, Reason why) {
    f.why = to == Supervision.FRESH ? Optional.empty() : Optional.of(why);
    if (f.supervision == to) return;
    d.say(new Transition.Sight(d.wall(), f.id, f.supervision, to, why));
    f.supervision = to;
    f.since = d.wall();
    f.entered = d.now.mono();
  }

  private static void alarm(Draft d, FeedDraft f, boolean polled) {
    if (f.supervision == Supervision.LOST) {
      Optional<AlarmDraft> known = d.find(AlarmKey.Kind.SUPERVISION_LOST, f.id);
      boolean stood = known.filter(AlarmDraft::active).isPresent();
      boolean waking = f.notices.contains("suspended") && d.now.mono().minus(f.entered).compareTo(waking(d, f)) < 0;
      if (waking && !stood) return;
      boolean wasDown = d.servicesOf(f.id).anyMatch(s -> down(d, s));
      boolean long30 = d.now.mono().minus(f.entered).compareTo(ESCALATES) >= 0;
      Priority p = long30 || wasDown ? Priority.P1 : Priority.P2;
      // Sight is lost from the last thing seen, not from the moment we gave up.
      Instant since = f.lastOk.map(ok -> f.newest.filter(ok::isAfter).orElse(ok)).orElse(f.since);
      if (f.failedPolls > 0 || f.period.isEmpty()) since = f.lastOk.orElse(f.since);
      Alarming.hear(d, AlarmKey.Kind.SUPERVISION_LOST, f.id, Event.BAD,
          Evidence.stated(stood ? known.flatMap(a -> a.since).orElse(since) : since, p,
              f.why.orElse(Reason.of("alarm.sight.never-seen", f.since))));
    } else if (polled && f.supervision == Supervision.FRESH) {
      Alarming.hear(d, AlarmKey.Kind.SUPERVISION_LOST, f.id, Event.GOOD,
          Evidence.stated(d.wall(), Priority.P2, Reason.of("alarm.sight.fresh")));
    }
  }

  /** The service was down when it was last seen. */
  private static boolean down(Draft d, ServiceDraft s) {
    return d.active(AlarmKey.Kind.OUTAGE, s.key)
        || s.newest().map(j -> Judging.verdict(j.window(), d.rules.of(s.key)) == Verdict.DOWN).orElse(false);
  }
}
