package iris.app;

import iris.settings.Option;
import iris.settings.Options;
import iris.settings.Section;
import iris.words.Words;

/** The documented example of the configuration, made from the table that reads it, so that it cannot lie. */
final class ExampleConfig {
  private ExampleConfig() {}

  static String text(Words words) {
    StringBuilder out = new StringBuilder();
    words.say("app.example.head").lines().forEach(line -> out.append("# ").append(line).append('\n'));
    for (Section section : Section.values()) {
      out.append('\n').append(section.word()).append(":\n");
      String indent = section.named() ? "    " : "  ";
      if (section.named()) out.append("  siv:\n");
      for (Option<?> option : Options.of(section)) option(option, indent, words, out);
    }
    return out.toString().stripTrailing();
  }

  /** What has a standard or must be given is written out; the rest is shown behind a comment sign. */
  private static void option(Option<?> option, String indent, Words words, StringBuilder out) {
    boolean shown = option.required() || option.standard().isPresent();
    out.append(indent).append("# ").append(words.say(option.doc())).append(" [").append(option.range()).append("]\n");
    out.append(indent).append(shown ? "" : "# ").append(option.name()).append(": ").append(option.sample()).append('\n');
  }
}
