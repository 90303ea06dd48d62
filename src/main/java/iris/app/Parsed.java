package iris.app;

import iris.app.demo.Scene;
import iris.settings.Display;
import iris.settings.Spans;
import iris.ui.replay.Playhead;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Any line of arguments to an order by the whole {@link Grammar}, or the one sentence that says what is wrong with it. */
final class Parsed {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})\\s*[xX×]\\s*(\\d{1,5})");
  /** Options of the console, not of every command. */
  private static final List<String> ALONE = List.of("--version", "--check-config", "--example-config", "--wall", "--screen");
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final ParseResult root;
  private final ParseResult said;

  private Parsed(ParseResult root) {
    this.root = root;
    said = root.hasSubcommand() ? root.subcommand() : root;
  }

  static Order of(String... args) throws Misuse {
    try {
      CommandLine line = new CommandLine(Grammar.iris()).setExpandAtFiles(false);
      return new Parsed(line.parseArgs(args)).order();
    } catch (ParameterException e) {
      throw new Misuse(Mistakes.reason(e));
    }
  }

  private Order order() throws Misuse {
    if (has("--help")) return new Order.Help(root.hasSubcommand() ? topic(said.commandSpec().name()) : topic("commands"));
    if (root.hasSubcommand()) return command(said.commandSpec().name());
    if (has("--version")) return new Order.Version();
    if (has("--check-config")) return new Order.CheckConfig(common());
    if (has("--example-config")) return new Order.ExampleConfig(common());
    return new Order.Console(common(), has("--wall"), screen());
  }

  private Order command(String name) throws Misuse {
    // Passed over in silence, "iris --check-config demo" would open the demonstration.
    for (String flag : ALONE)
      if (root.hasMatchedOption(flag) && !goesWith(name, flag)) throw new Misuse("app.usage.not-with", flag, name);
    return switch (name) {
      case "demo" -> new Order.Demo(
          common(), scene(), whole("--speed", 1, 120).orElse(scene().usualSpeed()), has("--wall"), screen());
      case "check" -> new Order.Check(common(), said.matchedPositionalValue(0, ""), format(), has("--strict"));
      case "replay" -> new Order.Replay(common(), text("--from"), text("--to"), speed());
      case "snapshot" -> snapshot();
      case "simulate" -> SimulateLine.order(said, common());
      case "report" -> ReportLine.order(said, common());
      case "agent" -> AgentLine.order(said, common(), root);
      case "relay" -> RelayLine.order(said, common(), root);
      case "history" -> HistoryLine.order(said, common());
      default -> new Order.Help(topic(said.matchedPositionalValue(0, "commands")));
    };
  }

  /** What a command takes itself it takes before its name, too; "agent status" and "relay dead" take none of these. */
  private boolean goesWith(String name, String flag) {
    return said.commandSpec().findOption(flag) != null && (name.equals("demo") || said.matchedPositionals().isEmpty());
  }

  private Order snapshot() throws Misuse {
    Matcher size = SIZE.matcher(text("--size").orElse("1920x1080"));
    int width = size.matches() ? Integer.parseInt(size.group(1)) : 0;
    int height = size.matches() ? Integer.parseInt(size.group(2)) : 0;
    if (width < 320 || height < 240 || width > 7680 || height > 4320)
      throw new Misuse("app.usage.size", text("--size").orElse(""));
    String written = text("--wait").orElse("10s");
    Duration wait = Spans.of(written).filter(d -> d.compareTo(LONGEST_WAIT) <= 0)
        .orElseThrow(() -> new Misuse("app.usage.wait", written));
    List<String> sources = List.of(said.matchedOptionValue("--source", new String[0]));
    return new Order.Snapshot(common(), sources, path("--out").orElseThrow(), width, height, wait);
  }

  private Optional<Integer> speed() throws Misuse {
    Optional<String> written = text("--speed");
    if (written.isEmpty()) return Optional.empty();
    return Optional.of(Playhead.SPEEDS.stream().filter(s -> written.get().equals(s.toString())).findFirst().orElseThrow(
        () -> new Misuse("app.usage.choice", "--speed", written.get(),
            Playhead.SPEEDS.stream().map(String::valueOf).collect(Collectors.joining(", ")))));
  }

  private Order.Common common() throws Misuse {
    return new Order.Common(
        path("--config"), choice("--lang", Display.Language.class), choice("--theme", Display.Theme.class));
  }

  private Optional<Integer> screen() throws Misuse {
    return whole("--screen", 1, 16);
  }

  private Scene scene() throws Misuse {
    return Orders.one(Scene.class, "SCENE", said.matchedPositionalValue(0, "outage"));
  }

  private Order.Check.Format format() throws Misuse {
    return choice("--format", Order.Check.Format.class).orElse(Order.Check.Format.TEXT);
  }

  private static Order.Help.Topic topic(String word) throws Misuse {
    return Orders.one(Order.Help.Topic.class, "TOPIC", word.equals("help") ? "commands" : word);
  }

  private boolean has(String option) {
    return said.hasMatchedOption(option) || root.hasMatchedOption(option);
  }

  private Optional<String> text(String option) {
    String said = this.said.matchedOptionValue(option, (String) null);
    return Optional.ofNullable(said != null ? said : root.matchedOptionValue(option, (String) null));
  }

  private Optional<Path> path(String option) throws Misuse {
    Optional<String> written = text(option);
    return written.isEmpty() ? Optional.empty() : Optional.of(Orders.path(option, written.get()));
  }

  private Optional<Integer> whole(String option, int least, int most) throws Misuse {
    Optional<String> written = text(option);
    if (written.isEmpty()) return Optional.empty();
    int n = written.get().matches("\\d{1,6}") ? Integer.parseInt(written.get()) : least - 1;
    if (n < least || n > most) throw new Misuse("app.usage.whole", option, written.get(), least, most);
    return Optional.of(n);
  }

  private <E extends Enum<E>> Optional<E> choice(String option, Class<E> type) throws Misuse {
    Optional<String> written = text(option);
    return written.isEmpty() ? Optional.empty() : Optional.of(Orders.one(type, option, written.get()));
  }
}
