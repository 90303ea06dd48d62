package iris.settings.edit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML text and where things stand in it. Every place is an index into the text. */
final class Sheet {
  private static final Pattern ALIAS = Pattern.compile("\\G[ \\t]*:[ \\t]+\\*[^\\s,\\[\\]{}]+");
  private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^\\.\\.\\.(?=\\s|$)");
  private static final int STEP = 2;

  final String text;
  private final Optional<MappingNode> root;

  private Sheet(String text, Optional<MappingNode> root) {
    this.text = text;
    this.root = root;
  }

  /** Empty where the text is not one map, or nothing. */
  static Optional<Sheet> of(String text) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setCodePointLimit(1 << 20).build()).composeString(text);
      if (root.isEmpty() || none(root.get())) return Optional.of(new Sheet(text, Optional.empty()));
      return root.get() instanceof MappingNode map ? Optional.of(new Sheet(text, Optional.of(map))) : Optional.empty();
    } catch (YamlEngineException notYaml) {
      return Optional.empty();
    }
  }

  /** Empty where nothing is written yet. */
  Optional<MappingNode> root() {
    return root;
  }

  static Optional<NodeTuple> find(MappingNode map, String key) {
    return map.getValue().stream()
        .filter(t -> t.getKeyNode() instanceof ScalarNode s && s.getValue().equals(key)).findFirst();
  }

  static boolean none(Node node) {
    return node instanceof ScalarNode s && s.getTag().equals(Tag.NULL);
  }

  static boolean flow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  int start(Node node) {
    return index(node.getStartMark());
  }

  int end(Node node) {
    return index(node.getEndMark());
  }

  private int index(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }

  /** The value is a reference to something that stands elsewhere. */
  boolean alias(NodeTuple tuple) {
    return start(tuple.getValueNode()) < end(tuple.getKeyNode());
  }

  /** Has an anchor or a tag before it, which its place in the text includes. */
  boolean adorned(Node node) {
    char first = start(node) < text.length() ? text.charAt(start(node)) : ' ';
    return node.getAnchor().isPresent() || end(node) > start(node) && (first == '!' || first == '&');
  }

  /** Where the value of an entry ends: behind its last sign, before spaces, comment and line end. */
  int contentEnd(NodeTuple tuple) {
    if (alias(tuple)) {
      Matcher reference = ALIAS.matcher(text).region(end(tuple.getKeyNode()), text.length());
      return reference.find() ? reference.end() : end(tuple.getKeyNode());
    }
    return contentEnd(tuple.getValueNode(), column(start(tuple.getKeyNode())));
  }

  private int contentEnd(Node node, int parent) {
    return switch (node) {
      case ScalarNode s when block(s) -> blockEnd(start(s), parent);
      case MappingNode m when !flow(m) && !m.getValue().isEmpty() -> contentEnd(m.getValue().getLast());
      case SequenceNode s when !flow(s) && !s.getValue().isEmpty() -> contentEnd(s.getValue().getLast(), parent);
      default -> end(node);
    };
  }

  static boolean block(ScalarNode s) {
    return s.getScalarStyle() == ScalarStyle.LITERAL || s.getScalarStyle() == ScalarStyle.FOLDED;
  }

  /** The lines after the sign that are empty or stand further in than the key. */
  private int blockEnd(int header, int parent) {
    int end = lineEnd(header);
    for (int line = nextLine(header); line < text.length(); line = nextLine(line)) {
      String content = text.substring(line, lineEnd(line));
      if (content.isBlank()) continue;
      if (content.length() - content.stripLeading().length() <= parent) break;
      end = lineEnd(line);
    }
    return end;
  }

  /** Signs before this place on its line. */
  int column(int at) {
    return at - lineStart(at);
  }

  int lineStart(int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') start--;
    // A byte order mark is no column.
    return start == 0 && text.startsWith("\uFEFF") ? Math.min(at, 1) : start;
  }

  /** Before the line's end, or the end of the text. */
  int lineEnd(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
    return end;
  }

  int nextLine(int at) {
    int end = lineEnd(at);
    if (end >= text.length()) return end;
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  /** How lines end here: as the first one does. */
  String newline() {
    int first = lineEnd(0);
    return first >= text.length() ? "\n" : text.substring(first, nextLine(0));
  }

  /** Only spaces and perhaps a comment from here to the end of the line. */
  boolean restIsFree(int at) {
    String rest = text.substring(at, lineEnd(at));
    return rest.isBlank() || Character.isWhitespace(rest.charAt(0)) && rest.stripLeading().startsWith("#");
  }

  /** Where a new section goes: the end of the text, or of its document. */
  int documentEnd() {
    Matcher end = DOCUMENT_END.matcher(text);
    int from = root.map(this::end).orElse(0);
    // The end of a map may be given as the place of what follows it.
    return end.find(Math.min(from, lineStart(Math.min(from, text.length())))) ? end.start() : text.length();
  }

  /** How much further in a block stands than its key: as the first one does that has one. */
  int step() {
    return root.map(map -> step(map)).filter(n -> n > 0).orElse(STEP);
  }

  private int step(MappingNode map) {
    if (flow(map)) return 0;
    for (NodeTuple tuple : map.getValue())
      if (tuple.getValueNode() instanceof MappingNode inner && !flow(inner) && !alias(tuple) && !inner.getValue().isEmpty())
        return column(start(inner.getValue().getFirst().getKeyNode())) - column(start(tuple.getKeyNode()));
    return 0;
  }
}
