package iris.agent.keep;

import iris.agent.Published;
import iris.agent.Tally;
import iris.agent.book.Book;
import iris.signal.Body;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Window;
import iris.store.Sqlite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Batch} to rows. */
final class Rows {
  private final Connection db;

  Rows(Connection db) {
    this.db = db;
  }

  List<Published> put(Batch batch) throws SQLException {
    for (Batch.Changed changed : batch.books()) book(changed);
    for (var mark : batch.marks().entrySet())
      update("INSERT OR REPLACE INTO mark VALUES(?,?,?)", mark.getKey().service(), mark.getKey().source(),
          mark.getValue().words());
    for (Map.Entry<Long, Answer> answer : batch.answers().entrySet())
      update("UPDATE told SET answer = ? WHERE id = ?", Codec.write(answer.getValue(), Answer.class), answer.getKey());
    List<Published> numbered = new ArrayList<>();
    // Both: what was forgotten had numbers too, and a damaged store may have lost its life but not its items. With a
    // number that is taken, nothing would ever be published again.
    long number = Math.max(Sqlite.figure(db, "SELECT number FROM life"),
        Sqlite.figure(db, "SELECT max(number) FROM published"));
    for (Published said : batch.said())
      if (published(number + 1, said)) numbered.add(new Published(++number, said.service(), said.item()));
    update("INSERT OR REPLACE INTO life VALUES(1,?,?)", batch.alive().toEpochMilli(), number);
    return numbered;
  }

  private void book(Batch.Changed changed) throws SQLException {
    Book book = changed.book();
    String service = book.served().service().id();
    update("INSERT OR REPLACE INTO book VALUES(?,?)", service, Codec.write(book.state(), Book.State.class));
    Collection<Tally> before = changed.kept() == null ? List.of() : changed.kept().tallies();
    Set<Tally> same = Collections.newSetFromMap(new IdentityHashMap<>());
    same.addAll(before);
    List<Instant> now = new ArrayList<>();
    for (Tally tally : book.tallies()) {
      now.add(tally.from());
      if (!same.contains(tally))
        update("INSERT OR REPLACE INTO tally VALUES(?,?,?)", service, tally.from().toEpochMilli(), tally.encode());
    }
    for (Tally tally : before)
      if (!now.contains(tally.from()))
        update("DELETE FROM tally WHERE service = ? AND start = ?", service, tally.from().toEpochMilli());
  }

  /** False where the guid was published before: what it said then stays. */
  private boolean published(long number, Published said) throws SQLException {
    Item item = said.item();
    Optional<String> story = story(item.body());
    boolean open = open(item.body());
    int written = update("INSERT OR IGNORE INTO published VALUES(?,?,?,?,?,?,?)", number, said.service(), item.guid(),
        item.published().orElseThrow().toEpochMilli(), story.orElse(null), open ? 1 : 0, Codec.write(item, Item.class));
    if (written == 1 && story.isPresent() && !open)
      update("UPDATE published SET open = 0 WHERE service = ? AND story = ?", said.service(), story.get());
    return written == 1;
  }

  /** What an item is a part of, told apart by kind. */
  static Optional<String> story(Body body) {
    return switch (body) {
      case IncidentStep step -> Optional.of("incident " + step.id());
      case Maintenance work -> Optional.of("maintenance " + work.id());
      case Window _, Note _ -> Optional.empty();
    };
  }

  static boolean open(Body body) {
    return switch (body) {
      case IncidentStep step -> step.state() != IncidentStep.State.CLOSED;
      case Maintenance work ->
          work.state() == Maintenance.State.PLANNED || work.state() == Maintenance.State.RUNNING;
      case Window _, Note _ -> false;
    };
  }

  private int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) s.setObject(i + 1, values[i]);
      return s.executeUpdate();
    }
  }
}
