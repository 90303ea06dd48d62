package iris.ui.charts;

import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.ui.charts.model.Plan;
import iris.ui.charts.model.Strand;
import iris.ui.charts.model.Tile;
import iris.ui.charts.model.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read, tile by tile, so that who pans waits for nothing; what is missing is asked for, what is seen first. On
 * the FX thread.
 */
final class Library {
  /** Stretches, some 300 bytes each: a year of windows three times over. */
  private static final int KEPT = 330_000;
  /** Tiles in one question: an answer must not be long in coming. */
  private static final int AT_ONCE = 24;
  /** What is older is read anew when it is seen: late windows and revisions correct the past. */
  private static final Duration OLD = Duration.ofMinutes(10);
  /** After an answer that could not be had. */
  private static final Duration REST = Duration.ofSeconds(10);

  private record Shelf(Strand strand, Duration read) {}

  private final Map<Tile, Shelf> shelves = new LinkedHashMap<>(64, 0.75f, true);
  private final Errand errand;
  private final Runnable arrived;
  private Plan wanted = new Plan(Grain.WINDOW, List.of(), List.of(), List.of());
  private Duration now = Duration.ZERO;
  private Duration rested = Duration.ZERO;

  /** @param arrived something was read */
  Library(Errand errand, Runnable arrived) {
    this.errand = errand;
    this.arrived = arrived;
  }

  /** @param clock monotonic */
  void want(Plan plan, Duration clock) {
    wanted = plan;
    now = clock;
    ask();
  }

  /** Windows came: what reaches this far is read anew. What was read goes on being shown until then. */
  void news(Instant since) {
    shelves.replaceAll((tile, shelf) -> tile.to().isAfter(since) ? new Shelf(shelf.strand(), Duration.ZERO.minus(OLD)) : shelf);
  }

  /** Nothing is asked for some time. */
  void trouble() {
    rested = now.plus(REST);
  }

  private void ask() {
    if (errand.underWay() || now.compareTo(rested) < 0) return;
    List<Tile> run = Stream.<Stream<Tile>>of(wanted.seen().stream().filter(t -> !shelves.containsKey(t)),
            wanted.behind().stream().filter(t -> !shelves.containsKey(t)),
            Stream.concat(wanted.seen().stream(), wanted.behind().stream()).filter(this::old),
            wanted.ahead().stream().filter(t -> !shelves.containsKey(t)))
        .map(s -> run(s.toList())).filter(r -> !r.isEmpty()).findFirst().orElse(List.of());
    if (run.isEmpty()) return;
    errand.run(annals -> cut(run, annals.stretches(run.getFirst().service(), run.getFirst().from(), run.getLast().to(),
        run.getFirst().grain())), this::keep);
  }

  private boolean old(Tile tile) {
    return Optional.ofNullable(shelves.get(tile)).map(s -> now.minus(s.read()).compareTo(OLD) >= 0).orElse(false);
  }

  /** The first of them that lie side by side. */
  private static List<Tile> run(List<Tile> tiles) {
    List<Tile> run = new ArrayList<>();
    for (Tile tile : tiles) {
      if (run.size() == AT_ONCE || !run.isEmpty() && !run.getLast().next().equals(tile)) break;
      run.add(tile);
    }
    return run;
  }

  /** On the reader's thread. */
  private static Map<Tile, Strand> cut(List<Tile> run, List<Stretch> stretches) {
    Map<Tile, List<Stretch>> by = new HashMap<>();
    run.forEach(t -> by.put(t, new ArrayList<>()));
    Iterator<Tile> tiles = run.iterator();
    Tile at = tiles.next();
    for (Stretch s : stretches) {
      while (!s.from().isBefore(at.to()) && tiles.hasNext()) at = tiles.next();
      Objects.requireNonNull(by.get(at)).add(s);
    }
    Map<Tile, Strand> all = new LinkedHashMap<>();
    run.forEach(t -> all.put(t, Strand.of(Objects.requireNonNull(by.get(t)))));
    return all;
  }

  private void keep(Map<Tile, Strand> read) {
    read.forEach((tile, strand) -> shelves.put(tile, new Shelf(strand, now)));
    int size = shelves.values().stream().mapToInt(s -> s.strand().size()).sum();
    Iterator<Map.Entry<Tile, Shelf>> oldest = shelves.entrySet().iterator();
    while (size > KEPT && oldest.hasNext()) {
      Map.Entry<Tile, Shelf> e = oldest.next();
      if (wanted.seen().contains(e.getKey()) || wanted.behind().contains(e.getKey())) continue;
      size -= e.getValue().strand().size();
      oldest.remove();
    }
    arrived.run();
    ask();
  }

  /** Something that is to be seen was not read yet. */
  boolean reads() {
    return Stream.concat(wanted.seen().stream(), wanted.behind().stream()).anyMatch(t -> !shelves.containsKey(t));
  }

  /** Those of these tiles that were read and lie side by side: the longest run of them. */
  List<Tile> read(List<Tile> tiles) {
    List<Tile> best = List.of();
    List<Tile> run = new ArrayList<>();
    for (Tile tile : tiles) {
      if (!shelves.containsKey(tile)) run = new ArrayList<>();
      else run.add(tile);
      if (run.size() > best.size()) best = List.copyOf(run);
    }
    return best;
  }

  List<Strand> strands(List<Tile> read) {
    return read.stream().map(shelves::get).filter(java.util.Objects::nonNull).map(Shelf::strand).toList();
  }

  /** The time that these tiles reach over; empty where there are none. */
  static Optional<View> reach(List<Tile> tiles) {
    return tiles.isEmpty() ? Optional.empty() : Optional.of(new View(tiles.getFirst().from(), tiles.getLast().to()));
  }
}
