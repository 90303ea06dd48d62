package iris.settings;

import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Placeholders;
import iris.signal.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the values of a target of the relay are written. */
final class RelayKinds {
  private static final int LONGEST = 40;
  private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\s:/\\[\\]]+)(?::(\\d{1,5}))?");
  private static final Pattern LABEL = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*(.*)");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+)\\s*:\\s*(.*)");
  private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");
  private static final Set<String> OURS = Set.of("host", "content-length", "connection", "expect", "upgrade");
  private static final String FACILITIES = "kern, user, mail, daemon, auth, syslog, lpr, news, uucp, cron, authpriv, ftp, local0, local1,"
      + " local2, local3, local4, local5, local6, local7";
  /** What names a thing at the server: it must be the same for every message about one signal. */
  private static final List<String> OF_SIGNAL = List.of("key", "kind", "name");

  static final iris.settings.Kind<Kind> SERVER = new iris.settings.Kind<>(
      Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", ")), (written, base) -> {
    String word = written.toLowerCase(Locale.ROOT).replace('_', '-');
    Optional<Kind> one = Arrays.stream(Kind.values()).filter(k -> k.word().equals(word)).findFirst();
    if (one.isPresent()) return Taken.fits(one.get());
    List<String> all = Arrays.stream(Kind.values()).map(Kind::word).toList();
    return Nearest.to(word, all).map(near -> Taken.<Kind>unfit("settings.relay.kind-near", written, near))
        .orElseGet(() -> Taken.unfit("settings.value.choice", written, String.join(", ", all)));
  });

  /** A name or an address, with a port where it is not the usual one. */
  static final iris.settings.Kind<String> PLACE = new iris.settings.Kind<>("host[:port]", (written, base) ->
      address(written, false) ? Taken.fits(written) : Taken.unfit("settings.relay.address", written));

  /** Where to listen: the port must be said. */
  static final iris.settings.Kind<String> DOOR = new iris.settings.Kind<>("host:port", (written, base) ->
      address(written, true) ? Taken.fits(written) : Taken.unfit("settings.agent.address", written));

  static final iris.settings.Kind<String> FACILITY = words(FACILITIES, ", ");
  static final iris.settings.Kind<String> NOTIFY = words("inform | trap", " | ");

  static final iris.settings.Kind<List<String>> HEADERS = new iris.settings.Kind<>("[\"Name: value\"]", (written, base) -> {
    List<String> lines = lines(written);
    for (String line : lines) {
      Matcher m = HEADER.matcher(line);
      // Not repeated: what is written in it may be a secret.
      if (!m.matches()) return Taken.unfit("settings.fallback.pair", ":");
      String name = m.group(1).toLowerCase(Locale.ROOT);
      if (OURS.contains(name)) return Taken.unfit("settings.fallback.header", m.group(1));
      boolean elsewhere = m.group(2).startsWith("env:") || m.group(2).startsWith("file:");
      if (SECRET.contains(name) && !elsewhere) return Taken.unfit("settings.relay.secret-header", m.group(1));
    }
    return many(lines);
  }, iris.settings.Kind.LINES);

  static final iris.settings.Kind<Map<String, String>> LABELS =
      new iris.settings.Kind<>("[\"name=value\"]", (written, base) -> {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String line : lines(written)) {
      Matcher m = LABEL.matcher(line);
      if (!m.matches()) return Taken.unfit("settings.relay.label", line);
      Optional<Reason> strange = strange(m.group(2), Mapping.PLACES);
      if (strange.isPresent()) return new Taken.Unfit<>(strange.get());
      if (labels.put(m.group(1), m.group(2)) != null) return Taken.unfit("settings.relay.label-twice", m.group(1));
    }
    return labels.isEmpty() || labels.size() > LONGEST
        ? Taken.unfit("settings.fallback.lines", LONGEST) : Taken.fits(labels);
  }, iris.settings.Kind.LINES);

  /** A sentence with placeholders. */
  static final iris.settings.Kind<String> TEMPLATE = template("text {key} {summary} ...", Mapping.PLACES);
  /** A name with placeholders of the signal alone: a recovery must go where its outage went. */
  static final iris.settings.Kind<String> NAME = template("text {key} {kind} {name}", OF_SIGNAL);

  private RelayKinds() {}

  private static boolean address(String written, boolean port) {
    Matcher m = ADDRESS.matcher(written);
    if (!m.matches() || port && m.group(2) == null) return false;
    return m.group(2) == null || Integer.parseInt(m.group(2)) <= 0xFFFF;
  }

  private static iris.settings.Kind<String> words(String range, String between) {
    List<String> all = List.of(range.split(Pattern.quote(between)));
    return new iris.settings.Kind<>(range, (written, base) -> all.stream()
        .filter(written.toLowerCase(Locale.ROOT)::equals).findFirst().map(Taken::fits)
        .orElseGet(() -> Taken.unfit("settings.value.choice", written, range)));
  }

  private static iris.settings.Kind<String> template(String range, List<String> places) {
    return new iris.settings.Kind<>(range, (written, base) -> {
      if (written.isEmpty()) return Taken.unfit("settings.value.empty");
      return strange(written, places).<Taken<String>>map(Taken.Unfit::new).orElseGet(() -> Taken.fits(written));
    });
  }

  /** A placeholder that would be shown as it is written, to whoever reads the alarm at night. */
  private static Optional<Reason> strange(String template, List<String> places) {
    List<String> unknown = new ArrayList<>();
    Placeholders.fill(template, name -> {
      if (!places.contains(name)) unknown.add(name);
      return "";
    });
    return unknown.stream().findFirst().map(name -> Nearest.to(name, places)
        .map(near -> Reason.of("settings.relay.place-near", name, near))
        .orElseGet(() -> Reason.of("settings.relay.place", name, String.join(", ", places))));
  }

  /** The sample of the example file is a list within its brackets. */
  private static List<String> lines(String written) {
    String bare = written.startsWith("[") && written.endsWith("]")
        ? written.substring(1, written.length() - 1).replaceAll("\"\\s*,\\s*\"", "\n").replace("\"", "") : written;
    return bare.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Taken<List<String>> many(List<String> lines) {
    return lines.isEmpty() || lines.size() > LONGEST ? Taken.unfit("settings.fallback.lines", LONGEST) : Taken.fits(lines);
  }
}
