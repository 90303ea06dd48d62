package iris.rss.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * The validator's errors as reasons. It speaks the language of the machine and cannot be told another; what stays is
 * the code at the beginning of its sentences and the names in quotes. It says most errors twice, first what is wrong
 * with a value, then where: the second alone names the attribute, so the first is left out.
 */
final class SchemaErrors implements ErrorHandler {
  /** A reason and which of the quoted names are its arguments. */
  private record Meaning(String key, int... names) {}

  private static final Meaning TEXT = new Meaning("rss.strict.text", 0);
  private static final Meaning VALUE = new Meaning("rss.strict.value", 0, 1, 2);
  private static final Meaning NO_TEXT = new Meaning("rss.strict.no-text", 0);
  private static final Map<String, Meaning> KNOWN = Map.ofEntries(
      Map.entry("cvc-complex-type.4", new Meaning("rss.strict.attribute-missing", 0, 1)),
      Map.entry("cvc-complex-type.3.2.2", new Meaning("rss.strict.attribute-unknown", 0, 1)),
      Map.entry("cvc-complex-type.3.1", VALUE),
      Map.entry("cvc-attribute.3", VALUE),
      Map.entry("cvc-attribute.4", VALUE),
      Map.entry("cvc-type.3.1.3", new Meaning("rss.strict.text", 1)),
      Map.entry("cvc-complex-type.2.2", TEXT),
      Map.entry("cvc-type.3.1.2", new Meaning("rss.strict.text-only", 0)),
      Map.entry("cvc-complex-type.2.1", NO_TEXT),
      Map.entry("cvc-complex-type.2.3", NO_TEXT),
      Map.entry("cvc-complex-type.2.4.a", new Meaning("rss.strict.element-unknown", 0)),
      Map.entry("cvc-complex-type.2.4.d", new Meaning("rss.strict.element-unknown", 0)),
      Map.entry("cvc-complex-type.2.4.b", new Meaning("rss.strict.incomplete", 0)),
      Map.entry("cvc-identity-constraint.4.2.1.a", new Meaning("rss.strict.missing", 1)),
      Map.entry("cvc-identity-constraint.4.2.1.b", new Meaning("rss.strict.missing", 1)),
      Map.entry("cvc-identity-constraint.3", new Meaning("rss.strict.twice", 1)));

  private static final Pattern CODE = Pattern.compile("(cvc-[A-Za-z-]+(?:\\.[0-9a-z]+)*)\\s*:");
  private static final Pattern DETAIL = Pattern.compile("cvc-[A-Za-z]+-valid.*");
  /** Not the apostrophe of a word: French has many. */
  private static final Pattern QUOTED =
      Pattern.compile("(?<![A-Za-zÀ-ÿ])'(.*?)'(?![A-Za-zÀ-ÿ])|(?<!\\{)\"([^\"]*)\"", Pattern.DOTALL);
  private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\]]*)]");

  private final Notes notes;

  SchemaErrors(Notes notes) {
    this.notes = notes;
  }

  @Override
  public void warning(SAXParseException e) {
    // The JDK has none about an instance.
  }

  @Override
  public void error(SAXParseException e) {
    String said = String.valueOf(e.getMessage());
    int line = Math.max(0, e.getLineNumber());
    Matcher found = CODE.matcher(said);
    String code = found.lookingAt() ? found.group(1) : "";
    // Another root element: Rules says so once.
    if (code.equals("cvc-elt.1.a") || code.equals("cvc-elt.1") || DETAIL.matcher(code).matches()) return;
    Meaning meaning = KNOWN.get(code);
    List<String> names = names(said);
    Matcher twice = IN_BRACKETS.matcher(said);
    if (code.equals("cvc-identity-constraint.4.1") && twice.find())
      notes.error(line, "rss.strict.duplicate", twice.group(1));
    else if (meaning != null && java.util.Arrays.stream(meaning.names()).allMatch(i -> i < names.size()))
      notes.error(line, meaning.key(), java.util.Arrays.stream(meaning.names()).mapToObj(names::get).toArray());
    else notes.error(line, "rss.strict.schema", said);
  }

  private static List<String> names(String said) {
    List<String> names = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(said);
    while (quoted.find()) names.add(name(quoted.group(1) != null ? quoted.group(1) : quoted.group(2)));
    return names;
  }

  /** {@code {"urn:…":reason}} is reason, and the constraint channel-ttl is about ttl. */
  private static String name(String quoted) {
    if (quoted.startsWith("{")) return quoted.substring(quoted.lastIndexOf(':') + 1).replace("}", "");
    return quoted.replaceFirst("^(channel|item)-(?=[A-Za-z]+$)", "");
  }

  /** What is no XML ends the reading. */
  @Override
  public void fatalError(SAXParseException e) throws SAXParseException {
    throw e;
  }
}
