package iris.history.story;

import iris.alarm.Transition;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The archive of a console without a journal: of a demonstration, and of one whose folder cannot be used; and of any
 * while its journal takes nothing ({@link Standby}). Remembers the last {@link #MOST} transitions of this run and forgets
 * the oldest. For every thread.
 */
public final class Recollection implements Archive {
  /** Some ten megabytes; days of a calm console, hours of a storm. */
  static final int MOST = 20_000;
  private static final int EPISODES = 2_000;

  /** Standing ones first, then the newest. */
  static final Comparator<Episode> ORDER =
      Comparator.comparing(Episode::open).thenComparing(Episode::since).thenComparing(Episode::id).reversed();

  private final Deque<Transition> transitions = new ArrayDeque<>();
  private final Map<String, Episode> episodes = new LinkedHashMap<>();

  /** On the thread that passes outcomes on; quick. */
  public synchronized void keep(List<Transition> more) {
    for (Transition t : more) {
      transitions.addLast(t);
      if (transitions.size() > MOST) transitions.removeFirst();
      episodes.replaceAll((id, e) -> Episodes.leaves(e, t) ? Episodes.left(e, t.at()) : e);
      Episodes.of(t).ifPresent(id -> Episodes.after(Optional.ofNullable(episodes.get(id)), t).ifPresent(this::put));
    }
  }

  private void put(Episode e) {
    episodes.put(e.id(), e);
    if (episodes.size() <= EPISODES) return;
    episodes.values().stream().filter(old -> !old.open()).findFirst().ifPresent(old -> episodes.remove(old.id()));
  }

  @Override
  public synchronized List<Episode> episodes(Search search) {
    return episodes.values().stream().filter(search::finds).sorted(ORDER).skip(search.skip()).limit(search.most()).toList();
  }

  @Override
  public synchronized Optional<Episode> episode(String id) {
    return Optional.ofNullable(episodes.get(id));
  }

  @Override
  public synchronized Chapter chapter(Episode episode, Set<String> subjects) {
    Instant from = Chapter.from(episode);
    Instant to = Chapter.to(episode);
    return new Chapter(episode, transitions.stream()
        .filter(t -> !time(t).isBefore(from) && !time(t).isAfter(to))
        .filter(t -> subjects.contains(Mentions.of(t))).toList());
  }

  /** A window that came late belongs to the time it was measured in. */
  private static Instant time(Transition t) {
    return t instanceof Transition.Kept kept ? kept.window().window().from() : t.at();
  }

  @Override
  public void close() {}
}
