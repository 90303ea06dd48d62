package iris.ui.charts;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Years of a service that never was: a day's rise and fall, quiet nights, a slow party now and then, outages and gaps
 * where the test puts them. The same for the same seed.
 */
public final class Years implements Annals {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final long WINDOW = 300;

  /** What a time was like. */
  public enum What {
    GAP,
    OUTAGE,
    SLOW,
    WORKS
  }

  private record Trouble(Instant from, Instant to, What what) {
    boolean at(Instant when) {
      return !when.isBefore(from) && when.isBefore(to);
    }
  }

  private final String service;
  private final Instant first;
  private final Instant last;
  private final boolean merged;
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<Episode> episodes = new ArrayList<>();
  private final List<Transition> told = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final Map<Grain, List<Stretch>> kept = new EnumMap<>(Grain.class);

  /** @param merged roll-ups carry percentiles merged from histograms; else those of the worst window */
  public Years(String service, Instant first, Instant last, boolean merged) {
    this.service = service;
    this.first = first;
    this.last = last;
    this.merged = merged;
  }

  public Years with(What what, Instant from, Duration length) {
    troubles.add(new Trouble(from, from.plus(length), what));
    return this;
  }

  public Years with(Episode episode) {
    episodes.add(episode);
    return this;
  }

  public Years with(Transition transition) {
    told.add(transition);
    return this;
  }

  public Years with(Pause pause) {
    pauses.add(pause);
    return this;
  }

  private Optional<What> what(Instant at) {
    return troubles.stream().filter(t -> t.at(at)).map(Trouble::what).findFirst();
  }

  private Optional<Stretch> window(Instant from) {
    Optional<What> what = what(from);
    if (what.equals(Optional.of(What.GAP))) return Optional.empty();
    Random chance = new Random(from.getEpochSecond() * 31 + service.hashCode());
    LocalTime clock = from.atZone(PARIS).toLocalTime();
    double day = Math.max(0.04, Math.sin(Math.PI * (clock.toSecondOfDay() / 86_400.0 - 0.1) / 0.9));
    long total = Math.round(900 * day * (0.9 + 0.2 * chance.nextDouble()));
    boolean down = what.equals(Optional.of(What.OUTAGE));
    boolean slow = what.equals(Optional.of(What.SLOW));
    long failed = Math.round(total * (down ? 0.72 : slow ? 0.04 : 0.002 * chance.nextDouble()));
    Map<Origin, Long> failures = new HashMap<>();
    if (failed > 0) {
      failures.put(Origin.EXTERNAL, failed * 6 / 10);
      if (failed > 3) failures.put(Origin.PROVIDER, failed / 4);
      if (failed > 20) failures.put(Origin.NETWORK, failed / 10);
    }
    double mean = (240 + 160 * day) * (0.95 + 0.1 * chance.nextDouble()) * (slow ? 3.4 : down ? 6 : 1);
    long p95 = Math.round(mean * (2.1 + 0.2 * chance.nextDouble()));
    long p99 = Math.round(p95 * 1.5);
    long max = Math.round(p99 * (1.2 + Math.pow(chance.nextDouble(), 8) * 8));
    Tally spent = tally(down, slow, total == 0 ? 1 : 1 - (double) failed / total);
    boolean works = what.equals(Optional.of(What.WORKS));
    return Optional.of(new Stretch(from, from.plusSeconds(WINDOW), 1, works ? Tally.NONE : spent, works ? spent : Tally.NONE,
        total, failed, failures, times(total, mean, p95, p99, max),
        Map.of("ants", times(total, mean * 0.62, Math.round(p95 * 0.6), Math.round(p99 * 0.6), Math.round(max * 0.7)))));
  }

  private static Tally tally(boolean down, boolean slow, double ratio) {
    return new Tally(ratio * WINDOW, down || slow ? 0 : WINDOW, slow ? WINDOW : 0, down ? WINDOW : 0, 0);
  }

  private static Times times(long total, double mean, long p95, long p99, long max) {
    if (total == 0) return Times.NONE;
    return new Times(total, mean * total, max, new Times.Quantiles.Said(Math.round(mean * 0.9), p95, p99));
  }

  @Override
  public List<Known> services() {
    return List.of(new Known(service, first, last));
  }

  @Override
  public List<Stretch> stretches(String of, Instant from, Instant to, Grain grain) {
    if (!of.equals(service)) return List.of();
    List<Stretch> all = kept.computeIfAbsent(grain, this::make);
    return all.subList(at(all, from), at(all, to));
  }

  private static int at(List<Stretch> all, Instant from) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).from().isBefore(from)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private List<Stretch> make(Grain grain) {
    if (grain != Grain.WINDOW) return rolled(kept.computeIfAbsent(Grain.WINDOW, this::make), grain);
    List<Stretch> all = new ArrayList<>();
    for (Instant at = first; at.isBefore(last); at = at.plusSeconds(WINDOW)) window(at).ifPresent(all::add);
    return all;
  }

  private List<Stretch> rolled(List<Stretch> windows, Grain grain) {
    List<Stretch> all = new ArrayList<>();
    for (int i = 0; i < windows.size(); ) {
      Instant start = grain.floor(windows.get(i).from());
      int end = i;
      while (end < windows.size() && grain.floor(windows.get(end).from()).equals(start)) end++;
      all.add(sum(start, grain.next(start), windows.subList(i, end)));
      i = end;
    }
    return all;
  }

  private Stretch sum(Instant from, Instant to, List<Stretch> parts) {
    Map<Origin, Long> failures = new HashMap<>();
    parts.forEach(p -> p.failures().forEach((o, n) -> failures.merge(o, n, Long::sum)));
    return new Stretch(from, to, parts.size(), parts.stream().map(Stretch::plain).reduce(Tally.NONE, Tally::plus),
        parts.stream().map(Stretch::works).reduce(Tally.NONE, Tally::plus),
        parts.stream().mapToLong(Stretch::total).sum(), parts.stream().mapToLong(Stretch::failed).sum(), failures,
        sum(parts.stream().map(Stretch::transaction).toList()),
        Map.of("ants", sum(parts.stream().map(p -> p.responses().get("ants")).toList())));
  }

  private Times sum(List<Times> parts) {
    List<Times.Quantiles.Said> said = parts.stream().map(Times::quantiles).filter(Times.Quantiles.Said.class::isInstance)
        .map(Times.Quantiles.Said.class::cast).toList();
    long p50 = said.stream().mapToLong(Times.Quantiles.Said::p50).max().orElse(-1);
    long p95 = said.stream().mapToLong(Times.Quantiles.Said::p95).max().orElse(-1);
    long p99 = said.stream().mapToLong(Times.Quantiles.Said::p99).max().orElse(-1);
    Times.Quantiles quantiles = said.isEmpty() ? new Times.Quantiles.None()
        : merged ? new Times.Quantiles.Merged(p50, p95, p99) : new Times.Quantiles.Worst(p50, p95, p99);
    return new Times(parts.stream().mapToLong(Times::counted).sum(), parts.stream().mapToDouble(Times::sum).sum(),
        parts.stream().mapToLong(Times::max).max().orElse(-1), quantiles);
  }

  @Override
  public List<Pause> pauses(String of, Instant from, Instant to) {
    return pauses.stream().filter(p -> p.from().isBefore(to) && p.to().map(e -> e.isAfter(from)).orElse(true)).toList();
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) {
    return episodes.stream().filter(e -> e.alarm().subject().equals(subject) && e.since().isBefore(to)
        && e.ended().map(end -> end.isAfter(from)).orElse(true)).toList();
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) {
    return subject.equals(service)
        ? told.stream().filter(t -> !t.at().isBefore(from) && t.at().isBefore(to)).toList() : List.of();
  }

  @Override
  public void close() {}
}
