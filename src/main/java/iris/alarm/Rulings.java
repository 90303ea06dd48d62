package iris.alarm;

import iris.signal.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules that people made, oldest first, those taken back among them.
 *
 * @param next number of the next rule
 */
public record Rulings(List<Classification> all, int next) {
  public static final Rulings NONE = new Rulings(List.of(), 1);

  /** Standing rules: beyond it nobody knows any more what decides. */
  static final int MOST = 200;

  /** Rules taken back whose names are remembered. */
  private static final int PAST = 200;

  public Rulings {
    all = List.copyOf(all);
  }

  public Stream<Classification> standing() {
    return all.stream().filter(Classification::stands);
  }

  public Optional<Classification> find(String id) {
    return all.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** The rule that an incident was judged by; empty where no person's rule decided. */
  public Optional<Classification> behind(Incident incident) {
    return incident.rule().startsWith(Classification.DESK)
        ? find(incident.rule().substring(Classification.DESK.length())) : Optional.empty();
  }

  /** What the incident is by these rules. Of several that fit the newest decides: who made it saw the others. */
  public Incident judge(String feed, Incident told) {
    Criterion.Said said = new Criterion.Said(told);
    for (Classification c : all.reversed())
      if (c.stands() && c.criterion().matches(feed, said)) return c.criterion().judge(told, c.name());
    return told;
  }

  Rulings plus(Classification rule) {
    List<Classification> more = new ArrayList<>(all);
    more.add(rule);
    return new Rulings(more, next + 1);
  }

  Rulings with(Classification changed) {
    List<Classification> same =
        new ArrayList<>(all.stream().map(c -> c.id().equals(changed.id()) ? changed : c).toList());
    long past = same.stream().filter(c -> !c.stands()).count();
    for (int i = 0; past > PAST && i < same.size(); i++) {
      if (same.get(i).stands()) continue;
      same.remove(i--);
      past--;
    }
    return new Rulings(same, next);
  }
}
