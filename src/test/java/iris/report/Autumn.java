package iris.report;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.history.contract.Contract;
import iris.history.contract.Hours;
import iris.history.contract.Period;
import iris.history.story.Episode;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.history.years.Times.Quantiles;
import iris.report.reckon.Books;
import iris.report.reckon.Promises;
import iris.signal.Origin;
import iris.signal.Priority;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** September and October 2026 of three services, made by hand: what happened in them is known to the second. */
public class Autumn implements Annals, Promises {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  public static final Instant NOW = Instant.parse("2026-11-02T05:00:00Z");
  public static final Term OCTOBER = Term.of("2026-10", LocalDate.of(2026, 11, 2)).orElseThrow();
  /** A name that whoever writes a feed may give: a formula, an element, and what neither alphabet has. */
  public static final String ODD = "=cmd|' /C calc'!A0 <b>Œuvre & Cie</b> 漢";

  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Instant FROM = Instant.parse("2026-08-31T22:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T12:00:00Z");

  private final Map<String, List<Stretch>> windows = new TreeMap<>();
  private final Map<String, List<Stretch>> hours = new HashMap<>();
  private final Map<String, List<Stretch>> days = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>(Map.of("siv", "Immatriculations", "vin", "Numéros de série", "odd", ODD));

  public Autumn() {
    put("siv", at -> siv(at));
    put("vin", at -> at.equals(Instant.parse("2026-10-11T09:00:00Z")) ? Optional.empty() : calm(at, 140));
    put("odd", at -> calm(at, 90));
  }

  public static Books books() {
    Autumn autumn = new Autumn();
    return new Books(autumn, autumn);
  }

  /** To be drawn: for what the program's letters do not have each machine has others, or none. */
  public static Books drawn() {
    Autumn autumn = new Autumn();
    autumn.titles.put("odd", ODD.replace("漢", "Ž"));
    return new Books(autumn, autumn);
  }

  private interface Life {
    Optional<Stretch> window(Instant at);
  }

  private void put(String service, Life life) {
    List<Stretch> all = new ArrayList<>();
    for (Instant at = FROM; at.isBefore(TO); at = at.plus(FIVE)) life.window(at).ifPresent(all::add);
    windows.put(service, all);
    hours.put(service, rolled(all, Grain.HOUR));
    days.put(service, rolled(all, Grain.DAY));
  }

  private static boolean in(Instant at, String from, String to) {
    return !at.isBefore(Instant.parse(from)) && at.isBefore(Instant.parse(to));
  }

  /** October: 40 and 15 minutes down, 2 hours without a window, 10 minutes unknown, 2 hours of maintenance. */
  private static Optional<Stretch> siv(Instant at) {
    if (in(at, "2026-10-06T07:15:00Z", "2026-10-06T07:55:00Z"))
      return Optional.of(window(at, Verdict.DOWN, 400, 400, Map.of(Origin.EXTERNAL, 390L, Origin.PROVIDER, 10L), 5200));
    if (in(at, "2026-10-14T00:00:00Z", "2026-10-14T00:15:00Z"))
      return Optional.of(window(at, Verdict.DOWN, 0, 0, Map.of(), -1));
    if (in(at, "2026-10-10T01:00:00Z", "2026-10-10T03:00:00Z")) return Optional.empty();
    if (in(at, "2026-10-22T10:00:00Z", "2026-10-22T10:10:00Z"))
      return Optional.of(window(at, Verdict.UNKNOWN, 0, 0, Map.of(), -1));
    if (in(at, "2026-10-17T23:00:00Z", "2026-10-18T01:00:00Z"))
      return Optional.of(works(window(at, Verdict.DOWN, 0, 0, Map.of(), -1)));
    if (in(at, "2026-10-27T08:00:00Z", "2026-10-27T09:30:00Z"))
      return Optional.of(window(at, Verdict.DEGRADED, 1000, 60, Map.of(Origin.NETWORK, 60L), 1800));
    if (in(at, "2026-09-15T10:00:00Z", "2026-09-15T10:20:00Z"))
      return Optional.of(window(at, Verdict.DOWN, 300, 300, Map.of(Origin.PROVIDER, 300L), 4000));
    return calm(at, 180);
  }

  private static Optional<Stretch> calm(Instant at, int mean) {
    double hour = at.atZone(PARIS).getHour() + at.atZone(PARIS).getMinute() / 60.0;
    int load = (int) Math.round(600 + 500 * Math.sin((hour - 8) / 24 * 2 * Math.PI));
    return Optional.of(window(at, Verdict.UP, load, 0, Map.of(), mean + load / 10));
  }

  private static Stretch window(Instant from, Verdict verdict, long total, long failed, Map<Origin, Long> failures, long mean) {
    Window w = new Window("siv", from, from.plus(FIVE), verdict, total, failed, failures, Timing.NONE, List.of(), List.of());
    Times times = mean < 0 || total == 0 ? Times.NONE
        : new Times(total, (double) mean * total, mean * 6, new Quantiles.Said(mean * 9 / 10, mean * 2, mean * 3));
    Times party = mean < 0 || total == 0 ? Times.NONE
        : new Times(total, mean * 0.6 * total, mean * 5, new Quantiles.None());
    return new Stretch(from, from.plus(FIVE), 1, Tally.of(w, verdict, FIVE.toSeconds()), Tally.NONE, total, failed, failures,
        times, total == 0 ? Map.of() : Map.of("SIV national", party));
  }

  private static Stretch works(Stretch s) {
    return new Stretch(s.from(), s.to(), 1, Tally.NONE, s.plain(), s.total(), s.failed(), s.failures(), s.transaction(), s.responses());
  }

  private static List<Stretch> rolled(List<Stretch> windows, Grain grain) {
    Map<Instant, Stretch> by = new TreeMap<>();
    for (Stretch w : windows) {
      Instant start = grain.floor(w.from());
      by.merge(start, new Stretch(start, grain.next(start), 1, w.plain(), w.works(), w.total(), w.failed(), w.failures(),
          w.transaction(), w.responses()), Autumn::plus);
    }
    return List.copyOf(by.values());
  }

  private static Stretch plus(Stretch a, Stretch b) {
    Map<Origin, Long> failures = new HashMap<>(a.failures());
    b.failures().forEach((o, n) -> failures.merge(o, n, Long::sum));
    Map<String, Times> parties = new HashMap<>(a.responses());
    b.responses().forEach((party, t) -> parties.merge(party, t, Autumn::plus));
    return new Stretch(a.from(), a.to(), a.windows() + b.windows(), a.plain().plus(b.plain()), a.works().plus(b.works()),
        a.total() + b.total(), a.failed() + b.failed(), failures, plus(a.transaction(), b.transaction()), parties);
  }

  private static Times plus(Times a, Times b) {
    return new Times(a.counted() + b.counted(), a.sum() + b.sum(), Math.max(a.max(), b.max()), worst(a.quantiles(), b.quantiles()));
  }

  private static Quantiles worst(Quantiles a, Quantiles b) {
    long[] x = said(a);
    long[] y = said(b);
    if (x[1] < 0 && y[1] < 0) return new Quantiles.None();
    return new Quantiles.Worst(Math.max(x[0], y[0]), Math.max(x[1], y[1]), Math.max(x[2], y[2]));
  }

  private static long[] said(Quantiles q) {
    return switch (q) {
      case Quantiles.Said s -> new long[] {s.p50(), s.p95(), s.p99()};
      case Quantiles.Worst s -> new long[] {s.p50(), s.p95(), s.p99()};
      case Quantiles.Merged s -> new long[] {s.p50(), s.p95(), s.p99()};
      case Quantiles.None none -> new long[] {-1, -1, -1};
    };
  }

  @Override
  public List<Known> services() {
    return windows.entrySet().stream()
        .map(e -> new Known(e.getKey(), e.getValue().getFirst().from(), e.getValue().getLast().to())).toList();
  }

  @Override
  public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) {
    Map<String, List<Stretch>> of = grain == Grain.WINDOW ? windows : grain == Grain.HOUR ? hours : days;
    return of.getOrDefault(service, List.of()).stream().filter(s -> !s.from().isBefore(from) && s.from().isBefore(to)).toList();
  }

  @Override
  public List<Pause> pauses(String service, Instant from, Instant to) {
    Pause works = new Pause("siv", Suppression.Kind.MAINTENANCE, Instant.parse("2026-10-17T23:00:00Z"),
        Optional.of(Instant.parse("2026-10-18T01:00:00Z")), "feed", "m-7");
    return service.equals("siv") && works.from().isBefore(to) && works.to().orElseThrow().isAfter(from) ? List.of(works) : List.of();
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) {
    Instant since = Instant.parse("2026-10-06T07:15:00Z");
    Instant end = Instant.parse("2026-10-06T07:55:00Z");
    if (!subject.equals("siv") || !since.isBefore(to) || !end.isAfter(from)) return List.of();
    return List.of(new Episode("siv|OUTAGE@1", new AlarmKey(AlarmKey.Kind.OUTAGE, "siv"), "Immatriculations", Priority.P1,
        since, since.plusSeconds(340), Optional.of(end), Optional.of(Duration.ofSeconds(150)), Optional.of(end.plusSeconds(900)),
        Optional.of(new OriginVerdict(OriginVerdict.Fault.EXTERNAL, OriginVerdict.Confidence.HIGH, List.of())), Optional.empty()));
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<Contract> contracts(Collection<String> known) {
    List<Contract> all = new ArrayList<>();
    all.add(new Contract("siv", "Contrat SIV", List.of("siv"), 0.999, PARIS, Hours.ALWAYS, Set.of(), false, Contract.ALL,
        Period.Unit.MONTH, Optional.of(Duration.ofMillis(600)), Optional.empty()));
    for (String service : known) if (!service.equals("siv")) all.add(Contract.usual(service, 0.9999, PARIS));
    return all;
  }

  @Override
  public String title(String service) {
    return titles.getOrDefault(service, service);
  }

  @Override
  public Map<String, String> feeds() {
    return Map.of();
  }

  @Override
  public void close() {}
}
