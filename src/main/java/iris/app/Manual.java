package iris.app;

import iris.words.Words;
import java.util.Locale;

/** {@code iris help [TOPIC]}. */
final class Manual {
  private Manual() {}

  static String page(Order.Help.Topic topic, Words words) {
    String page = words.say("app.help." + topic.name().toLowerCase(Locale.ROOT));
    return topic == Order.Help.Topic.CONFIG ? page + "\n\n" + ExampleConfig.text(words) : page;
  }
}
