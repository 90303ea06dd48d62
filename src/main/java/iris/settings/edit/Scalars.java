package iris.settings.edit;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value as YAML: bare where it can be, in quotes where it must, and in the quotes that stood there before. */
final class Scalars {
  /** What may not stand in a bare value inside braces, where a comma ends it. */
  private static final Pattern FLOW = Pattern.compile("[,\\[\\]{}]");

  private Scalars() {}

  static String write(String value, ScalarStyle before, boolean flow) {
    boolean control = value.chars().anyMatch(c -> Character.isISOControl(c) || c == 0xFEFF || c == 0x85 || c == 0x2028
        || c == 0x2029);
    if (control || before == ScalarStyle.DOUBLE_QUOTED) return doubled(value);
    if (before == ScalarStyle.SINGLE_QUOTED || !bare(value, flow)) return "'" + value.replace("'", "''") + "'";
    return value;
  }

  /** Several lines as they are, further in than their key; what has other signs than letters and line ends, in quotes. */
  static String lines(String value, int indent, String newline) {
    boolean fits = value.contains("\n") && value.equals(value.strip()) && value.lines().noneMatch(l -> l.endsWith(" "))
        && value.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c));
    if (!fits) return write(value, ScalarStyle.PLAIN, false);
    return "|-" + newline + value.lines().map(l -> l.isEmpty() ? l : " ".repeat(indent) + l)
        .collect(Collectors.joining(newline));
  }

  /** Asked of the reader itself: what comes back as the same word may stand without quotes. */
  private static boolean bare(String value, boolean flow) {
    if (value.isEmpty() || !value.equals(value.strip()) || flow && FLOW.matcher(value).find()) return false;
    return back(flow ? "{k: " + value + "}" : "k: " + value).filter(value::equals).isPresent();
  }

  private static Optional<String> back(String yaml) {
    try {
      Node root = new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
      boolean word = root instanceof MappingNode map && map.getValue().size() == 1
          && map.getValue().getFirst().getValueNode() instanceof ScalarNode s && s.getAnchor().isEmpty()
          && !s.getTag().equals(Tag.NULL) && s.getScalarStyle() == ScalarStyle.PLAIN;
      return word ? Optional.of(((ScalarNode) ((MappingNode) root).getValue().getFirst().getValueNode()).getValue())
          : Optional.empty();
    } catch (YamlEngineException notBare) {
      return Optional.empty();
    }
  }

  private static String doubled(String value) {
    StringBuilder out = new StringBuilder("\"");
    value.chars().forEach(c -> {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(c) || c == 0xFEFF || c == 0x2028 || c == 0x2029)
            out.append(String.format("\\u%04X", c));
          else out.append((char) c);
        }
      }
    });
    return out.append('"').toString();
  }
}
