package iris.settings;

import static iris.settings.Section.RELAY;

import iris.feed.Secret;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The part of the table about the servers that are told, and the targets that it makes: an option for each {@link Param}. */
final class RelayOptions {
  /** A parameter as an option, and how its value is handed on. */
  record Given<T>(Option<T> option, Function<T, Value> value) {
    Optional<Value> of(Block b) {
      return b.get(option).map(value);
    }
  }

  static final Option<iris.relay.Kind> KIND = Option.must(RELAY, "kind", RelayKinds.SERVER, "icinga");
  static final Map<Param, Given<?>> PARAMS = params();
  static final Option<String> HOST = Option.may(RELAY, "host", RelayKinds.NAME, "iris");
  static final Option<String> SERVICE = Option.may(RELAY, "service", RelayKinds.NAME, "'{key}'");
  static final Option<String> TEXT = Option.may(RELAY, "text", RelayKinds.TEMPLATE, "'{summary} [{key}]'");
  static final Option<Map<String, String>> LABELS =
      Option.may(RELAY, "labels", RelayKinds.LABELS, "[\"team=night\", \"service={key}\"]");
  static final Map<Level, Option<String>> SEVERITY = severity();

  private RelayOptions() {}

  private static Map<Param, Given<?>> params() {
    Map<Param, Given<?>> all = new EnumMap<>(Param.class);
    for (Param param : Param.values()) all.put(param, given(param));
    return Collections.unmodifiableMap(all);
  }

  private static Map<Level, Option<String>> severity() {
    Map<Level, String> samples = Map.of(
        Level.OK, "normal", Level.WARNING, "minor", Level.CRITICAL, "major", Level.UNKNOWN, "indeterminate");
    Map<Level, Option<String>> all = new EnumMap<>(Level.class);
    for (Level level : Level.values())
      all.put(level, Option.may(RELAY, "severity." + level.name().toLowerCase(Locale.ROOT), Kinds.TEXT,
          Objects.requireNonNull(samples.get(level))));
    return Collections.unmodifiableMap(all);
  }

  private static Given<?> given(Param param) {
    return switch (param.type()) {
      case TEXT -> new Given<>(option(param, text(param)), Value.Text::new);
      case SECRET -> new Given<>(option(param, Kinds.SECRET), RelayOptions::hidden);
      case FILE -> new Given<>(option(param, Kinds.PATH), RelayOptions::file);
      case LINK -> new Given<>(option(param, Kinds.link("http", "https")), RelayOptions::link);
      case LINES -> new Given<>(option(param, lines(param)), Value.Lines::new);
      case SPAN -> new Given<>(option(param, span(param)), RelayOptions::span);
      case WHOLE -> new Given<>(option(param, Kinds.whole(1, 64)), Value.Whole::new);
      case FLAG -> new Given<>(option(param, Kinds.FLAG), Value.Flag::new);
    };
  }

  private static <T> Option<T> option(Param param, Kind<T> kind) {
    return Option.may(RELAY, param.word(), kind, param.sample());
  }

  private static Kind<String> text(Param param) {
    return switch (param) {
      case ADDRESS -> RelayKinds.PLACE;
      case LISTEN -> RelayKinds.DOOR;
      case FACILITY -> RelayKinds.FACILITY;
      case NOTIFY -> RelayKinds.NOTIFY;
      default -> Kinds.TEXT;
    };
  }

  private static Kind<List<String>> lines(Param param) {
    return switch (param) {
      case HEADERS -> RelayKinds.HEADERS;
      case COMMAND -> FallbackKinds.COMMAND;
      default -> FallbackKinds.LINES;
    };
  }

  private static Kind<Duration> span(Param param) {
    return param == Param.RESEND ? Kinds.span("10s", "1h") : Kinds.span("1s", "5m");
  }

  private static Value file(Path path) {
    return new Value.File(path);
  }

  private static Value link(URI uri) {
    return new Value.Link(uri);
  }

  private static Value span(Duration span) {
    return new Value.Span(span);
  }

  private static Value hidden(Secret secret) {
    return new Value.Secret(switch (secret) {
      case Secret.FromEnvironment e -> "env:" + e.variable();
      case Secret.FromFile f -> "file:" + f.file();
    });
  }

  static Stream<Option<?>> all() {
    return Stream.of(Stream.<Option<?>>of(KIND), PARAMS.values().stream().<Option<?>>map(Given::option),
        Stream.<Option<?>>of(HOST, SERVICE, TEXT, LABELS), SEVERITY.values().stream().<Option<?>>map(o -> o)).flatMap(s -> s);
  }

  /** What a kind takes, as it is written; all where the word is none. */
  static List<Option<?>> of(String word) {
    Optional<iris.relay.Kind> kind = Arrays.stream(iris.relay.Kind.values()).filter(k -> k.word().equals(word)).findFirst();
    List<Option<?>> all = new ArrayList<>(all().toList());
    kind.ifPresent(k -> PARAMS.forEach((param, given) -> {
      if (!k.takes(param)) all.remove(given.option());
    }));
    return all;
  }

  /** In the order of the file; only after {@link RelayChecks} found nothing. */
  static List<Target> targets(Map<String, Block> blocks) {
    List<Target> all = new ArrayList<>();
    blocks.forEach((id, b) -> all.add(new Target(id, b.want(KIND), given(b), mapping(b))));
    return all;
  }

  private static Map<Param, Value> given(Block b) {
    Map<Param, Value> all = new EnumMap<>(Param.class);
    PARAMS.forEach((param, given) -> given.of(b).ifPresent(value -> all.put(param, value)));
    return all;
  }

  private static Mapping mapping(Block b) {
    Map<Level, String> severity = new EnumMap<>(Level.class);
    SEVERITY.forEach((level, option) -> b.get(option).ifPresent(word -> severity.put(level, word)));
    return new Mapping(b.get(HOST).orElse(Mapping.USUAL.host()), b.get(SERVICE), severity,
        b.get(LABELS).orElse(Map.of()), b.get(TEXT));
  }
}
