package iris.history.drift;

import iris.alarm.Beyond;
import iris.history.years.Stretch;
import iris.signal.Norm;
import iris.signal.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the marks on real series were worth.
 *
 * @param weeks service-weeks with enough past to be judged, {@code judged} samples in them
 * @param marks drifts, {@code idle} those of them where nothing happened: no outage during it or within six hours of its
 *     beginning, no label near it
 * @param outages that began in that time, {@code before} those that a drift stood before
 * @param labels runs of labelled hours, {@code met} those that a drift met
 */
record Rates(double weeks, int judged, int marks, int idle, int outages, int before, int labels, int met) {
  private static final Duration SOON = Duration.ofHours(6);
  private static final Duration NEAR = Duration.ofHours(3);
  private static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0, 0);

  /** Marks in a week of a service in which nothing happened. */
  double idlePerWeek() {
    return idle / weeks;
  }

  static Rates of(List<RealSeries> all, Beyond limits) {
    return all.stream().map(s -> of(s, limits)).reduce(NONE, Rates::plus);
  }

  private Rates plus(Rates o) {
    return new Rates(weeks + o.weeks, judged + o.judged, marks + o.marks, idle + o.idle, outages + o.outages,
        before + o.before, labels + o.labels, met + o.met);
  }

  private record Mark(Instant from, Instant to) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && !at.isAfter(to);
    }
  }

  static Rates of(RealSeries s, Beyond limits) {
    Map<Hour, Norm> norms = new HashMap<>();
    List<Double> newestFirst = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    Optional<Instant> standing = Optional.empty();
    Optional<Instant> first = Optional.empty();
    int judged = 0;
    for (Map.Entry<Instant, Double> sample : s.samples().entrySet()) {
      Instant at = sample.getKey();
      Norm norm = norms.computeIfAbsent(Hour.at(at, ZoneOffset.UTC), hour -> norm(s, hour));
      Norm.Usual usual = norm.usual().get(s.measure());
      if (usual == null) continue;
      judged++;
      if (first.isEmpty()) first = Optional.of(at);
      newestFirst.addFirst(limits.reach(s.measure(), sample.getValue(), usual));
      boolean drifts = limits.stands(standing.isPresent(), newestFirst);
      if (standing.isPresent() && !drifts) marks.add(new Mark(standing.get(), at));
      if (standing.isEmpty() == drifts) standing = drifts ? Optional.of(at) : Optional.empty();
    }
    Instant last = s.samples().lastKey();
    standing.ifPresent(from -> marks.add(new Mark(from, last)));
    return first.map(from -> rates(s, marks, from, last)).map(r -> r).orElse(NONE).judging(judged);
  }

  private Rates judging(int samples) {
    return new Rates(weeks, samples, marks, idle, outages, before, labels, met);
  }

  private static Norm norm(RealSeries s, Hour hour) {
    List<List<Stretch>> weeks = new ArrayList<>();
    for (int week = 1; week <= Usual.WEEKS; week++)
      hour.ago(week).ifPresent(span -> weeks.add(s.samples().subMap(span.from(), span.to()).entrySet().stream()
          .map(e -> s.window(e.getKey(), e.getValue())).toList()));
    return Usual.of("s", new Service("s", "S", List.of()), hour, weeks);
  }

  private static Rates rates(RealSeries s, List<Mark> marks, Instant first, Instant last) {
    List<Instant> outages = s.outages().stream().filter(at -> !at.isBefore(first)).toList();
    List<Mark> runs = runs(s.labels().stream().filter(at -> !at.isBefore(first)).toList());
    int idle = (int) marks.stream().filter(m -> outages.stream().noneMatch(at -> m.holds(at) || begins(m, at))
        && runs.stream().noneMatch(run -> near(m, run))).count();
    int before = (int) outages.stream().filter(at -> marks.stream().anyMatch(m -> m.from().isBefore(at)
        && (m.holds(at) || begins(m, at)))).count();
    int met = (int) runs.stream().filter(run -> marks.stream().anyMatch(m -> near(m, run))).count();
    double weeks = Duration.between(first, last).toHours() / 168.0;
    return new Rates(weeks, 0, marks.size(), idle, outages.size(), before, runs.size(), met);
  }

  private static boolean begins(Mark m, Instant outage) {
    return !outage.isBefore(m.from()) && outage.isBefore(m.from().plus(SOON));
  }

  private static boolean near(Mark m, Mark run) {
    return !m.from().isAfter(run.to().plus(NEAR)) && !m.to().isBefore(run.from().minus(Duration.ofHours(1)));
  }

  private static List<Mark> runs(List<Instant> labels) {
    List<Mark> runs = new ArrayList<>();
    for (Instant at : labels) {
      boolean on = !runs.isEmpty() && !at.isAfter(runs.getLast().to().plus(NEAR));
      Instant from = on ? runs.removeLast().from() : at;
      runs.add(new Mark(from, at));
    }
    return runs;
  }
}
