package iris.ui.charts;

import iris.history.years.Grain;
import iris.ui.charts.model.Mark;
import iris.ui.charts.model.Sheet;
import iris.ui.charts.model.Strand;
import iris.ui.charts.model.Ticks;
import iris.ui.charts.model.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One picture of a chart before it is painted.
 *
 * @param grain of what is drawn, which is not always that which is wanted: the old picture stays while the new is read
 * @param strands what is drawn; {@code before} what is laid behind
 * @param limit ms over which a p95 is degraded
 * @param parties what the external parties are called, by their ids
 */
record Shot(Wanted wanted, Grain grain, List<Strand> strands, List<Strand> before, Sheet sheet, List<Ticks.Tick> ticks,
    List<Mark> marks, OptionalDouble limit, Map<String, String> parties, Instant now) {
  View view() {
    return wanted.view();
  }

  /** What a person calls this party; one that the feed names no more by its id. */
  String party(String id) {
    return parties.getOrDefault(id, id);
  }

  /** A stretch by its strand and its place in it. */
  record Hit(Strand strand, int at) {}

  Optional<Hit> at(Instant moment) {
    return at(strands, moment);
  }

  Optional<Hit> before(Instant moment) {
    return at(before, moment);
  }

  private static Optional<Hit> at(List<Strand> strands, Instant moment) {
    long at = moment.toEpochMilli();
    for (Strand s : strands) {
      int i = s.after(at);
      if (i < s.size() && s.from(i) <= at) return Optional.of(new Hit(s, i));
    }
    return Optional.empty();
  }
}
