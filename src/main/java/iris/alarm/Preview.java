package iris.alarm;

import iris.signal.Incident;
import iris.signal.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a rule would have made of all that was announced, before it is kept. Pure. Figures are not asked: an alarm that
 * they raised alone would have been raised all the same.
 *
 * @param rows announcements that it would have judged otherwise, those that stand now first, then the newest
 * @param read how many announcements were looked at
 * @param from the oldest of them
 * @param gap why not all of the history could be read
 */
public record Preview(Criterion criterion, List<Row> rows, int read, Optional<Instant> from, Optional<Reason> gap) {
  /** What an announcement rings as; loudest first. */
  public enum Loudness {
    OUTAGE,
    DEGRADATION,
    UNCLASSIFIED,
    QUIET
  }

  /**
   * One telling of an announcement, as its feed said it.
   *
   * @param feed id of the feed, where it is known
   * @param service key of the service
   */
  public record Told(Instant at, Optional<String> feed, String service, Incident incident) {
    public Told {
      Objects.requireNonNull(at);
      Objects.requireNonNull(feed);
      Objects.requireNonNull(service);
      Objects.requireNonNull(incident);
    }
  }

  /**
   * @param before as it was judged when it was last told, {@code after} as it would have been
   * @param rang the loudest that it was, {@code rings} the loudest that it would have been
   * @param stands the feed holds it now
   */
  public record Row(
      String feed, String service, Instant at, Incident before, Incident after, Loudness rang, Loudness rings,
      boolean stands) {
    public Row {
      Objects.requireNonNull(feed);
      Objects.requireNonNull(service);
      Objects.requireNonNull(at);
      Objects.requireNonNull(before);
      Objects.requireNonNull(after);
      Objects.requireNonNull(rang);
      Objects.requireNonNull(rings);
    }

    /** It stands open now as a trouble, or as something unclear, and would be calmer: a false calm if the rule is wrong. */
    public boolean calms() {
      return stands && before.open() && loudness(before) != Loudness.QUIET
          && loudness(after).compareTo(loudness(before)) > 0;
    }
  }

  public Preview {
    Objects.requireNonNull(criterion);
    rows = List.copyOf(rows);
    Objects.requireNonNull(from);
    Objects.requireNonNull(gap);
  }

  /** Alarms that it would have raised. */
  public long raised() {
    return rows.stream().filter(r -> r.rang() == Loudness.QUIET && r.rings() != Loudness.QUIET).count();
  }

  /** Alarms that it would have spared. */
  public long spared() {
    return rows.stream().filter(r -> r.rang() != Loudness.QUIET && r.rings() == Loudness.QUIET).count();
  }

  /** Alarms that would have been of another kind. */
  public long other() {
    return rows.stream().filter(r -> r.rang() != r.rings() && r.rang() != Loudness.QUIET
        && r.rings() != Loudness.QUIET).count();
  }

  /** What stands open and would be calmed: to be said loudly. */
  public List<Row> calmed() {
    return rows.stream().filter(Row::calms).toList();
  }

  /** @param past what the journal remembers, in any order */
  public static Preview of(Criterion criterion, Board board, List<Told> past, Optional<Reason> gap) {
    Map<String, List<Told>> all = new LinkedHashMap<>();
    List<Told> present = present(board);
    for (Told t : past) all.computeIfAbsent(key(board, t), _ -> new ArrayList<>()).add(t);
    for (Told t : present) all.computeIfAbsent(key(board, t), _ -> new ArrayList<>()).add(t);
    List<String> standing = present.stream().map(t -> key(board, t)).toList();
    List<Row> rows = new ArrayList<>();
    Rulings with = board.rulings().plus(new Classification("?", criterion, "?", "?", board.at().wall(), 0,
        Optional.empty()));
    all.forEach((key, tellings) -> row(board, with, tellings, standing.contains(key)).ifPresent(rows::add));
    rows.sort(Comparator.comparing((Row r) -> !r.calms()).thenComparing(r -> !r.stands())
        .thenComparing(Comparator.comparing(Row::at).reversed()));
    Optional<Instant> from = all.values().stream().flatMap(List::stream).map(Told::at).min(Comparator.naturalOrder());
    return new Preview(criterion, rows, all.size(), from, gap);
  }

  private static List<Told> present(Board board) {
    List<Told> all = new ArrayList<>();
    board.memory().services().forEach((key, s) -> s.cases().values().stream().filter(Memory.Case::held)
        .forEach(c -> all.add(new Told(c.told().opened().orElse(board.at().wall()),
            Optional.ofNullable(board.services().get(key)).map(ServiceState::feed), key, c.told()))));
    return all;
  }

  private static Optional<Row> row(Board board, Rulings with, List<Told> tellings, boolean stands) {
    Loudness rang = Loudness.QUIET;
    Loudness rings = Loudness.QUIET;
    boolean other = false;
    Incident before = null;
    Incident after = null;
    Told last = tellings.stream().max(Comparator.comparing(Told::at)).orElseThrow();
    String feed = feed(board, last);
    for (Told t : tellings) {
      Incident was = board.rulings().judge(feed, t.incident());
      Incident would = with.judge(feed, t.incident());
      other |= was.kind() != would.kind() || was.open() != would.open() || !was.origin().equals(would.origin());
      rang = louder(rang, loudness(was));
      rings = louder(rings, loudness(would));
      if (before == null || t == last || stands && t == tellings.getLast()) {
        before = was;
        after = would;
      }
    }
    return other && before != null && after != null
        ? Optional.of(new Row(feed, last.service(), last.at(), before, after, rang, rings, stands))
        : Optional.empty();
  }

  private static Loudness louder(Loudness a, Loudness b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  static Loudness loudness(Incident i) {
    if (!i.open()) return Loudness.QUIET;
    return switch (i.kind()) {
      case OUTAGE -> Loudness.OUTAGE;
      case DEGRADATION -> Loudness.DEGRADATION;
      case UNCLASSIFIED -> Loudness.UNCLASSIFIED;
      case MAINTENANCE, NOTICE -> Loudness.QUIET;
    };
  }

  private static String feed(Board board, Told t) {
    return t.feed().or(() -> Optional.ofNullable(board.services().get(t.service())).map(ServiceState::feed)).orElse("");
  }

  private static String key(Board board, Told t) {
    return feed(board, t) + "\n" + t.incident().id();
  }
}
