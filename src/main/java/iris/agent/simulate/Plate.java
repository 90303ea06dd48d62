package iris.agent.simulate;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A French registration since 2009, as written on the plate: {@code AA-123-AA}. */
record Plate(String text) {
  /** No I, O and U, which look like 1, 0 and V; no SS on either side, no WW in front, no 000. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";
  private static final Pattern FORM =
      Pattern.compile("(?!SS|WW)([" + LETTERS + "]{2})-?(?!000)(\\d{3})-?(?!SS)([" + LETTERS + "]{2})");

  /** Small letters and missing hyphens are taken; empty for what no plate is like. */
  static Optional<Plate> of(String written) {
    Matcher m = FORM.matcher(written.strip().toUpperCase(Locale.ROOT));
    return m.matches() ? Optional.of(new Plate(m.group(1) + "-" + m.group(2) + "-" + m.group(3))) : Optional.empty();
  }

  /** Any plate, as likely as any other. */
  static Plate any(RandomGenerator dice) {
    while (true) {
      Optional<Plate> plate = of(letters(dice) + "-%03d-".formatted(dice.nextInt(1, 1000)) + letters(dice));
      if (plate.isPresent()) return plate.get();
    }
  }

  private static String letters(RandomGenerator dice) {
    return "" + LETTERS.charAt(dice.nextInt(LETTERS.length())) + LETTERS.charAt(dice.nextInt(LETTERS.length()));
  }
}
