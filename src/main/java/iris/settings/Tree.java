package iris.settings;

import java.util.List;

/** A file as it was written: names, values and their lines, nothing judged yet. */
public sealed interface Tree {
  int line();

  /** A value; {@code text} is empty for a key without one. */
  record Leaf(String text, int line) implements Tree {}

  record Branch(List<Entry> entries, int line) implements Tree {}

  /** A list. What stands too deep to be walked is an empty one. */
  record Row(List<Tree> items, int line) implements Tree {}

  record Entry(String key, int line, Tree value) {}
}
