package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an operator can do about selected alarms. Whether it is allowed is for the board to say. */
public enum Deed {
  ACKNOWLEDGE("A"),
  COMMENT("C"),
  SHELVE("H"),
  UNACKNOWLEDGE("U"),
  RESET("R");

  private final String key;

  Deed(String key) {
    this.key = key;
  }

  /** The key that does it. */
  public String key() {
    return key;
  }

  String word() {
    return "ui.desk.deed." + name().toLowerCase(Locale.ROOT);
  }

  /** It makes sense for this alarm: what makes none is greyed, not refused. */
  boolean fits(AlarmRow row) {
    return switch (this) {
      case ACKNOWLEDGE -> row.state().unacked();
      case UNACKNOWLEDGE -> !row.state().unacked();
      case RESET -> row.resettable();
      case COMMENT, SHELVE -> true;
    };
  }

  /** Words are wanted before it can be done. */
  boolean asks() {
    return this == COMMENT || this == SHELVE;
  }

  /** One act for each of the alarms that it fits. */
  List<Act> acts(List<AlarmRow> rows, String author, String words, Duration time) {
    return rows.stream().filter(this::fits).map(row -> act(row.key(), author, words, time)).toList();
  }

  private Act act(AlarmKey alarm, String author, String words, Duration time) {
    return switch (this) {
      case ACKNOWLEDGE -> new Act.Acknowledge(alarm, author, words);
      case UNACKNOWLEDGE -> new Act.Unacknowledge(alarm, author);
      case COMMENT -> new Act.Comment(alarm, author, words);
      case SHELVE -> new Act.Shelve(alarm, author, words, time);
      case RESET -> new Act.Reset(alarm, author);
    };
  }

  public static Optional<Deed> ofKey(String key) {
    for (Deed deed : values()) if (deed.key.equalsIgnoreCase(key)) return Optional.of(deed);
    return Optional.empty();
  }
}
