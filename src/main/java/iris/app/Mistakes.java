package iris.app;

import iris.settings.Nearest;
import iris.signal.Reason;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parser's complaints as reasons of ours, since its own sentences are English only. */
final class Mistakes {
  private Mistakes() {}

  static Reason reason(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException u -> stranger(u.getUnmatched().getFirst(), e.getCommandLine().getCommandSpec());
      case MissingParameterException m -> missing(m.getMissing().getFirst(), e.getCommandLine().getCommandSpec());
      case OverwrittenOptionException o -> Reason.of("app.usage.twice", ((OptionSpec) o.getOverwritten()).longestName());
      default -> e.getArgSpec() == null
          ? Reason.of("app.usage.other", e.getMessage())
          : missing(e.getArgSpec(), e.getCommandLine().getCommandSpec());
    };
  }

  private static Reason stranger(String word, CommandSpec command) {
    if (word.startsWith("-")) {
      List<String> options = List.copyOf(command.optionsMap().keySet());
      // Of "-v" every short option is one letter away.
      return Optional.of(word.split("=", 2)[0]).filter(w -> w.length() > 2).flatMap(w -> Nearest.to(w, options))
          .map(near -> Reason.of("app.usage.option-near", word, near))
          .orElseGet(() -> Reason.of("app.usage.option", word));
    }
    if (command.subcommands().isEmpty()) return Reason.of("app.usage.argument", word);
    Optional<String> near = Nearest.to(word, command.subcommands().keySet());
    return near.map(n -> Reason.of("app.usage.command-near", word, n))
        .orElseGet(() -> Reason.of("app.usage.command", word, String.join(", ", command.subcommands().keySet())));
  }

  private static Reason missing(ArgSpec arg, CommandSpec command) {
    if (!(arg instanceof OptionSpec option)) return Reason.of("app.usage.missing", command.name(), arg.paramLabel());
    return option.required()
        ? Reason.of("app.usage.missing", command.name(), option.longestName())
        : Reason.of("app.usage.no-value", option.longestName());
  }
}
