package iris.settings;

import iris.signal.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML text to a {@link Tree}. Nodes, not objects: nodes know their lines. */
public final class Yaml {
  /** Deeper than the headers of a source of the agent nothing of ours stands; what is deeper is not walked. */
  private static final int DEPTH = 6;

  /** A document may name itself as a part of itself: bounded in depth, it would still be endless in breadth. */
  private static final int NODES = 50_000;

  /**
   * Refused before anything is made of it: the parser takes time with the square of the nesting, and at some twenty
   * thousand brackets of a file that a cat slept on, all of the stack.
   */
  private static final int NESTING = 64;

  private final String file;
  private final Consumer<Problem> problems;
  private int nodes;

  private Yaml(String file, Consumer<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The tree of a text; empty with a problem if it is not YAML, an empty branch if nothing is written in it. */
  public static Optional<Tree.Branch> read(ConfigText text, Consumer<Problem> problems) {
    LoadSettings how = LoadSettings.builder().setLabel(text.name()).setCodePointLimit(1 << 20).build();
    try {
      OptionalInt deep = tooDeep(text.text(), how);
      if (deep.isPresent()) {
        problems.accept(new Problem(text.name(), deep.getAsInt(), "", Reason.of("settings.file.too-deep", NESTING)));
        return Optional.empty();
      }
      Optional<Node> root = new Compose(how).composeString(text.text());
      if (root.isEmpty() || root.get() instanceof ScalarNode s && s.getTag().equals(Tag.NULL))
        return Optional.of(new Tree.Branch(List.of(), 1));
      if (root.get() instanceof MappingNode map) return Optional.of(new Yaml(text.name(), problems).branch(map, "", 1));
      problems.accept(new Problem(text.name(), line(root.get()), "", Reason.of("settings.file.no-keys")));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(-1) + 1;
      problems.accept(new Problem(text.name(), line, "", Reason.of("settings.file.syntax", e.getProblem())));
    } catch (YamlEngineException e) {
      problems.accept(new Problem(text.name(), 0, "", Reason.of("settings.file.syntax", e.getMessage())));
    }
    return Optional.empty();
  }

  /** The line on which it nests too deeply; empty where it does not, or is not YAML. */
  private static OptionalInt tooDeep(String text, LoadSettings how) {
    int depth = 0;
    for (Event event : new Parse(how).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > NESTING)
        return OptionalInt.of(event.getStartMark().map(Mark::getLine).orElse(-1) + 1);
      if (event instanceof CollectionEndEvent) depth--;
    }
    return OptionalInt.empty();
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  private Tree.Branch branch(MappingNode map, String path, int depth) {
    List<Tree.Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue().isEmpty() ? "\"\"" : s.getValue() : "?";
      int line = line(tuple.getKeyNode());
      String full = path.isEmpty() ? key : path + "." + key;
      Integer first = lines.putIfAbsent(key, line);
      if (first == null) entries.add(new Tree.Entry(key, line, tree(tuple.getValueNode(), full, depth)));
      else problems.accept(new Problem(file, line, full, Reason.of("settings.key.twice", first)));
    }
    return new Tree.Branch(entries, line(map));
  }

  private Tree tree(Node node, String path, int depth) {
    if (++nodes > NODES) return new Tree.Row(List.of(), line(node));
    return switch (node) {
      case ScalarNode s -> new Tree.Leaf(s.getTag().equals(Tag.NULL) ? "" : s.getValue(), line(s));
      case MappingNode m when depth < DEPTH -> branch(m, path, depth + 1);
      case SequenceNode s when depth < DEPTH ->
          new Tree.Row(s.getValue().stream().map(item -> tree(item, path, depth + 1)).toList(), line(s));
      default -> new Tree.Row(List.of(), line(node));
    };
  }
}
