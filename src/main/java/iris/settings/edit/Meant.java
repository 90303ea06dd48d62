package iris.settings.edit;

import iris.settings.ConfigText;
import iris.settings.Tree;
import iris.settings.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a changed text says what was meant, and nothing else changed: judged by reading both. */
final class Meant {
  private Meant() {}

  /** @param value empty: the entry was to go */
  static boolean holds(String before, String after, List<String> path, Optional<String> value) {
    Optional<Tree.Branch> was = tree(before);
    Optional<Tree.Branch> is = tree(after);
    return was.isPresent() && is.isPresent() && bare(changed(was.get(), path, value)).equals(bare(is.get()));
  }

  private static Optional<Tree.Branch> tree(String text) {
    List<Object> problems = new ArrayList<>();
    return Yaml.read(new ConfigText("", Path.of(""), text, false), problems::add).filter(t -> problems.isEmpty());
  }

  private static Tree.Branch changed(Tree.Branch branch, List<String> path, Optional<String> value) {
    String key = path.getFirst();
    List<Tree.Entry> entries = new ArrayList<>();
    boolean found = false;
    for (Tree.Entry entry : branch.entries()) {
      boolean here = entry.key().equals(key);
      found |= here;
      if (!here) entries.add(entry);
      else if (path.size() > 1) entries.add(new Tree.Entry(key, 0, deeper(entry.value(), path, value)));
      else if (value.isPresent()) entries.add(new Tree.Entry(key, 0, new Tree.Leaf(value.get(), 0)));
    }
    if (!found && value.isPresent()) {
      Tree made = path.size() == 1 ? new Tree.Leaf(value.get(), 0)
          : changed(new Tree.Branch(List.of(), 0), path.subList(1, path.size()), value);
      entries.add(new Tree.Entry(key, 0, made));
    }
    return new Tree.Branch(entries, 0);
  }

  private static Tree deeper(Tree value, List<String> path, Optional<String> to) {
    Tree.Branch inner = value instanceof Tree.Branch b ? b : new Tree.Branch(List.of(), 0);
    boolean nothing = value instanceof Tree.Leaf && to.isEmpty();
    return nothing ? value : changed(inner, path.subList(1, path.size()), to);
  }

  /** Without lines, and a block that holds nothing is no value. */
  private static Tree bare(Tree tree) {
    return switch (tree) {
      case Tree.Leaf leaf -> new Tree.Leaf(leaf.text(), 0);
      case Tree.Row row -> new Tree.Row(row.items().stream().map(Meant::bare).toList(), 0);
      case Tree.Branch branch when branch.entries().isEmpty() -> new Tree.Leaf("", 0);
      case Tree.Branch branch -> new Tree.Branch(
          branch.entries().stream().map(e -> new Tree.Entry(e.key(), 0, bare(e.value()))).toList(), 0);
    };
  }
}
