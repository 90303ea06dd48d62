package iris.report.text;

import iris.history.contract.Period;
import iris.report.Reckoning;
import iris.report.Block.Chart;
import iris.report.Block.Chart.Level;
import iris.report.Block.Chart.Point;
import iris.report.Block.Chart.Series;
import iris.report.Block.Chart.Tick;
import iris.report.Block.Strip;
import iris.report.Block.Strip.State;
import iris.report.Figure;
import iris.report.Sample;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The strip of the days and the chart of the response times. */
final class Pictures {
  private static final int LEVELS = 4;
  private static final int TICKS = 10;
  /** Share of the points that the scale is made for, and how far beyond them it goes before it is cut. */
  private static final double USUAL = 0.95;
  private static final double CUT = 4;

  private final Reckoning account;
  private final Words words;
  private final ZoneId zone;

  Pictures(Reckoning account, Words words) {
    this.account = account;
    this.words = words;
    zone = account.contract().zone();
  }

  /** A cell for each day, or for each month of a year. */
  Strip strip() {
    List<Strip.Day> days = new ArrayList<>();
    for (Figure promised : account.all("day.promised")) days.add(day(promised));
    return new Strip(words.say("report.strip.caption"), words.say("report.strip.said", days.size()), days,
        List.of(key(State.UP, "up"), key(State.DEGRADED, "degraded"), key(State.DOWN, "down"),
            key(State.UNKNOWN, "unknown"), key(State.WORKS, "works")));
  }

  private Strip.Key key(State state, String name) {
    return new Strip.Key(state, words.say("report.state." + name));
  }

  private Strip.Day day(Figure promised) {
    Period span = Period.between(promised.from(), promised.to());
    double all = promised.value().orElse(0) + value("day.maintenance", span);
    Map<State, Double> shares = new EnumMap<>(State.class);
    if (all > 0) {
      share(shares, State.UP, value("day.up", span) / all);
      share(shares, State.DEGRADED, value("day.degraded", span) / all);
      share(shares, State.DOWN, value("day.down", span) / all);
      share(shares, State.UNKNOWN, value("day.unmeasured", span) / all);
      share(shares, State.WORKS, value("day.maintenance", span) / all);
    }
    boolean months = Duration.between(promised.from(), promised.to()).toDays() > 1;
    LocalDate date = LocalDate.ofInstant(promised.from(), zone);
    String label = DateTimeFormatter.ofPattern(months ? "MMM" : "d", words.lang().locale()).format(date);
    String known = account.figure("day.availability", "", span).map(f -> account.say(f, words)).orElse(words.say("report.unknown"));
    return new Strip.Day(label, words.say("report.strip.day", date, known), shares);
  }

  private static void share(Map<State, Double> shares, State state, double share) {
    double left = 1 - shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (share > 0 && left > 0) shares.put(state, Math.min(share, left));
  }

  private double value(String key, Period span) {
    return account.figure(key, "", span).map(Figure::value).orElse(OptionalDouble.empty()).orElse(0);
  }

  /** Empty where nothing is known. */
  Optional<Chart> chart() {
    List<Series> series = new ArrayList<>();
    series.add(new Series(words.say("report.chart.mean"), runs(Sample::mean)));
    series.add(new Series(words.say(account.merged() ? "report.chart.high-merged" : "report.chart.high-worst"),
        runs(Sample::high)));
    List<Series> seen = series.stream().filter(s -> !s.runs().isEmpty()).toList();
    if (seen.isEmpty()) return Optional.empty();
    double[] values = seen.stream().flatMap(s -> s.runs().stream()).flatMap(List::stream).mapToDouble(Point::value).sorted().toArray();
    double highest = values[values.length - 1];
    // One bad hour would press the daily round of a month into a line at the bottom.
    double usual = values[(int) (USUAL * (values.length - 1))];
    boolean cut = highest > CUT * usual;
    double top = cut ? usual * 2 : highest;
    String caption = cut ? words.say("report.chart.caption-cut", words.figures().millis(Math.round(highest)))
        : words.say("report.chart.caption");
    return Optional.of(new Chart(caption, words.say("report.chart.said", account.title()),
        account.period().from(), account.period().to(), levels(top), ticks(), seen));
  }

  private List<List<Point>> runs(Function<Sample, OptionalDouble> of) {
    List<List<Point>> runs = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    Instant end = null;
    for (Sample s : account.samples()) {
      OptionalDouble value = of.apply(s);
      if (value.isEmpty() || end != null && !end.equals(s.from())) {
        runs.add(List.copyOf(run));
        run.clear();
      }
      if (value.isPresent()) run.add(new Point(middle(s), value.getAsDouble()));
      end = s.to();
    }
    runs.add(List.copyOf(run));
    return runs;
  }

  private static Instant middle(Sample s) {
    return s.from().plus(Duration.between(s.from(), s.to()).dividedBy(2));
  }

  /** From nought in steps of 1, 2 or 5. */
  private List<Level> levels(double top) {
    double rough = Math.max(1, top) / LEVELS;
    double tens = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough <= tens ? tens : rough <= 2 * tens ? 2 * tens : rough <= 5 * tens ? 5 * tens : 10 * tens;
    List<Level> levels = new ArrayList<>();
    for (double v = 0; v < top + step; v += step) levels.add(new Level(v, words.figures().millis(Math.round(v))));
    return levels;
  }

  private List<Tick> ticks() {
    Period.Unit by = by();
    DateTimeFormatter form =
        DateTimeFormatter.ofPattern(by == Period.Unit.HOUR ? "HH:mm" : by == Period.Unit.DAY ? "dd/MM" : "MMM", words.lang().locale());
    List<Period> parts = account.period().parts(by, zone);
    int each = Math.max(1, (int) Math.ceil((double) parts.size() / TICKS));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += each)
      ticks.add(new Tick(parts.get(i).from(), form.format(parts.get(i).from().atZone(zone))));
    return ticks;
  }

  private Period.Unit by() {
    long days = Duration.between(account.period().from(), account.period().to()).toDays();
    return days <= 2 ? Period.Unit.HOUR : days <= 100 ? Period.Unit.DAY : Period.Unit.MONTH;
  }
}
