package iris.app;

import iris.settings.ConfigFiles;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.signal.Reason;
import iris.words.Words;
import java.nio.file.Files;
import java.util.List;

/** {@code iris --check-config}: says all that is wrong at once, or what was understood. */
final class CheckConfig {
  private CheckConfig() {}

  static int run(ConfigFiles files, Terminal terminal) {
    Words words = terminal.words();
    return switch (files.read()) {
      case Reading.Bad(List<Problem> problems) -> refuse(problems, terminal);
      case Reading.Good(var settings) when settings.nothingConfigured() && !Files.exists(files.file()) -> {
        terminal.say(words.say("app.config.none", files.file()));
        yield 0;
      }
      case Reading.Good(var settings) -> {
        terminal.say(words.say("app.config.good", files.file(), settings.feeds().size()));
        yield 0;
      }
    };
  }

  /** Says all problems; the answer is the exit code. */
  static int refuse(List<Problem> problems, Terminal terminal) {
    problems.forEach(p -> terminal.err().println(line(p, terminal.words())));
    terminal.complain(Reason.of("app.config.bad", problems.size()));
    return Main.MISUSED;
  }

  /** {@code file:line: key: sentence}, which editors and terminals turn into a link. */
  static String line(Problem p, Words words) {
    return p.file() + (p.line() > 0 ? ":" + p.line() : "") + ": " + (p.key().isEmpty() ? "" : p.key() + ": ")
        + words.say(p.reason());
  }
}
