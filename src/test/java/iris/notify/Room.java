package iris.notify;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A control room without a screen: the real board, the real stages, a feed whose services are up or down as told. */
final class Room {
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final String FEED = "darva";

  final List<Decision> decisions = new ArrayList<>();
  final List<Said> said = new ArrayList<>();
  Board board;
  Memory memory = Memory.EMPTY;
  Now now = new Now(Instant.parse("2026-11-22T14:00:10Z"), Duration.ofHours(1));
  private Duration tick = Duration.ofSeconds(10);
  private final List<String> services;
  private final Deque<Item> document = new ArrayDeque<>();

  Room(List<String> services) {
    this.services = services;
    board = Board.first(new Rules(List.of(new Rules.FeedRules(FEED, "DARVA", Optional.empty(), Duration.ofSeconds(60))),
        Map.of()), now);
  }

  /** A board that sleeps for half a minute believes nothing any more: twenty seconds are the longest tick. */
  Room seldom() {
    tick = Duration.ofSeconds(20);
    return this;
  }

  /** The next window, in which these services are down and the others up; then five minutes in ticks of ten seconds. */
  Room window(Collection<String> down) {
    Instant from = now.wall().minus(PERIOD).minusSeconds(10);
    for (String service : services) {
      long failed = down.contains(service) ? 1000 : 0;
      Window w = new Window(service, from, from.plus(PERIOD), failed > 0 ? Verdict.DOWN : Verdict.UP, 1000, failed, Map.of(),
          new Timing(500, 470, 900, 1500, 3000), List.of(), List.of());
      String guid = service + from;
      document.add(new Item(guid, guid, service, "", Optional.of(now.wall()), Optional.empty(), Optional.empty(), 1, w));
    }
    while (document.size() > 12 * services.size()) document.removeFirst();
    Channel channel = new Channel("Signalement", Optional.empty(), "", "fr", "", Optional.of(now.wall()), 0, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(new Channel.Agent("agent", "1", PERIOD, Optional.empty())));
    Bulletin bulletin = new Bulletin(channel, Dialect.IRIS, services.stream()
        .map(s -> new Service(s, s.toUpperCase(java.util.Locale.ROOT), List.of())).toList(), List.copyOf(document), List.of(),
        List.of());
    input(new Input.Heard(new Report.Published(FEED, bulletin, Contact.NOTHING_KNOWN, false)));
    int ticks = (int) PERIOD.dividedBy(tick);
    for (int i = 1; i <= ticks; i++) {
      now = now.plus(tick);
      boolean poll = i % 3 == 0 && i < ticks;
      input(poll ? new Input.Heard(new Report.Unchanged(FEED, Contact.NOTHING_KNOWN)) : new Input.Tick());
    }
    return this;
  }

  Room act(Act act) {
    return input(new Input.Did(act));
  }

  Room input(Input input) {
    Outcome outcome = board.after(input, now);
    board = outcome.board();
    decide(outcome.transitions());
    return this;
  }

  private void decide(List<Transition> transitions) {
    Decision decision = Stages.decide(memory, transitions, board, now);
    memory = decision.memory();
    decisions.add(decision);
    said.addAll(decision.said());
  }

  /** The program ends and starts again: the board comes from the journal, the memory from what was told. */
  Room restart() {
    memory = Memory.of(told());
    return input(new Input.Restarted(now.wall()));
  }

  List<Transition.Told> told() {
    return said.stream().filter(Said::told).map(Said::what).toList();
  }

  /** What popped up since the last call. */
  List<Notice> popups() {
    List<Notice> all = decisions.stream().flatMap(d -> d.notice().stream()).toList();
    decisions.clear();
    return all;
  }
}
