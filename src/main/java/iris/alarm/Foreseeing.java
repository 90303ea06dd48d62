package iris.alarm;

import iris.alarm.Dues.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When time alone may change something of a feed, its services and their alarms, as they stand: every comparison with a
 * clock that {@link Passing} makes has its moment here. One too many costs a look at one feed; one too few would be seen
 * too late, so that {@link #AT_LEAST} bounds it, and a test compares with a board that looks at everything each time.
 */
final class Foreseeing {
  /** However sure: nothing is left without a look for longer. */
  private static final Duration AT_LEAST = Duration.ofMinutes(5);

  private final Draft d;
  private final long nowMono;
  private final long nowWall;
  private long mono = Long.MAX_VALUE;
  private long wall = Long.MAX_VALUE;
  private long wakesMono = Long.MAX_VALUE;
  private long wakesWall = Long.MAX_VALUE;

  private Foreseeing(Draft d) {
    this.d = d;
    nowMono = nanos(d.now.mono());
    nowWall = nanos(d.now.wall());
  }

  static Due of(Draft d, FeedDraft f) {
    Foreseeing next = new Foreseeing(d);
    next.mono(d.now.mono().plus(AT_LEAST));
    next.feed(f);
    d.servicesOf(f.id).forEach(s -> next.service(f, s));
    d.alarmsOf(f.id).forEach(a -> next.alarm(f, a));
    return new Due(next.mono, next.wall, next.wakesMono, next.wakesWall);
  }

  static long nanos(Duration at) {
    long seconds = Math.clamp(at.toSeconds(), -9_000_000_000L, 9_000_000_000L);
    return seconds == at.toSeconds() ? at.toNanos() : seconds * 1_000_000_000;
  }

  /** Since 1970; what lies two hundred years off may as well lie at the end of time. */
  static long nanos(Instant at) {
    long seconds = Math.clamp(at.getEpochSecond(), -9_000_000_000L, 9_000_000_000L);
    return seconds * 1_000_000_000 + at.getNano();
  }

  /** Moments that are past have had their effect, and one that only comes true beyond it has a nanosecond more. */
  private void mono(Duration at) {
    long then = nanos(at);
    if (then >= nowMono) mono = Math.min(mono, Math.max(then, nowMono + 1));
  }

  private void wall(Instant at) {
    long then = nanos(at);
    if (then > nowWall) wall = Math.min(wall, then);
    if (then >= nowWall) wall = Math.min(wall, Math.max(then + 1, nowWall + 1));
  }

  private void wakes(Instant at) {
    wakesWall = Math.min(wakesWall, nanos(at));
    wall(at);
  }

  private void wakes(Duration at) {
    wakesMono = Math.min(wakesMono, nanos(at));
    mono(at);
  }

  /** {@link Supervising#age} goes over {@code limit}, by either clock. */
  private void ages(Instant end, Optional<Now> heard, Duration limit) {
    wall(end.plus(limit));
    heard.ifPresent(h -> {
      Duration at = h.mono().plus(limit).minus(Duration.between(end, h.wall()));
      mono(at);
      mono(at.plusNanos(1));
    });
  }

  private void feed(FeedDraft f) {
    mono(f.entered.plus(Supervising.UNSEEN));
    f.lastOkMono.ifPresent(at -> mono(at.plus(Supervising.unseen(d, f))));
    f.newest.ifPresent(end -> {
      ages(end, f.heard, Supervising.late(d, f));
      ages(end, f.heard, Supervising.lost(d, f));
      // By the server's clock, where the two differ: what looks old may not be.
      ages(end, f.heard, Supervising.late(d, f).minus(f.skew()));
      ages(end, f.heard, Supervising.lost(d, f).minus(f.skew()));
    });
    mono(f.entered.plus(Supervising.waking(d, f)));
    mono(f.entered.plus(Supervising.ESCALATES));
    checked(f.id);
  }

  private void checked(String source) {
    Origins.check(d, source).ifPresent(c -> mono(c.at().plus(Origins.CHECK_AGES)));
  }

  private void service(FeedDraft f, ServiceDraft s) {
    Instant end = s.newest().map(j -> j.window().to()).orElse(s.first.wall());
    Optional<Now> heard = s.heard.isPresent() ? s.heard : Optional.of(s.first);
    ages(end, heard, Supervising.late(d, f));
    ages(end, heard, Supervising.lost(d, f));
    if (!s.windows().isEmpty()) wall(s.windows().firstKey().plus(Arriving.KEPT).plus(Flapping.HOUR));
    checked(s.key);
    s.works.values().forEach(this::work);
    s.ordered.forEach(m -> {
      wall(m.since());
      m.until().ifPresent(this::over);
    });
    s.outOfService.flatMap(Suppression::until).ifPresent(this::wakes);
    s.maintenance.flatMap(Suppression::until).ifPresent(this::wakes);
    s.planned.map(Suppression::since).ifPresent(this::wakes);
    s.cases.values().forEach(c -> {
      c.done().ifPresent(at -> wall(at.plus(Incidents.REMEMBERED)));
      // A page's maintenance begins, and is over after a day.
      c.incident().opened().ifPresent(at -> {
        wall(at);
        wall(at.plus(Maintaining.LONGEST));
      });
    });
  }

  private void work(Memory.Work w) {
    wall(w.maintenance().from());
    wall(w.maintenance().from().plus(Maintaining.LONGEST));
    over(w.maintenance().to());
    w.ended().ifPresent(this::wall);
  }

  /** It is remembered for a day. */
  private void over(Instant end) {
    wall(end);
    wall(end.plus(Maintaining.LONGEST));
  }

  private void alarm(FeedDraft f, AlarmDraft a) {
    a.turns.forEach(at -> wall(at.plus(Flapping.HOUR)));
    a.raises.forEach(at -> wall(at.plus(Flapping.HOUR)));
    a.steady.ifPresent(at -> mono(at.plus(Flapping.SETTLED)));
    a.due.ifPresent(this::wakes);
    a.shelf.ifPresent(s -> {
      wakes(s.until());
      s.words().until().ifPresent(this::wakes);
    });
    a.lull.flatMap(Suppression::until).ifPresent(end -> {
      Duration wait = Maintaining.wait(d, f);
      wall(end);
      wall(end.plus(wait));
      wall(end.plus(wait.multipliedBy(2)));
    });
  }
}
