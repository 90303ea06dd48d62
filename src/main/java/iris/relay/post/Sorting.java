package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.history.Tail;
import iris.history.story.Unreadable;
import iris.relay.Courier;
import iris.relay.Target;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Words;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the relay's thread does: outcomes into letters, letters into the outbox, and what is to be said of targets. */
final class Sorting implements AutoCloseable {
  /** Outcomes that wait for a full disk; beyond it the oldest are given up, the board is told all the same. */
  private static final int MOST_WAITING = 20_000;
  private static final Duration RETRY = Duration.ofSeconds(5);
  /** Dead letters that another process brought back are seen within this, too. */
  private static final Duration CHECK = Duration.ofSeconds(5);
  private static final Duration ASPECT = Duration.ofSeconds(1);
  private static final int MANY = 500;
  /** The place in the journal is written down at least so often, so that a start reads little. */
  private static final Duration PLACE = Duration.ofMinutes(1);
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private final Outbox outbox;
  private final Supplier<Now> clock;
  private final Faults faults;
  private final Function<Target, Courier> couriers;
  private final Leading leading;
  private final RandomGenerator random;
  private final Map<String, Route> routes = new LinkedHashMap<>();
  private final List<Outcome> waiting = new ArrayList<>();
  private @Nullable Herald herald;
  @SuppressWarnings("NullAway.Init")
  private Words words;
  private Optional<Board> board = Optional.empty();
  private Optional<Aspect> aspect = Optional.empty();
  private Optional<Owed> owed = Optional.empty();
  private long kept;
  private Duration tried = Lane.PAST;
  private Duration checked = Lane.PAST;
  private Duration shown = Lane.PAST;
  private Duration placed = Lane.PAST;
  private volatile List<Standing> standing = List.of();

  Sorting(Outbox outbox, Supplier<Now> clock, Consumer<Report> health, Function<Target, Courier> couriers,
      Optional<Lease> lease, RandomGenerator random) {
    this.outbox = outbox;
    this.clock = clock;
    faults = new Faults(health);
    this.couriers = couriers;
    this.random = random;
    leading = new Leading(lease, outbox);
  }

  Outbox outbox() {
    return outbox;
  }

  List<Standing> standing() {
    return standing;
  }

  void configure(List<Target> targets, Words in) {
    words = in;
    herald = Herald.of(in);
    Map<String, Target> wanted =
        targets.stream().collect(Collectors.toMap(Target::id, t -> t, (a, _) -> a, LinkedHashMap::new));
    for (Route route : List.copyOf(routes.values())) {
      if (route.post.target().equals(wanted.get(route.id()))) continue;
      route.post.close();
      routes.remove(route.id());
      if (!wanted.containsKey(route.id())) faults.target(route.id(), true, Reason.of("relay.post.gone", route.id()));
    }
    Map<String, Route> before = new HashMap<>(routes);
    routes.clear();
    for (Target target : wanted.values()) {
      Optional<Route> route = Optional.ofNullable(before.get(target.id())).or(() -> begin(target));
      route.ifPresent(r -> routes.put(r.id(), r));
    }
    shown = Lane.PAST;
    checked = Lane.PAST;
  }

  private Optional<Route> begin(Target target) {
    try {
      Courier courier = couriers.apply(target);
      courier.watch(() -> standing.stream().map(Standing::backlog).toList());
      Post post = new Post(target, courier, outbox, clock, random, words);
      Route route = new Route(post, faults.read(target, outbox.place(target.id())).orElse(new Place(kept, Told.NOTHING)));
      post.lead(leading.leading());
      post.refresh(board);
      board.map(b -> Aspect.of(herald(), b, aspect)).ifPresent(post::look);
      post.start();
      return Optional.of(route);
    } catch (IllegalArgumentException no) {
      faults.target(target.id(), false, Reason.of("relay.post.no-courier", target.id(), String.valueOf(no.getMessage())));
    } catch (RuntimeException | LinkageError bug) {
      // The others are told all the same.
      LOG.log(System.Logger.Level.ERROR, "a target cannot be told: " + target.id(), bug);
      faults.target(target.id(), false, Reason.of("relay.post.no-courier", target.id(), bug.toString()));
    } catch (SQLException e) {
      faults.target(target.id(), false, Reason.of("relay.store.unreadable", String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  void heard(List<Outcome> outcomes, long number) {
    board = Optional.of(outcomes.getLast().board());
    kept = Math.max(kept, number);
    waiting.addAll(outcomes);
    int over = waiting.size() - MOST_WAITING;
    if (over > 0) waiting.subList(0, over).clear();
    if (routes.isEmpty()) waiting.clear();
    write();
  }

  private void write() {
    if (clock.get().mono().minus(tried).compareTo(RETRY) < 0 || !paid() || waiting.isEmpty()) return;
    try {
      if (put(waiting, herald()::tell, kept)) waiting.clear();
    } catch (RuntimeException | Error bug) {
      faults.passing(bug);
      apart();
    }
  }

  /** What cannot be told must not keep the rest, nor one target the others: their state is told all the same. */
  private void apart() {
    for (Outcome each : List.copyOf(waiting)) {
      long number = waiting.size() == 1 ? kept : 0;
      for (Route route : List.copyOf(routes.values())) {
        try {
          if (!put(List.of(each), herald()::tell, number, List.of(route))) return;
        } catch (RuntimeException | Error bug) {
          faults.passing(bug);
          failed(bug);
        }
      }
      waiting.removeFirst();
    }
  }

  /** All of it for all targets in one commit, or none of it. */
  private boolean put(List<Outcome> outcomes, BiFunction<Told, Outcome, Said> telling, long number) {
    return put(outcomes, telling, number, List.copyOf(routes.values()));
  }

  private boolean put(List<Outcome> outcomes, BiFunction<Told, Outcome, Said> telling, long number, List<Route> to) {
    Now now = clock.get();
    boolean due = now.mono().minus(placed).compareTo(PLACE) >= 0;
    try {
      // Now and then everything is held against the board, whatever is known to be as it was.
      if (due) to.forEach(Route::anew);
      to.forEach(route -> outcomes.forEach(o -> route.tell(telling.apply(route.after, o))));
      List<Route> changed = to.stream().filter(r -> r.news() || due).toList();
      Map<String, List<Letter>> added = changed.isEmpty() ? Map.of()
          : outbox.put(changed.stream().map(r -> r.posting(number)).toList(), now.wall(), herald()::condensed);
      if (due) placed = now.mono();
      to.forEach(r -> r.kept(changed.contains(r) ? number : r.seq));
      // Figures move no state, and of thousands of feeds some come with every turn: the next second shows them.
      if (Route.events(added) || board.map(b -> b.services().size()).orElse(0) < MANY) show(now);
      for (Route r : to) if (added.containsKey(r.id())) r.post.added(added.get(r.id()));
      faults.well();
      return true;
    } catch (SQLException e) {
      to.forEach(Route::undo);
      tried = now.mono();
      faults.stored("relay.store.unwritten", e);
      return false;
    } catch (RuntimeException | Error bug) {
      to.forEach(Route::undo);
      throw bug;
    }
  }

  /** Targets see how things stand after their letters are in the queue, or a state would overtake its own event. */
  private void show(Now now) {
    if (board.isEmpty() || herald == null) return;
    shown = now.mono();
    aspect = Optional.of(Aspect.of(herald, board.get(), aspect));
    routes.values().forEach(route -> route.post.look(aspect.get()));
  }

  void behind(Tail tail, Board now) {
    board = board.or(() -> Optional.of(now));
    try {
      owed = Optional.of(Owed.of(tail, now));
      paid();
    } catch (Unreadable e) {
      tail.close();
      faults.stands(e.why());
    }
  }

  /** What is owed goes before what happens now, and a disk that is full makes both wait: a gap would never be told. */
  private boolean paid() {
    if (owed.isEmpty()) return true;
    Owed debt = owed.get();
    try {
      for (Route route : List.copyOf(routes.values())) {
        // A target that is new, or a journal that begins anew.
        if (!outbox.knows(route.id()) || route.seq > debt.newest()) route.seq = debt.newest();
        if (!recall(debt, route)) return false;
      }
      kept = Math.max(kept, debt.newest());
    } catch (Unreadable e) {
      // Nothing of it can be told any more; how things stand is told all the same.
      faults.stands(e.why());
    } catch (SQLException e) {
      tried = clock.get().mono();
      faults.stored("relay.store.unreadable", e);
      return false;
    }
    debt.close();
    owed = Optional.empty();
    return true;
  }

  private boolean recall(Owed debt, Route route) throws Unreadable {
    for (Optional<Owed.Batch> next; (next = debt.after(route.seq, clock.get().wall())).isPresent(); route.seq = next.get().last())
      if (!put(next.get().outcomes(), herald()::recall, next.get().last(), List.of(route))) return false;
    return true;
  }

  void revived() {
    routes.values().forEach(route -> {
      try {
        route.post.refresh(board);
      } catch (SQLException e) {
        faults.say(Reason.of("relay.store.unreadable", String.valueOf(e.getMessage())));
      }
    });
  }

  void tick() {
    Now now = clock.get();
    write();
    if (now.mono().minus(shown).compareTo(ASPECT) >= 0 && waiting.isEmpty()) show(now);
    if (now.mono().minus(checked).compareTo(CHECK) < 0) return;
    checked = now.mono();
    List<Standing> all = new ArrayList<>();
    for (Route route : routes.values()) {
      try {
        route.post.refresh(board);
        Standing s = route.post.standing(words, now);
        all.add(s);
        if (leading.leading() && route.changed(s))
          faults.target(route.id(), route.well, s.trouble().orElse(Reason.of("relay.post.well", route.id())));
      } catch (SQLException e) {
        faults.say(Reason.of("relay.store.unreadable", String.valueOf(e.getMessage())));
      }
    }
    standing = List.copyOf(all);
    if (leading.look(all, now)) routes.values().forEach(route -> route.post.lead(leading.leading()));
  }

  void failed(Throwable bug) {
    faults.bug(bug);
  }

  @Override
  public void close() {
    // First all, then one after the other: twenty servers that hang do not take twenty times as long.
    routes.values().forEach(route -> route.post.stop());
    owed.ifPresent(Owed::close);
    long until = System.nanoTime() + Post.GRACE.toNanos();
    routes.values().forEach(route -> route.post.end(until));
    try {
      outbox.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "closing the outbox", e);
    }
  }

  private Herald herald() {
    return Objects.requireNonNull(herald, "configured first");
  }
}
