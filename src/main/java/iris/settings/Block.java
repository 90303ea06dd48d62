package iris.settings;

import iris.signal.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The options of one section, or of one name of a named section, as far as they were read: what fits is here, what
 * does not is already a problem.
 */
final class Block {
  private record Written(Object value, int line) {}

  private final String file;
  private final String path;
  private final int line;
  private final Consumer<Problem> problems;
  private final Map<Option<?>, Written> values = new HashMap<>();

  Block(String file, String path, int line, Consumer<Problem> problems) {
    this.file = Objects.requireNonNull(file);
    this.path = Objects.requireNonNull(path);
    this.line = line;
    this.problems = problems;
  }

  <T> void put(Option<T> option, T value, int line) {
    values.put(option, new Written(value, line));
  }

  boolean has(Option<?> option) {
    return values.containsKey(option);
  }

  /** What is written, else the standard. The cast is sound: {@link #put} is the only writer and ties the two. */
  @SuppressWarnings("unchecked")
  <T> Optional<T> get(Option<T> option) {
    Written written = values.get(option);
    return written == null ? option.standard() : Optional.of((T) written.value());
  }

  /** For an option with a standard, or a required one after {@link SettingsReader} found no problem. */
  <T> T want(Option<T> option) {
    return get(option).orElseThrow(() -> new IllegalStateException(path + "." + option.name() + " has no value"));
  }

  /** What is wrong only together with other options, said at the option's line. */
  void wrong(Option<?> option, Reason reason) {
    Written written = values.get(option);
    problems.accept(new Problem(file, written == null ? line : written.line(), path + "." + option.name(), reason));
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }
}
