package iris.settings.agent;

import iris.agent.SourceSpec;
import iris.settings.Kind;
import iris.settings.Kinds;
import iris.settings.Taken;
import iris.signal.Reason;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** How the lines of a log are read. */
final class FormatReader {
  private enum Form {
    COMBINED,
    JSON,
    PATTERN
  }

  private static final List<String> FIELDS = List.of("time", "status", "whole", "external", "external-status");

  /** A regular expression with the groups that a line cannot do without. */
  private static final Kind<String> REGEX = new Kind<>("regular expression", (written, base) -> {
    try {
      Map<String, Integer> groups = Pattern.compile(written).namedGroups();
      return Stream.of("time", "status").filter(g -> !groups.containsKey(g)).findFirst()
          .map(missing -> Taken.<String>unfit("settings.agent.group", missing))
          .orElseGet(() -> Taken.fits(written));
    } catch (PatternSyntaxException e) {
      return Taken.unfit("settings.agent.regex", e.getDescription(), e.getIndex() + 1);
    }
  });

  private static final Kind<String> TIME = new Kind<>("date pattern", (written, base) -> {
    try {
      Objects.requireNonNull(DateTimeFormatter.ofPattern(written));
      return Taken.fits(written);
    } catch (IllegalArgumentException e) {
      return Taken.unfit("settings.agent.time-pattern", written);
    }
  });

  private final Keys keys;

  FormatReader(Keys keys) {
    this.keys = keys;
  }

  /** Empty only with a problem. */
  Optional<SourceSpec.Format> read() {
    Form form = keys.or("format", Kinds.choice(Form.class), keys.has("pattern") ? Form.PATTERN : Form.COMBINED);
    return switch (form) {
      case COMBINED -> Optional.of(new SourceSpec.Format.Combined());
      case JSON -> Optional.of(new SourceSpec.Format.JsonLines(fields()));
      case PATTERN -> pattern();
    };
  }

  private Map<String, String> fields() {
    Map<String, String> fields = keys.map("fields", Kinds.TEXT);
    fields.keySet().stream().filter(f -> !FIELDS.contains(f)).forEach(
        f -> keys.wrong("fields", Reason.of("settings.key.unknown", f, String.join(", ", FIELDS))));
    return fields;
  }

  private Optional<SourceSpec.Format> pattern() {
    Optional<String> regex = keys.must("pattern", REGEX);
    Optional<String> time = keys.may("time", TIME);
    Duration unit = keys.or("unit", AgentKinds.UNIT, Duration.ofMillis(1));
    return regex.map(r -> new SourceSpec.Format.Pattern(r, time, unit));
  }
}
