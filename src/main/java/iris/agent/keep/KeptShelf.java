package iris.agent.keep;

import iris.agent.Published;
import iris.agent.Shelf;
import iris.signal.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is published: the store, and what only memory has as long as the store cannot be written. */
final class KeptShelf implements Shelf, AutoCloseable {
  private static final Comparator<Published> NEWEST_FIRST =
      Comparator.comparing((Published p) -> p.item().published().orElseThrow()).reversed();

  private final Connection db;
  private volatile List<Published> unkept = List.of();

  KeptShelf(Connection db) {
    this.db = db;
  }

  /** What the store has not; oldest first. Replaces what it was told before. */
  void unkept(List<Published> items) {
    unkept = List.copyOf(items);
  }

  @Override
  public List<Published> between(String service, Instant from, Instant until) {
    List<Published> mine = of(service).filter(p -> in(p, from, until)).toList();
    return merged(mine, rows("SELECT number, item FROM published WHERE service = ? AND at >= ? AND at < ?"
        + " ORDER BY number DESC", service, from.toEpochMilli(), until.toEpochMilli()));
  }

  private static boolean in(Published p, Instant from, Instant until) {
    Instant at = p.item().published().orElseThrow();
    return !at.isBefore(from) && at.isBefore(until);
  }

  @Override
  public List<Published> open(String service) {
    List<Published> mine = of(service).toList();
    Set<String> over = new HashSet<>();
    for (Published p : mine) if (!Rows.open(p.item().body())) Rows.story(p.item().body()).ifPresent(over::add);
    List<Published> kept = rows("SELECT number, item FROM published WHERE service = ? AND open = 1"
        + " ORDER BY number DESC", service);
    return merged(mine, kept).stream()
        .filter(p -> Rows.story(p.item().body()).filter(story -> !over.contains(story)).isPresent()).toList();
  }

  @Override
  public Optional<Instant> oldest(String service) {
    List<Published> first = rows("SELECT number, item FROM published WHERE service = ? ORDER BY at LIMIT 1", service);
    return Stream.concat(of(service), first.stream()).map(p -> p.item().published().orElseThrow())
        .min(Comparator.naturalOrder());
  }

  private Stream<Published> of(String service) {
    return unkept.stream().filter(p -> p.service().equals(service));
  }

  /** Each guid once: between a commit and the word of it, an item is in both. */
  private static List<Published> merged(List<Published> mine, List<Published> kept) {
    if (mine.isEmpty()) return kept;
    Set<String> known = new HashSet<>();
    kept.forEach(p -> known.add(p.item().guid()));
    return Stream.concat(kept.stream(), mine.reversed().stream().filter(p -> !known.contains(p.item().guid())))
        .sorted(NEWEST_FIRST).toList();
  }

  private synchronized List<Published> rows(String sql, Object... values) {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) s.setObject(i + 1, values[i]);
      List<Published> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Item item = Codec.read(r.getBytes(2), Item.class);
          all.add(new Published(r.getLong(1), values[0].toString(), item));
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("the store cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    db.close();
  }
}
