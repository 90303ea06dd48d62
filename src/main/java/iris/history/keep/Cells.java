package iris.history.keep;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of one row by the names of its kind's columns, as text; what is not known is "". */
final class Cells {
  private static final int MOST_DIGITS = 18;

  private final Kind kind;
  private final Map<String, String> values = new HashMap<>();

  Cells(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  Cells set(String name, Object value) {
    values.put(name, String.valueOf(value));
    return this;
  }

  /** A time or a count of which -1 says that nobody gave it. */
  Cells set(String name, long value) {
    if (value >= 0) values.put(name, Long.toString(value));
    return this;
  }

  Cells set(String name, Optional<?> value) {
    value.ifPresent(v -> set(name, v));
    return this;
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** What cannot be left out. */
  String must(String name) throws Unreadably {
    String value = get(name);
    if (value.isEmpty()) throw new Unreadably("history.keep.line.missing", name);
    return value;
  }

  Instant time(String name) throws Unreadably {
    return time(name, must(name));
  }

  Optional<Instant> timeIfAny(String name) throws Unreadably {
    String value = get(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(time(name, value));
  }

  private static Instant time(String name, String value) throws Unreadably {
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new Unreadably("history.keep.line.time", name, shown(value));
    }
  }

  long count(String name) throws Unreadably {
    must(name);
    return countIfAny(name, 0);
  }

  long countIfAny(String name, long otherwise) throws Unreadably {
    String value = get(name);
    if (value.isEmpty()) return otherwise;
    if (!whole(value)) throw new Unreadably("history.keep.line.number", name, shown(value));
    return Long.parseLong(value);
  }

  /** Without a regular expression: a file has millions of figures. */
  private static boolean whole(String value) {
    for (int i = 0; i < value.length(); i++) if (value.charAt(i) < '0' || value.charAt(i) > '9') return false;
    return value.length() <= MOST_DIGITS;
  }

  <E extends Enum<E>> E one(String name, Class<E> type) throws Unreadably {
    String value = must(name);
    for (E e : type.getEnumConstants()) if (e.name().equals(value)) return e;
    throw new Unreadably("history.keep.line.word", name, shown(value));
  }

  /** So much of it that it is found again. */
  static String shown(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "…";
  }
}
