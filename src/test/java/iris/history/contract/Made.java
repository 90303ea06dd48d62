package iris.history.contract;

import iris.history.years.Afterwards;
import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timelines as words: {@code U60 D3 ?2}: U up, D down, G degraded, M up under maintenance, X down under it, ? a gap. */
final class Made {
  static final Duration FIVE = Duration.ofMinutes(5);
  private static final Pattern RUN = Pattern.compile("\\??(?<kind>[UDGMXN?])?(?<n>\\d+)");

  private Made() {}

  static List<String> vectors(String name) {
    try (var in = new BufferedReader(
        new InputStreamReader(Made.class.getResourceAsStream("/vectors/" + name), StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Five-minute windows of these runs, one after the other. */
  static List<Stretch> windows(Instant start, String runs) {
    List<Stretch> all = new ArrayList<>();
    Instant at = start;
    for (String run : runs.split(" ")) {
      Matcher m = RUN.matcher(run);
      if (!m.matches()) throw new IllegalArgumentException(run);
      char kind = run.charAt(0);
      for (int i = 0; i < Integer.parseInt(m.group("n")); i++, at = at.plus(FIVE)) {
        switch (kind) {
          case 'U' -> all.add(window(at, Verdict.UP, 100, 0, Map.of()));
          case 'D' -> all.add(window(at, Verdict.DOWN, 0, 0, Map.of()));
          case 'G' -> all.add(window(at, Verdict.DEGRADED, 100, 10, Map.of(Origin.PROVIDER, 10L)));
          case 'N' -> all.add(window(at, Verdict.UNKNOWN, 0, 0, Map.of()));
          case 'M' -> all.add(works(window(at, Verdict.UP, 100, 0, Map.of())));
          case 'X' -> all.add(works(window(at, Verdict.DOWN, 0, 0, Map.of())));
          case '?' -> {}
          default -> throw new IllegalArgumentException(run);
        }
      }
    }
    return all;
  }

  static Stretch window(Instant from, Verdict verdict, long total, long failed, Map<Origin, Long> failures) {
    Window w = new Window("siv", from, from.plus(FIVE), verdict, total, failed, failures, Timing.NONE, List.of(), List.of());
    return new Stretch(from, from.plus(FIVE), 1, Tally.of(w, verdict, FIVE.toSeconds()), Tally.NONE, total, failed, failures,
        Times.NONE, Map.of());
  }

  static Stretch works(Stretch s) {
    return new Stretch(s.from(), s.to(), 1, Tally.NONE, s.plain(), s.total(), s.failed(), s.failures(), s.transaction(),
        s.responses());
  }

  /** The same, hour by hour. */
  static List<Stretch> hours(List<Stretch> windows) {
    Map<Instant, Stretch> hours = new TreeMap<>();
    for (Stretch w : windows) {
      Instant start = Grain.HOUR.floor(w.from());
      hours.merge(start, new Stretch(start, Grain.HOUR.next(start), 1, w.plain(), w.works(), w.total(), w.failed(),
          w.failures(), w.transaction(), w.responses()), Made::plus);
    }
    return List.copyOf(hours.values());
  }

  private static Stretch plus(Stretch a, Stretch b) {
    Map<Origin, Long> failures = new HashMap<>(a.failures());
    b.failures().forEach((o, n) -> failures.merge(o, n, Long::sum));
    Times t = a.transaction();
    Times u = b.transaction();
    return new Stretch(a.from(), a.to(), a.windows() + b.windows(), a.plain().plus(b.plain()), a.works().plus(b.works()),
        a.total() + b.total(), a.failed() + b.failed(), failures,
        new Times(t.counted() + u.counted(), t.sum() + u.sum(), Math.max(t.max(), u.max()), new Times.Quantiles.None()),
        a.responses());
  }

  static Timeline timeline(Instant from, Instant to, List<Stretch> windows) {
    return Timeline.ofWindows(new Span(from, to), windows);
  }

  /** What a contract without anything special counts of these windows. */
  static Counts counts(Instant from, Instant to, List<Stretch> windows) {
    return new Counting(timeline(from, to, windows), false, Spans.NONE, Causes.NONE, Blame.NONE).in(Spans.of(from, to));
  }

  /** The same where windows were forgotten and only their hours are kept. */
  static Counts coarsely(Instant from, Instant to, List<Stretch> windows) {
    Timeline hours = new Timeline(new Span(from, to), hours(windows).stream().map(h -> new Piece(h, true)).toList());
    return new Counting(hours, false, Spans.NONE, Causes.NONE, Blame.NONE).in(Spans.of(from, Grain.HOUR.floor(to.plusSeconds(3599))));
  }

  static Facts facts(Instant from, Instant to, List<Stretch> windows) {
    return new Facts("siv", to, timeline(from, to, windows), List.of(), Causes.NONE, List.of(), List.of(), Optional.empty(),
        List.of(), Afterwards.NOTHING);
  }
}
