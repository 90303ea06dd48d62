package iris.relay.passive;

import iris.relay.Figures;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Plain;
import iris.relay.Signal;
import iris.relay.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a check that the server did not make itself, fit for every way into the Nagios family: no separator of
 * any of them, nothing a shell would make something of, one line, and short enough to be written to a pipe in one piece.
 *
 * @param host of which the service is; {@code service} its description there. At most 200 bytes each
 * @param level code 0 to 3
 * @param output one sentence, at most 1000 bytes; {@code performance} behind the bar, may be empty, at most 600
 */
public record PassiveResult(String host, String service, Level level, String output, String performance) {
  private static final int NAME = 200;
  private static final int OUTPUT = 1000;
  private static final int PERFORMANCE = 600;
  /** What Nagios forbids in names besides what {@link Plain#nagios} takes away. */
  private static final String UNNAMEABLE = "~!%^*?,=";
  private static final String SEPARATORS = ";|`$\\";

  public PassiveResult {
    dull(host, NAME);
    dull(service, NAME);
    dull(output, OUTPUT);
    dull(performance.replace(';', ' '), PERFORMANCE);
    if (host.isBlank() || service.isBlank() || output.isBlank())
      throw new IllegalArgumentException("a result names its service and says something");
  }

  private static void dull(String text, int most) {
    boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) || SEPARATORS.indexOf(c) >= 0);
    if (odd || text.getBytes(StandardCharsets.UTF_8).length > most)
      throw new IllegalArgumentException("not fit for a line of Nagios");
  }

  /** What is told of {@code m} to the server of {@code target}, in its terms. */
  public static PassiveResult of(Message m, Target target) {
    Mapping mapping = target.mapping();
    Level level = level(m.level(), mapping);
    String said = m.muted().map(why -> "[" + why + "] ").orElse("") + mapping.text(m);
    return new PassiveResult(name(mapping.host(m)), name(mapping.service(m)), level,
        Plain.nagios(level.name() + " - " + said, OUTPUT),
        figures(m).filter(_ -> wanted(target)).map(f -> Performance.of(f, m.at())).orElse(""));
  }

  /** The name of the service that {@code signal} is at the server of {@code target}, and of its host. */
  public static Place place(Signal signal, Target target) {
    return new Place(name(target.mapping().host(signal)), name(target.mapping().service(signal)));
  }

  /** Where a signal stands at the server. */
  public record Place(String host, String service) {}

  /** Whether the target wants to hear of messages of this sort. */
  public static boolean taken(Sort sort, Target target) {
    return sort != Sort.STATISTIC || wanted(target);
  }

  private static boolean wanted(Target target) {
    return target.flag(iris.relay.Param.STATISTICS, true);
  }

  /** Repeated while nothing is known, the last figures would be drawn as if they were measured. */
  private static Optional<Figures> figures(Message m) {
    return m.level() == Level.UNKNOWN && m.sort() != Sort.STATISTIC ? Optional.empty() : m.figures();
  }

  /** A level may be mapped to another one, such as UNKNOWN to critical where nobody looks at UNKNOWN; never to OK. */
  private static Level level(Level is, Mapping mapping) {
    Map<Level, String> words = mapping.severity();
    String word = words.getOrDefault(is, is.name()).strip().toUpperCase(Locale.ROOT);
    for (Level level : Level.values())
      if (word.equals(level.name()) || word.equals(String.valueOf(level.code())))
        return level == Level.OK ? is : level;
    return is;
  }

  private static String name(String template) {
    StringBuilder name = new StringBuilder();
    template.codePoints().map(c -> UNNAMEABLE.indexOf(c) >= 0 ? ' ' : c).forEach(name::appendCodePoint);
    String plain = Plain.nagios(name.toString(), NAME);
    return plain.isEmpty() ? "-" : plain;
  }

  /** Output and performance data as a plugin prints them. */
  public String text() {
    return performance.isEmpty() ? output : output + "|" + performance;
  }

  /**
   * The external command, its line's end included: less than the 4096 bytes that a pipe takes in one piece.
   *
   * @param at when it is handed over, not when the thing happened: Nagios reckons from it when the result is stale, and
   *     a return to normal of an hour ago would be called stale at once
   */
  public String line(Instant at) {
    return "[" + at.getEpochSecond() + "] PROCESS_SERVICE_CHECK_RESULT;" + host + ";" + service + ";" + level.code() + ";"
        + text() + "\n";
  }
}
