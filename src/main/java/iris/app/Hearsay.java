package iris.app;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Rules;
import iris.feed.Fetcher;
import iris.feed.Pollers;
import iris.feed.SourceConfig;
import iris.flow.Mailbox;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A board that heard each source once.
 *
 * @param unheard why a source gave nothing, by source
 */
record Hearsay(Board board, Map<String, Reason> unheard) {

  /** Listens until every source has answered, well or not, and at most for {@code patience}. */
  static Hearsay of(List<SourceConfig> sources, Duration patience, SystemClock clock) throws InterruptedException {
    Rules rules = new Rules(
        sources.stream()
            .map(s -> new Rules.FeedRules(s.id(), s.name(), Optional.empty(), s.every())).toList(),
        Map.of());
    Mailbox<Report> reports = new Mailbox<>();
    Board board = Board.first(rules, clock.get());
    Map<String, Reason> unheard = new HashMap<>();
    Set<String> waiting = new HashSet<>();
    sources.forEach(s -> waiting.add(s.id()));
    Duration end = clock.get().mono().plus(patience);
    try (Fetcher fetcher = new Fetcher(() -> clock.get().wall(), System.getenv());
        Pollers pollers = new Pollers(fetcher, reports::post, Optional.empty(), () -> clock.get().wall(), dice())) {
      pollers.configure(sources);
      for (Duration left = patience; !waiting.isEmpty() && left.isPositive(); left = end.minus(clock.get().mono())) {
        for (Report report : reports.take(left)) {
          waiting.remove(report.source());
          board = board.after(new Input.Heard(report), clock.get()).board();
          if (report instanceof Report.Unreached(String source, Reason why)) unheard.put(source, why);
          if (report instanceof Report.Unreadable(String source, Reason why, var contact)) unheard.put(source, why);
        }
      }
    }
    waiting.forEach(id -> unheard.put(id, Reason.of("app.snapshot.silent", patience)));
    return new Hearsay(board, Map.copyOf(unheard));
  }

  /** Jitter of polls that never come: each source is asked once. */
  private static SplittableRandom dice() {
    return new SplittableRandom(0);
  }
}
