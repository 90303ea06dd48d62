package iris.settings.agent;

import iris.settings.ConfigText;
import iris.settings.Kind;
import iris.settings.Nearest;
import iris.settings.Problem;
import iris.settings.Taken;
import iris.settings.Tree;
import iris.signal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The keys of one block of the file. Whoever reads it takes key by key; {@link #done} then complains of those that
 * nobody took, so that the list of known keys is the code that reads them.
 */
final class Keys {
  private final ConfigText text;
  private final String path;
  private final int line;
  private final Map<String, Tree.Entry> entries = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Consumer<Problem> problems;

  Keys(ConfigText text, String path, Tree.Branch branch, int line, Consumer<Problem> problems) {
    this.text = text;
    this.path = path;
    this.line = line;
    this.problems = problems;
    branch.entries().forEach(e -> entries.put(e.key(), e));
  }

  String path() {
    return path;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** What is written as a single value, unjudged and not yet taken. */
  Optional<String> peek(String key) {
    Tree.Entry entry = entries.get(key);
    return entry != null && entry.value() instanceof Tree.Leaf(String written, int _)
        ? Optional.of(written) : Optional.empty();
  }

  /** What is written, if it fits; what does not fit is a problem. */
  <T> Optional<T> may(String key, Kind<T> kind) {
    taken.add(key);
    Tree.Entry entry = entries.get(key);
    if (entry == null) return Optional.empty();
    if (!(entry.value() instanceof Tree.Leaf leaf)) {
      wrong(key, Reason.of("settings.value.single"));
      return Optional.empty();
    }
    return read(key, kind, leaf);
  }

  <T> T or(String key, Kind<T> kind, T standard) {
    return may(key, kind).orElse(standard);
  }

  <T> Optional<T> must(String key, Kind<T> kind) {
    if (!has(key)) wrong(key, Reason.of("settings.key.missing", key));
    return may(key, kind);
  }

  /** A list of values; a single value is a list of one. */
  <T> List<T> list(String key, Kind<T> kind) {
    taken.add(key);
    List<T> all = new ArrayList<>();
    switch (entries.containsKey(key) ? entries.get(key).value() : null) {
      case null -> { }
      case Tree.Leaf leaf -> read(key, kind, leaf).ifPresent(all::add);
      case Tree.Row row -> row.items().forEach(item -> {
        if (item instanceof Tree.Leaf leaf) read(key, kind, leaf).ifPresent(all::add);
        else wrong(key, Reason.of("settings.value.list"));
      });
      case Tree.Branch b -> wrong(key, Reason.of("settings.value.list"));
    }
    return all;
  }

  /** Names of the writer's own, each with a value. */
  Map<String, String> map(String key, Kind<String> kind) {
    Map<String, String> all = new LinkedHashMap<>();
    block(key).ifPresent(inner -> inner.names().forEach(
        name -> inner.may(name, kind).ifPresent(value -> all.put(name, value))));
    return all;
  }

  private <T> Optional<T> read(String key, Kind<T> kind, Tree.Leaf leaf) {
    return switch (kind.read(leaf.text(), text.base())) {
      case Taken.Fits<T>(T value) -> Optional.of(value);
      case Taken.Unfit<T>(Reason why) -> {
        problems.accept(new Problem(text.name(), leaf.line(), full(key), why));
        yield Optional.empty();
      }
    };
  }

  /** A block below this one; a key without a value is a block without keys. */
  Optional<Keys> block(String key) {
    taken.add(key);
    Tree.Entry entry = entries.get(key);
    if (entry == null) return Optional.empty();
    return switch (entry.value()) {
      case Tree.Branch b -> Optional.of(new Keys(text, full(key), b, entry.line(), problems));
      case Tree.Leaf(String value, int at) when value.isEmpty() ->
          Optional.of(new Keys(text, full(key), new Tree.Branch(List.of(), at), entry.line(), problems));
      case Tree other -> {
        wrong(key, Reason.of("settings.value.block"));
        yield Optional.empty();
      }
    };
  }

  /** The block, or one without keys where it is not written. */
  Keys blockOrNone(String key) {
    return block(key).orElseGet(() -> new Keys(text, full(key), new Tree.Branch(List.of(), line), line, problems));
  }

  /** All keys, for a block whose keys are names; nothing in it is unknown then. */
  List<String> names() {
    taken.addAll(entries.keySet());
    return List.copyOf(entries.keySet());
  }

  /** At the line of the key, or of the block where the key is not written. */
  void wrong(String key, Reason why) {
    Tree.Entry entry = entries.get(key);
    problems.accept(new Problem(text.name(), entry == null ? line : entry.line(), full(key), why));
  }

  /** A key that goes only with another one. */
  void together(String key, String other) {
    if (has(key) && !has(other)) wrong(key, Reason.of("settings.feed.wants", key, other));
  }

  /** Complains of every key that nobody took. */
  void done() {
    entries.keySet().stream().filter(key -> !taken.contains(key)).forEach(key -> wrong(key, Nearest.to(key, taken)
        .map(near -> Reason.of("settings.key.unknown-near", key, near))
        .orElseGet(() -> Reason.of("settings.key.unknown", key, String.join(", ", taken)))));
  }

  private String full(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
