package iris.agent.book;

import iris.agent.Evidence;
import iris.agent.Tally;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Windows: begun while the agent runs in them, filled by what is theirs, published once, and never again. */
final class Windows {
  /** Spans of published windows that are told apart; more of them and the oldest are taken for one. */
  private static final int SPANS = 32;
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(10);

  private Windows() {}

  /** How long after its end a window waits for lines that were buffered. */
  static Duration grace(Duration period) {
    Duration share = period.dividedBy(20);
    return share.compareTo(LONGEST_GRACE) < 0 ? share : LONGEST_GRACE;
  }

  /** The agent runs from {@code from} until {@code to}: begins the windows that it then is in. */
  static void run(Draft d, Instant from, Instant to) {
    for (Instant start = Times.window(from, d.period); !start.isAfter(to); start = start.plus(d.period))
      begin(d, start, start.plus(d.period));
  }

  /** Not where something was published: neither after a clock stepped back, nor after the period was changed. */
  private static void begin(Draft d, Instant from, Instant to) {
    if (d.published.stream().anyMatch(s -> s.overlaps(from, to))) return;
    if (d.frames.stream().anyMatch(f -> f.from().isBefore(to) && from.isBefore(f.to()))) return;
    d.frames.add(new Memory.Frame(from, to, List.of()));
    d.frames.sort(Comparator.comparing(Memory.Frame::from));
  }

  static void hear(Draft d, Evidence.Counted counted) {
    for (Tally tally : counted.tallies())
      add(d, tally, d.frames.stream().filter(f -> holds(f, tally.from(), tally.from().plus(d.period))).findFirst());
  }

  /** A frame is longer than a tally where the period was shortened while it was open. */
  private static void add(Draft d, Tally tally, Optional<Memory.Frame> frame) {
    if (frame.isEmpty()) {
      miss(d, tally.from(), tally.total());
      return;
    }
    Instant from = frame.get().from();
    Tally sum = d.tallies.containsKey(from) ? d.tallies.get(from).copy() : new Tally(from);
    sum.add(tally);
    d.tallies.put(from, sum);
  }

  private static void miss(Draft d, Instant from, long total) {
    Memory.Missed m = d.missed;
    boolean late = d.published.stream().anyMatch(s -> s.overlaps(from, from.plusMillis(1)));
    boolean early = from.isAfter(d.now);
    d.missed = new Memory.Missed(m.late() + (late ? total : 0), m.unattended() + (late || early ? 0 : total),
        m.early() + (early && !late ? total : 0));
  }

  static void hear(Draft d, Evidence.Probed probed) {
    Instant at = probed.at();
    d.frames.replaceAll(f -> holds(f, at, at) ? looked(f, probed, Checks.degraded(d, probed)) : f);
    if (!probed.counts()) return;
    Tally one = new Tally(Times.window(at, d.period));
    long millis = probed.latency().toMillis();
    if (probed.well()) one.good(millis);
    else one.failed(origin(d, probed.party()), millis);
    add(d, one, d.frames.stream().filter(f -> holds(f, at, at)).findFirst());
  }

  private static boolean holds(Memory.Frame f, Instant from, Instant to) {
    return !from.isBefore(f.from()) && from.isBefore(f.to()) && !to.isAfter(f.to());
  }

  private static Memory.Frame looked(Memory.Frame f, Evidence.Probed p, boolean degraded) {
    List<Memory.Looks> looks = new ArrayList<>(f.looks());
    Memory.Looks was = looks.stream().filter(l -> l.source().equals(p.source())).findFirst()
        .orElseGet(() -> new Memory.Looks(p.source(), 0, 0, 0));
    looks.remove(was);
    looks.add(new Memory.Looks(p.source(), was.all() + 1, was.failed() + (p.well() ? 0 : 1),
        was.degraded() + (p.well() && degraded ? 1 : 0)));
    looks.sort(Comparator.comparing(Memory.Looks::source));
    return new Memory.Frame(f.from(), f.to(), looks);
  }

  static Origin origin(Draft d, String party) {
    return d.served.service().party(party)
        .map(p -> p.role() == Party.Role.PROVIDER ? Origin.PROVIDER : Origin.EXTERNAL).orElse(Origin.UNKNOWN);
  }

  /** When a window is closed. */
  static Instant closing(Memory.Frame f, Duration period, Instant settles) {
    return Times.later(f.to().plus(grace(period)), settles);
  }

  static void close(Draft d) {
    for (Memory.Frame f : List.copyOf(d.frames))
      if (Times.reached(d.now, closing(f, d.period, d.settles.orElse(Instant.MIN)))) publish(d, f);
    Instant oldest = d.frames.isEmpty() ? d.now : d.frames.getFirst().from();
    d.phases.removeIf(p -> p.to().map(to -> !to.isAfter(oldest)).orElse(false));
  }

  private static void publish(Draft d, Memory.Frame f) {
    d.frames.remove(f);
    Tally tally = d.tallies.getOrDefault(f.from(), new Tally(f.from()));
    d.tallies.remove(f.from());
    Verdict verdict = Judging.state(d.served, f, tally, d.phases);
    Window window = Figures.window(d.service(), f, verdict, tally);
    d.utterances.add(new Utterance.Counted(d.saying(), d.guid("window:" + f.from()), window));
    d.published.add(new Memory.Span(f.from(), f.to()));
    join(d.published);
    d.lastWindow = Optional.of(f.to());
    d.verdict = verdict;
  }

  /** A window that will never be closed: the clock was wrong when it began. */
  static void abandon(Draft d, Memory.Frame f) {
    Tally tally = d.tallies.remove(f.from());
    if (tally != null) miss(d, f.from(), tally.total());
  }

  /** Neighbours become one. Beyond what is told apart, a gap counts as published: an absent window, never a double. */
  private static void join(List<Memory.Span> spans) {
    spans.sort(Comparator.comparing(Memory.Span::from));
    for (int i = spans.size() - 1; i > 0; i--) {
      Memory.Span left = spans.get(i - 1);
      Memory.Span right = spans.get(i);
      if (left.to().equals(right.from()) || spans.size() > SPANS && i == 1) {
        spans.set(i - 1, new Memory.Span(left.from(), right.to()));
        spans.remove(i);
      }
    }
  }
}
