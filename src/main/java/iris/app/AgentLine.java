package iris.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** {@code iris agent}, {@code iris agent status} and {@code iris agent announce SERVICE KIND ...}, understood. */
final class AgentLine {
  private static final List<String> FLAGS = List.of("--check-config", "--example-config");

  private final ParseResult said;
  private final Order.Common common;
  private final String[] words;

  private AgentLine(ParseResult said, Order.Common common) {
    this.said = said;
    this.common = common;
    words = said.matchedPositionalValue(0, new String[0]);
  }

  /** @param root where an option that stands before the command is found */
  static Order order(ParseResult said, Order.Common common, ParseResult root) throws Misuse {
    AgentLine line = new AgentLine(said, common);
    if (line.words.length == 0) return line.run(root);
    return switch (line.words[0]) {
      case "status" -> line.status();
      case "announce" -> line.announce();
      default -> throw new Misuse("app.usage.choice", "agent", line.words[0], "announce, status");
    };
  }

  private Order run(ParseResult root) throws Misuse {
    only(FLAGS, "agent announce");
    if (said.hasMatchedOption("--check-config") || root.hasMatchedOption("--check-config"))
      return new Order.AgentCheck(common);
    if (said.hasMatchedOption("--example-config") || root.hasMatchedOption("--example-config"))
      return new Order.AgentExample();
    return new Order.Agent(common);
  }

  private Order status() throws Misuse {
    if (words.length > 1) throw new Misuse("app.usage.argument", words[1]);
    only(List.of(), "agent announce");
    return new Order.AgentStatus(common);
  }

  private Order announce() throws Misuse {
    if (words.length < 2) throw new Misuse("app.usage.missing", "agent", "SERVICE");
    if (words.length < 3) throw new Misuse("app.usage.missing", "agent", kinds());
    Order.Announce.Kind kind = Orders.one(Order.Announce.Kind.class, "agent announce " + words[1], words[2]);
    only(kind.options(), "agent announce " + words[1] + " " + with(kind));
    Map<String, String> options = new HashMap<>();
    for (String option : Order.Announce.Kind.all())
      if (said.hasMatchedOption(option)) options.put(option, said.matchedOptionValue(option, ""));
    for (String must : kind.must(options.keySet()))
      if (!options.containsKey(must)) throw new Misuse("app.usage.missing", "agent", must);
    return new Order.Announce(common, words[1], kind, options);
  }

  /** The kinds that take the first option which this one does not: what all of them take would name every one. */
  private String with(Order.Announce.Kind wanted) {
    String odd = Order.Announce.Kind.all().stream()
        .filter(option -> said.hasMatchedOption(option) && !wanted.options().contains(option)).findFirst().orElse("");
    return Arrays.stream(Order.Announce.Kind.values()).filter(kind -> kind.options().contains(odd))
        .map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining("|"));
  }

  private static String kinds() {
    return Arrays.stream(Order.Announce.Kind.values()).map(k -> k.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("|"));
  }

  private void only(List<String> these, String theirs) throws Misuse {
    for (String other : Order.Announce.Kind.all())
      if (!these.contains(other) && said.hasMatchedOption(other))
        throw new Misuse("app.usage.elsewhere", other, theirs);
    for (String flag : FLAGS)
      if (!these.contains(flag) && said.hasMatchedOption(flag)) throw new Misuse("app.usage.elsewhere", flag, "agent");
  }
}
