package iris.relay;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In whose terms a server is told. Every template may hold {@code {key} {kind} {name} {level} {severity} {sort} {alarm}
 * {origin} {since} {summary} {episode} {id} {muted}}; nothing that is put in is looked at again for placeholders.
 *
 * @param host where the server has a host for it; usual: {@code iris}
 * @param service usual: {@code {key}} for a service, {@code feed {key}}, {@code iris-heartbeat}
 * @param severity the server's own word for a level; what is not here is the courier's usual
 * @param labels further labels, tags or fields
 * @param text template of the sentence; empty: the summary
 */
public record Mapping(
    String host, Optional<String> service, Map<Level, String> severity, Map<String, String> labels, Optional<String> text) {
  /** What a template may hold. */
  public static final List<String> PLACES = List.of("key", "kind", "name", "level", "severity", "sort", "alarm", "origin",
      "since", "summary", "episode", "id", "muted");
  public static final Mapping USUAL = new Mapping("iris", Optional.empty(), Map.of(), Map.of(), Optional.empty());

  public Mapping {
    Objects.requireNonNull(host);
    Objects.requireNonNull(service);
    Map<Level, String> levels = new EnumMap<>(Level.class);
    levels.putAll(severity);
    severity = Collections.unmodifiableMap(levels);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    Objects.requireNonNull(text);
  }

  public String host(Message m) {
    return fill(host, m);
  }

  /** Name of the signal at the server. */
  public String service(Message m) {
    return service(m.signal(), m);
  }

  /** The same where there is no message: a template that needs more than the signal is filled with nothing there. */
  public String service(Signal signal) {
    return service.map(template -> known(template, signal)).orElseGet(() -> usual(signal));
  }

  /** The host where there is no message. */
  public String host(Signal signal) {
    return known(host, signal);
  }

  private static String known(String template, Signal signal) {
    return Placeholders.fill(template, name -> switch (name) {
      case "key" -> signal.key();
      case "kind" -> word(signal.kind());
      case "name" -> signal.name();
      default -> "";
    });
  }

  private String service(Signal signal, Message m) {
    return service.map(template -> fill(template, m)).orElseGet(() -> usual(signal));
  }

  private static String usual(Signal signal) {
    return switch (signal.kind()) {
      case SERVICE -> signal.key();
      case FEED -> "feed " + signal.key();
      case IRIS -> "iris-heartbeat";
    };
  }

  /** The server's word for {@code level}, {@code usual} where the configuration names none. */
  public String severity(Level level, String usual) {
    return severity.getOrDefault(level, usual);
  }

  public Map<String, String> labels(Message m) {
    Map<String, String> filled = new LinkedHashMap<>();
    labels.forEach((name, template) -> filled.put(name, fill(template, m)));
    return filled;
  }

  public String text(Message m) {
    return text.map(template -> fill(template, m)).orElse(m.summary());
  }

  /** Fills any template in one pass. */
  public static String fill(String template, Message m) {
    return fill(template, m, UnaryOperator.identity());
  }

  /** The same. @param safe makes of what is put in what the place takes: escaped for JSON, for an address */
  public static String fill(String template, Message m, UnaryOperator<String> safe) {
    return Placeholders.fill(template, name -> {
      String value = value(name, m);
      return value == null ? null : safe.apply(value);
    });
  }

  private static @Nullable String value(String name, Message m) {
    return switch (name) {
      case "key" -> m.signal().key();
      case "kind" -> word(m.signal().kind());
      case "name" -> m.signal().name();
      case "level" -> word(m.level());
      case "severity" -> word(m.severity());
      case "sort" -> word(m.sort());
      case "alarm" -> m.alarm().map(Mapping::word).orElse("");
      case "origin" -> m.origin().map(Mapping::word).orElse("");
      case "since" -> m.since().map(Object::toString).orElse("");
      case "summary" -> m.summary();
      case "episode" -> m.episode();
      case "id" -> m.id();
      case "muted" -> m.muted().orElse("");
      default -> null;
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
