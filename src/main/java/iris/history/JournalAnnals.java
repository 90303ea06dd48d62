package iris.history;

import iris.alarm.AlarmKey;
import iris.alarm.Judged;
import iris.alarm.Transition;
import iris.history.JournalArchive.Row;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import iris.history.years.Afterwards;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Latencies;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.signal.Window;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The years out of the journal of a profile, on a connection of its own that cannot write. For one thread. */
public final class JournalAnnals implements Annals {
  private final Reader reader;

  public JournalAnnals(Path folder) {
    reader = new Reader(folder);
  }

  @Override
  public List<Known> services() throws Unreadable {
    return reader.ask(db -> {
      List<Known> all = new ArrayList<>();
      // What was counted outlives the windows; the newest of both says the end.
      try (Statement s = db.createStatement();
          ResultSet r = s.executeQuery("SELECT text, (SELECT min(start) FROM window WHERE service = id),"
              + " (SELECT min(start) FROM hour WHERE service = id), (SELECT min(start) FROM day WHERE service = id),"
              + " (SELECT min(start) FROM month WHERE service = id),"
              + " (SELECT start + length FROM window WHERE service = id ORDER BY start DESC, seq DESC LIMIT 1),"
              + " (SELECT max(start) + 3600 FROM hour WHERE service = id) FROM service ORDER BY text")) {
        while (r.next()) {
          Optional<Instant> first = first(r);
          Optional<Instant> last = second(r, 6).or(() -> first);
          if (first.isPresent() && last.isPresent() && !last.get().isBefore(first.get()))
            all.add(new Known(r.getString(1), first.get(), last.get()));
        }
      }
      return all;
    });
  }

  /** A roll-up begins before its first window does: it says the begin only where its windows are gone. */
  private static Optional<Instant> first(ResultSet r) throws SQLException {
    Optional<Instant> finest = second(r, 2);
    for (int column = 3; column <= 5; column++) {
      Optional<Instant> coarser = second(r, column);
      Grain grain = Grain.values()[column - 2];
      if (coarser.isPresent() && (finest.isEmpty() || coarser.get().isBefore(grain.floor(finest.get())))) finest = coarser;
    }
    return finest;
  }

  private static Optional<Instant> second(ResultSet r, int column) throws SQLException {
    long second = r.getLong(column);
    return r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
  }

  @Override
  public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) throws Unreadable {
    return reader.ask(db -> {
      Windows windows = reader.windows();
      OptionalInt number = windows.number(service);
      if (number.isEmpty()) return List.of();
      return grain == Grain.WINDOW ? windows(db, windows, number.getAsInt(), from, to)
          : rolled(db, windows.phrases, number.getAsInt(), from, to, grain);
    });
  }

  private static List<Stretch> windows(Connection db, Windows windows, int service, Instant from, Instant to)
      throws SQLException {
    List<Judged> counting;
    try (PreparedStatement s = Recount.asking(db, false)) {
      // What starts later within one of them takes its seconds over.
      long reach = Overlaps.LONGEST.toSeconds();
      long longest = longest(db, service);
      counting = Recount.counting(Recount.rows(s, windows, service, from.getEpochSecond(),
          ceiling(to) + Math.min(reach, longest), false));
    }
    List<Window> all = counting.stream().map(Judged::window).toList();
    long[] seconds = Overlaps.seconds(all, Long.MIN_VALUE, Long.MAX_VALUE);
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++)
      if (!all.get(i).from().isBefore(from) && all.get(i).from().isBefore(to))
        stretches.add(Sum.of(counting.get(i), seconds[i]));
    return stretches;
  }

  @Override
  public Map<Instant, List<Long>> p95s(String service, Instant from, Instant to) throws Unreadable {
    return reader.ask(db -> {
      OptionalInt number = reader.windows().number(service);
      return number.isEmpty() ? Map.of() : p95s(db, number.getAsInt(), from, to);
    });
  }

  private static Map<Instant, List<Long>> p95s(Connection db, int service, Instant from, Instant to) throws SQLException {
    Map<Instant, List<Long>> by = new HashMap<>();
    try (PreparedStatement s = db.prepareStatement("SELECT min(start), group_concat(p95) FROM window"
        + " WHERE service = ? AND start >= ? AND start < ? AND p95 >= 0 GROUP BY start / 3600")) {
      s.setInt(1, service);
      s.setLong(2, ceiling(from));
      s.setLong(3, ceiling(to));
      try (ResultSet r = s.executeQuery()) {
        while (r.next())
          by.put(Grain.HOUR.floor(Instant.ofEpochSecond(r.getLong(1))),
              Arrays.stream(r.getString(2).split(",")).map(Long::valueOf).toList());
      }
    }
    return by;
  }

  private static long longest(Connection db, int service) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT longest FROM service WHERE id = ?")) {
      s.setInt(1, service);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : 0;
      }
    }
  }

  private static List<Stretch> rolled(Connection db, Phrases phrases, int service, Instant from, Instant to, Grain grain)
      throws SQLException {
    List<Stretch> stretches = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT start, body FROM " + Shelf.table(grain)
        + " WHERE service = ? AND start >= ? AND start < ? ORDER BY start")) {
      s.setInt(1, service);
      s.setLong(2, ceiling(from));
      s.setLong(3, ceiling(to));
      try (ResultSet r = s.executeQuery()) {
        while (r.next())
          stretches.add(SumBytes.sum(r.getBytes(2), phrases).stretch(Instant.ofEpochSecond(r.getLong(1)), grain));
      }
    }
    return stretches;
  }

  /** The first second that is not before this. */
  private static long ceiling(Instant at) {
    return at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
  }

  @Override
  public List<Pause> pauses(String service, Instant from, Instant to) throws Unreadable {
    return reader.ask(db -> {
      List<Pause> all = new ArrayList<>();
      try (PreparedStatement s = db.prepareStatement("SELECT " + Pauses.COLUMNS + " FROM pause"
          + " WHERE service = ? AND since < ? AND (ended IS NULL OR ended > ?) ORDER BY since, kind")) {
        s.setString(1, service);
        s.setLong(2, millis(to));
        s.setLong(3, millis(from));
        try (ResultSet r = s.executeQuery()) {
          while (r.next()) all.add(Pauses.pause(r));
        }
      }
      return all;
    });
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) throws Unreadable {
    return reader.ask(db -> {
      List<Episode> all = new ArrayList<>();
      try (PreparedStatement s = db.prepareStatement("SELECT body FROM episode WHERE subject = ? AND standing IN (0, 1)"
          + " AND since < ? AND (closed IS NULL OR closed > ?) AND kind <> ? ORDER BY since, id")) {
        s.setString(1, subject);
        s.setLong(2, millis(to));
        s.setLong(3, millis(from));
        s.setString(4, AlarmKey.Kind.EXERCISE.name());
        try (ResultSet r = s.executeQuery()) {
          while (r.next()) all.add(Indexing.episode(r.getBytes(1)));
        }
      }
      all.removeIf(e -> e.ended().map(end -> !end.isAfter(from)).orElse(false));
      return all;
    });
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) throws Unreadable {
    return reader.ask(db -> {
      List<Row> all = new ArrayList<>();
      JournalArchive.mentions(db, subject, millis(from), millis(to) - 1, -1, all);
      all.sort(Row.ORDER);
      return all.stream().map(Row::transition).toList();
    });
  }

  @Override
  public List<Transition> spoken(String service, Instant from, Instant to) throws Unreadable {
    return reader.ask(db -> {
      List<Row> all = new ArrayList<>();
      JournalArchive.spoken(db, service, millis(from), millis(to) - 1, all);
      all.sort(Row.ORDER);
      return all.stream().map(Row::transition).toList();
    });
  }

  @Override
  public Afterwards afterwards(String service, Instant from, Instant to, Instant moment) throws Unreadable {
    return reader.ask(db -> {
      OptionalInt number = reader.windows().number(service);
      if (number.isEmpty()) return Afterwards.NOTHING;
      try (PreparedStatement s = db.prepareStatement("SELECT count(DISTINCT start), max((start + length) * 1000 + read)"
          + " FROM window WHERE service = ? AND start >= ? AND start < ? AND (start + length) * 1000 + read > ?")) {
        s.setInt(1, number.getAsInt());
        s.setLong(2, ceiling(from));
        s.setLong(3, ceiling(to));
        s.setLong(4, millis(moment));
        try (ResultSet r = s.executeQuery()) {
          int windows = r.next() ? r.getInt(1) : 0;
          return windows == 0 ? Afterwards.NOTHING
              : new Afterwards(windows, Optional.of(Instant.ofEpochMilli(r.getLong(2))));
        }
      }
    });
  }

  @Override
  public Optional<Latencies> latencies(String service, String party, Instant from, Instant to) throws Unreadable {
    return reader.ask(db -> {
      Windows windows = reader.windows();
      OptionalInt number = windows.number(service);
      return number.isEmpty() ? Optional.of(Latencies.NONE)
          : Gathering.of(db, windows, number.getAsInt(), party, from, to);
    });
  }

  /** The ends of time are asked for as well. */
  private static long millis(Instant at) {
    if (at.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE + 1))) return Long.MIN_VALUE + 1;
    return at.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE)) ? Long.MAX_VALUE : at.toEpochMilli();
  }

  @Override
  public void close() {
    reader.close();
  }
}
