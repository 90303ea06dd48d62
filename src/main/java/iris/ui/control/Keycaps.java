package iris.ui.control;

import iris.words.Words;

/** What stands on a key: the keyboard of a French reader has no Esc, Enter or Shift written on it. */
public final class Keycaps {
  private static final String SHIFT = "\u21e7 ";

  private Keycaps() {}

  /** @param key as pages name it: "A", "Esc", "Enter", "\u21e7 A" for one with Shift */
  public static String say(String key, Words words) {
    if (key.startsWith(SHIFT)) return words.say("ui.station.keys.shift", key.substring(SHIFT.length()));
    return switch (key) {
      case "Esc" -> words.say("ui.key.escape");
      case "Enter", "\u23ce" -> words.say("ui.key.enter");
      case "\u21de \u21df" -> words.say("ui.origin.keys.pages");
      default -> key;
    };
  }
}
