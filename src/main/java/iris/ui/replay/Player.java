package iris.ui.replay;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import iris.flow.Mailbox;
import iris.history.film.Extent;
import iris.history.film.Film;
import iris.history.film.Marks;
import iris.history.film.Shot;
import iris.history.film.Stop;
import iris.history.film.Went;
import iris.history.story.Unreadable;
import iris.signal.Reason;
import iris.ui.desk.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Plays a film on a thread of its own into the cells that windows look at. Nothing but windows hears of it: there is no
 * desk, no journal and no notifier behind these cells.
 */
public final class Player implements AutoCloseable {
  /** Between two showings while it plays. */
  private static final Duration REST = Duration.ofMillis(100);
  /** So long it may run on before it shows where it is. */
  private static final Duration TURN = Duration.ofMillis(80);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  /** Parts of a time line. */
  private static final int PARTS = 600;

  /** What is asked of it, on its thread. */
  @FunctionalInterface
  private interface Order {
    void carryOut() throws Unreadable;
  }

  private final Film film;
  private final Supplier<Duration> clock;
  private final Consumer<Throwable> faults;
  private final Mailbox<Order> orders = new Mailbox<>();
  private final Cell<Board> board;
  private final Cell<EventLog> events;
  private final Cell<Frame> frames;
  private final Thread thread;
  private volatile Now now;
  private volatile boolean open = true;
  /** These only on its thread. */
  private Playhead head;
  private Marks marks;
  private boolean sought;
  private Optional<Reason> said = Optional.empty();

  private Player(Film film, Playhead head, Supplier<Duration> clock, Consumer<Throwable> faults) throws Unreadable {
    this.film = film;
    this.head = head;
    this.clock = clock;
    this.faults = faults;
    film.seek(head.anchor(), () -> false);
    marks = film.marks(head.from(), head.to(), PARTS);
    board = new Cell<>(film.shot().board());
    events = new Cell<>(EventLog.EMPTY.plus(film.recent()));
    now = shown(film.shot());
    frames = new Cell<>(frame(false));
    thread = Thread.ofPlatform().name("iris-replay").daemon().unstarted(this::work);
    // Whatever is played, the watch over what is now goes first.
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  /**
   * Shows where the head stands. Takes its time: not on the FX thread.
   *
   * @param film closed with the player, also where this fails
   * @param clock monotonic
   * @param faults told of what no code expected
   */
  public static Player open(Film film, Playhead head, Supplier<Duration> clock, Consumer<Throwable> faults)
      throws Unreadable {
    try {
      Player player = new Player(film, head, clock, faults);
      player.thread.start();
      return player;
    } catch (Unreadable | RuntimeException e) {
      film.close();
      throw e;
    }
  }

  public Cell<Board> board() {
    return board;
  }

  public Cell<EventLog> events() {
    return events;
  }

  public Cell<Frame> frames() {
    return frames;
  }

  /** The clocks of what is shown. */
  public Now now() {
    return now;
  }

  /** Plays, or stands. */
  public void toggle() {
    move(h -> h.toggle(clock.get()));
  }

  public void play(boolean yes) {
    move(h -> yes ? h.play(clock.get()) : h.pause(clock.get()));
  }

  public void speed(int wanted) {
    move(h -> h.speed(wanted, clock.get()));
  }

  public void faster() {
    move(h -> h.faster(clock.get()));
  }

  public void slower() {
    move(h -> h.slower(clock.get()));
  }

  private void move(UnaryOperator<Playhead> how) {
    orders.post(() -> head = how.apply(head));
  }

  /** To the nearest instant of the film. */
  public void seek(Instant wanted) {
    orders.post(() -> {
      said = Optional.empty();
      to(wanted);
    });
  }

  /** So much further, or back. */
  public void skip(Duration by) {
    orders.post(() -> {
      said = Optional.empty();
      to(head.at(clock.get()).plus(by));
    });
  }

  /** To the next event or alarm, or the last one before, and stands there. */
  public void stop(boolean after, Stop stop) {
    orders.post(() -> {
      Instant here = head.at(clock.get());
      head = head.pause(clock.get());
      Optional<Instant> there = film.stop(here, after, stop);
      said = there.isPresent() ? Optional.empty() : Optional.of(Reason.of(after ? "ui.replay.no-next" : "ui.replay.no-previous"));
      if (there.isPresent()) to(there.get());
    });
  }

  private void to(Instant wanted) throws Unreadable {
    Extent extent = film.look();
    Playhead next = head.seek(extent.nearest(wanted), clock.get());
    if (!next.from().equals(head.from())) marks = film.marks(next.from(), next.to(), PARTS);
    head = next;
    sought = true;
  }

  private void work() {
    try {
      while (open) {
        List<Order> taken = orders.take(head.playing() || sought ? REST : null);
        turn(taken);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      film.close();
    }
  }

  /** Never silently dead: what stops it is said on its windows. */
  private void turn(List<Order> taken) {
    try {
      for (Order order : taken) order.carryOut();
      if (sought) seek();
      else play();
      show();
    } catch (Unreadable e) {
      halt(e.why());
    } catch (RuntimeException bug) {
      faults.accept(bug);
      halt(Reason.of("ui.replay.broken", bug.toString()));
    }
  }

  private void halt(Reason why) {
    sought = false;
    head = head.pause(clock.get());
    said = Optional.of(why);
    frames.set(frame(false));
  }

  private void seek() throws Unreadable {
    frames.set(frame(true));
    if (!film.seek(film.extent().nearest(head.at(clock.get())), () -> !open || orders.size() > 0)) return;
    sought = false;
    head = head.seek(film.extent().nearest(head.anchor()), clock.get());
    events.set(EventLog.EMPTY.plus(film.recent()));
  }

  private void play() throws Unreadable {
    Duration begun = clock.get();
    Instant wanted = head.at(begun);
    if (head.playing() && wanted.isAfter(film.extent().to())) film.look();
    Instant last = film.extent().to();
    Instant target = wanted.isAfter(last) ? last : wanted;
    if (target.isBefore(film.shot().at())) {
      sought = true;
      return;
    }
    Went went = film.play(target, () -> !open || orders.size() > 0 || late(begun), step -> {});
    if (!went.happened().isEmpty()) events.set(events.get().plus(went.happened()));
    // A film that cannot follow goes slower than was asked for; it never leaves anything out.
    if (!went.reached() && head.playing()) head = head.seek(film.extent().nearest(film.shot().at()), clock.get());
    if (head.playing() && (head.over(begun) || went.reached() && !wanted.isBefore(last))) head = head.pause(begun);
  }

  private boolean late(Duration begun) {
    return clock.get().minus(begun).compareTo(TURN) > 0;
  }

  /** The board first: an old one under a newer clock would look abandoned. */
  private void show() {
    Shot shot = film.shot();
    board.set(shot.board());
    now = shown(shot);
    frames.set(frame(sought));
  }

  /** By the second, as clocks are read; between two of them nothing on a window counts. */
  private static Now shown(Shot shot) {
    return new Now(shot.at().truncatedTo(ChronoUnit.SECONDS), shot.now().mono());
  }

  private Frame frame(boolean seeking) {
    Shot shot = film.shot();
    return new Frame(head, shot.at(), seeking, shot.cut(), said.or(shot::doubt), marks, film.extent());
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
