package iris.history;

import iris.alarm.Judged;
import iris.alarm.Transition.Kept;
import iris.signal.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What windows say of a stretch: each in the revision that counts, each second once. */
final class Recount {
  /** A feed whose clock runs ahead says what has not happened; with the same patience as the board's. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  private static final String TRANSACTION = "transactionTime";
  private static final String RESPONSE = "responseTime";

  final Sum sum = new Sum();
  final TreeMap<String, Histogram> spread = new TreeMap<>();

  private Recount() {}

  /**
   * @param counting windows by their start, as {@link #counting} gives them, from as far before {@code from} as one may
   *     reach
   */
  static Recount of(List<Judged> counting, Instant from, Instant to) {
    Recount recount = new Recount();
    List<Window> windows = counting.stream().map(Judged::window).toList();
    long[] seconds = Overlaps.seconds(windows, from.getEpochSecond(), to.getEpochSecond());
    for (int i = 0; i < seconds.length; i++) {
      recount.sum.seconds(counting.get(i), seconds[i]);
      Instant start = windows.get(i).from();
      if (!start.isBefore(from) && start.isBefore(to)) recount.starts(windows.get(i));
    }
    recount.sum.parts.replaceAll((party, part) ->
        part.whole() ? part.with(Merging.quantiles(Objects.requireNonNull(recount.spread.get(party)))) : part);
    return recount;
  }

  private void starts(Window w) {
    Set<String> carried = new HashSet<>();
    for (Window.Histogram h : w.histograms()) {
      Optional<String> party = party(h);
      // One a party: a second one would count its transactions twice.
      if (party.isEmpty() || carried.contains(party.get())) continue;
      Merging.of(h).ifPresent(counts -> {
        carried.add(party.get());
        spread.merge(party.get(), Merging.plus(Merging.empty(), counts), Merging::plus);
      });
    }
    sum.starts(w, carried);
  }

  private static Optional<String> party(Window.Histogram h) {
    if (h.of().equals(TRANSACTION) && h.party().isEmpty()) return Optional.of(Sum.WHOLE);
    return Optional.of(h.party()).filter(party -> h.of().equals(RESPONSE) && !party.isEmpty());
  }

  /** Of all revisions of each window the one that counts; what was read before it ended is none yet. */
  static List<Judged> counting(List<Kept> rows) {
    TreeMap<Instant, Judged> by = new TreeMap<>();
    for (Kept kept : rows) {
      if (counts(kept)) by.merge(kept.window().window().from(), kept.window(), Recount::better);
    }
    return new ArrayList<>(by.values());
  }

  /** It was read when it had ended. */
  static boolean counts(Kept kept) {
    return !kept.at().plus(AHEAD).isBefore(kept.window().window().to());
  }

  /** Of two revisions of one window the one that counts; the first where they are alike. */
  static Judged better(Judged a, Judged b) {
    return Judged.BEST.compare(a, b) <= 0 ? a : b;
  }

  /** The rows of one service that start here, in any order. */
  static List<Kept> rows(PreparedStatement s, Windows windows, int service, long from, long to, boolean whole)
      throws SQLException {
    s.setInt(1, service);
    s.setLong(2, from);
    s.setLong(3, to);
    List<Kept> rows = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) readable(r, windows, whole).ifPresent(rows::add);
    }
    return rows;
  }

  /** A damaged row is no window, and hinders no other. */
  private static Optional<Kept> readable(ResultSet r, Windows windows, boolean whole) throws SQLException {
    try {
      return Optional.of(whole ? windows.whole(r) : windows.get(r));
    } catch (IllegalArgumentException damaged) {
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "a window that cannot be read", damaged);
      return Optional.empty();
    }
  }

  /** For {@link #rows}. */
  static PreparedStatement asking(Connection db, boolean whole) throws SQLException {
    return db.prepareStatement("SELECT " + (whole ? Windows.WHOLE : Windows.COLUMNS)
        + " FROM window WHERE service = ? AND start >= ? AND start < ? ORDER BY start, seq, n");
  }
}
