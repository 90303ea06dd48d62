package iris.settings.edit;

import iris.signal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One change to a text: what it does, or why a person has to do it. What came of it is read again and compared with
 * what was meant, so a way of writing that nobody thought of is refused and not spoiled.
 */
final class Stroke {
  /** Where the text cannot be changed by a program. */
  static final class ByHand extends Exception {
    private final Reason why;

    ByHand(Reason why) {
      super(why.key());
      this.why = why;
    }

    Reason why() {
      return why;
    }
  }

  private final Sheet sheet;

  private Stroke(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The text with {@code value} at {@code path}. */
  static String set(String text, List<String> path, String value) throws ByHand {
    return sure(text, new Stroke(sheet(text)).setting(path, value), path, Optional.of(value));
  }

  /** The text without the entry at {@code path}; the same text where there is none. */
  static String unset(String text, List<String> path) throws ByHand {
    return sure(text, new Stroke(sheet(text)).unsetting(path), path, Optional.empty());
  }

  private static Sheet sheet(String text) throws ByHand {
    return Sheet.of(text).orElseThrow(() -> new ByHand(Reason.of("settings.edit.not-yaml")));
  }

  private static String sure(String before, String after, List<String> path, Optional<String> value) throws ByHand {
    if (!Meant.holds(before, after, path, value)) throw byHand(path);
    return after;
  }

  private static ByHand byHand(List<String> path) {
    return new ByHand(Reason.of("settings.edit.by-hand", String.join(".", path)));
  }

  private String setting(List<String> path, String value) throws ByHand {
    if (sheet.root().isEmpty()) return append(path, value);
    MappingNode map = sheet.root().get();
    for (int i = 0; ; i++) {
      Optional<NodeTuple> found = Sheet.find(map, path.get(i));
      if (found.isEmpty()) return insert(map, path.subList(i, path.size()), value, path);
      NodeTuple tuple = found.get();
      if (sheet.alias(tuple) || sheet.adorned(tuple.getValueNode())) throw byHand(path);
      if (i == path.size() - 1) return replace(map, tuple, value, path);
      if (Sheet.none(tuple.getValueNode())) return under(map, tuple, path.subList(i + 1, path.size()), value, path);
      if (!(tuple.getValueNode() instanceof MappingNode inner)) throw byHand(path);
      map = inner;
    }
  }

  private String replace(MappingNode map, NodeTuple tuple, String value, List<String> path) throws ByHand {
    Node old = tuple.getValueNode();
    int from = sheet.start(old);
    int to = sheet.contentEnd(tuple);
    ScalarStyle style = old instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
    // Names may stand in brackets; in what spans lines a person's comment may stand.
    boolean fits = old instanceof ScalarNode scalar
        ? !Sheet.block(scalar) || !sheet.text.substring(from, sheet.lineEnd(from)).contains("#")
        : old instanceof SequenceNode && !sheet.text.substring(sheet.end(tuple.getKeyNode()), to).contains("#");
    if (!fits) throw byHand(path);
    boolean below = old instanceof SequenceNode row && !Sheet.flow(row);
    // A list that stands on lines of its own: what replaces it begins beside the key.
    if (below) from = sheet.text.indexOf(':', sheet.end(tuple.getKeyNode())) + 1;
    int inside = sheet.column(sheet.start(tuple.getKeyNode())) + sheet.step();
    // What spans lines ends its own: a comment beside the value would become a part of it.
    boolean block = value.contains("\n") && !Sheet.flow(map) && sheet.text.substring(to, sheet.lineEnd(to)).isBlank();
    String written = block ? Scalars.lines(value, inside, sheet.newline()) : Scalars.write(value, style, Sheet.flow(map));
    boolean empty = from == to;
    boolean stuck = (empty || below) && from > 0 && !Character.isWhitespace(sheet.text.charAt(from - 1));
    return sheet.text.substring(0, from) + (stuck ? " " : "") + written + sheet.text.substring(to);
  }

  /** The first entry of a block that has none yet. */
  private String under(MappingNode parent, NodeTuple tuple, List<String> rest, String value, List<String> path)
      throws ByHand {
    Node none = tuple.getValueNode();
    if (Sheet.flow(parent)) throw byHand(path);
    int at = Math.max(sheet.start(none), sheet.end(tuple.getKeyNode()));
    String before = sheet.text.substring(0, at);
    String after = sheet.text.substring(Math.max(at, sheet.end(none)));
    Stroke open = new Stroke(sheet(before + after));
    if (!open.sheet.restIsFree(at)) throw byHand(path);
    return open.line(at, sheet.column(sheet.start(tuple.getKeyNode())) + sheet.step(), rest, value);
  }

  private String insert(MappingNode map, List<String> rest, String value, List<String> path) throws ByHand {
    if (Sheet.flow(map)) return intoBraces(map, rest, value);
    if (sheet.root().filter(r -> r == map).isPresent() && rest.size() > 1) return append(rest, value);
    int first = sheet.start(map.getValue().getFirst().getKeyNode());
    int last = sheet.contentEnd(map.getValue().getLast());
    String lead = sheet.text.substring(sheet.lineStart(first), first);
    if (!lead.chars().allMatch(c -> c == ' ') || !sheet.restIsFree(last)) throw byHand(path);
    return line(last, lead.length(), rest, value);
  }

  private String intoBraces(MappingNode map, List<String> rest, String value) {
    String entry = braced(rest, Scalars.write(value, ScalarStyle.PLAIN, true));
    boolean empty = map.getValue().isEmpty();
    int at = empty ? sheet.start(map) + 1 : sheet.contentEnd(map.getValue().getLast());
    return sheet.text.substring(0, at) + (empty ? "" : ", ") + entry + sheet.text.substring(at);
  }

  private static String braced(List<String> keys, String value) {
    String inner = keys.size() == 1 ? value : "{" + braced(keys.subList(1, keys.size()), value) + "}";
    return keys.getFirst() + ": " + inner;
  }

  /** After the line of {@code at}. */
  private String line(int at, int indent, List<String> rest, String value) {
    String newline = sheet.newline();
    int next = sheet.nextLine(at);
    boolean cut = next == sheet.text.length() && next == sheet.lineEnd(at);
    String block = String.join(newline, lines(indent, rest, value));
    return sheet.text.substring(0, next) + (cut ? newline + block : block + newline) + sheet.text.substring(next);
  }

  private List<String> lines(int indent, List<String> keys, String value) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++)
      lines.add(" ".repeat(indent + i * sheet.step()) + keys.get(i) + ":"
          + (i < keys.size() - 1 ? "" : " " + Scalars.lines(value, indent + (i + 1) * sheet.step(), sheet.newline())));
    return lines;
  }

  /** A section of its own, at the end. */
  private String append(List<String> path, String value) {
    String newline = sheet.newline();
    int at = sheet.documentEnd();
    String before = sheet.text.substring(0, at);
    boolean cut = !before.isEmpty() && !before.equals("\uFEFF") && !before.endsWith("\n") && !before.endsWith("\r");
    return before + (cut ? newline : "") + String.join(newline, lines(0, path, value)) + newline + sheet.text.substring(at);
  }

  private String unsetting(List<String> path) throws ByHand {
    if (sheet.root().isEmpty()) return sheet.text;
    MappingNode map = sheet.root().get();
    for (int i = 0; ; i++) {
      Optional<NodeTuple> found = Sheet.find(map, path.get(i));
      if (found.isEmpty()) return sheet.text;
      NodeTuple tuple = found.get();
      if (i == path.size() - 1) return Sheet.flow(map) ? outOfBraces(map, tuple, path) : cut(tuple, path);
      if (sheet.alias(tuple)) throw byHand(path);
      if (Sheet.none(tuple.getValueNode())) return sheet.text;
      if (!(tuple.getValueNode() instanceof MappingNode inner)) throw byHand(path);
      map = inner;
    }
  }

  /** A comment beside a value stays, on a line of its own: somebody meant it. One inside a block goes with the block. */
  private String cut(NodeTuple tuple, List<String> path) throws ByHand {
    int key = sheet.start(tuple.getKeyNode());
    int line = sheet.lineStart(key);
    int end = sheet.contentEnd(tuple);
    if (!sheet.text.substring(line, key).isBlank() || !sheet.restIsFree(end)) throw byHand(path);
    String rest = sheet.text.substring(end, sheet.lineEnd(end));
    boolean block = tuple.getValueNode() instanceof MappingNode inner && !Sheet.flow(inner);
    if (rest.isBlank() || block) return sheet.text.substring(0, line) + sheet.text.substring(sheet.nextLine(end));
    return sheet.text.substring(0, key) + rest.stripLeading() + sheet.text.substring(sheet.lineEnd(end));
  }

  private String outOfBraces(MappingNode map, NodeTuple tuple, List<String> path) throws ByHand {
    List<NodeTuple> all = map.getValue();
    int at = all.indexOf(tuple);
    int from = at > 0 && at == all.size() - 1 ? sheet.contentEnd(all.get(at - 1)) : sheet.start(tuple.getKeyNode());
    int to = at < all.size() - 1 ? sheet.start(all.get(at + 1).getKeyNode()) : sheet.contentEnd(tuple);
    // A number sign may be a comment, and then a person's.
    if (sheet.text.substring(from, to).contains("#")) throw byHand(path);
    return sheet.text.substring(0, from) + sheet.text.substring(to);
  }
}
