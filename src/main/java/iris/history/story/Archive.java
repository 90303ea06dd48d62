package iris.history.story;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where past episodes are looked up. Takes its time: never on the thread of the screen. */
public interface Archive extends AutoCloseable {
  /** Standing ones first, then the newest. */
  List<Episode> episodes(Search search) throws Unreadable;

  Optional<Episode> episode(String id) throws Unreadable;

  /** What was kept about these subjects, a service and its feed for instance, while the episode stood. */
  Chapter chapter(Episode episode, Set<String> subjects) throws Unreadable;

  @Override
  void close();
}
