package iris.history;

import iris.alarm.AlarmKey;
import iris.alarm.Transition;
import iris.history.story.Archive;
import iris.history.story.Chapter;
import iris.history.story.Episode;
import iris.history.story.Search;
import iris.history.story.Unreadable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Past episodes out of the journal of a profile, on a connection of its own that cannot write. For one thread. */
public final class JournalArchive implements Archive {
  /** Seventeen days of windows: a longer outage is told by its first ones. */
  private static final int WINDOWS = 5_000;
  private static final int MENTIONS = 20_000;

  private final Reader reader;

  public JournalArchive(Path folder) {
    reader = new Reader(folder);
  }

  @Override
  public List<Episode> episodes(Search search) throws Unreadable {
    return reader.ask(open -> found(open, search));
  }

  @Override
  public Optional<Episode> episode(String id) throws Unreadable {
    return reader.ask(open -> {
      try (PreparedStatement s = open.prepareStatement("SELECT body FROM episode WHERE id = ?")) {
        s.setString(1, id);
        return episodes(s).stream().findFirst();
      }
    });
  }

  @Override
  public Chapter chapter(Episode episode, Set<String> subjects) throws Unreadable {
    return reader.ask(open -> {
      List<Row> all = new ArrayList<>();
      long from = Chapter.from(episode).toEpochMilli();
      Instant end = Chapter.to(episode);
      long to = end.equals(Instant.MAX) ? Long.MAX_VALUE : end.toEpochMilli();
      for (String subject : subjects) {
        windows(open, subject, from, to, all);
        mentions(open, subject, from, to, MENTIONS, all);
      }
      all.sort(Row.ORDER);
      return new Chapter(episode, all.stream().map(Row::transition).toList());
    });
  }

  /** A transition and its place among all that happened. */
  record Row(long seq, int n, Transition transition) {
    /** By the journal's numbers, since clocks step; what was brought in from elsewhere has none and goes by its time. */
    static final Comparator<Row> ORDER = Comparator.comparingLong((Row r) -> Math.max(0, r.seq))
        .thenComparing(r -> r.seq < 0 ? r.transition.at() : Instant.EPOCH)
        .thenComparing(r -> r.n >= 0).thenComparingLong(Row::seq).thenComparingInt(Row::n);
  }

  private static List<Episode> found(Connection db, Search search) throws SQLException {
    String kinds = search.kinds().stream().map(AlarmKey.Kind::name).collect(Collectors.joining("','", "'", "'"));
    String sql = "SELECT body FROM episode WHERE (closed IS NULL OR closed >= ?)"
        + (search.subject().isPresent() ? " AND subject = ?" : "")
        + (search.text().isEmpty() ? "" : " AND (instr(words, ?) > 0 OR kind IN (" + kinds + "))")
        + " ORDER BY standing DESC, since DESC, id DESC LIMIT ? OFFSET ?";
    try (PreparedStatement s = db.prepareStatement(sql)) {
      int at = 1;
      s.setLong(at++, search.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
      if (search.subject().isPresent()) s.setString(at++, search.subject().get());
      if (!search.text().isEmpty()) s.setString(at++, search.text());
      s.setInt(at++, search.most());
      s.setInt(at, search.skip());
      return episodes(s);
    }
  }

  private static List<Episode> episodes(PreparedStatement s) throws SQLException {
    List<Episode> found = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) found.add(Indexing.episode(r.getBytes(1)));
    }
    return found;
  }

  private static void windows(Connection db, String service, long from, long to, List<Row> all)
      throws SQLException {
    Windows windows = new Windows(db);
    OptionalInt number = windows.number(service);
    if (number.isEmpty()) return;
    try (PreparedStatement s = db.prepareStatement("SELECT " + Windows.COLUMNS
        + " FROM window WHERE service = ? AND start BETWEEN ? AND ? ORDER BY start, seq, n LIMIT " + WINDOWS)) {
      s.setInt(1, number.getAsInt());
      s.setLong(2, Math.floorDiv(from, 1000L));
      s.setLong(3, Math.floorDiv(to, 1000L));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) all.add(new Row(r.getLong(3), -1, windows.get(r)));
      }
    }
  }

  /** @param most the oldest so many, -1 for all */
  static void mentions(Connection db, String subject, long from, long to, int most, List<Row> all)
      throws SQLException {
    mentions(db, subject, "", from, to, most, all);
  }

  /** What a feed said of its incidents: the others are not even read. */
  static void spoken(Connection db, String subject, long from, long to, List<Row> all) throws SQLException {
    mentions(db, subject, " AND t.kind = 'Spoken'", from, to, -1, all);
  }

  private static void mentions(Connection db, String subject, String which, long from, long to, int most, List<Row> all)
      throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT t.body, m.seq, m.n FROM mention m JOIN transition t"
        + " ON t.seq = m.seq AND t.n = m.n WHERE m.subject = ? AND m.wall BETWEEN ? AND ?" + which
        + " ORDER BY m.wall, m.seq, m.n LIMIT " + most)) {
      s.setString(1, subject);
      s.setLong(2, from);
      s.setLong(3, to);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          long seq = r.getLong(2);
          int n = r.getInt(3);
          Indexing.readable(r.getBytes(1)).ifPresent(t -> all.add(new Row(seq, n, t)));
        }
      }
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
