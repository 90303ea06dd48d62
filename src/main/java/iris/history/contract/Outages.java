package iris.history.contract;

import iris.alarm.AlarmKey.Kind;
import iris.history.story.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outages of a time, and what is counted of them (vectors/outages.csv).
 *
 * @param up seconds of the promised time that were measured and not down
 */
public record Outages(Basis basis, List<Outage> all, long up) {
  /** What they are taken from: a report says which. */
  public enum Basis {
    /** Runs of windows that start and end down; unknown windows inside belong to them. */
    WINDOWS,
    /** Alarms OUTAGE as they stood here, with the uncertainty of their ends. */
    EPISODES
  }

  public Outages {
    Objects.requireNonNull(basis);
    all = List.copyOf(all);
    if (up < 0) throw new IllegalArgumentException("up " + up);
  }

  /** @param timeline with windows wherever one is down */
  public static Outages ofWindows(Timeline timeline, Spans promised, Spans works, boolean counted) {
    Spans time = counted ? promised : promised.less(works);
    List<Outage> found = new ArrayList<>();
    List<Piece> run = new ArrayList<>();
    for (Piece p : timeline.pieces()) {
      long down = down(p, counted);
      if (down > 0) run.add(p);
      if (p.stretch().plain().known() + (counted ? p.stretch().works().known() : 0) > down) {
        outage(run, time, counted, false).ifPresent(found::add);
        run.clear();
      }
    }
    outage(run, time, counted, true).ifPresent(found::add);
    return new Outages(Basis.WINDOWS, found, up(timeline, time, counted));
  }

  private static long down(Piece p, boolean counted) {
    return p.stretch().plain().down() + (counted ? p.stretch().works().down() : 0);
  }

  private static Optional<Outage> outage(List<Piece> run, Spans time, boolean counted, boolean open) {
    if (run.isEmpty()) return Optional.empty();
    Spans most = Spans.of(run.getFirst().from(), run.getLast().to()).and(time);
    long known = 0;
    for (Piece p : run) {
      long in = time.and(Spans.of(p.from(), p.to())).seconds();
      known += Math.round((double) down(p, counted) * in / p.seconds());
    }
    return known == 0 ? Optional.empty() : Optional.of(new Outage(most.all().getFirst().from(), most.all().getLast().to(),
        Math.min(known, most.seconds()), most.seconds(), open, Optional.empty()));
  }

  private static long up(Timeline timeline, Spans time, boolean counted) {
    Counts all = new Counting(timeline, counted, Spans.NONE, Causes.NONE, Blame.NONE).in(time);
    return all.measured().up() + all.measured().degraded();
  }

  /** @param until when one that still stands is cut off; {@code up} as the windows tell it */
  public static Outages ofEpisodes(List<Episode> episodes, Spans time, Instant until, long up) {
    List<Outage> found = new ArrayList<>();
    for (Episode e : episodes.stream().sorted(Comparator.comparing(Episode::since)).toList()) {
      Instant end = e.ended().or(e::closed).orElse(until);
      Spans in = Spans.of(e.since(), end).and(time);
      if (e.alarm().kind() == Kind.OUTAGE && !in.isEmpty())
        found.add(new Outage(in.all().getFirst().from(), in.all().getLast().to(), in.seconds(), in.seconds(),
            e.ended().or(e::closed).isEmpty(), e.unsure()));
    }
    return new Outages(Basis.EPISODES, found, up);
  }

  public int count() {
    return all.size();
  }

  /** Mean minutes to repair, of what was measured as down; empty without an outage. */
  public OptionalDouble repair() {
    return all.stream().mapToLong(Outage::known).average().stream().map(s -> s / 60).findFirst();
  }

  /** The same if it was down in between, where nothing was measured. */
  public OptionalDouble repairAtMost() {
    return all.stream().mapToLong(Outage::most).average().stream().map(s -> s / 60).findFirst();
  }

  /** Mean minutes measured as not down for each outage; empty without one. */
  public OptionalDouble between() {
    return all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(up / 60.0 / all.size());
  }

  public Optional<Outage> longest() {
    return all.stream().max(Comparator.comparingLong(Outage::known).thenComparing(Outage::most));
  }

  /** Plus or minus, of the mean to repair; empty where no end is uncertain. */
  public Optional<Duration> unsure() {
    long ms = all.stream().flatMap(o -> o.unsure().stream()).mapToLong(Duration::toMillis).sum();
    return ms == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(ms / all.size()));
  }
}
