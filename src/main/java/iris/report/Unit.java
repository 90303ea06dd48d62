package iris.report;

import iris.words.Figures;
import iris.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.BiFunction;

/** What a figure counts, and how it is said. Nothing is rounded up: what is short of 100 % never reads as 100. */
public enum Unit {
  /** 0..1, said and written in percent. */
  SHARE("%", 100, (f, v) -> f.percent(v, 3)),
  /** Seconds. */
  TIME("s", 1, Unit::span),
  MILLIS("ms", 1, (f, v) -> f.millis(Math.round(v))),
  COUNT("", 1, (f, v) -> f.number(Math.round(v))),
  /** Without a unit, at two digits. */
  INDEX("", 1, (f, v) -> f.decimal(v, 2));

  private static final int DIGITS = 6;

  private final String sign;
  private final double factor;
  private final BiFunction<Figures, Double, String> form;

  Unit(String sign, double factor, BiFunction<Figures, Double, String> form) {
    this.sign = sign;
    this.factor = factor;
    this.form = form;
  }

  private static String span(Figures figures, double seconds) {
    String length = figures.span(Duration.ofMillis(Math.round(Math.abs(seconds) * 1000)));
    return Math.abs(seconds) < 1 ? length : seconds < 0 ? "\u2212" + length : length;
  }

  /** As it stands in a spreadsheet. */
  public String sign() {
    return sign;
  }

  /** For a person. */
  public String say(double value, Words words) {
    return form.apply(words.figures(), value);
  }

  /** For a program, in the unit of {@link #sign}: cut off after six decimals. */
  public BigDecimal plain(double value) {
    // A double slightly under its decimal (0.9995 * 100) would lose its last digit to the cut; 1e-12 gives it back.
    double scaled = value * factor;
    double lifted = value < 1 && this == SHARE ? Math.min(scaled + 1e-10, Math.nextDown(100.0)) : scaled;
    BigDecimal cut = BigDecimal.valueOf(lifted).setScale(DIGITS, this == SHARE ? RoundingMode.FLOOR : RoundingMode.HALF_UP);
    BigDecimal slim = cut.stripTrailingZeros();
    return slim.scale() < 0 ? slim.setScale(0) : slim;
  }
}
