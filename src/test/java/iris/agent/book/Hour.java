package iris.agent.book;

import iris.agent.AgentConfig.Served;
import iris.agent.AgentConfig.Suspicion;
import iris.agent.AgentConfig.Thresholds;
import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.Tally;
import iris.signal.IncidentStep;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Severity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * Twelve minutes of a service with traffic that comes by chance, two checks every 5 s that are repeated after half of
 * that where one fails, and one fault of five minutes. Time is a number: nothing waits.
 */
final class Hour {
  static final long BEGINS = 120_000;
  static final long LASTS = 300_000;
  private static final long ENDS = 720_000;
  private static final long EVERY = 5_000;
  private static final long TIMEOUT = 2_000;
  /** How long the provider waits for the external party. */
  private static final long PATIENCE = 10_000;
  /** Failures and slow answers of the best of days. */
  private static final double FLAWS = 0.002;
  private static final double LONG = 0.01;

  /** What is wrong, how bad a person would call it, and whose fault it is. */
  enum Fault {
    PROVIDER_DOWN(Severity.OUTAGE, Origin.PROVIDER),
    EXTERNAL_REFUSES(Severity.OUTAGE, Origin.EXTERNAL),
    EXTERNAL_HANGS(Severity.OUTAGE, Origin.EXTERNAL),
    NO_ANSWER(Severity.OUTAGE, Origin.PROVIDER),
    SLOW(Severity.DEGRADED, Origin.EXTERNAL),
    /** The check fails, the transactions go well. */
    CHECK_ALONE(Severity.DEGRADED, Origin.PROVIDER),
    ERRORS(Severity.DEGRADED, Origin.PROVIDER);

    final Severity severity;
    final Origin origin;

    Fault(Severity severity, Origin origin) {
      this.severity = severity;
      this.origin = origin;
    }
  }

  /** Something that the agent hears, and when. */
  private record Heard(long at, Evidence evidence) {}

  private record Ended(long at, Origin failed, boolean slow) {}

  final List<IncidentStep> steps = new ArrayList<>();
  /** When each step was said, in milliseconds after the fault began. */
  final List<Long> said = new ArrayList<>();
  private final Fault fault;
  private final Instant start;
  private final Random random;
  private final long begins;
  private final PriorityQueue<Heard> heard = new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));

  /** @param rate transactions a second; {@code seed} of everything that is chance */
  Hour(Fault fault, Instant start, double rate, long seed) {
    this.fault = fault;
    this.start = start;
    random = new Random(seed);
    begins = BEGINS + random.nextInt((int) EVERY);
    traffic(rate);
    check("front", "darva");
    check("ants", "ants");
    live();
  }

  private boolean faulty(long at) {
    return at >= begins && at < begins + LASTS;
  }

  private void traffic(double rate) {
    Map<Long, List<Ended>> seconds = new TreeMap<>();
    for (double at = gap(rate); at < ENDS; at += gap(rate)) {
      transaction((long) at).ifPresent(t -> seconds.computeIfAbsent(t.at() / 1000, _ -> new ArrayList<>()).add(t));
    }
    seconds.forEach((second, all) -> heard.add(new Heard(second * 1000 + 1000 + random.nextInt(800), counted(second, all))));
  }

  /** Between two callers, in milliseconds. */
  private double gap(double rate) {
    return -Math.log(1 - random.nextDouble()) * 1000 / rate;
  }

  private Optional<Ended> transaction(long at) {
    long usual = at + 200 + random.nextInt(600);
    if (faulty(at)) switch (fault) {
      case PROVIDER_DOWN -> {
        return Optional.of(new Ended(at + 20, Origin.PROVIDER, false));
      }
      case EXTERNAL_REFUSES -> {
        return Optional.of(new Ended(at + 100, Origin.EXTERNAL, false));
      }
      case EXTERNAL_HANGS -> {
        return Optional.of(new Ended(at + PATIENCE, Origin.EXTERNAL, false));
      }
      case NO_ANSWER -> {
        return Optional.empty();
      }
      case SLOW -> {
        return Optional.of(new Ended(at + 2_500 + random.nextInt(1_500), null, true));
      }
      case CHECK_ALONE -> { }
      case ERRORS -> {
        if (random.nextInt(5) == 0) return Optional.of(new Ended(usual, Origin.PROVIDER, false));
      }
    }
    if (random.nextDouble() < FLAWS) return Optional.of(new Ended(usual, Origin.EXTERNAL, false));
    boolean slow = random.nextDouble() < LONG;
    return Optional.of(new Ended(slow ? at + 2_200 : usual, null, slow));
  }

  private Evidence counted(long second, List<Ended> all) {
    Instant at = start.plusSeconds(second);
    Tally tally = new Tally(Times.window(at, Scene.PERIOD));
    long[] failed = new long[Origin.values().length];
    long slow = 0;
    for (Ended t : all) {
      if (t.failed() == null) tally.good(t.slow() ? 3_000 : 500);
      else tally.failed(t.failed(), 500);
      tally.response("ants", t.slow() ? 2_600 : 300);
      if (t.failed() != null) failed[t.failed().ordinal()]++;
      if (t.slow()) slow++;
    }
    return Scene.counted(List.of(tally), List.of(new Beat(at, all.size(), failed[Origin.PROVIDER.ordinal()],
        failed[Origin.EXTERNAL.ordinal()], 0, slow)));
  }

  /** As the agent asks: on a grid, and sooner after a first failure. */
  private void check(String id, String party) {
    long first = random.nextInt((int) EVERY);
    boolean failing = false;
    for (long asked = first; asked < ENDS; ) {
      boolean concerned = faulty(asked) && (fault.origin == Origin.PROVIDER) == id.equals("front") && fault != Fault.ERRORS;
      boolean well = !concerned || fault == Fault.SLOW;
      boolean hangs = fault == Fault.NO_ANSWER || fault == Fault.EXTERNAL_HANGS;
      long took = !concerned ? 40 : fault == Fault.SLOW ? 1_500 : hangs ? TIMEOUT : 20;
      long answered = asked + took;
      heard.add(new Heard(answered, new Evidence.Probed("siv", id, party, start.plusMillis(asked), well,
          well && concerned, Duration.ofMillis(took), Optional.empty(), OptionalInt.empty(), false,
          Reason.of(well ? "probe.answered" : "probe.timeout", id, 200))));
      long grid = first + ((answered - first) / EVERY + 1) * EVERY;
      asked = !well && !failing ? Math.min(grid, Math.max(answered, asked + EVERY / 2)) : grid;
      failing = !well;
    }
  }

  private void live() {
    Book book = Book.fresh(served(), Scene.PERIOD);
    book = step(book, new Stimulus.Resumed(start), 0);
    while (!heard.isEmpty()) {
      Heard next = heard.poll();
      book = ticked(book, next.at());
      book = step(book, new Stimulus.Heard(next.evidence()), next.at());
    }
  }

  private Book ticked(Book before, long until) {
    Book book = before;
    while (book.wakeAt().map(at -> !at.isAfter(start.plusMillis(until))).orElse(false))
      book = step(book, new Stimulus.Tick(), Duration.between(start, book.wakeAt().get()).toMillis());
    return book;
  }

  private Book step(Book book, Stimulus stimulus, long at) {
    Turn turn = book.after(stimulus, start.plusMillis(at));
    for (Utterance u : turn.said()) {
      if (!(u instanceof Utterance.Stepped s)) continue;
      steps.add(s.step());
      said.add(at - begins);
    }
    return turn.book();
  }

  private static Served served() {
    return new Served(
        new Service("siv", "SIV", List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"),
            new Party("ants", Party.Role.EXTERNAL, "SIV national"))),
        new Thresholds(0.5, 0.99, Optional.of(Duration.ofSeconds(2))), Suspicion.USUAL,
        List.of(spec("front", "darva"), spec("ants", "ants"),
            new SourceSpec.Log("access", "darva", Path.of("access.log"), new SourceSpec.Format.Combined(), Optional.of("ants"))));
  }

  private static SourceSpec spec(String id, String party) {
    return new SourceSpec.Check(id, party, Duration.ofMillis(EVERY), Duration.ofMillis(TIMEOUT), false,
        new SourceSpec.Asked.Http(URI.create("https://" + id + ".example/"), "GET", Map.of(), Optional.empty(),
            new SourceSpec.Expected(List.of(), Optional.empty(), Map.of(), Optional.of(Duration.ofSeconds(1)), 14)));
  }
}
