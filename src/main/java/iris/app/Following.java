package iris.app;

import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.desk.WindowOptions;
import iris.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Carries a changed configuration to all that runs, the console behind and the window in front; nothing restarts. */
final class Following implements Consumer<Reading> {
  private final Console console;
  private final BiConsumer<Words, WindowOptions> window;
  private final UnaryOperator<Settings> ordered;
  private final Function<Words, Optional<String>> demo;
  private Words words;

  /**
   * @param window takes the language and the looks over, from any thread
   * @param ordered puts the command line before the file
   * @param demo the sentence of the banner
   * @param words in which the first complaint is said
   */
  Following(
      Console console,
      BiConsumer<Words, WindowOptions> window,
      UnaryOperator<Settings> ordered,
      Function<Words, Optional<String>> demo,
      Words words) {
    this.console = console;
    this.window = window;
    this.ordered = ordered;
    this.demo = demo;
    this.words = words;
  }

  @Override
  public void accept(Reading reading) {
    switch (reading) {
      case Reading.Good(Settings read) -> {
        Settings changed = ordered.apply(read);
        words = words(changed);
        console.reconfigure(changed, words);
        window.accept(words, Showing.of(changed.display(), demo.apply(words), console.readOnly()));
        console.report(new Report.Health("configuration", true, Reason.of("app.config.taken")));
      }
      case Reading.Bad(List<Problem> problems) -> console.report(new Report.Health("configuration", false,
          Reason.of("app.config.kept", problems.size(), CheckConfig.line(problems.getFirst(), words))));
    }
  }

  static Words words(Settings settings) {
    return Terminal.of(settings.display().language()).words();
  }
}
