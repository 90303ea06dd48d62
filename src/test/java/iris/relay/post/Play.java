package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.history.Entry;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A board that is fed as in production, one feed a service, on a clock that is moved by hand. */
final class Play {
  static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

  private final int services;
  private final List<List<Item>> documents = new ArrayList<>();
  boolean answering = true;
  /** Who keeps what happens. */
  Consumer<Entry> kept = _ -> {};
  private Duration polled = Duration.ofHours(1);
  Board board;
  volatile Now now = new Now(START.plusSeconds(4), Duration.ofHours(1));

  Play(int services) {
    this.services = services;
    board = Board.first(new Rules(IntStream.range(0, services)
        .mapToObj(i -> new Rules.FeedRules("f" + i, "F" + i, Optional.empty(), Duration.ofMinutes(1))).toList(), Map.of()), now);
    for (int i = 0; i < services; i++) documents.add(new ArrayList<>());
  }

  /** Of a board that was kept, a minute after it last lived. */
  Play(int services, Board restored) {
    this(services);
    board = restored;
    now = new Now(restored.at().wall().plusSeconds(60), Duration.ofHours(1));
  }

  static String service(int i) {
    return "s" + i;
  }

  /** Seconds pass, with the desk's own looks at the clock, and polls that find nothing new. */
  List<Outcome> pass(long seconds) {
    List<Outcome> all = new ArrayList<>();
    for (long left = seconds; left > 0; left -= 10) {
      now = now.plus(Duration.ofSeconds(Math.min(10, left)));
      all.add(step(new Input.Tick()));
      if (!answering || now.mono().minus(polled).toSeconds() < 60) continue;
      polled = now.mono();
      for (int i = 0; i < services; i++)
        all.add(step(new Input.Heard(new Report.Unchanged("f" + i, Contact.NOTHING_KNOWN))));
    }
    return all;
  }

  /** The window that ended last is published by every feed. */
  List<Outcome> window(IntPredicate down) {
    Instant to = Instant.ofEpochSecond(Math.floorDiv(now.wall().getEpochSecond(), 300) * 300);
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      documents.get(i).add(item(service(i), to.minusSeconds(300), down.test(i)));
      all.add(step(new Input.Heard(document(i))));
    }
    return all;
  }

  Outcome step(Input input) {
    Outcome outcome = board.after(input, now);
    board = outcome.board();
    kept.accept(new Entry(now, input, outcome));
    return outcome;
  }

  private Report document(int i) {
    Channel channel = new Channel("F" + i, Optional.empty(), "", "fr", "iris", Optional.of(now.wall()), 5, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(new Channel.Agent("a", "1.0", Duration.ofMinutes(5), Optional.empty())));
    List<Item> newest = documents.get(i).subList(Math.max(0, documents.get(i).size() - 12), documents.get(i).size());
    return new Report.Published("f" + i, new Bulletin(channel, Dialect.IRIS,
        List.of(new Service(service(i), "S" + i, List.of())), newest, List.of(), List.of()), Contact.NOTHING_KNOWN, false);
  }

  private static Item item(String service, Instant from, boolean down) {
    Window w = new Window(service, from, from.plusSeconds(300), down ? Verdict.DOWN : Verdict.UP, 100, down ? 90 : 0,
        down ? Map.of(Origin.EXTERNAL, 90L) : Map.of(), new Timing(500, 470, 900, 1500, 3000), List.of(), List.of());
    return new Item("urn:iris:" + service + ":window:" + from, service + from, service, "",
        Optional.of(from.plusSeconds(304)), Optional.empty(), Optional.empty(), 1, w);
  }
}
