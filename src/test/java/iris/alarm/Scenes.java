package iris.alarm;

import iris.alarm.Rules.FeedRules;
import iris.signal.Bulletin;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Report;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Boards of a size, for benchmarks and for the day: one feed a service, as in production. */
final class Scenes {
  private Scenes() {}

  static Rules rules(int services) {
    return new Rules(IntStream.range(0, services)
        .mapToObj(i -> new FeedRules(feed(i), "Feed " + i, Optional.empty(), Duration.ofSeconds(60))).toList(), Map.of());
  }

  static String feed(int i) {
    return "feed" + i;
  }

  static String service(int i) {
    return "service" + i;
  }

  /** A document with the {@code count} windows that end before {@code now}, all up but those that {@code down} names. */
  static Report document(int i, Now now, int count, java.util.function.Predicate<Instant> down, List<Incident> incidents) {
    long last = now.wall().getEpochSecond() / 300;
    List<Item> items = new ArrayList<>(count);
    for (long n = last - count; n < last; n++) {
      Instant from = Instant.ofEpochSecond(n * 300);
      boolean bad = down.test(from);
      items.add(Items.window(service(i), from, bad ? Verdict.DOWN : Verdict.UP, 1000, bad ? 900 : 0, from.plusSeconds(305), ""));
    }
    Bulletin b = Items.bulletin(Dialect.IRIS, now.wall(), List.of(service(i)), items, incidents);
    return new Report.Published(feed(i), b, Contact.NOTHING_KNOWN, false);
  }

  /** A board of {@code services} services, each with {@code windows} windows, all fresh and up. */
  static Board board(int services, int windows, Now now) {
    Board board = Board.first(rules(services), now);
    for (int i = 0; i < services; i++)
      board = board.after(new Input.Heard(document(i, now, windows, _ -> false, List.of())), now).board();
    return board;
  }
}
