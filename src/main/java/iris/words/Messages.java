package iris.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The message files, read once a language. */
final class Messages {
  /** Packages that have something to say; each has its pair of files. */
  static final List<String> LANES =
      List.of("words", "rss", "probe", "feed", "alarm", "history", "notify", "settings", "ui", "app", "agent", "fallback",
          "relay", "report");

  private static final Map<String, Template> FRENCH = read(Lang.FR);
  private static final Map<String, Template> ENGLISH = read(Lang.EN);

  private Messages() {}

  static Map<String, Template> of(Lang lang) {
    return lang == Lang.FR ? FRENCH : ENGLISH;
  }

  private static Map<String, Template> read(Lang lang) {
    Map<String, Template> all = new HashMap<>();
    for (String lane : LANES) {
      Properties file = load(lane + "_" + lang.name().toLowerCase(Locale.ROOT) + ".properties");
      file.forEach((key, text) -> all.put((String) key, Template.of((String) text)));
    }
    return Map.copyOf(all);
  }

  private static Properties load(String name) {
    Properties file = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("the program is damaged: no " + name);
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
