package iris.app;

import iris.settings.Display;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines that are said every day, by a desktop at its start and by a supervision server every minute, understood without
 * the {@link Grammar} of all others: its library is of a kind that no start cache takes, and a fifth of a second to load.
 * What is written in another way, or wrong, is left to the grammar.
 */
final class Usual {
  private static final Set<String> FLAGS = Set.of("--wall", "--strict", "--version");
  private static final Set<String> VALUES = Set.of("--config", "--lang", "--theme", "--screen", "--format");
  private static final Set<String> CONSOLE = Set.of("--config", "--lang", "--theme", "--wall", "--screen");
  private static final Set<String> CHECK = Set.of("--config", "--lang", "--theme", "--format", "--strict");
  private static final String CHECKED = "check";

  private final Map<String, String> said = new HashMap<>();
  private boolean odd;

  private Usual() {}

  /** Empty: only the grammar knows. */
  static Optional<Order> of(String... args) {
    if (args.length == 0) return Optional.of(Order.Console.PLAIN);
    Usual line = new Usual();
    boolean check = args[0].equals(CHECKED);
    String source = "";
    for (int i = check ? 1 : 0; i < args.length && !line.odd; i++) {
      String arg = args[i];
      int equals = arg.indexOf('=');
      if (FLAGS.contains(arg)) line.say(arg, "yes");
      else if (VALUES.contains(arg) && i + 1 < args.length) line.say(arg, args[++i]);
      else if (equals > 0 && VALUES.contains(arg.substring(0, equals)))
        line.say(arg.substring(0, equals), arg.substring(equals + 1));
      else if (check && source.isEmpty() && plain(arg)) source = arg;
      else return Optional.empty();
    }
    Optional<Order> order = check ? line.check(source) : line.console();
    return line.odd ? Optional.empty() : order;
  }

  /** Nothing that the grammar may take for more than it is: an option, a file of arguments, something in quotes. */
  private static boolean plain(String word) {
    return !word.isEmpty() && Character.isLetterOrDigit(word.charAt(0)) || word.startsWith("/") || word.startsWith("./");
  }

  private void say(String name, String value) {
    odd |= !plain(value) || said.put(name, value) != null;
  }

  private Optional<Order> console() {
    if (said.keySet().equals(Set.of("--version"))) return Optional.of(new Order.Version());
    Optional<String> screen = Optional.ofNullable(said.get("--screen"));
    odd |= !CONSOLE.containsAll(said.keySet()) || !screen.orElse("1").matches("[1-9]");
    return odd ? Optional.empty()
        : Optional.of(new Order.Console(common(), said.containsKey("--wall"), screen.map(Integer::parseInt)));
  }

  private Optional<Order> check(String source) {
    odd |= source.isEmpty() || !CHECK.containsAll(said.keySet());
    Order.Check.Format format = choice("--format", Order.Check.Format.class).orElse(Order.Check.Format.TEXT);
    return Optional.of(new Order.Check(common(), source, format, said.containsKey("--strict")));
  }

  private Order.Common common() {
    return new Order.Common(path(), choice("--lang", Display.Language.class), choice("--theme", Display.Theme.class));
  }

  private Optional<Path> path() {
    try {
      Optional<String> written = Optional.ofNullable(said.get("--config"));
      // It may be the name of a command, before which the grammar finds the path missing.
      odd |= written.filter(word -> word.matches("[a-z]+")).isPresent();
      return written.map(Path::of);
    } catch (InvalidPathException thatTheGrammarComplainsOf) {
      odd = true;
      return Optional.empty();
    }
  }

  private <E extends Enum<E>> Optional<E> choice(String option, Class<E> type) {
    Optional<String> written = Optional.ofNullable(said.get(option));
    Optional<E> meant = written.flatMap(word -> Orders.find(type, word));
    odd |= written.isPresent() && meant.isEmpty();
    return meant;
  }
}
