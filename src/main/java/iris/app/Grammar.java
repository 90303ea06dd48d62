package iris.app;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** The words that the command line may hold. Values stay text here; {@link Orders} judges them. */
final class Grammar {
  private Grammar() {}

  static CommandSpec iris() {
    return command("iris")
        .addOption(shared("--config"))
        .addOption(shared("--lang"))
        .addOption(shared("--theme"))
        .addOption(flag("--help", "-h").toBuilder().usageHelp(true).scopeType(ScopeType.INHERIT).build())
        .addOption(flag("--version"))
        .addOption(flag("--check-config"))
        .addOption(flag("--example-config"))
        .addOption(flag("--wall"))
        .addOption(value("--screen"))
        .addSubcommand("demo", command("demo")
            .addPositional(word("SCENE", "0..1")).addOption(value("--speed"))
            .addOption(flag("--wall")).addOption(value("--screen")))
        .addSubcommand("replay", command("replay")
            .addOption(value("--from")).addOption(value("--to")).addOption(value("--speed")))
        .addSubcommand("check", command("check")
            .addPositional(word("SOURCE", "1").toBuilder().required(true).build())
            .addOption(value("--format")).addOption(flag("--strict")))
        .addSubcommand("snapshot", command("snapshot")
            .addOption(OptionSpec.builder("--source").type(String[].class).arity("1..*").required(true).build())
            .addOption(value("--out").toBuilder().required(true).build())
            .addOption(value("--size")).addOption(value("--wait")))
        .addSubcommand("simulate", command("simulate")
            .addPositional(PositionalParamSpec.builder().paramLabel("siv").type(String[].class).index("0..2").arity("1")
                .required(true).build())
            .addOption(value("--host")).addOption(value("--port")).addOption(flag("--tls")).addOption(value("--certificate"))
            .addOption(value("--log")).addOption(value("--log-format")).addOption(value("--script"))
            .addOption(value("--traffic")).addOption(value("--peak")).addOption(value("--speed"))
            .addOption(value("--for")).addOption(value("--share")))
        .addSubcommand("agent", agent())
        .addSubcommand("relay", command("relay")
            .addPositional(PositionalParamSpec.builder().paramLabel("test|dead|status").type(String[].class).index("0..2")
                .arity("0..1").build())
            .addOption(flag("--dry-run")).addOption(value("--lease")).addOption(flag("--console")).addOption(flag("--check-config")))
        .addSubcommand("history", history())
        .addSubcommand("report", command("report")
            .addOption(value("--service")).addOption(value("--period")).addOption(value("--out"))
            .addOption(value("--format")).addOption(flag("--due")))
        .addSubcommand("help", command("help").addPositional(word("TOPIC", "0..1")));
  }

  private static CommandSpec agent() {
    CommandSpec agent = command("agent")
        .addPositional(PositionalParamSpec.builder().paramLabel("announce").type(String[].class).index("0..2").arity("0..1")
            .build())
        .addOption(flag("--check-config")).addOption(flag("--example-config"));
    Order.Announce.Kind.all().forEach(name -> agent.addOption(value(name)));
    return agent;
  }

  private static CommandSpec history() {
    CommandSpec history = command("history")
        .addPositional(PositionalParamSpec.builder().paramLabel("backup|restore|verify|export|import").type(String[].class)
            .index("0..1").arity("1").required(true).build());
    HistoryLine.OPTIONS.forEach(name -> history.addOption(value(name)));
    return history;
  }

  private static CommandSpec command(String name) {
    return CommandSpec.create().name(name);
  }

  private static OptionSpec value(String name) {
    return OptionSpec.builder(name).type(String.class).arity("1").build();
  }

  private static OptionSpec shared(String name) {
    return value(name).toBuilder().scopeType(ScopeType.INHERIT).build();
  }

  private static OptionSpec flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").build();
  }

  private static PositionalParamSpec word(String label, String arity) {
    return PositionalParamSpec.builder().paramLabel(label).type(String.class).index("0").arity(arity).build();
  }
}
