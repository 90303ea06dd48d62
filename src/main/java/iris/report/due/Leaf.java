package iris.report.due;

import iris.report.Format;
import iris.report.Term;
import iris.words.Lang;
import java.util.Locale;
import java.util.Objects;

/** One file of a month. */
public record Leaf(Term month, Lang lang, Format format) {
  public Leaf {
    Objects.requireNonNull(month);
    Objects.requireNonNull(lang);
    Objects.requireNonNull(format);
  }

  /** "iris-2026-10-fr.pdf": the same for ever, so that a file that is there is known to be written. */
  public String name() {
    return "iris-" + month.written() + "-" + lang.name().toLowerCase(Locale.ROOT) + "." + format.end();
  }
}
