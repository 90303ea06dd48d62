package iris.history.contract;

import iris.signal.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is promised of services, and by what rules it is counted.
 *
 * @param id as configured; of a service without a contract, its key
 * @param name for a person
 * @param services keys, one or more; each is judged alone
 * @param target availability promised, over 0 to 1
 * @param zone whose days and hours are meant
 * @param holidays days whose shifts fall out, those of round-the-clock service as well
 * @param maintenance it counts like any other time; false: it leaves the time that is promised
 * @param against losses of these origins count; others are shown, and counted as good
 * @param unit the period that the target is promised for; never {@link Period.Unit#RANGE}
 * @param limit p95 that a window should keep; {@code apdex} what a transaction may take to satisfy
 */
public record Contract(
    String id,
    String name,
    List<String> services,
    double target,
    ZoneId zone,
    Hours hours,
    Set<LocalDate> holidays,
    boolean maintenance,
    Set<Origin> against,
    Period.Unit unit,
    Optional<Duration> limit,
    Optional<Duration> apdex) {
  public static final Set<Origin> ALL = Collections.unmodifiableSet(EnumSet.allOf(Origin.class));

  public Contract {
    Objects.requireNonNull(name);
    services = List.copyOf(services);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(hours);
    holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
    Objects.requireNonNull(limit);
    Objects.requireNonNull(apdex);
    if (id.isBlank()) throw new IllegalArgumentException("a contract needs an id");
    if (services.isEmpty()) throw new IllegalArgumentException("a contract is about a service: " + id);
    if (Set.copyOf(services).size() < services.size()) throw new IllegalArgumentException("twice in " + services);
    if (!(0 < target && target <= 1)) throw new IllegalArgumentException("target " + target);
    if (against.isEmpty()) throw new IllegalArgumentException("nothing counts against it: " + id);
    against = Collections.unmodifiableSet(EnumSet.copyOf(against));
    if (unit == Period.Unit.RANGE || unit == Period.Unit.HOUR) throw new IllegalArgumentException("promised for " + unit);
    limit.ifPresent(Contract::positive);
    apdex.ifPresent(Contract::positive);
  }

  private static void positive(Duration d) {
    if (d.toMillis() < 1) throw new IllegalArgumentException("a time of " + d);
  }

  /** Of a service of which only a target is known: round the clock, without maintenance, whoever is at fault, by month. */
  public static Contract usual(String service, double target, ZoneId zone) {
    return usual(service, service, target, Optional.empty(), zone);
  }

  public static Contract usual(String service, String name, double target, Optional<Duration> limit, ZoneId zone) {
    return new Contract(service, name, List.of(service), target, zone, Hours.ALWAYS, Set.of(), false, ALL,
        Period.Unit.MONTH, limit, Optional.empty());
  }

  /** The same for one of its services. */
  public Contract only(String service) {
    return new Contract(id, name, List.of(service), target, zone, hours, holidays, maintenance, against, unit, limit, apdex);
  }

  /** The time in which the service is promised, maintenance not yet taken out. */
  public Spans promised(Instant from, Instant to) {
    if (!from.isBefore(to) || hours.always() && holidays.isEmpty()) return Spans.of(from, to);
    List<Span> shifts = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(to, zone);
    // The shift of the night before reaches into the first day.
    for (LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1); !day.isAfter(last); day = day.plusDays(1))
      if (!holidays.contains(day)) shifts.addAll(hours.on(day, zone));
    return Spans.of(shifts).and(Spans.of(from, to));
  }

  public Spans promised(Period period) {
    return promised(period.from(), period.to());
  }

  /** The period of the promise that this moment lies in. */
  public Period period(Instant at) {
    return Period.of(unit, at, zone);
  }

  /** Digits behind the point that a percentage needs so that the target can be told from what just misses it. */
  public int digits() {
    for (int digits = 0; digits < 4; digits++) {
      double scaled = target * 100 * Math.pow(10, digits);
      if (Math.abs(scaled - Math.rint(scaled)) < 1e-7) return Math.max(2, digits + 1);
    }
    return 5;
  }
}
