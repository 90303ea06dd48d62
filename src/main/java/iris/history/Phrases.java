package iris.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;

/**
 * Words that come again and again in the rest of a row: parties, the form of a guid. Each a number in the table {@code
 * phrase}; a long one, or one more than {@link #MOST}, stands in the row itself, since a feed may say what it likes.
 */
final class Phrases {
  static final int MOST = 4_096;
  private static final int LONGEST = 200;

  private final Names names;

  Phrases(Connection db) {
    names = new Names(db, "phrase");
  }

  void forget() {
    names.forget();
  }

  void put(Packing out, String text) throws SQLException {
    OptionalInt id = names.own(text);
    if (id.isEmpty() && text.length() <= LONGEST && names.size() < MOST) id = OptionalInt.of(names.of(text));
    out.number(id.orElse(0));
    if (id.isEmpty()) out.text(text);
  }

  String get(Unpacking in) throws SQLException {
    int id = in.count(Integer.MAX_VALUE);
    return id == 0 ? in.text() : names.text(id);
  }
}
