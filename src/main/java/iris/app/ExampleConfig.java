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
      // A model that told a server of somebody would be a false alarm there; and no server takes all of its keys.
      boolean aside = section == Section.RELAY;
      String indent = aside ? "  #   " : section.named() ? "    " : "  ";
      if (section.named()) out.append(aside ? "  # central:\n" : "  siv:\n");
      String block = "";
      for (Option<?> option : Options.of(section)) {
        int dot = option.name().indexOf('.');
        String next = dot < 0 ? "" : option.name().substring(0, dot);
        // A block in which nothing has a standard or must be given is behind a comment sign like all that is in it.
        if (!next.isEmpty() && !next.equals(block))
          out.append(indent).append(aside || block(section, next) ? "" : "# ").append(next).append(":\n");
        block = next;
        option(option, indent, dot < 0 ? "" : "  ", words, out);
      }
    }
    return out.toString().stripTrailing();
  }

  private static boolean block(Section section, String name) {
    return Options.of(section).stream().anyMatch(o -> o.name().startsWith(name + ".") && shown(o));
  }

  private static boolean shown(Option<?> option) {
    return option.required() || option.standard().isPresent();
  }

  /** What has a standard or must be given is written out; the rest is shown behind a comment sign. */
  private static void option(Option<?> option, String indent, String deeper, Words words, StringBuilder out) {
    boolean shown = shown(option) || option.section() == Section.RELAY;
    String name = option.name().substring(option.name().indexOf('.') + 1);
    out.append(indent).append(deeper.isEmpty() ? "# " : shown ? "  # " : "#   # ").append(words.say(option.doc())).append(" [")
        .append(option.range()).append("]\n");
    out.append(indent).append(shown ? "" : "# ").append(deeper).append(name).append(": ").append(option.sample())
        .append('\n');
  }
}
