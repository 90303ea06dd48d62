package iris.relay.post;

import iris.alarm.Now;
import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What goes to one server next, and when: time in, a job or the next moment out. One letter of a signal is on its way
 * at a time and the next waits for it, so that the server hears a signal's story in order; what fails waits alone. A
 * server that fails whatever it is asked is asked one thing at a time until it answers. Not for several threads.
 */
final class Schedule {
  /** Failures in a row, of whatever, that mean the server and not the message. */
  static final int DOWN = 3;
  /** A letter that failed so often, while so much else arrived, never will: it must not hold its signal up for ever. */
  static final int TRIES = 10;
  static final int ELSE = 3;
  /** A server needs a moment until what it took can be read. */
  static final Duration LOOK = Duration.ofSeconds(15);
  static final int LOOKS = 3;
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Target target;
  private final Courier courier;
  private final Backoff backoff;
  private final Choosing choosing;
  private final Function<Signal, Optional<Letter>> heads;
  private final Map<String, Lane> lanes = new TreeMap<>();
  private final Lane whole = new Lane(Signal.IRIS);
  private Optional<Aspect> aspect = Optional.empty();
  private List<Signal> introduced = List.of();
  private Optional<Reason> introduction = Optional.empty();
  private Optional<Reason> trouble = Optional.empty();
  private boolean leading = true;
  private int running;
  private int fails;
  private Duration notBefore = Lane.PAST;
  private long delivered;

  /**
   * @param opened on the monotonic clock
   * @param heads the letter of a signal that goes next
   */
  Schedule(Target target, Courier courier, Backoff backoff, Duration opened, Function<Signal, Optional<Letter>> heads) {
    this.target = target;
    this.courier = courier;
    this.backoff = backoff;
    this.heads = heads;
    choosing = new Choosing(courier, target.resend(), opened);
  }

  void look(Aspect now) {
    aspect = Optional.of(now);
    for (Signal s : now.signals()) lanes.computeIfAbsent(s.id(), _ -> new Lane(s)).signal = s;
  }

  /** Another relay speaks meanwhile; when it is silent, all is told once more. */
  void lead(boolean now) {
    if (now && !leading) lanes.values().forEach(lane -> lane.told = Optional.empty());
    leading = now;
  }

  /** It was put there, behind all that waits. */
  void added(Message message) {
    Lane lane = lanes.computeIfAbsent(message.signal().id(), _ -> new Lane(message.signal()));
    if (lane.head.isEmpty()) lane.fresh = false;
    if (message.sort().event()) lane.events++;
  }

  /** Somebody else may have put letters there for this signal: so many events wait. */
  void waiting(Signal signal, long events) {
    Lane lane = lanes.computeIfAbsent(signal.id(), _ -> new Lane(signal));
    lane.fresh = false;
    lane.events = events;
  }

  Optional<Job> next(Now now) {
    boolean full = running >= (down() ? 1 : Math.max(1, courier.parallel()));
    if (!leading || whole.busy || full || notBefore.compareTo(now.mono()) > 0) return Optional.empty();
    if (strangers(now))
      return aspect.filter(_ -> running == 0).map(a -> new Job.Introduce(whole, a.signals()));
    List<Lane> free = lanes.values().stream().filter(l -> l.free(now.mono())).toList();
    free.stream().filter(l -> !l.fresh).forEach(l -> {
      l.head = heads.apply(l.signal);
      l.fresh = true;
      if (l.head.isEmpty()) l.events = 0;
    });
    return down() ? choosing.turn(free, aspect, now) : choosing.first(free, aspect, now);
  }

  private boolean strangers(Now now) {
    return aspect.filter(a -> !a.signals().equals(introduced)).isPresent() && whole.free(now.mono());
  }

  void begin(Job job, Now now) {
    running++;
    job.lane().busy = true;
    job.lane().tried = now.mono();
  }

  /** What came of it. @return why a letter is given up; empty: it is not */
  Optional<Reason> end(Job job, Delivery delivery, Now now) {
    running--;
    job.lane().busy = false;
    return switch (delivery) {
      case Delivery.Delivered _, Delivery.Superseded _ -> {
        answered();
        done(job, now);
        yield Optional.empty();
      }
      case Delivery.Refused(Reason why) -> {
        answered();
        yield refused(job, why, now);
      }
      case Delivery.TryLater(Optional<Duration> after, Reason why) -> {
        trouble = Optional.of(why);
        fails++;
        if (down()) notBefore = now.mono().plus(backoff.after(fails - DOWN + 1, after));
        yield failed(job, after, why, now);
      }
    };
  }

  /** It is there: what waited for that need not wait longer. */
  private void answered() {
    if (down()) lanes.values().stream().filter(l -> l.tries > 0).forEach(l -> l.notBefore = Lane.PAST);
    fails = 0;
    notBefore = Lane.PAST;
    trouble = Optional.empty();
  }

  private void done(Job job, Now now) {
    Lane lane = job.lane();
    lane.well();
    if (job instanceof Job.Introduce(Lane _, List<Signal> all)) {
      introduced = all;
      introduction = Optional.empty();
      return;
    }
    delivered++;
    lane.notBefore = now.mono().plus(courier.gap());
    boolean letter = job instanceof Job.Bring;
    Message m = job instanceof Job.Bring b ? b.letter().message() : ((Job.Repeat) job).message();
    if (m.sort() != Sort.STATISTIC) lane.told(m, now.mono());
    if (letter) lane.fresh = false;
    if (m.sort().event()) {
      lane.events = Math.max(0, lane.events - 1);
      lane.differing = 0;
    }
    if (m.sort().event() || lane.differing > 0)
      lane.lookAt = Optional.of(now.mono().plus(LOOK.compareTo(courier.gap()) > 0 ? LOOK : courier.gap()));
  }

  private Optional<Reason> refused(Job job, Reason why, Now now) {
    Lane lane = job.lane();
    lane.well();
    return switch (job) {
      case Job.Introduce(Lane _, List<Signal> all) -> {
        introduced = all;
        introduction = Optional.of(why);
        yield Optional.empty();
      }
      case Job.Bring(Lane _, Letter letter) -> {
        lane.lose(letter, why, now.mono());
        yield Optional.of(why);
      }
      case Job.Repeat _, Job.Look _ -> {
        lane.refused = Optional.of(why);
        lane.notBefore = now.mono().plus(target.resend());
        yield Optional.empty();
      }
    };
  }

  private Optional<Reason> failed(Job job, Optional<Duration> after, Reason why, Now now) {
    Lane lane = job.lane();
    lane.failed(job instanceof Job.Bring b ? b.letter().n() : -1, delivered, now.mono());
    lane.notBefore = now.mono().plus(backoff.after(lane.tries, after));
    boolean poison = lane.tries >= TRIES && delivered - lane.delivered >= ELSE;
    if (!poison || !(job instanceof Job.Bring(Lane _, Letter letter))) return Optional.empty();
    lane.well();
    lane.lose(letter, why, now.mono());
    lane.notBefore = now.mono();
    return Optional.of(why);
  }

  /** What the server holds, after something was told. */
  void seen(Job.Look job, Optional<Seen> seen, Now now) {
    running--;
    Lane lane = job.lane();
    lane.busy = false;
    lane.lookAt = Optional.empty();
    if (seen.isEmpty()) return;
    switch (seen.get()) {
      case Seen.Holds(Level level, String _) when lane.level.filter(level::equals).isPresent() -> {
        lane.differing = 0;
        lane.odd = Optional.empty();
      }
      case Seen.Holds(Level level, String _) -> {
        lane.differing++;
        // It may be slow: told again it is at once, complained of it is later.
        if (lane.differing < LOOKS) lane.told = Optional.empty();
        else lane.odd = Optional.of(Reason.of("relay.post.differs", lane.signal.name(), level,
            lane.level.map(Level::name).orElse("")));
      }
      case Seen.Nothing(Reason why) -> lane.odd = Optional.of(why);
      case Seen.Unasked _ -> { }
    }
  }

  /** How long nothing will be due, unless something happens; a second at most. */
  Duration patience(Now now) {
    Duration at = notBefore.compareTo(now.mono()) > 0 ? notBefore : lanes.values().stream().filter(l -> !l.busy)
        .map(l -> l.notBefore).filter(d -> d.compareTo(now.mono()) > 0).min(Duration::compareTo)
        .orElse(now.mono().plus(OFTEN));
    Duration wait = at.minus(now.mono());
    return wait.compareTo(OFTEN) < 0 ? wait : OFTEN;
  }

  private boolean down() {
    return fails >= DOWN;
  }

  Collection<Lane> lanes() {
    return lanes.values();
  }

  /** What failed last, as long as nothing went well since. */
  Optional<Reason> trouble() {
    return trouble;
  }

  /** Why it does not want to know which signals there are. */
  Optional<Reason> introduction() {
    return introduction;
  }
}
