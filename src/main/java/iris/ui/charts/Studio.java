package iris.ui.charts;

import iris.alarm.Board;
import iris.alarm.Judged;
import iris.alarm.ServiceState;
import iris.history.years.Grain;
import iris.ui.charts.model.Plan;
import iris.ui.charts.model.Sheet;
import iris.ui.charts.model.Strand;
import iris.ui.charts.model.Ticks;
import iris.ui.charts.model.Tile;
import iris.ui.charts.model.View;
import iris.ui.page.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes a picture of what was read; asks for what was not. On the FX thread. */
final class Studio {
  /** px between two times under a chart. */
  private static final double APART = 84;

  private final Library library;
  private final Marks marks;
  private final ZoneId zone;
  /** What the last picture was made of: it stays until something of the next is there. */
  private List<Tile> last = List.of();

  Studio(Library library, Marks marks, ZoneId zone) {
    this.library = library;
    this.marks = marks;
    this.zone = zone;
  }

  static Optional<Map<Instant, Judged>> windows(Board board, String service) {
    return Optional.ofNullable(board.services().get(service)).map(ServiceState::windows);
  }

  private Plan plan(Wanted w, int width) {
    return Plan.of(w.service(), w.view(), w.behind().of(w.view(), zone), width, w.finer());
  }

  void want(Wanted w, Seen seen, int width) {
    if (width < 1) return;
    library.want(plan(w, width), seen.now().mono());
    Optional<String> feed = Optional.ofNullable(seen.board().services().get(w.service())).map(ServiceState::feed);
    marks.want(w.service(), feed, w.view(), seen.now().mono());
  }

  Shot shot(Wanted w, Seen seen, int width) {
    want(w, seen, width);
    Plan plan = plan(w, width);
    List<Tile> read = library.read(plan.seen());
    if (read.isEmpty()) read = last.stream().filter(t -> t.service().equals(w.service())).toList();
    last = read;
    Grain grain = read.isEmpty() ? plan.grain() : read.getFirst().grain();
    List<Strand> strands = library.strands(read);
    List<Strand> before = grain == plan.grain() ? library.strands(library.read(plan.behind())) : List.of();
    Instant now = seen.now().wall();
    Sheet sheet = Sheet.of(new Sheet.Asked(w.view(), width, strands, looked(read, w.view(), now), before, w.behind(), zone,
        w.scale()));
    Optional<Duration> limit = seen.board().rules().of(w.service()).p95Limit();
    return new Shot(w, grain, strands, before, sheet, Ticks.of(w.view(), zone, width, APART), marks.all(),
        limit.map(d -> OptionalDouble.of(d.toMillis())).orElse(OptionalDouble.empty()), parties(seen.board(), w.service()), now);
  }

  private static Map<String, String> parties(Board board, String service) {
    Map<String, String> names = new HashMap<>();
    Optional.ofNullable(board.services().get(service)).ifPresent(s -> s.service().parties().stream()
        .filter(p -> !p.name().isBlank()).forEach(p -> names.put(p.id(), p.name())));
    return names;
  }

  /** What was read of the view, and has been. */
  private static View looked(List<Tile> read, View view, Instant now) {
    Optional<View> reach = Library.reach(read);
    Instant from = reach.map(View::from).filter(view.from()::isBefore).orElse(view.from());
    Instant to = reach.map(View::to).filter(now::isAfter).orElse(now);
    return reach.isPresent() && from.isBefore(to) ? new View(from, to) : new View(view.from(), view.from().plusMillis(1));
  }

  /** The middle of the stretch that lies so many after the cursor; of the last one where there is no cursor. */
  static Optional<Instant> step(Shot shot, Optional<Instant> cursor, int stretches) {
    long at = cursor.orElse(shot.view().to()).toEpochMilli();
    long best = 0;
    boolean found = false;
    for (Strand s : shot.strands())
      for (int i = 0; i < s.size(); i++) {
        long middle = (s.from(i) + s.to(i)) / 2;
        boolean beyond = stretches > 0 ? s.from(i) > at : s.to(i) <= at;
        if (!beyond || found && Math.abs(middle - at) >= Math.abs(best - at)) continue;
        best = middle;
        found = true;
      }
    return found ? Optional.of(Instant.ofEpochMilli(best)) : Optional.empty();
  }

  /** The service that is meant by its key, or by its feed. */
  static String key(Board board, String subject) {
    if (board.services().containsKey(subject)) return subject;
    return board.services().values().stream().filter(s -> s.feed().equals(subject)).map(ServiceState::key).findFirst()
        .orElse(subject);
  }
}
