package iris.relay.webhook;

import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Plain;

/** A message as a person reads it in a chat: a sign whose shape tells the level, the sentence, why it is muted. */
final class Saying {
  private static final int LONGEST = 2_000;

  private Saying() {}

  /** One line, feed text in it: each chat escapes it its own way. */
  static String of(Message m, Mapping mapping) {
    return sign(m) + " " + Plain.line(text(m, mapping), LONGEST);
  }

  /** The sentence, and why it is muted; as long and as hostile as the feed made it. */
  static String text(Message m, Mapping mapping) {
    return mapping.text(m) + m.muted().filter(why -> !why.isBlank()).map(why -> " (" + why + ")").orElse("");
  }

  private static String sign(Message m) {
    if (m.sort() == Sort.STATISTIC) return "ℹ️";
    return switch (m.severity()) {
      case OK -> "✅";
      case WARNING -> "⚠️";
      case CRITICAL -> "⛔";
      case UNKNOWN -> "❓";
    };
  }
}
