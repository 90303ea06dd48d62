package iris.relay.zabbix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What Zabbix said that it took a moment ago. It keeps values in memory for a second or more before it writes them, and
 * loses them when it is killed; so after any failure they are sent once more, with the stamps they had: what it kept,
 * it drops as a repetition.
 */
final class Recent {
  private static final Duration UNWRITTEN = Duration.ofSeconds(10);
  private static final int MOST = 2_000;

  private record Taken(Instant at, Entry entry) {}

  private final Deque<Taken> taken = new ArrayDeque<>();
  private boolean doubtful;

  /** It answered: what it took long before this is written. */
  void took(List<Entry> entries, Instant now) {
    while (!taken.isEmpty() && (taken.size() >= MOST || taken.peekFirst().at().plus(UNWRITTEN).isBefore(now)))
      taken.removeFirst();
    for (Entry entry : entries) taken.addLast(new Taken(now, entry));
  }

  /** It did not answer: it may have been killed. */
  void doubt() {
    doubtful = true;
  }

  /** What is to be sent again before anything else; empty where there is no doubt. */
  List<Entry> doubted() {
    return doubtful ? taken.stream().map(Taken::entry).distinct().toList() : List.of();
  }

  void settled() {
    doubtful = false;
  }
}
