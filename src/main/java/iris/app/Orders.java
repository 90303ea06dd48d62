package iris.app;

import iris.settings.Display;
import iris.signal.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Arguments to an order, or the one sentence that says what is wrong with them. */
final class Orders {
  private Orders() {}

  static Order of(String... args) throws Misuse {
    Optional<Order> usual = Usual.of(args);
    return usual.isPresent() ? usual.get() : Parsed.of(args);
  }

  /** The language asked for, even where the rest of the line is wrong. */
  static Optional<Display.Language> language(String... args) {
    for (int i = 0; i < args.length; i++) {
      String word = args[i].startsWith("--lang=") ? args[i].substring(7)
          : args[i].equals("--lang") && i + 1 < args.length ? args[i + 1] : "";
      if (word.equals("fr")) return Optional.of(Display.Language.FR);
      if (word.equals("en")) return Optional.of(Display.Language.EN);
    }
    return Optional.empty();
  }

  /** @param what the option or the place in the line */
  static Path path(String what, String written) throws Misuse {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw new Misuse("app.usage.path", what, written);
    }
  }

  /** The one that is written so. @param what the option or the place in the line */
  static <E extends Enum<E>> E one(Class<E> type, String what, String written) throws Misuse {
    return find(type, written).orElseThrow(() -> {
      String all = Arrays.stream(type.getEnumConstants()).map(Orders::word).collect(Collectors.joining(", "));
      return new Misuse(Reason.of("app.usage.choice", what, written, all));
    });
  }

  /** The one that is written so, if there is one. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String written) {
    for (E e : type.getEnumConstants()) if (word(e).equals(written.toLowerCase(Locale.ROOT))) return Optional.of(e);
    return Optional.empty();
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }
}
