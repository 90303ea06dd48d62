package iris.relay.post;

import iris.alarm.Now;
import iris.relay.Courier;
import iris.relay.Delivery;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Target target;
  private final Courier courier;
  private final Backoff backoff;
  private final Choosing choosing;
  private final Function<Signal, Optional<Letter>> heads;
  private final Map<String, Lane> lanes = new TreeMap<>();
  private final Filing filing = new Filing();
  private final Lane whole = new Lane(Signal.IRIS);
  private Optional<Aspect> aspect = Optional.empty();
  private List<Signal> introduced = List.of();
  /** Why it does not want to know which signals there are. */
  private Optional<Reason> introduction = Optional.empty();
  private Optional<Reason> trouble = Optional.empty();
  private boolean leading = true;
  /** As the lanes were filed. */
  private boolean blind;
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

  void look(Aspect next, Now now) {
    Optional<Set<String>> moved = next.moved().filter(_ -> aspect.filter(a -> a.number() == next.number() - 1).isPresent());
    List<Signal> before = aspect.map(Aspect::signals).orElse(List.of());
    aspect = Optional.of(next);
    if (before != next.signals()) for (Signal s : next.signals()) lanes.computeIfAbsent(s.id(), _ -> news(s)).signal = s;
    if (moved.isEmpty() || blind != next.blind(now)) fileAll(now);
    else moved.get().stream().map(lanes::get).filter(Objects::nonNull).forEach(lane -> file(lane, now));
  }

  /** One that nobody filed yet. */
  private Lane news(Signal signal) {
    Lane lane = new Lane(signal);
    filing.stale(lane);
    return lane;
  }

  /** Another relay speaks meanwhile, and delivers what waits here; when it is silent, all is told once more. */
  void lead(boolean is, Now now) {
    if (is && !leading) lanes.values().forEach(Lane::anew);
    if (is != leading) fileAll(now);
    leading = is;
  }

  /** It was put there, behind all that waits. */
  void added(Letter letter, Now now) {
    Signal of = letter.message().signal();
    Lane lane = lanes.computeIfAbsent(of.id(), _ -> news(of));
    lane.added(letter);
    file(lane, now);
  }

  /** Somebody else may have put letters there for this signal: what waits by the disk. */
  void waiting(Signal signal, Outbox.Queue queue, Now now) {
    Lane lane = lanes.computeIfAbsent(signal.id(), _ -> news(signal));
    if (!lane.waits(queue)) file(lane, now);
  }

  /** Of other signals nothing waits by the disk: a letter that is known of one was delivered by somebody else. */
  void onlyThese(Set<String> signals, Now now) {
    lanes.values().stream().filter(l -> l.head.isPresent() && !signals.contains(l.id)).forEach(lane -> {
      lane.unknown();
      file(lane, now);
    });
  }

  /** Nothing of it before then. */
  void hold(Lane lane, Duration until, Now now) {
    lane.notBefore = until;
    file(lane, now);
  }

  /** To where it belongs, after whatever befell it. */
  private void file(Lane lane, Now now) {
    if (lane == whole) return;
    if (lane.busy) filing.take(lane);
    else if (lane.notBefore.compareTo(now.mono()) > 0) filing.sleep(lane, lane.notBefore);
    else if (!lane.fresh) filing.stale(lane);
    else choosing.file(filing, lane, aspect, now);
  }

  private void fileAll(Now now) {
    blind = aspect.filter(a -> a.blind(now)).isPresent();
    lanes.values().forEach(lane -> file(lane, now));
  }

  Optional<Job> next(Now now) {
    boolean full = running >= (down() ? 1 : Math.max(1, courier.parallel()));
    if (!leading || whole.busy || full || notBefore.compareTo(now.mono()) > 0) return Optional.empty();
    if (strangers(now)) return aspect.filter(_ -> running == 0).map(a -> new Job.Introduce(whole, a.signals()));
    if (aspect.filter(a -> a.blind(now)).isPresent() != blind) fileAll(now);
    for (Optional<Lane> lane; (lane = filing.awake(now.mono())).isPresent(); ) file(lane.get(), now);
    filing.stale().forEach(lane -> {
      lane.head = heads.apply(lane.signal);
      lane.fresh = true;
      if (lane.head.isEmpty()) lane.events = 0;
      file(lane, now);
    });
    return down() ? choosing.turn(filing, aspect, now) : choosing.first(filing, aspect, now);
  }

  private boolean strangers(Now now) {
    return aspect.filter(a -> !a.signals().equals(introduced)).isPresent() && whole.free(now.mono());
  }

  void begin(Job job, Now now) {
    running++;
    job.lane().busy = true;
    job.lane().tried = now.mono();
    file(job.lane(), now);
  }

  /** What came of it. @return why a letter is given up; empty: it is not */
  Optional<Reason> end(Job job, Delivery delivery, Now now) {
    running--;
    job.lane().busy = false;
    Optional<Reason> lost = came(job, delivery, now);
    file(job.lane(), now);
    return lost;
  }

  private Optional<Reason> came(Job job, Delivery delivery, Now now) {
    return switch (delivery) {
      case Delivery.Delivered _, Delivery.Superseded _ -> {
        answered(now);
        done(job, now);
        yield Optional.empty();
      }
      case Delivery.Refused(Reason why) -> {
        answered(now);
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
  private void answered(Now now) {
    if (down()) lanes.values().stream().filter(l -> l.tries > 0).forEach(l -> hold(l, Lane.PAST, now));
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
    Message m = job instanceof Job.Bring b ? b.letter().message() : ((Job.Repeat) job).message();
    if (m.sort() != Sort.STATISTIC) lane.told(m, now.mono());
    if (job instanceof Job.Bring(Lane _, Letter letter)) lane.gone(letter);
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
    seen.ifPresent(lane::seen);
    file(lane, now);
  }

  /** How long nothing will be due, unless something happens; a second at most. */
  Duration patience(Now now) {
    Duration at = notBefore.compareTo(now.mono()) > 0 ? notBefore
        : filing.wakes(now.mono()).orElse(now.mono().plus(OFTEN));
    return at.minus(now.mono()).compareTo(OFTEN) < 0 ? at.minus(now.mono()) : OFTEN;
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

  Optional<Reason> introduction() {
    return introduction;
  }
}
