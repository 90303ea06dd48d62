package iris.history.film;

import iris.alarm.Board;
import iris.alarm.Outcome;
import iris.alarm.Transition;
import iris.history.Entry;
import iris.history.Tape;
import iris.history.Tape.Damaged;
import iris.history.Tape.Row;
import iris.history.Tape.Still;
import iris.history.TapeReader;
import iris.history.story.Unreadable;
import iris.signal.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal played again: the same board, fed with the same inputs at the same times. It reads on a connection of its
 * own, also while the console writes, and never writes. What cannot be read is left out as a {@link Cut} and said. For
 * one thread.
 */
public final class Film implements AutoCloseable {
  /** Events that a list holds. */
  private static final int RECENT = 500;
  /** What is looked through for the next alarm. */
  private static final int AHEAD = 2_000;

  private final Tape tape;
  private final TreeMap<Long, Still> stills = new TreeMap<>();
  @SuppressWarnings("NullAway.Init")
  private Extent extent;
  private @Nullable Board board;
  private long seq;
  @SuppressWarnings("NullAway.Init")
  private TapeReader reader;
  @SuppressWarnings("NullAway.Init")
  private Instant at;
  private Optional<Spoilt> spoilt = Optional.empty();
  private Optional<Reason> doubt = Optional.empty();

  /** Nothing can be read from here to the next snapshot, where there is one. */
  private record Spoilt(Cut cut, Optional<Still> resumes) {}

  private Film(Tape tape) {
    this.tape = tape;
  }

  /** @throws Unreadable where there is no journal, one that cannot be read, or one in which nothing stands yet */
  public static Film open(Path folder) throws Unreadable {
    Film film = new Film(Tape.open(folder));
    try {
      film.look();
      return film;
    } catch (Unreadable e) {
      film.close();
      throw e;
    }
  }

  /** Looks what there is now: the console may have written on, and dropped what is old. */
  public Extent look() throws Unreadable {
    stills.clear();
    // What is old is dropped bit by bit, inputs first: a snapshot whose inputs are gone begins nothing.
    long oldest = tape.oldest().map(Still::seq).orElse(0L);
    tape.stills().stream().filter(s -> s.seq() + 1 >= oldest).forEach(s -> stills.put(s.seq(), s));
    if (stills.isEmpty()) throw new Unreadable(Reason.of("history.film.empty"), null);
    Still first = stills.firstEntry().getValue();
    Still last = stills.lastEntry().getValue();
    Still end = tape.newest().filter(n -> n.seq() > last.seq()).orElse(last);
    extent = Extent.of(first, tape.notes(first.seq()), end);
    return extent;
  }

  /** As it was looked at last. */
  public Extent extent() {
    return extent;
  }

  /** What it shows now; only after a first {@link #seek}. */
  public Shot shot() {
    Optional<Cut> cut = spoilt.map(Spoilt::cut).filter(c -> !at.isBefore(c.before())).or(() -> extent.cut(at));
    return new Shot(at, Objects.requireNonNull(board, "seek first"), cut, doubt);
  }

  /**
   * Goes to this instant by the shortest way; no more is replayed than what lies after the nearest snapshot.
   *
   * @param enough asked at each step; what was reached until then is shown
   * @return what changed is not told: {@link #recent} is what stood on the list
   */
  public boolean seek(Instant to, BooleanSupplier enough) throws Unreadable {
    Take take = extent.take(to);
    Still start = start(take, to);
    boolean ahead = board == null || !take.by(to, seq, board.at().wall());
    if (ahead || start.seq() > seq) load(start);
    return on(to, enough, entry -> {}).reached();
  }

  /**
   * Plays on to this later instant, through every input.
   *
   * @param each told every step, in order
   */
  public Went play(Instant to, BooleanSupplier enough, Consumer<Entry> each) throws Unreadable {
    if (board == null || to.isBefore(at)) throw new IllegalStateException("a film plays forward from where it stands");
    return on(to, enough, each);
  }

  /** The newest snapshot until then; where that is older than all, the oldest. */
  private Still start(Take take, Instant to) {
    for (Still s : stills.descendingMap().values()) if (take.by(to, s.seq(), s.wall())) return s;
    return stills.firstEntry().getValue();
  }

  /** From this snapshot; from one before it, or after it, where it cannot be read. */
  private void load(Still wanted) throws Unreadable {
    List<Still> order = new ArrayList<>(stills.headMap(wanted.seq(), true).descendingMap().values());
    order.addAll(stills.tailMap(wanted.seq(), false).values());
    Damaged why = null;
    for (Still s : order) {
      try {
        show(tape.board(s), s);
        return;
      } catch (Damaged e) {
        why = e;
      }
    }
    throw new Unreadable(Reason.of("history.film.unreadable", String.valueOf(why == null ? "" : why.getMessage())), why);
  }

  private void show(Board next, Still still) {
    board = next;
    seq = still.seq();
    at = still.wall();
    reader = tape.after(still);
    spoilt = Optional.empty();
    doubt = Optional.empty();
  }

  private Went on(Instant to, BooleanSupplier enough, Consumer<Entry> each) throws Unreadable {
    Take take = extent.take(to);
    long from = seq;
    List<Transition> seen = new ArrayList<>();
    while (true) {
      if (enough.getAsBoolean()) return went(false, from, seen);
      try {
        Optional<Row> row = spoilt.isPresent() ? Optional.empty() : reader.peek();
        if (row.isPresent() && take.by(to, row.get().seq(), row.get().now().wall())) {
          step(row.get(), each, seen);
        } else if (spoilt.flatMap(Spoilt::resumes).filter(s -> take.by(to, s.seq(), s.wall())).isPresent()) {
          // What was in between is not known: it is no doubt about what comes now.
          resume(spoilt.get().resumes().get());
          seen.clear();
          from = seq;
        } else {
          at = to;
          return went(true, from, seen);
        }
      } catch (Damaged e) {
        spoil();
      }
    }
  }

  private void step(Row row, Consumer<Entry> each, List<Transition> seen) throws Damaged {
    var input = reader.take();
    Outcome outcome = after(row, input);
    board = outcome.board();
    seq = row.seq();
    at = row.now().wall();
    Still still = stills.get(seq);
    if (still != null) compare(still);
    seen.addAll(outcome.transitions());
    each.accept(new Entry(row.now(), input, outcome));
  }

  private Outcome after(Row row, iris.alarm.Input input) throws Damaged {
    try {
      return Objects.requireNonNull(board).after(input, row.now());
    } catch (RuntimeException e) {
      // What the board of today cannot take at all.
      throw new Damaged(e);
    }
  }

  /** Where a snapshot was taken, it is what was: what today's program made of the inputs must be the same. */
  private void compare(Still still) {
    try {
      Board kept = tape.board(still);
      if (!kept.equals(board)) doubt = Optional.of(Reason.of("history.film.differs", still.wall()));
      else if (doubt.filter(d -> d.key().equals("history.film.differs")).isPresent()) doubt = Optional.empty();
      board = kept;
    } catch (Damaged e) {
      doubt = Optional.of(Reason.of("history.snapshot.unreadable", still.wall(), e.getMessage()));
    }
  }

  private void spoil() {
    Optional<Still> next = Optional.ofNullable(stills.higherEntry(seq)).map(java.util.Map.Entry::getValue);
    Cut cut = new Cut(Cut.Kind.DAMAGED, Objects.requireNonNull(board).at().wall(),
        next.map(Still::wall).orElse(extent.to()));
    spoilt = Optional.of(new Spoilt(cut, next));
  }

  private void resume(Still still) {
    try {
      show(tape.board(still), still);
    } catch (Damaged e) {
      seq = still.seq();
      spoil();
    }
  }

  /** What was told then goes before what today's program would have told. */
  private Went went(boolean reached, long from, List<Transition> seen) throws Unreadable {
    List<Transition> told = tape.between(from, seq);
    if (told.equals(seen.stream().filter(t -> !(t instanceof Transition.Kept)).toList())) return new Went(reached, seen);
    doubt = Optional.of(Reason.of("history.film.told-otherwise", at));
    return new Went(reached, told);
  }

  /** The last events before the present instant, oldest first. */
  public List<Transition> recent() throws Unreadable {
    return tape.until(seq, Stop.EVENT.kinds(), RECENT);
  }

  /** The next place to stop at after this instant, or the last before it. */
  public Optional<Instant> stop(Instant from, boolean after, Stop stop) throws Unreadable {
    return tape.near(from, after, stop.kinds(), AHEAD).stream().filter(stop::at).map(Transition::at)
        .filter(t -> extent.covers(t)).findFirst();
  }

  /** What is marked on the time line from here to there, which is cut into so many parts. */
  public Marks marks(Instant from, Instant to, int parts) throws Unreadable {
    return Marks.of(tape, extent, from, to, parts);
  }

  @Override
  public void close() {
    tape.close();
  }
}
