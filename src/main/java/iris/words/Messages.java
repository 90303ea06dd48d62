package iris.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The message files of one language. Each is read when the first of its keys is said: the window of a start says those
 * of five, in one language, and waits for no others.
 */
final class Messages {
  /** Packages that have something to say; each has its pair of files. */
  static final List<String> LANES =
      List.of("words", "rss", "probe", "feed", "alarm", "history", "notify", "settings", "ui", "app", "agent", "fallback",
          "relay", "report");

  private static final Messages FRENCH = new Messages(Lang.FR);
  private static final Messages ENGLISH = new Messages(Lang.EN);

  /** A file, and those of its messages that were said. */
  private record Lane(Properties file, Map<String, Template> said) {
    @Nullable Template get(String key) {
      Template template = said.get(key);
      if (template != null) return template;
      String text = file.getProperty(key);
      return text == null ? null : said.computeIfAbsent(key, k -> Template.of(text));
    }
  }

  private final Lang lang;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  private Messages(Lang lang) {
    this.lang = lang;
  }

  static Messages of(Lang lang) {
    return lang == Lang.FR ? FRENCH : ENGLISH;
  }

  /** Null for a key that no message has. */
  @Nullable Template get(String key) {
    String lane = key.substring(0, Math.max(0, key.indexOf('.')));
    Lane read = lanes.get(lane);
    if (read != null) return read.get(key);
    return LANES.contains(lane) ? lanes.computeIfAbsent(lane, this::read).get(key) : null;
  }

  private Lane read(String lane) {
    return new Lane(load(lane + "_" + lang.name().toLowerCase(Locale.ROOT) + ".properties"), new ConcurrentHashMap<>());
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
