package iris.history.story;

import iris.alarm.Transition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The journal's archive; and while the journal takes nothing, as on a full disk, together with what this run remembers:
 * the outage of this very moment must not be missing from the page that tells it.
 */
public final class Standby implements Archive {
  private final Archive journal;
  private final Archive memory;
  private final BooleanSupplier ill;

  /** @param ill whether the journal cannot be written now; asked on the reader's thread */
  public Standby(Archive journal, Archive memory, BooleanSupplier ill) {
    this.journal = journal;
    this.memory = memory;
    this.ill = ill;
  }

  /** A question to one of the two. */
  @FunctionalInterface
  private interface Question<T> {
    T to(Archive archive) throws Unreadable;
  }

  /** What can still be read; what cannot is said by the fault that stands for the journal, and memory answers. */
  private <T> T orElse(Question<T> question, T none) {
    try {
      return question.to(journal);
    } catch (Unreadable known) {
      System.getLogger("iris.history").log(System.Logger.Level.DEBUG, "the memory answers alone", known);
      return none;
    }
  }

  @Override
  public List<Episode> episodes(Search search) throws Unreadable {
    if (!ill.getAsBoolean()) return journal.episodes(search);
    Search whole = new Search(search.subject(), search.since(), search.text(), search.kinds(), 0, search.skip() + search.most());
    Map<String, Episode> all = new LinkedHashMap<>();
    orElse(j -> j.episodes(whole), List.<Episode>of()).forEach(e -> all.put(e.id(), e));
    memory.episodes(whole).forEach(e -> all.put(e.id(), e));
    return all.values().stream().sorted(Recollection.ORDER).skip(search.skip()).limit(search.most()).toList();
  }

  @Override
  public Optional<Episode> episode(String id) throws Unreadable {
    if (!ill.getAsBoolean()) return journal.episode(id);
    Optional<Episode> remembered = memory.episode(id);
    return remembered.isPresent() ? remembered : orElse(j -> j.episode(id), Optional.<Episode>empty());
  }

  @Override
  public Chapter chapter(Episode episode, Set<String> subjects) throws Unreadable {
    if (!ill.getAsBoolean()) return journal.chapter(episode, subjects);
    Set<Transition> all =
        new LinkedHashSet<>(orElse(j -> j.chapter(episode, subjects), new Chapter(episode, List.of())).transitions());
    all.addAll(memory.chapter(episode, subjects).transitions());
    return new Chapter(episode, all.stream().sorted(Comparator.comparing(Transition::at)).toList());
  }

  @Override
  public void close() {
    journal.close();
    memory.close();
  }
}
