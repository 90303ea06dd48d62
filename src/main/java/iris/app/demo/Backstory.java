package iris.app.demo;

import iris.agent.AgentConfig.Served;
import iris.agent.Evidence;
import iris.agent.book.Announcement;
import iris.agent.book.Book;
import iris.agent.book.Stimulus;
import iris.agent.book.Turn;
import iris.agent.book.Utterance;
import iris.agent.simulate.Fault;
import iris.agent.simulate.Past;
import iris.agent.source.Count;
import iris.agent.source.Transaction;
import iris.signal.Party;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What the agent would have found before the demonstration began: the transactions are drawn, everything after that
 * (counting, windows, incidents) is the agent's own work on instants that are past. Pure but for the time it takes.
 */
final class Backstory {
  /** So near to a trouble the checks are played one by one. */
  private static final Duration TENSE = Duration.ofSeconds(90);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final Duration REFUSED = Duration.ofMillis(3);
  private static final Duration TIRESOME = Duration.ofSeconds(3);

  /** The book as it is at the start, and all that was said until then, oldest first. */
  record Told(Book book, List<Utterance> said) {}

  private final Role role;
  private final Served served;
  private final Tempo tempo;
  private final List<Trouble> troubles;
  private final List<Announcement> announced;
  private final iris.agent.source.Fault whose;
  private final Transaction transaction = new Transaction();
  private final List<Utterance> said = new ArrayList<>();
  private Book book;
  private Count count;
  /** Since the last look. */
  private int counted;

  private Backstory(
      Role role, Served served, Tempo tempo, List<Trouble> troubles, List<Announcement> announced) {
    this.role = role;
    this.served = served;
    this.tempo = tempo;
    this.troubles = troubles.stream().filter(t -> t.service().equals(role.service().id())).toList();
    this.announced = new ArrayList<>(announced);
    book = Book.fresh(served, Tempo.LIFE);
    whose = new iris.agent.source.Fault(
        role.service(), role.provider().id(), Optional.of(role.external().id()));
    count = counting(Tempo.LIFE);
  }

  private Count counting(Duration period) {
    return new Count(role.service().id(), Stage.LOG, period, served.thresholds().p95(),
        Optional.of(role.external().id()), whose);
  }

  /**
   * Plays {@code windows} windows and what has begun of the next one, until the start of the demonstration.
   *
   * @param announced what persons said at its beginning
   */
  static Told of(Role role, Served served, Tempo tempo, List<Trouble> troubles, List<Announcement> announced,
      int windows, long seed) {
    Backstory story = new Backstory(role, served, tempo, troubles, announced);
    story.play(windows, new SplittableRandom(seed ^ role.service().id().hashCode() * 0x9E3779B97F4A7C15L));
    return new Told(story.book, List.copyOf(story.said));
  }

  private void play(int windows, SplittableRandom dice) {
    Past past = new Past(role.nature(Tempo.LIFE));
    Instant end = tempo.start();
    Instant start = tempo.change().minus(Tempo.LIFE.multipliedBy(windows));
    step(new Stimulus.Resumed(start), start);
    announced.forEach(a -> step(new Stimulus.Told(a), start));
    for (Instant from = start, to; from.isBefore(end); from = to) {
      if (from.equals(tempo.change())) shorten();
      to = until(from, end);
      Optional<Fault> wrong = wrong(from);
      past.between(from, to, tempo.story(from), wrong, dice, this::count);
      boolean closes = tempo.windowOf(to).equals(to);
      if (closes || tense(from) || to.equals(end)) look(wrong, to.minusMillis(1));
    }
  }

  /** The agent is configured anew, as its own operators would do it: no window is open here but one that just ended. */
  private void shorten() {
    book = Book.kept(served, tempo.period(), book.state(), book.tallies());
    count = counting(tempo.period());
  }

  /** A minute, or the time between two checks where something is wrong; never into the next window. */
  private Instant until(Instant from, Instant end) {
    Instant wanted = from.plus(tense(from) ? Stage.EVERY : QUIET);
    Instant window = tempo.windowOf(from).plus(tempo.periodAt(from));
    Instant sooner = wanted.isBefore(window) ? wanted : window;
    return sooner.isBefore(end) ? sooner : end;
  }

  private boolean tense(Instant at) {
    for (Trouble t : troubles) if (t.near(at, TENSE)) return true;
    return false;
  }

  private Optional<Fault> wrong(Instant at) {
    return troubles.stream().filter(t -> t.at(at)).map(Trouble::fault).findFirst();
  }

  private void count(Past.Drawn drawn, long at) {
    transaction.clear();
    transaction.at = at;
    transaction.status = drawn.status();
    transaction.whole = drawn.whole();
    transaction.externalStatus = drawn.externalStatus();
    transaction.external = drawn.external();
    count.add(transaction);
    counted++;
  }

  private void look(Optional<Fault> wrong, Instant at) {
    for (Optional<Instant> wake; (wake = book.wakeAt()).isPresent() && !wake.get().isAfter(at); )
      step(new Stimulus.Tick(), wake.get());
    if (!count.isEmpty()) hear(counted(at), at);
    // Where many transactions tell the same, the checks of a quiet window need not be played.
    boolean enough = counted >= served.suspicion().least() && !tense(at);
    counted = 0;
    if (enough) return;
    boolean front = wrong.filter(f -> f == Fault.PROVIDER_DOWN).isPresent();
    boolean behind = wrong.filter(f -> f == Fault.EXTERNAL_DOWN).isPresent();
    hear(probed(Stage.FRONT, role.provider(), !front, at, Duration.ofMillis(30)), at);
    boolean slow = wrong.filter(f -> f == Fault.EXTERNAL_SLOW).isPresent();
    hear(probed(Stage.BEHIND, role.external(), !behind, at, slow ? TIRESOME : Duration.ofMillis(80)), at);
  }

  /** Seconds of a quiet window that ended minutes ago open no incident, so they are left out. */
  private Evidence.Counted counted(Instant at) {
    Evidence.Counted all = count.take(Optional.empty());
    return tense(at) ? all : new Evidence.Counted(all.service(), all.source(), all.tallies(), List.of(), all.mark(),
        all.unreadable(), all.example());
  }

  private Evidence.Probed probed(String source, Party party, boolean well, Instant at, Duration took) {
    Reason why = well ? Reason.of("probe.answered", party.name(), 200) : Reason.of("probe.connect", party.name(), 443);
    return new Evidence.Probed(role.service().id(), source, party.id(), at, well, took.compareTo(Stage.SLOW) > 0,
        well ? took : REFUSED, Optional.empty(), OptionalInt.empty(), false, why);
  }

  private void hear(Evidence evidence, Instant at) {
    step(new Stimulus.Heard(evidence), at);
  }

  private void step(Stimulus stimulus, Instant at) {
    Turn turn = book.after(stimulus, at);
    turn.refused().ifPresent(why -> {
      throw new IllegalStateException("the demonstration's own announcement is refused: " + why);
    });
    book = turn.book();
    said.addAll(turn.said());
  }
}
