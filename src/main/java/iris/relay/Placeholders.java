package iris.relay;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills {@code {name}} in one pass: what is put in is never looked at again, since feeds write it. */
public final class Placeholders {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z-]+)}");

  private Placeholders() {}

  /** @param known the value of a name, null for one that is not known: it stays as it is written */
  public static String fill(String template, Function<String, @Nullable String> known) {
    Matcher m = HOLE.matcher(template);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String value = known.apply(m.group(1));
      m.appendReplacement(out, Matcher.quoteReplacement(value == null ? m.group() : value));
    }
    return m.appendTail(out).toString();
  }
}
