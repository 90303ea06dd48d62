package iris.agent.source.push;

import java.util.Objects;

/** What a sender got wrong: said to him, so that he can mend it. Where a batch holds one such event, none is taken. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final long line;
  private final String field;
  private final String why;

  /**
   * @param line of the body, or number of the event in an array, 1 or more
   * @param field empty where it is the whole event
   * @param why in English, for a programmer
   */
  Refused(long line, String field, String why) {
    super("line " + line + (field.isEmpty() ? "" : ", field " + field) + ": " + why);
    this.line = line;
    this.field = Objects.requireNonNull(field);
    this.why = Objects.requireNonNull(why);
  }

  long line() {
    return line;
  }

  String field() {
    return field;
  }

  String why() {
    return why;
  }
}
