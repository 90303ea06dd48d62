package iris.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code iris relay}, {@code iris relay test TARGET}, {@code iris relay dead ...} and {@code iris relay status}, understood. */
final class RelayLine {
  private static final List<String> FLAGS = List.of("--dry-run", "--check-config", "--lease", "--console");

  private final ParseResult said;
  private final Order.Common common;
  private final String[] words;

  private RelayLine(ParseResult said, Order.Common common) {
    this.said = said;
    this.common = common;
    words = said.matchedPositionalValue(0, new String[0]);
  }

  /** @param root where an option that stands before the command is found */
  static Order order(ParseResult said, Order.Common common, ParseResult root) throws Misuse {
    RelayLine line = new RelayLine(said, common);
    if (line.words.length == 0) return line.run(root);
    return switch (line.words[0]) {
      case "test" -> line.test();
      case "dead" -> line.dead();
      case "status" -> line.status();
      default -> throw new Misuse("app.usage.choice", "relay", line.words[0], "test, dead, status");
    };
  }

  private Order run(ParseResult root) throws Misuse {
    only(List.of("--dry-run", "--check-config", "--lease"), "relay dead, relay status");
    if (said.hasMatchedOption("--check-config") || root.hasMatchedOption("--check-config")) return new Order.RelayCheck(common);
    return new Order.Relay(common, said.hasMatchedOption("--dry-run"), lease());
  }

  private Optional<Path> lease() throws Misuse {
    String written = said.matchedOptionValue("--lease", (String) null);
    return written == null ? Optional.empty() : Optional.of(Orders.path("--lease", written));
  }

  private Order test() throws Misuse {
    only(List.of(), "relay");
    if (words.length < 2) throw new Misuse("app.usage.missing", "relay", "TARGET");
    nothingAfter(2);
    return new Order.RelayTest(common, words[1]);
  }

  private Order dead() throws Misuse {
    only(List.of("--console"), "relay");
    Order.RelayDead.Deed deed =
        words.length < 2 ? Order.RelayDead.Deed.LIST : Orders.one(Order.RelayDead.Deed.class, "dead", words[1]);
    return new Order.RelayDead(common, deed, words.length < 3 ? Optional.empty() : Optional.of(words[2]), console());
  }

  private Order status() throws Misuse {
    only(List.of("--console"), "relay");
    nothingAfter(1);
    return new Order.RelayStatus(common, console());
  }

  private boolean console() {
    return said.hasMatchedOption("--console");
  }

  private void nothingAfter(int words) throws Misuse {
    if (this.words.length > words) throw new Misuse("app.usage.argument", this.words[words]);
  }

  private void only(List<String> these, String theirs) throws Misuse {
    for (String flag : FLAGS)
      if (!these.contains(flag) && said.hasMatchedOption(flag)) throw new Misuse("app.usage.elsewhere", flag, theirs);
  }
}
