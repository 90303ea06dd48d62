package iris.report.reckon;

import iris.history.contract.Account;
import iris.history.contract.Contract;
import iris.history.contract.Ledger;
import iris.history.contract.Period;
import iris.history.contract.Terms;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Stretch;
import iris.history.years.Times.Quantiles;
import iris.report.Figure;
import iris.report.Reckoning;
import iris.report.Sample;
import iris.report.Statement;
import iris.report.Subject;
import iris.report.Term;
import iris.report.Unanswerable;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes statements out of the annals. Takes its time: never on the thread of the screen. For one thread. */
public final class Books {
  /** Longer periods are told by hours where windows are not needed, and drawn by days. */
  private static final long MANY_DAYS = 100;
  private static final long HOURLY_DAYS = 35;
  private static final int NAMED = 3;

  private final Annals annals;
  private final Promises promises;

  public Books(Annals annals, Promises promises) {
    this.annals = annals;
    this.promises = promises;
  }

  /** In the order of the contracts; then those that have none. */
  public List<Subject> subjects() throws Unreadable {
    Map<String, Known> known = new LinkedHashMap<>();
    annals.services().forEach(k -> known.put(k.service(), k));
    List<Subject> all = new ArrayList<>();
    for (Contract contract : promises.contracts(known.keySet()))
      for (String service : contract.services())
        all.add(new Subject(contract.only(service), service, promises.title(service), Optional.ofNullable(known.get(service))));
    return all;
  }

  /**
   * @param wanted keys of services or contracts; none: all
   * @throws Unanswerable there is no such service, or nothing is known of these days
   */
  public Statement statement(Collection<String> wanted, Term term, Instant now) throws Unreadable, Unanswerable {
    List<Subject> all = subjects();
    List<Subject> chosen = new ArrayList<>();
    for (String key : wanted) {
      List<Subject> these = all.stream().filter(s -> s.answersTo(key)).toList();
      if (these.isEmpty())
        throw new Unanswerable("report.no-service", key,
            all.stream().map(Subject::service).distinct().collect(Collectors.joining(", ")));
      for (Subject s : these) if (!chosen.contains(s)) chosen.add(s);
    }
    if (wanted.isEmpty()) chosen.addAll(all);
    List<Reckoning> services = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Subject s : chosen) {
      if (s.touches(term)) services.add(reckoning(s, term, now));
      else absent.add(s.title());
    }
    if (services.isEmpty()) throw nothing(chosen, term);
    return new Statement(term, now, services, absent);
  }

  private static Unanswerable nothing(List<Subject> subjects, Term term) {
    if (subjects.isEmpty()) return new Unanswerable("report.no-services");
    List<String> keys = subjects.stream().map(Subject::service).distinct().toList();
    String names = keys.stream().limit(NAMED).collect(Collectors.joining(", ")) + (keys.size() > NAMED ? " …" : "");
    List<Known> known = subjects.stream().flatMap(s -> s.known().stream()).toList();
    if (known.isEmpty()) return new Unanswerable("report.nothing-at-all", names);
    Instant first = known.stream().map(Known::first).min(Instant::compareTo).orElseThrow();
    Instant last = known.stream().map(Known::last).max(Instant::compareTo).orElseThrow();
    ZoneId zone = subjects.getFirst().contract().zone();
    LocalDate newest = LocalDate.ofInstant(last.minusSeconds(1), zone);
    return new Unanswerable("report.nothing-known", names, term.written(), LocalDate.ofInstant(first, zone), newest,
        Term.around(Period.Unit.MONTH, newest).written());
  }

  private Reckoning reckoning(Subject subject, Term term, Instant now) throws Unreadable {
    Contract contract = subject.contract();
    Period period = term.in(contract.zone());
    Period before = term.before().in(contract.zone());
    Account account = account(contract, period, now);
    List<Figure> figures = new ArrayList<>(Gatherer.of(account, period));
    if (subject.touches(term.before())) figures.addAll(Gatherer.of(account(contract, before, now), before));
    figures.addAll(Listing.of(account, period));
    Grain grain = days(period) > HOURLY_DAYS ? Grain.DAY : Grain.HOUR;
    List<Stretch> stretches = annals.stretches(subject.service(), period.from(), period.to(), grain);
    return new Reckoning(contract, subject.service(), subject.title(), period, before,
        account.availability().judgement(), account.running(), figures, stretches.stream().map(Books::sample).toList(),
        stretches.stream().noneMatch(s -> s.transaction().quantiles() instanceof Quantiles.Worst
            || s.transaction().quantiles() instanceof Quantiles.Said && s.windows() > 1),
        rules(account, period));
  }

  private static List<Reason> rules(Account account, Period period) {
    List<Reason> rules = new ArrayList<>(Terms.of(account));
    Period.Unit promised = account.contract().unit();
    if (period.unit() != promised)
      rules.add(1, Reason.of("report.rule.other-unit", "history.contract.unit." + promised.name().toLowerCase(Locale.ROOT)));
    return rules;
  }

  private Account account(Contract contract, Period period, Instant now) throws Unreadable {
    Ledger.Depth depth = days(period) > MANY_DAYS ? Ledger.Depth.BRIEF : Ledger.Depth.WHOLE;
    return Ledger.of(annals, contract, period, now, depth, promises.feeds()).accounts().getFirst();
  }

  private static long days(Period period) {
    return Duration.between(period.from(), period.to()).toDays();
  }

  private static Sample sample(Stretch s) {
    long high = switch (s.transaction().quantiles()) {
      case Quantiles.Said q -> q.p95();
      case Quantiles.Merged q -> q.p95();
      case Quantiles.Worst q -> q.p95();
      case Quantiles.None none -> -1;
    };
    return new Sample(s.from(), s.to(), s.transaction().mean(), high < 0 ? OptionalDouble.empty() : OptionalDouble.of(high));
  }
}
