package iris.app;

import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code iris help [TOPIC]}: what a command takes, or the guide of one of the three readers. */
final class Manual {
  private Manual() {}

  static String page(Order.Help.Topic topic, Words words) {
    return switch (topic) {
      case OPERATOR, ADMINISTRATOR, PROVIDER -> Guide.of(guide(topic, words.lang()));
      case CONFIG -> said(topic, words) + "\n\n" + ExampleConfig.text(words);
      case COMMANDS, CONSOLE, DEMO, REPLAY, CHECK, SNAPSHOT, SIMULATE, AGENT, RELAY, HISTORY, REPORT -> said(topic, words);
    };
  }

  private static String said(Order.Help.Topic topic, Words words) {
    return words.say("app.help." + name(topic));
  }

  private static String guide(Order.Help.Topic topic, Lang lang) {
    String file = "guides/" + name(topic) + "." + lang.name().toLowerCase(Locale.ROOT) + ".md";
    try (InputStream in = Manual.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("not in this build: " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Order.Help.Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }
}
