package iris.app;

import iris.agent.simulate.LogLine;
import iris.agent.simulate.Siv;
import iris.app.demo.Scene;
import iris.history.keep.FileForm;
import iris.history.keep.Kind;
import iris.settings.Display;
import iris.signal.Origin;
import iris.signal.Severity;
import iris.ui.replay.Playhead;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** The words that the command line may hold. Values stay text here, choices are for completion; {@link Parsed} judges. */
final class Grammar {
  private static final Iterable<String> SIMULATE =
      () -> Stream.concat(Stream.of("siv", "fault", "none"), Siv.words().stream()).iterator();
  private static final Iterable<String> AGENT =
      () -> Stream.concat(Stream.of("announce", "status"), words(Order.Announce.Kind.values())).iterator();
  private static final List<String> RELAY = List.of("test", "dead", "status", "list", "replay", "drop");
  private static final List<String> HISTORY = List.of("backup", "restore", "verify", "export", "import");

  private Grammar() {}

  static CommandSpec iris() {
    return command("iris")
        .addOption(shared("--config"))
        .addOption(shared("--lang", any(Display.Language::values)))
        .addOption(shared("--theme", any(Display.Theme::values)))
        .addOption(flag("--help", "-h").toBuilder().usageHelp(true).scopeType(ScopeType.INHERIT).build())
        .addOption(flag("--version"))
        .addOption(flag("--check-config"))
        .addOption(flag("--example-config"))
        .addOption(flag("--wall"))
        .addOption(value("--screen"))
        .addSubcommand("demo", command("demo")
            .addPositional(word("SCENE", "0..1", any(Scene::values))).addOption(value("--speed"))
            .addOption(flag("--wall")).addOption(value("--screen")))
        .addSubcommand("replay", command("replay")
            .addOption(value("--from")).addOption(value("--to"))
            .addOption(value("--speed", () -> Playhead.SPEEDS.stream().map(String::valueOf).iterator())))
        .addSubcommand("check", command("check")
            .addPositional(word("SOURCE", "1").toBuilder().required(true).build())
            .addOption(value("--format", any(Order.Check.Format::values))).addOption(flag("--strict")))
        .addSubcommand("snapshot", command("snapshot")
            .addOption(OptionSpec.builder("--source").type(String[].class).arity("1..*").required(true).build())
            .addOption(value("--out").toBuilder().required(true).build())
            .addOption(value("--size")).addOption(value("--wait")))
        .addSubcommand("simulate", command("simulate")
            .addPositional(PositionalParamSpec.builder().paramLabel("siv").type(String[].class).index("0..2").arity("1")
                .required(true).completionCandidates(SIMULATE).build())
            .addOption(value("--host")).addOption(value("--port")).addOption(flag("--tls")).addOption(value("--certificate"))
            .addOption(value("--log")).addOption(value("--log-format", any(LogLine.Form::values)))
            .addOption(value("--script")).addOption(value("--traffic", List.of("on", "off"))).addOption(value("--peak")).addOption(value("--speed"))
            .addOption(value("--for")).addOption(value("--share")))
        .addSubcommand("agent", agent())
        .addSubcommand("relay", command("relay")
            .addPositional(PositionalParamSpec.builder().paramLabel("test|dead|status").type(String[].class).index("0..2")
                .arity("0..1").completionCandidates(RELAY).build())
            .addOption(flag("--dry-run")).addOption(value("--lease")).addOption(flag("--console")).addOption(flag("--check-config")))
        .addSubcommand("history", history())
        .addSubcommand("report", command("report")
            .addOption(value("--service")).addOption(value("--period")).addOption(value("--out"))
            .addOption(value("--format", any(iris.report.Format::values))).addOption(flag("--due")))
        .addSubcommand("help", command("help").addPositional(word("TOPIC", "0..1", any(Order.Help.Topic::values))));
  }

  private static CommandSpec agent() {
    CommandSpec agent = command("agent")
        .addPositional(PositionalParamSpec.builder().paramLabel("announce").type(String[].class).index("0..2").arity("0..1")
            .completionCandidates(AGENT).build())
        .addOption(flag("--check-config")).addOption(flag("--example-config"));
    Order.Announce.Kind.all().forEach(name -> agent.addOption(switch (name) {
      case "--origin" -> value(name, any(Origin::values));
      case "--severity" -> value(name, any(Severity::values));
      default -> value(name);
    }));
    return agent;
  }

  private static CommandSpec history() {
    CommandSpec history = command("history")
        .addPositional(PositionalParamSpec.builder().paramLabel("backup|restore|verify|export|import").type(String[].class)
            .index("0..1").arity("1").required(true).completionCandidates(HISTORY).build());
    HistoryLine.OPTIONS.forEach(name -> history.addOption(switch (name) {
      case "--format" -> value(name, any(FileForm::values));
      case "--kind" -> value(name, any(Kind::values));
      default -> value(name);
    }));
    return history;
  }

  private static CommandSpec command(String name) {
    return CommandSpec.create().name(name);
  }

  /** A label for each: the script of completion calls its lists of choices by it. */
  private static OptionSpec value(String name) {
    return OptionSpec.builder(name).type(String.class).arity("1").paramLabel(name.substring(2).replace('-', '_')).build();
  }

  private static OptionSpec value(String name, Iterable<String> choices) {
    return value(name).toBuilder().completionCandidates(choices).build();
  }

  private static OptionSpec shared(String name) {
    return value(name).toBuilder().scopeType(ScopeType.INHERIT).build();
  }

  private static OptionSpec shared(String name, Iterable<String> choices) {
    return shared(name).toBuilder().completionCandidates(choices).build();
  }

  private static OptionSpec flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").build();
  }

  private static PositionalParamSpec word(String label, String arity) {
    return PositionalParamSpec.builder().paramLabel(label).type(String.class).index("0").arity(arity).build();
  }

  private static PositionalParamSpec word(String label, String arity, Iterable<String> choices) {
    return word(label, arity).toBuilder().completionCandidates(choices).build();
  }

  /** Looked at for completion alone: a command that runs loads none of these. */
  private static Iterable<String> any(Supplier<Enum<?>[]> choices) {
    return () -> words(choices.get()).iterator();
  }

  private static Stream<String> words(Enum<?>... choices) {
    return Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT));
  }
}
