package iris.settings;

import iris.alarm.OriginVerdict.Fault;
import iris.fallback.Deed.Expected;
import iris.fallback.Value;
import iris.feed.Secret;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of a plan are written. */
final class FallbackKinds {
  private static final int LONGEST = 40;
  private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+)\\s*([:=])\\s*(.*)");
  private static final Pattern STATUSES = Pattern.compile("([1-5]\\d\\d)(?:\\s*(?:\\.\\.|-)\\s*([1-5]\\d\\d))?");
  /** Their values are secrets, whatever is written in them. */
  private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");
  /** The program writes these itself. */
  private static final Set<String> OURS = Set.of("host", "content-length", "connection", "expect", "upgrade");

  static final Kind<List<String>> LINES = new Kind<>("[line, line]", (written, base) -> {
    List<String> lines = written.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.isEmpty() || lines.size() > LONGEST ? Taken.unfit("settings.fallback.lines", LONGEST) : Taken.fits(lines);
  }, Kind.LINES);

  /** One word alone is a program without arguments; more words in one line would be taken for a shell's. */
  static final Kind<List<String>> COMMAND = new Kind<>("[program, argument]", (written, base) -> {
    List<String> line = written.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    boolean sentence = line.size() == 1 && line.getFirst().contains(" ") && !line.getFirst().startsWith("[");
    return line.isEmpty() || sentence ? Taken.unfit("settings.fallback.command") : Taken.fits(line);
  }, Kind.LINES);

  static final Kind<String> METHOD = new Kind<>("GET, POST, PUT ...", (written, base) ->
      written.matches("[A-Za-z]{1,20}") ? Taken.fits(written.toUpperCase(Locale.ROOT))
          : Taken.unfit("settings.fallback.method", written));

  static final Kind<String> POINTER = new Kind<>("/path/in/json", (written, base) ->
      written.startsWith("/") ? Taken.fits(written) : Taken.unfit("settings.fallback.pointer", written));

  static final Kind<Expected> STATUS = new Kind<>("200 | 200..299", (written, base) -> {
    Matcher m = STATUSES.matcher(written);
    if (!m.matches()) return Taken.unfit("settings.fallback.status", written);
    int from = Integer.parseInt(m.group(1));
    int to = m.group(2) == null ? from : Integer.parseInt(m.group(2));
    return from > to ? Taken.unfit("settings.fallback.status", written) : Taken.fits(new Expected(from, to));
  });

  static final Kind<Map<String, Value>> HEADERS =
      new Kind<>("[\"Name: value | env:NAME | file:PATH\"]", (written, base) -> pairs(written, base, ":"), Kind.LINES);

  static final Kind<Map<String, Value>> ENVIRONMENT =
      new Kind<>("[\"NAME=value | env:NAME | file:PATH\"]", (written, base) -> pairs(written, base, "="), Kind.LINES);

  static final Kind<Set<Fault>> HELPS = new Kind<>("provider, external, network, link", (written, base) -> {
    Set<Fault> all = EnumSet.noneOf(Fault.class);
    for (String word : written.split(",", -1)) {
      switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "provider" -> all.add(Fault.PROVIDER);
        case "external" -> all.add(Fault.EXTERNAL);
        case "network" -> all.add(Fault.NETWORK_BETWEEN);
        case "link" -> all.add(Fault.OUR_LINK_TO_PROVIDER);
        default -> {
          return Taken.unfit("settings.value.choice", word.strip(), "provider, external, network, link");
        }
      }
    }
    return Taken.fits(all);
  }, true);

  private FallbackKinds() {}

  private static Taken<Map<String, Value>> pairs(String written, Path base, String sign) {
    // The sample of the example file is a list within its brackets.
    String bare = written.startsWith("[\"") ? written.substring(2, written.length() - 2).replace("\", \"", "\n") : written;
    Map<String, Value> all = new LinkedHashMap<>();
    for (String line : Arrays.stream(bare.split("\n")).map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      Matcher m = PAIR.matcher(line);
      // Not repeated: what is written in it may be a secret.
      if (!m.matches() || !m.group(2).equals(sign)) return Taken.unfit("settings.fallback.pair", sign);
      String name = m.group(1).toLowerCase(Locale.ROOT);
      if (sign.equals(":") && OURS.contains(name)) return Taken.unfit("settings.fallback.header", m.group(1));
      switch (value(m.group(3), base)) {
        case Taken.Unfit<Value> bad -> {
          return new Taken.Unfit<>(bad.why());
        }
        case Taken.Fits<Value>(Value.Plain _) when SECRET.contains(name) -> {
          return Taken.unfit("settings.value.secret");
        }
        case Taken.Fits<Value>(Value value) -> all.put(m.group(1), value);
      }
    }
    return Taken.fits(all);
  }

  private static Taken<Value> value(String written, Path base) {
    if (!written.startsWith("env:") && !written.startsWith("file:")) return Taken.fits(new Value.Plain(written));
    return switch (Kinds.SECRET.read(written, base)) {
      case Taken.Fits<Secret>(Secret secret) -> Taken.fits(hidden(secret));
      case Taken.Unfit<Secret> bad -> new Taken.Unfit<>(bad.why());
    };
  }

  static Value.Hidden hidden(Secret secret) {
    return new Value.Hidden(switch (secret) {
      case Secret.FromEnvironment e -> "env:" + e.variable();
      case Secret.FromFile f -> "file:" + f.file();
    });
  }
}
