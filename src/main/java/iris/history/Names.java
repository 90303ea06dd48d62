package iris.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Words that rows name by a small number: a table of {@code id} and {@code text}, which this remembers. For one thread;
 * whoever writes forgets after a rollback what it may have added.
 */
final class Names {
  private final Connection db;
  private final String table;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private boolean loaded;

  Names(Connection db, String table) {
    this.db = db;
    this.table = table;
  }

  void forget() {
    ids.clear();
    texts.clear();
    loaded = false;
  }

  /** How many there are, for the only one who adds to them. */
  int size() throws SQLException {
    if (!loaded) load();
    return texts.size();
  }

  /** As {@link #known}, for the only one who adds to them: what it does not know is not there. */
  OptionalInt own(String text) throws SQLException {
    if (!loaded) load();
    Integer id = ids.get(text);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  OptionalInt known(String text) throws SQLException {
    Integer id = ids.get(text);
    if (id == null) {
      load();
      id = ids.get(text);
    }
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Its number, a new one if need be. */
  int of(String text) throws SQLException {
    OptionalInt known = own(text);
    if (known.isPresent()) return known.getAsInt();
    try (PreparedStatement s = db.prepareStatement("INSERT INTO " + table + "(text) VALUES(?) RETURNING id")) {
      s.setString(1, text);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        remember(r.getInt(1), text);
      }
    }
    return Objects.requireNonNull(ids.get(text));
  }

  /** @throws IllegalArgumentException where nobody is called so: a damaged store */
  String text(int id) throws SQLException {
    String text = texts.get(id);
    if (text != null) return text;
    load();
    text = texts.get(id);
    if (text == null) throw new IllegalArgumentException("no " + table + " " + id);
    return text;
  }

  private void load() throws SQLException {
    loaded = true;
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT id, text FROM " + table)) {
      while (r.next()) remember(r.getInt(1), r.getString(2));
    }
  }

  private void remember(int id, String text) {
    ids.put(text, id);
    texts.put(id, text);
  }
}
