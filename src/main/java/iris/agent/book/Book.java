package iris.agent.book;

import iris.agent.AgentConfig.Served;
import iris.agent.Tally;
import iris.signal.Item;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the agent knows of one service. Immutable: {@link #after} gives the next one and what is to be said. A book
 * holds a mutable {@link Tally} for each open window, which it never changes and nobody else may.
 */
public final class Book {
  private final Served served;
  private final Duration period;
  private final State state;
  private final NavigableMap<Instant, Tally> tallies;

  /**
   * All but the tallies, as plain records.
   *
   * @param at when the last stimulus came; {@code said} when something was said last
   * @param settles until then no window is closed, since a source may still bring what it found after a restart
   * @param frames windows that are not closed, oldest first
   * @param published windows that are, oldest first
   * @param verdict of the newest published window, and its end
   * @param floor evidence from before it opens no incident
   * @param openings of the agent's own incidents in the last hour
   * @param issued how many ids were given to a day
   * @param closed ids of incidents that were closed, the newest last
   */
  public record State(
      Optional<Instant> at,
      Optional<Instant> said,
      Optional<Instant> settles,
      List<Memory.Frame> frames,
      List<Memory.Span> published,
      Memory.Missed missed,
      Verdict verdict,
      Optional<Instant> lastWindow,
      List<Memory.Check> checks,
      Memory.Traffic traffic,
      List<Memory.Opened> open,
      List<Memory.Phase> phases,
      Optional<Instant> floor,
      List<Instant> openings,
      List<Memory.Work> works,
      Map<String, Integer> issued,
      List<String> closed,
      List<Memory.Trouble> troubles,
      List<Memory.Certificate> certificates) {
    static final State FRESH = new State(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(),
        new Memory.Missed(0, 0, 0), Verdict.UNKNOWN, Optional.empty(), List.of(), Memory.Traffic.NONE, List.of(),
        List.of(), Optional.empty(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());

    public State {
      frames = List.copyOf(frames);
      published = List.copyOf(published);
      checks = List.copyOf(checks);
      open = List.copyOf(open);
      phases = List.copyOf(phases);
      openings = List.copyOf(openings);
      works = List.copyOf(works);
      issued = Map.copyOf(issued);
      closed = List.copyOf(closed);
      troubles = List.copyOf(troubles);
      certificates = List.copyOf(certificates);
    }
  }

  Book(Served served, Duration period, State state, NavigableMap<Instant, Tally> tallies) {
    this.served = Objects.requireNonNull(served);
    this.period = Objects.requireNonNull(period);
    this.state = Objects.requireNonNull(state);
    this.tallies = tallies;
  }

  /** A book in which nothing stands. @param period of the windows, a divisor of a day */
  public static Book fresh(Served served, Duration period) {
    return new Book(served, period, State.FRESH, new TreeMap<>());
  }

  /**
   * A book as it was kept, to be told {@link Stimulus.Resumed} first. The service may be configured anew meanwhile.
   *
   * @param tallies of the windows that were open; they belong to the book from now on
   */
  public static Book kept(Served served, Duration period, State state, Collection<Tally> tallies) {
    NavigableMap<Instant, Tally> byWindow = new TreeMap<>();
    for (Tally tally : tallies) byWindow.put(tally.from(), tally);
    return new Book(served, period, Leaving.of(served, state), byWindow);
  }

  /**
   * A new book in the place of one that is lost.
   *
   * @param standing all that was published of incidents that are open and of maintenance that is not over, newest first
   */
  public static Book adopting(Served served, Duration period, List<Item> standing) {
    return new Book(served, period, Adopting.of(State.FRESH, standing), new TreeMap<>());
  }

  /** What comes of {@code stimulus} at {@code now}. Pure: the same book, stimulus and time give the same turn. */
  public Turn after(Stimulus stimulus, Instant now) {
    return Turning.turn(this, stimulus, now);
  }

  /** When time alone changes something: the engine owes a {@link Stimulus.Tick} then. Empty before the first turn. */
  public Optional<Instant> wakeAt() {
    return Waking.wakeAt(this);
  }

  public Served served() {
    return served;
  }

  public Duration period() {
    return period;
  }

  /** To be kept with every turn that changed it. */
  public State state() {
    return state;
  }

  /**
   * Of the windows that are not closed, oldest first, to be kept beside {@link #state}. A tally that is the same object
   * as one turn before has not changed; one that is gone was published. Not to be changed by the reader.
   */
  public Collection<Tally> tallies() {
    return List.copyOf(tallies.values());
  }

  NavigableMap<Instant, Tally> byWindow() {
    return tallies;
  }

  /** How the service does: as the last closed window says, or worse by what is open; {@code UNKNOWN} before it. */
  public Verdict verdict() {
    return Judging.worse(state.verdict(), state.open());
  }

  /** End of the newest published window. */
  public Optional<Instant> lastWindow() {
    return state.lastWindow();
  }

  /** Incidents that are open, the agent's own and announced ones. */
  public List<Memory.Opened> open() {
    return state.open();
  }

  /** Transactions that are in no window. */
  public Memory.Missed missed() {
    return state.missed();
  }
}
