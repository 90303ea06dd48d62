package iris.app;

import iris.words.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The page of {@code man iris}: its synopsis is the grammar by which the program reads its line, its text what
 * {@code iris help} prints. So it cannot say what the program does not do.
 *
 * <p>Written in the man macros of troff, UTF-8.
 */
final class ManPage {
  private final Words words;
  private final StringBuilder page = new StringBuilder();

  private ManPage(Words words) {
    this.words = words;
  }

  /** @param made the day that stands at the foot, the release's and not the build's, so that a page is built twice alike */
  static String of(CommandSpec iris, Words words, String version, LocalDate made) {
    ManPage man = new ManPage(words);
    man.write(iris, version, made);
    return man.page.toString();
  }

  private void write(CommandSpec iris, String version, LocalDate made) {
    line(".TH IRIS 1 \"" + made + "\" \"IRIS " + escaped(version) + "\" \"" + escaped(words.say("app.man.title")) + "\"");
    section("name");
    line("iris \\- " + escaped(words.say("app.man.brief")));
    section("synopsis");
    line(".ad l");
    // An option that is hyphenated cannot be copied.
    line(".nh");
    line(synopsis("iris", iris));
    iris.subcommands().forEach((name, command) -> {
      line(".br");
      line(synopsis("iris " + name, command.getCommandSpec()));
    });
    section("description");
    text(Manual.page(Order.Help.Topic.COMMANDS, words));
    section("commands");
    line(".SS iris");
    text(Manual.page(Order.Help.Topic.CONSOLE, words));
    iris.subcommands().values().forEach(this::chapter);
    for (String name : List.of("environment", "files", "see-also")) {
      section(name);
      text(words.say("app.man.text." + name));
    }
  }

  private void chapter(CommandLine command) {
    String name = command.getCommandSpec().name();
    Arrays.stream(Order.Help.Topic.values()).filter(topic -> topic.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
        .ifPresent(topic -> {
          line(".SS iris " + escaped(name));
          text(Manual.page(topic, words));
        });
  }

  /** Options that every command takes stand with the first alone. */
  private String synopsis(String line, CommandSpec command) {
    Stream<String> words = command.positionalParameters().stream().map(this::written);
    Stream<String> options = command.options().stream().filter(o -> !o.inherited()).map(this::written);
    return "\\fB" + escaped(line) + "\\fR " + Stream.concat(words, options).collect(Collectors.joining(" "));
  }

  private String written(PositionalParamSpec word) {
    String label = "\\fI" + escaped(word.paramLabel()) + "\\fR" + (word.arity().max() > 1 || word.index().max() > word.index().min() ? "..." : "");
    return word.required() ? label : '[' + label + ']';
  }

  private String written(OptionSpec option) {
    String names = Arrays.stream(option.names()).map(n -> "\\fB" + escaped(n) + "\\fR").collect(Collectors.joining("|"));
    String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(words.say("app.man.value")) + "\\fR";
    String whole = names + value + (option.arity().max() > 1 ? "..." : "");
    return option.required() ? whole : '[' + whole + ']';
  }

  private void section(String name) {
    line(".SH " + escaped(words.say("app.man.head." + name)));
  }

  /** As it is, line by line: the pages are laid out for a terminal. */
  private void text(String page) {
    line(".nf");
    page.lines().forEach(l -> line((l.startsWith(".") || l.startsWith("'") ? "\\&" : "") + escaped(l)));
    line(".fi");
  }

  /** troff takes "-" for a hyphen, which nobody could copy into a terminal, and knows no narrow unbreakable space. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\u202f", "\\ ").replace("\u00a0", "\\ ");
  }

  private void line(String text) {
    page.append(text.stripTrailing()).append('\n');
  }
}
