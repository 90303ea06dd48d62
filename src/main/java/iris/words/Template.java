package iris.words;

import iris.signal.Origin;
import iris.signal.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message with places for arguments. Not MessageFormat: French is full of apostrophes, which MessageFormat eats.
 *
 * <ul>
 *   <li>{@code {0}} the argument as it is
 *   <li>{@code {0:time}}, {@code {0:date}} an ISO instant as "15:12" / "22/11 15:12" in the reader's zone
 *   <li>{@code {0:stamp}} an ISO instant in full, to the second: "22/11/2026 15:12:20"
 *   <li>{@code {0:age}} an ISO duration as "4 min 07 s"
 *   <li>{@code {0:span}} an ISO duration as "1 h 05 min"
 *   <li>{@code {0:number}} digits grouped; {@code {0:ms}} milliseconds
 *   <li>{@code {0:decimal}} a number as "2,4", from ten on without the tenth
 *   <li>{@code {0:percent}} a share 0..1 as "46,2 %", cut off at two digits; {@code {0:exact}} at four, for
 *       what somebody promised
 *   <li>{@code {0:origin}} an {@link Origin} in words
 *   <li>{@code {0:key}} another message whose key is the argument
 *   <li>{@code {0|window|windows}} the word that agrees with the number in argument 0 (French: 0 and 1 are singular)
 * </ul>
 *
 * An argument that is not what the place expects is shown as it is.
 */
final class Template {
  private sealed interface Piece {}

  private record Text(String text) implements Piece {}

  private record Place(int index, String form) implements Piece {}

  private record Plural(int index, String one, String many) implements Piece {}

  private final List<Piece> pieces;

  private Template(List<Piece> pieces) {
    this.pieces = pieces;
  }

  static Template of(String message) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int open; (open = message.indexOf('{', at)) >= 0; ) {
      int close = message.indexOf('}', open);
      if (close < 0) throw new IllegalArgumentException("no } in: " + message);
      if (open > at) pieces.add(new Text(message.substring(at, open)));
      pieces.add(place(message.substring(open + 1, close)));
      at = close + 1;
    }
    if (at < message.length()) pieces.add(new Text(message.substring(at)));
    return new Template(List.copyOf(pieces));
  }

  private static Piece place(String inside) {
    String[] forms = inside.split("\\|", -1);
    if (forms.length == 3) return new Plural(Integer.parseInt(forms[0]), forms[1], forms[2]);
    String[] typed = inside.split(":", 2);
    return new Place(Integer.parseInt(typed[0]), typed.length == 2 ? typed[1] : "");
  }

  String fill(List<String> args, Words words) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Text t -> out.append(t.text());
        case Place p -> out.append(p.index() < args.size() ? form(args.get(p.index()), p.form(), words) : "?");
        case Plural p -> out.append(isOne(args, p.index(), words.lang()) ? p.one() : p.many());
      }
    }
    return out.toString();
  }

  private static boolean isOne(List<String> args, int index, Lang lang) {
    String n = index < args.size() ? args.get(index) : "";
    return n.equals("1") || n.equals("0") && lang == Lang.FR;
  }

  private static String form(String arg, String form, Words words) {
    Figures figures = words.figures();
    try {
      return switch (form) {
        case "time" -> figures.time(Instant.parse(arg));
        case "date" -> figures.date(Instant.parse(arg));
        case "moment" -> figures.moment(Instant.parse(arg));
        case "stamp" -> figures.stamp(Instant.parse(arg));
        case "age" -> figures.age(Duration.parse(arg));
        case "span" -> figures.span(Duration.parse(arg));
        case "number" -> figures.number(Long.parseLong(arg));
        case "ms" -> figures.millis(Long.parseLong(arg));
        case "decimal" -> figures.decimal(Double.parseDouble(arg));
        case "percent" -> figures.share(Double.parseDouble(arg));
        case "exact" -> figures.exact(Double.parseDouble(arg));
        case "origin" -> words.say("words.origin." + arg.toLowerCase(Locale.ROOT));
        case "key" -> words.say(Reason.of(arg));
        default -> arg;
      };
    } catch (DateTimeException | NumberFormatException notWhatWasMeant) {
      return arg;
    }
  }
}
