package iris.report;

import iris.history.contract.Availability.Judgement;
import iris.history.contract.Contract;
import iris.history.contract.Period;
import iris.signal.Reason;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be said of one service under one contract, in no language yet.
 *
 * @param contract of which only this service is looked at
 * @param service key; {@code title} its name for a person
 * @param before the period that the figures stand beside
 * @param running the period lasts, or its last windows are still to come
 * @param figures of both periods, of the days and of each outage, in the order in which they are written
 * @param samples of the response time, in order
 * @param rules by which it was counted, each printed
 * @param merged the samples' percentiles are of all transactions together
 */
public record Reckoning(
    Contract contract,
    String service,
    String title,
    Period period,
    Period before,
    Judgement judgement,
    boolean running,
    List<Figure> figures,
    List<Sample> samples,
    boolean merged,
    List<Reason> rules) {
  public Reckoning {
    Objects.requireNonNull(contract);
    Objects.requireNonNull(service);
    Objects.requireNonNull(title);
    Objects.requireNonNull(period);
    Objects.requireNonNull(before);
    Objects.requireNonNull(judgement);
    figures = List.copyOf(figures);
    samples = List.copyOf(samples);
    rules = List.copyOf(rules);
    if (rules.isEmpty()) throw new IllegalArgumentException("figures without a rule");
  }

  /** The figure of exactly this time. */
  public Optional<Figure> figure(String key, String about, Period of) {
    return figures.stream()
        .filter(f -> f.key().equals(key) && f.about().equals(about) && f.from().equals(of.from()) && f.to().equals(of.to()))
        .findFirst();
  }

  /** Of the period itself. */
  public Optional<Figure> figure(String key) {
    return figure(key, "", period);
  }

  /** All with this key, in order. */
  public List<Figure> all(String key) {
    return figures.stream().filter(f -> f.key().equals(key)).toList();
  }

  /** Everything of which there are several, of this period: "failed" by origin. */
  public List<String> abouts(String key) {
    return figures.stream().filter(f -> f.key().equals(key) && !f.about().isEmpty()).map(Figure::about).distinct().toList();
  }

  /** For a person; percentages with the digits that tell the target from what just misses it. */
  public String say(Figure figure, Words words) {
    if (figure.value().isEmpty()) return words.say("report.unknown");
    double value = figure.value().getAsDouble();
    return figure.unit() == Unit.SHARE ? words.figures().percent(value, contract.digits()) : figure.unit().say(value, words);
  }
}
