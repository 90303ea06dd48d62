package iris.agent.keep;

import iris.agent.AgentConfig;
import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.Front;
import iris.agent.Mark;
import iris.agent.Published;
import iris.agent.Tally;
import iris.signal.Origin;
import iris.signal.Reason;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * An agent in a process of its own, on a clock that runs fast: a log that is the same whoever reads it, and a check that
 * fails for six minutes every three hours. It says what it publishes, byte by byte, and is there to be killed.
 */
final class Reporter implements Front {
  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  static final Instant END = START.plus(Duration.ofDays(2));
  static final long STEP = 60;
  private static final long PERIOD = 300;

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final Bench.Clock clock;
  private final Engine engine;
  private final SplittableRandom random;
  private final int most;
  private Instant read;

  private Reporter(Path folder, long seed, int most) throws Exception {
    random = new SplittableRandom(seed);
    this.most = most;
    Opening.Opened opened = (Opening.Opened) StateFolder.open(folder, START);
    if (opened.damage().isPresent()) out.println("DAMAGED " + opened.damage().get());
    Optional<Instant> alive = opened.store().alive();
    // Down for up to ten minutes: some windows are then not attended at all.
    Instant now = alive.map(at -> grid(at).plusSeconds(STEP * random.nextInt(1, 11))).orElse(START);
    clock = new Bench.Clock(now);
    read = Optional.ofNullable(opened.store().marks("siv").get("access")).map(m -> Instant.parse(m.words())).orElse(START);
    for (Published p : opened.store().shelf().between("siv", now.minus(Duration.ofHours(2)), now.plusSeconds(9))) say("KEPT", p);
    AgentConfig config = Bench.config(folder, "siv");
    engine = Engine.open(config, opened.store(), Optional.empty(), new Wording(config), clock);
  }

  /** Folder, seed, and how many steps it takes before it waits for who kills it. */
  public static void main(String[] args) throws Exception {
    new Reporter(Path.of(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2])).run();
  }

  static Instant grid(Instant at) {
    return Instant.ofEpochSecond(Math.ceilDiv(at.getEpochSecond(), STEP) * STEP);
  }

  private void run() throws Exception {
    engine.start(this);
    out.println("AT " + clock.instant());
    step();
    settle();
    out.println("READY");
    for (int steps = 0; clock.instant().isBefore(END.plusSeconds(4 * PERIOD)); steps++) {
      // However quick the machine, and however late the hand that kills: no further. Ends with its parent.
      if (steps == most && System.in.read() < 0) return;
      clock.set(clock.instant().plusSeconds(STEP));
      out.println("AT " + clock.instant());
      step();
      // What is in a window is heard before it closes; else the engine goes at its own pace, and is killed in it.
      if (clock.instant().getEpochSecond() % PERIOD == 0 || random.nextInt(3) == 0) settle();
    }
    engine.close();
    out.println("DONE");
  }

  private void settle() throws Exception {
    engine.settled().get();
    out.println("ALIVE " + clock.instant());
  }

  /** The log from where it was read to now, and one check. */
  private void step() {
    Instant now = clock.instant();
    for (; read.isBefore(now) && read.isBefore(END); read = read.plusSeconds(STEP)) engine.hear(lines(read));
    boolean down = outage(now);
    engine.hear(new Evidence.Probed("siv", "front", "darva", now, !down, false, Duration.ofMillis(40), Optional.empty(),
        OptionalInt.empty(), false, Reason.of(down ? "probe.refused" : "probe.well")));
  }

  static boolean outage(Instant at) {
    long second = Math.floorMod(at.getEpochSecond(), 3 * 3600L);
    return second >= 1200 && second < 1560;
  }

  /** Transactions of the step that begins here: the same for every process, as a real log would be. */
  static int transactions(Instant step) {
    return 3 + (int) Math.floorMod(step.getEpochSecond() / STEP * 7, 5L);
  }

  private static Evidence lines(Instant step) {
    Tally tally = new Tally(Instant.ofEpochSecond(Math.floorDiv(step.getEpochSecond(), PERIOD) * PERIOD));
    int total = transactions(step);
    boolean bad = step.getEpochSecond() % 1500 == 0;
    if (bad) tally.failed(Origin.EXTERNAL, 900);
    for (int i = bad ? 1 : 0; i < total; i++) tally.good(100 + i);
    Mark next = new Mark(step.plusSeconds(STEP).toString());
    return new Evidence.Counted("siv", "access", List.of(tally), List.of(new Beat(step, total, 0, bad ? 1 : 0, 0, 0)),
        Optional.of(next), 0, Optional.empty());
  }

  private void say(String what, Published p) {
    out.println(what + " " + p.item().guid() + " " + p.number() + " " + p.item().revision());
  }

  @Override
  public void published(List<Published> news) {
    news.forEach(p -> say("SAID", p));
  }

  @Override
  public Optional<URI> address(String service) {
    return Optional.empty();
  }

  @Override
  public List<Reason> trouble() {
    return List.of();
  }

  @Override
  public void close() {}
}
