package iris.alarm;

import iris.signal.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An announcement that no rule decides, or any other that a person may judge otherwise.
 *
 * @param service key of the service; {@code feed} the id of the feed that announces it
 * @param incident as it is taken now; {@code told} as the feed says it
 * @param aside who set it aside
 */
public record Unclear(String service, String feed, Incident incident, Incident told, Optional<Alarm.Remark> aside) {
  public Unclear {
    Objects.requireNonNull(service);
    Objects.requireNonNull(feed);
    Objects.requireNonNull(incident);
    Objects.requireNonNull(told);
    Objects.requireNonNull(aside);
  }

  /** No rule decides it, and nobody has set it aside. */
  public boolean waits() {
    return open() && aside.isEmpty();
  }

  /** No rule decides it. */
  public boolean open() {
    return incident.open() && incident.kind() == Incident.Kind.UNCLASSIFIED;
  }

  /** What stands to be classified, those set aside last. */
  public static List<Unclear> of(Board board) {
    return all(board).stream().filter(Unclear::open).sorted(Comparator.comparing(u -> u.aside().isPresent())).toList();
  }

  /** All announcements that a board remembers, in the order of its services, the open ones first. */
  public static List<Unclear> all(Board board) {
    List<Unclear> all = new ArrayList<>();
    board.services().forEach((key, s) -> {
      Memory.OfService m = board.memory().services().get(key);
      if (m == null) return;
      m.cases().values().stream().filter(c -> c.held() || c.vanished())
          .forEach(c -> all.add(new Unclear(key, s.feed(), c.incident(), c.told(), c.aside())));
    });
    all.sort(Comparator.comparing(u -> !u.incident().open()));
    return List.copyOf(all);
  }
}
