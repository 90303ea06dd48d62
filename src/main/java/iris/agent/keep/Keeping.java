package iris.agent.keep;

import iris.agent.Published;
import iris.signal.Item;
import iris.signal.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Commits, and what happens where the store cannot take one: then everything is published from memory, and offered to
 * the store again until it takes it. Of the engine's thread.
 */
final class Keeping {
  private static final System.Logger LOG = System.getLogger("iris.agent");
  /** Publications that wait for a store; beyond it the oldest are given up, and that is said. */
  private static final int MOST_UNKEPT = 50_000;
  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final Store store;
  private final Duration keep;
  private List<Published> unkept = List.of();
  private Optional<Reason> failure = Optional.empty();
  private Optional<Instant> failing = Optional.empty();
  private Optional<Instant> forgot = Optional.empty();
  private long givenUp;

  Keeping(Store store, Duration keep) {
    this.store = store;
    this.keep = keep;
  }

  /** Since when the store cannot be written. */
  Optional<Instant> failing() {
    return failing;
  }

  Optional<Reason> trouble() {
    return failure;
  }

  long unkept() {
    return unkept.size();
  }

  long givenUp() {
    return givenUp;
  }

  /**
   * Commits {@code batch} and all that waits.
   *
   * @return what of the batch is to be published: numbered, or with number 0 where it could not be kept
   * @throws RuntimeException when something in it cannot be encoded; nothing is written then
   */
  List<Published> commit(Batch batch) {
    List<Published> all = Stream.concat(unkept.stream(), batch.said().stream()).toList();
    Instant now = batch.alive();
    try {
      List<Published> numbered =
          store.commit(new Batch(now, batch.books(), batch.marks(), all, batch.answers()));
      unkept = List.of();
      store.unkept(unkept);
      failure = Optional.empty();
      failing = Optional.empty();
      forget(now);
      return fresh(batch.said(), numbered);
    } catch (SQLException e) {
      failing = failing.or(() -> Optional.of(now));
      failure = Optional.of(Reason.of("agent.keep.not-written", failing.get(), String.valueOf(e.getMessage())));
      List<Published> fresh = unknown(batch.said());
      remember(fresh);
      return fresh;
    }
  }

  /**
   * After {@link #commit} threw: what of it can be written by itself waits for the next commit.
   *
   * @return what is to be published, unnumbered
   */
  List<Published> unkeepable(List<Published> said) {
    List<Published> fresh = unknown(said);
    remember(fresh.stream().filter(Keeping::writable).toList());
    return fresh;
  }

  private static boolean writable(Published p) {
    try {
      Codec.write(p.item(), Item.class);
      return true;
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "published and not kept: " + p.item().guid(), bug);
      return false;
    }
  }

  private void remember(List<Published> fresh) {
    List<Published> all = new ArrayList<>(unkept);
    all.addAll(fresh);
    int over = Math.max(0, all.size() - MOST_UNKEPT);
    givenUp += over;
    unkept = List.copyOf(all.subList(over, all.size()));
    store.unkept(unkept);
  }

  /** Not what waits already: a guid has one content, with or without a store. */
  private List<Published> unknown(List<Published> said) {
    Set<String> known = new HashSet<>();
    unkept.forEach(p -> known.add(p.item().guid()));
    return said.stream().filter(p -> known.add(p.item().guid())).toList();
  }

  private static List<Published> fresh(List<Published> said, List<Published> numbered) {
    Set<String> mine = new HashSet<>();
    said.forEach(p -> mine.add(p.item().guid()));
    List<Published> fresh = numbered.stream().filter(p -> mine.contains(p.item().guid())).toList();
    if (fresh.size() < said.size()) {
      fresh.forEach(p -> mine.remove(p.item().guid()));
      LOG.log(System.Logger.Level.ERROR, "published before and not published again: {0}", mine);
    }
    return fresh;
  }

  /** Old things that stay a while longer are no failure of what was just committed. */
  private void forget(Instant now) {
    if (forgot.filter(at -> Duration.between(at, now).abs().compareTo(FORGET_EVERY) < 0).isPresent()) return;
    forgot = Optional.of(now);
    try {
      store.forget(now.minus(keep));
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "what is old could not be dropped: {0}", e.getMessage());
    }
  }
}
