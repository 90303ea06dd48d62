package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Rules.FeedRules;
import iris.alarm.Rules.ServiceRules;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The scenario language: {@code at(0).down("siv").expectRaised("siv")}. Time passes in ticks of 10 s with a poll a minute
 * that finds nothing new; {@code at(n)} is ten seconds after window n ended. Whatever is told and not expected fails the
 * next step: "and nothing else happens".
 */
final class Scene {
  static final Instant START = Instant.parse("2026-11-22T14:00:00Z");
  static final Duration PERIOD = Duration.ofMinutes(5);
  static final String FEED = "darva";

  final List<Transition> all = new ArrayList<>();
  final List<Announcement> pending = new ArrayList<>();
  /** Repetitions stand apart: they come with time, whatever else a scene is about. */
  final List<Announcement> repeats = new ArrayList<>();
  final Map<String, Item> document = new LinkedHashMap<>();
  final Map<String, Incident> incidents = new LinkedHashMap<>();
  Board board;
  Now now;
  int window;
  boolean answering = true;
  Dialect dialect = Dialect.IRIS;
  /** Who is handed every outcome on. */
  Consumer<Outcome> hears = _ -> {};
  private int versions;
  private Duration polled = Duration.ZERO;
  private List<String> services;

  Scene(Rules rules, String... services) {
    this.services = List.of(services);
    now = new Now(START, Duration.ofSeconds(1000));
    board = Board.first(rules, now);
  }

  static Scene of(String... services) {
    return new Scene(rules(Map.of()), services);
  }

  /** A scene whose first document was read: every service is up and fresh. */
  static Scene calm(String... services) {
    Scene scene = of(services);
    scene.at(-2).up(services).nothingElse();
    scene.at(-1).up(services).nothingElse();
    for (String s : services) assertEquals(Shown.UP, scene.board.services().get(s).shown());
    return scene;
  }

  static Rules rules(Map<String, ServiceRules> services) {
    return new Rules(List.of(new FeedRules(FEED, "DARVA", Optional.empty(), Duration.ofSeconds(60))), services);
  }

  Instant from(int n) {
    return START.plus(PERIOD.multipliedBy(n));
  }

  Scene input(Input input) {
    Outcome o = board.after(input, now);
    board = o.board();
    hears.accept(o);
    for (Transition t : o.transitions()) {
      all.add(t);
      if (t instanceof Transition.Told told && !told.announcement().suppressed())
        (told.announcement().call() == Call.REPEAT ? repeats : pending).add(told.announcement());
    }
    return this;
  }

  Scene hear(Report report) {
    return input(new Input.Heard(report));
  }

  Scene act(Act act) {
    return input(new Input.Did(act));
  }

  Scene tick() {
    return input(new Input.Tick());
  }

  /** Time passes, watched: ticks, and polls while the feed answers. */
  Scene pass(Duration d) {
    Duration end = now.mono().plus(d);
    while (now.mono().compareTo(end) < 0) {
      Duration step = min(Duration.ofSeconds(10), end.minus(now.mono()));
      now = now.plus(step);
      tick();
      if (answering && now.mono().minus(polled).compareTo(Duration.ofSeconds(60)) >= 0) unchanged();
    }
    return this;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  Scene unchanged() {
    polled = now.mono();
    return hear(new Report.Unchanged(FEED, Contact.NOTHING_KNOWN));
  }

  Scene unreached() {
    return hear(new Report.Unreached(FEED, Reason.of("feed.timeout")));
  }

  Scene garbled() {
    return hear(new Report.Unreadable(FEED, Reason.of("rss.not-a-feed"), Contact.NOTHING_KNOWN));
  }

  /** Ten seconds after window {@code n} ended; nothing may have been told unexpectedly on the way. */
  Scene at(int n) {
    nothingElse();
    Instant to = from(n + 1).plusSeconds(10);
    if (board.feeds().get(FEED).channel().isEmpty() && all.isEmpty()) now = new Now(to, now.mono());
    else if (to.isAfter(now.wall())) pass(Duration.between(now.wall(), to));
    window = n;
    return this;
  }

  Scene up(String... names) {
    return say(Verdict.UP, 0, names);
  }

  Scene down(String... names) {
    return say(Verdict.DOWN, 1000, names);
  }

  Scene degraded(String... names) {
    return say(Verdict.UP, 100, names);
  }

  Scene unknown(String... names) {
    return say(Verdict.UNKNOWN, 0, names);
  }

  private Scene say(Verdict state, long failed, String... names) {
    for (String name : names) put(Items.window(name, from(window), state, 1000, failed, now.wall(), ""));
    return publish();
  }

  Scene put(Item item) {
    document.put(item.revision(), item);
    return this;
  }

  Scene open(String service, String id, Incident.Kind kind) {
    incidents.put(id, Items.incident(service, id, kind, now.wall().minusSeconds(20)));
    return publish();
  }

  Scene close(String id) {
    return close(id, now.wall().minusSeconds(20));
  }

  Scene close(String id, Instant at) {
    incidents.computeIfPresent(id, (_, i) -> Items.closed(i, at));
    return publish();
  }

  Scene publish() {
    return publish(UnaryOperator.identity());
  }

  Scene publish(UnaryOperator<List<Item>> order) {
    polled = now.mono();
    versions++;
    return hear(new Report.Published(FEED, Items.bulletin(dialect, now.wall(), services,
        order.apply(new ArrayList<>(document.values())), List.copyOf(incidents.values())), Contact.NOTHING_KNOWN, false));
  }

  Scene expect(Call call, Kind kind, String subject) {
    Optional<Announcement> found = pending.stream()
        .filter(a -> a.call() == call && a.alarm().equals(new AlarmKey(kind, subject))).findFirst();
    assertTrue(found.isPresent(), () -> "expected " + call + " " + kind + " " + subject + ", told: " + pending);
    pending.remove(found.get());
    return this;
  }

  Scene expectRaised(String service) {
    return expect(Call.RAISE, Kind.OUTAGE, service);
  }

  Scene expectCleared(String service) {
    return expect(Call.CLEAR, Kind.OUTAGE, service);
  }

  Scene nothingElse() {
    assertEquals(List.of(), pending, "told though nothing was expected");
    return this;
  }

  Scene shows(String service, Shown shown) {
    assertEquals(shown, board.services().get(service).shown());
    return this;
  }

  Scene sees(Supervision supervision) {
    assertEquals(supervision, board.feeds().get(FEED).supervision());
    return this;
  }

  Scene state(Kind kind, String subject, Lifecycle state) {
    Alarm alarm = board.alarms().get(new AlarmKey(kind, subject));
    assertEquals(state, alarm == null ? Lifecycle.NORMAL : alarm.state());
    return this;
  }

  Scene remarks(String service, String key) {
    assertTrue(board.services().get(service).remarks().stream().anyMatch(r -> r.key().equals(key)),
        () -> "no " + key + " among " + board.services().get(service).remarks());
    return this;
  }

  Scene noted(String key) {
    assertTrue(all.stream().anyMatch(t -> t instanceof Transition.Noted n && n.what().key().equals(key)), "no " + key);
    return this;
  }

  Scene refused(String key) {
    Transition last = all.stream().filter(t -> t instanceof Transition.Refused || t instanceof Transition.Acted).toList().getLast();
    assertTrue(last instanceof Transition.Refused r && r.why().key().equals(key), () -> "not refused: " + last);
    return this;
  }

  Scene ack(Kind kind, String subject) {
    return act(new Act.Acknowledge(new AlarmKey(kind, subject), "martin", "vu"));
  }
}
