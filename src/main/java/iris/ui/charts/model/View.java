package iris.ui.charts.model;

import java.time.Duration;
import java.time.Instant;

/** The part of time that is seen: {@code from} inclusive, {@code to} exclusive. */
public record View(Instant from, Instant to) {
  /** Four windows: nothing is to be seen in less. */
  static final Duration LEAST = Duration.ofMinutes(20);

  public View {
    if (!from.isBefore(to)) throw new IllegalArgumentException("a view ends after it starts: " + from + " " + to);
  }

  public Duration span() {
    return Duration.between(from, to);
  }

  /**
   * Makes it longer ({@code factor} over 1) or shorter.
   *
   * @param share 0 to 1: where in the view the moment lies that stays where it is
   */
  public View zoomed(double factor, double share) {
    long now = span().toMillis();
    long next = Math.max(LEAST.toMillis(), Math.round(now * factor));
    Instant start = from.plusMillis(Math.round((now - next) * share));
    return new View(start, start.plusMillis(next));
  }

  /** @param share of its own length, later where positive */
  public View panned(double share) {
    return moved(Math.round(span().toMillis() * share));
  }

  /** @param millis later where positive */
  public View moved(long millis) {
    return new View(from.plusMillis(millis), to.plusMillis(millis));
  }

  /** Of the same length where it can be, and nowhere before {@code first} or after {@code last}. */
  public View within(Instant first, Instant last) {
    if (!first.isBefore(last)) return this;
    if (Duration.between(first, last).compareTo(span()) <= 0) return new View(first, last);
    if (to.isAfter(last)) return moved(Duration.between(to, last).toMillis());
    return from.isBefore(first) ? moved(Duration.between(from, first).toMillis()) : this;
  }

  /** A box that a hand has drawn from one share of the width to another, in any direction. */
  public View part(double one, double other) {
    long span = span().toMillis();
    View box = new View(from.plusMillis(Math.round(span * Math.min(one, other))),
        from.plusMillis(Math.max(Math.round(span * Math.min(one, other)) + 1, Math.round(span * Math.max(one, other)))));
    return box.span().compareTo(LEAST) < 0 ? box.zoomed((double) LEAST.toMillis() / box.span().toMillis(), 0.5) : box;
  }
}
