package iris.history.contract;

import iris.alarm.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one service kept of its contract in one period. Immutable; what every report asks for is counted once. */
public final class Account {
  private final Contract contract;
  private final Period period;
  private final Facts facts;
  private final Spans works;
  private final Counting counting;
  private final Spans promised;
  private final Counts counts;
  private final Outages outages;
  private final Response response;

  /** A part of the period, and what was counted in it. */
  public record Part(Period period, Counts counts) {}

  public Account(Contract contract, Period period, Facts facts) {
    this.contract = contract.only(facts.service());
    this.period = period;
    this.facts = facts;
    works = Causes.pauses(facts.pauses(), Suppression.Kind.MAINTENANCE, facts.until());
    counting = new Counting(facts.timeline(), contract.maintenance(), works, facts.causes(),
        Blame.of(facts.episodes(), facts.until()));
    promised = promised(period.from(), period.to());
    counts = counting.in(promised);
    outages = Outages.ofWindows(facts.timeline(), promised, works, contract.maintenance());
    response = Response.of(counted(), facts.latencies(), contract);
  }

  public String service() {
    return facts.service();
  }

  public Contract contract() {
    return contract;
  }

  /** What was read; a report draws and lists from it. */
  public Facts facts() {
    return facts;
  }

  /** The period lasts, or its last windows are still to come: figures are as of then. */
  public boolean running() {
    return facts.until().isBefore(period.to());
  }

  private Spans promised(Instant from, Instant to) {
    return contract.promised(from, Spans.earlier(to, facts.until()));
  }

  public Counts counts() {
    return counts;
  }

  public Availability availability() {
    return Availability.of(counts, contract);
  }

  /** By day, week, month and so on, those that began; the first and the last may be cut. */
  public List<Part> parts(Period.Unit by) {
    List<Part> parts = new ArrayList<>();
    for (Period part : period.parts(by, contract.zone()))
      if (part.from().isBefore(facts.until())) parts.add(new Part(part, counting.in(promised(part.from(), part.to()))));
    return parts;
  }

  /** By hour of the clock, 0 to 23, over all days; hours in which nothing is promised are left out. */
  public Map<Integer, Counts> hoursOfDay() {
    Map<Integer, List<Span>> spans = new TreeMap<>();
    for (Period hour : period.parts(Period.Unit.HOUR, contract.zone()))
      spans.computeIfAbsent(hour.from().atZone(contract.zone()).getHour(), _ -> new ArrayList<>()).add(hour.span());
    Map<Integer, Counts> by = new TreeMap<>();
    spans.forEach((hour, some) -> {
      Spans in = Spans.of(some).and(promised);
      if (!in.isEmpty()) by.put(hour, counting.in(in));
    });
    return by;
  }

  public Outages outages(Outages.Basis basis) {
    if (basis == Outages.Basis.WINDOWS) return outages;
    Spans time = contract.maintenance() ? promised : promised.less(works);
    return Outages.ofEpisodes(facts.episodes(), time, facts.until(), outages.up());
  }

  /** Of a period that is running; of one that is over there is nothing left to burn. */
  public Optional<Burn> burn() {
    if (!running() || facts.until().isBefore(period.from())) return Optional.empty();
    Availability now = availability();
    long ahead = contract.promised(facts.until(), period.to()).seconds();
    return Optional.of(new Burn(now, last(Duration.ofDays(1)), last(Duration.ofHours(1)),
        now.budget() + (1 - contract.target()) * ahead / 60, facts.until(), ahead));
  }

  private Availability last(Duration span) {
    return Availability.of(counting.in(promised(facts.until().minus(span), facts.until())), contract);
  }

  public Response response() {
    return response;
  }

  /** What starts in promised time and is no maintenance that does not count. */
  private List<Piece> counted() {
    List<Piece> pieces = new ArrayList<>();
    for (Span span : promised.all())
      for (Piece p : facts.timeline().touching(span))
        if (contract.maintenance() || p.coarse() || p.stretch().works().said() == 0) pieces.add(p.clip(span));
    return pieces;
  }

  /** Cases that begin in the period, of those that touch promised time. */
  public Punctuality punctuality() {
    return Punctuality.of(cases(), period.span(), Duration.ofSeconds(counts().unknown()));
  }

  public Map<Period, Punctuality> punctuality(Period.Unit by) {
    List<Case> cases = cases();
    Map<Period, Punctuality> parts = new TreeMap<>(Comparator.comparing(Period::from));
    for (Part part : parts(by))
      parts.put(part.period(), Punctuality.of(cases, part.period().span(), Duration.ofSeconds(part.counts().unknown())));
    return parts;
  }

  private List<Case> cases() {
    Spans promised = contract.promised(facts.timeline().span().from(), facts.timeline().span().to());
    List<Spell> spells = Spell.of(facts.timeline(), contract.maintenance()).stream()
        .filter(s -> !promised.and(Spans.of(s.from(), s.to())).isEmpty()).toList();
    return Matching.cases(spells, Announced.of(facts.told()), facts.drifts());
  }
}
