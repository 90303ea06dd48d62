package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules.FeedRules;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.FallbackSight;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Random lives of several feeds, some with figures and some pages without, and of the people who watch them: whatever can
 * bear on one feed or on all of them, in steps of a fraction of a second to an hour.
 */
final class Lives {
  private static final int FEEDS = 5;

  private final Random random;
  private final List<Map<String, Item>> documents = new ArrayList<>();
  private final List<Map<String, Incident>> incidents = new ArrayList<>();
  private final int[] next = new int[FEEDS];
  private final int[] mood = new int[FEEDS];
  /** All of them answer, or hardly any: the two ways of which every verdict depends. */
  private boolean storm;
  private Now now = new Now(Scene.START, Duration.ofHours(5));
  private int ids;
  private int feeds = FEEDS;

  Lives(long seed) {
    random = new Random(seed);
    for (int i = 0; i < FEEDS; i++) {
      documents.add(new LinkedHashMap<>());
      incidents.add(new LinkedHashMap<>());
    }
  }

  Now now() {
    return now;
  }

  Rules rules() {
    List<FeedRules> all = new ArrayList<>();
    for (int i = 0; i < feeds; i++)
      all.add(new FeedRules(feed(i), "Feed " + i, Optional.empty(), Duration.ofSeconds(i == 1 ? 15 : 60)));
    Map<String, Rules.ServiceRules> services =
        random.nextBoolean() ? Map.of() : Map.of("s0a", Rules.ServiceRules.DEFAULT);
    return new Rules(all, services).planned(Map.of("s0a", FallbackTest.PLAN, "s1a", FallbackTest.PLAN));
  }

  private static String feed(int i) {
    return "feed" + i;
  }

  /** Two services of each; the last two feeds name one and the same. */
  private static String service(int feed, boolean first) {
    return feed >= FEEDS - 2 && !first ? "shared" : "s" + feed + (first ? "a" : "b");
  }

  private static boolean page(int feed) {
    return feed == 2 || feed == 3;
  }

  Input next(Board board) {
    pass();
    if (random.nextInt(60) == 0) storm = !storm;
    int i = random.nextInt(FEEDS);
    String service = service(random.nextInt(FEEDS), random.nextBoolean());
    return switch (random.nextInt(36)) {
      case 0, 1 -> did(board, service);
      case 2 -> random.nextInt(4) > 0 ? did(board, service) : accident();
      case 3 -> heard(new Report.Health(random.nextBoolean() ? "sound" : "clock", random.nextBoolean(), Reason.of("x")));
      case 4 -> heard(checked(random.nextBoolean() ? Report.Checked.Vantage.NEUTRAL_HOST
          : Report.Checked.Vantage.SERVICE, random.nextBoolean() ? service : feed(i)));
      case 5 -> heard(switching(board, random.nextBoolean() ? "s0a" : "s1a"));
      case 6 -> heard(new Report.FallbackSeen(random.nextBoolean() ? "s0a" : "nobody",
          FallbackSight.values()[random.nextInt(3)], Reason.of("x")));
      case 7 -> heard(customary(service));
      case 8 -> new Input.Answered(List.of());
      case 9, 10, 11, 12, 13, 14 -> new Input.Tick();
      case 15, 16, 17, 18, 19 -> storm ? unreached(i) : heard(new Report.Unchanged(feed(i), contact()));
      case 20 -> unreached(i);
      case 21 -> heard(new Report.Unreadable(feed(i), Reason.of("rss.x"), contact()));
      default -> storm ? unreached(i) : published(i);
    };
  }

  private static Input heard(Report report) {
    return new Input.Heard(report);
  }

  private Input unreached(int i) {
    return heard(new Report.Unreached(feed(i), Reason.of("feed.timeout")));
  }

  private Contact contact() {
    if (random.nextInt(6) > 0) return Contact.NOTHING_KNOWN;
    return new Contact(Duration.ofMillis(5), Optional.of(Duration.ofSeconds(random.nextInt(800) - 400)),
        random.nextBoolean() ? OptionalInt.of(random.nextInt(30)) : OptionalInt.empty(),
        Optional.of(Duration.ofSeconds(random.nextInt(200))), 100);
  }

  /** Mostly seconds, so that one feed is heard while the others wait; at times on the very second of a limit. */
  private void pass() {
    Duration d = switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> Duration.ofMillis(random.nextInt(1500));
      case 5, 6, 7, 8 -> Duration.ofSeconds(random.nextInt(20));
      case 9 -> Duration.ofSeconds(30);
      case 10 -> Duration.ofSeconds(10);
      default -> Duration.ofSeconds(29);
    };
    now = now.plus(d);
    // A clock that is put right by some seconds is no sleep.
    if (random.nextInt(40) == 0) now = new Now(now.wall().plusSeconds(random.nextInt(80) - 40), now.mono());
    if (random.nextInt(150) == 0) now = now.plus(Duration.ofMinutes(random.nextInt(1600)));
  }

  private Input accident() {
    if (random.nextInt(3) == 0) {
      feeds = random.nextBoolean() ? FEEDS : 1 + random.nextInt(FEEDS);
      return new Input.Reconfigured(rules());
    }
    Instant stopped = now.wall();
    now = new Now(now.wall().plusSeconds(random.nextInt(4000)), Duration.ofSeconds(random.nextInt(1000)));
    return new Input.Restarted(stopped);
  }

  private Instant from(int n) {
    return Scene.START.plus(Scene.PERIOD.multipliedBy(n));
  }

  private Input published(int i) {
    Map<String, Item> document = documents.get(i);
    if (!page(i)) windows(i, document);
    if (random.nextInt(6) == 0) work(i, document);
    document.values().removeIf(item -> item.body() instanceof Window w && w.from().isBefore(from(next[i] - 20)));
    incident(i);
    List<String> services = List.of(service(i, true), service(i, false));
    Dialect dialect = i == 2 ? Dialect.STATUSPAGE : i == 3 ? Dialect.AZURE : Dialect.IRIS;
    return heard(new Report.Published(feed(i), Items.bulletin(dialect, now.wall(), services,
        List.copyOf(document.values()), List.copyOf(incidents.get(i).values())), contact(), false));
  }

  private void windows(int i, Map<String, Item> document) {
    if (from(next[i] + 30).isBefore(now.wall())) next[i] += 25;
    while (!from(next[i] + 1).isAfter(now.wall())) {
      if (random.nextInt(6) == 0) mood[i] = random.nextInt(5);
      for (boolean first : new boolean[] {true, false})
        if (random.nextInt(10) > 0) put(document, service(i, first), next[i], verdict(mood[i]));
      next[i]++;
    }
  }

  private void put(Map<String, Item> document, String service, int n, Verdict verdict) {
    Item item = Items.window(service, from(n), verdict, 100, random.nextInt(4) == 0 ? 60 : 0, now.wall(), "");
    document.put(item.revision(), item);
  }

  private Verdict verdict(int of) {
    return switch (of) {
      case 1 -> Verdict.DOWN;
      case 2 -> random.nextBoolean() ? Verdict.DOWN : Verdict.UP;
      case 3 -> random.nextBoolean() ? Verdict.UNKNOWN : Verdict.UP;
      case 4 -> Verdict.DEGRADED;
      default -> Verdict.UP;
    };
  }

  private void work(int i, Map<String, Item> document) {
    String id = "m" + random.nextInt(4);
    Instant from = now.wall().plusSeconds(random.nextInt(1800) - 600);
    Maintenance m = new Maintenance(id, service(i, random.nextBoolean()),
        Maintenance.State.values()[random.nextInt(4)], from, from.plusSeconds(60 + random.nextInt(3000)));
    document.put(id, new Item(id, id + ids++, m.service(), "", Optional.of(now.wall()), Optional.empty(), Optional.empty(), 1, m));
  }

  private void incident(int i) {
    Map<String, Incident> all = incidents.get(i);
    switch (random.nextInt(8)) {
      case 0 -> {
        String id = "i" + ids++;
        Incident.Kind kind = Incident.Kind.values()[random.nextInt(Incident.Kind.values().length)];
        Instant opened = now.wall().plusSeconds(random.nextInt(500) - 400);
        all.put(id, Items.incident(service(i, random.nextBoolean()), id, kind, opened));
      }
      case 1, 2 -> all.replaceAll((_, one) -> one.open() && random.nextBoolean()
          ? Items.closed(one, now.wall().minusSeconds(random.nextInt(400))) : one);
      case 3 -> all.keySet().removeIf(_ -> random.nextInt(3) == 0);
      default -> { }
    }
  }

  private Report checked(Report.Checked.Vantage vantage, String source) {
    return new Report.Checked(source, vantage, random.nextBoolean(), Reason.of("x"), Optional.empty());
  }

  private Report switching(Board board, String service) {
    Instant order = board.fallback(service).last().map(FallbackState.Attempt::order).orElse(now.wall());
    Report.Switching.Stage[] stages = Report.Switching.Stage.values();
    return new Report.Switching(service, order, stages[random.nextInt(stages.length)], Reason.of("x"),
        FallbackSight.values()[random.nextInt(3)], List.of());
  }

  private Report customary(String service) {
    Instant from = now.wall().minusSeconds(1800);
    return new Report.Customary(List.of(new Norm(service, from, from.plus(Duration.ofHours(2)), DayOfWeek.MONDAY, 3, 5,
        Map.of(Measure.TRANSACTION, new Norm.Usual(random.nextInt(600), 20)))));
  }

  private Input did(Board board, String service) {
    List<AlarmKey> keys = List.copyOf(board.alarms().keySet());
    AlarmKey key = keys.isEmpty() ? new AlarmKey(Kind.OUTAGE, service) : keys.get(random.nextInt(keys.size()));
    return new Input.Did(switch (random.nextInt(18)) {
      case 0, 1, 2, 3 -> new Act.Acknowledge(key, "m", "");
      case 4 -> new Act.Unacknowledge(key, "m");
      case 5 -> new Act.Shelve(key, "m", "r", Duration.ofMinutes(1 + random.nextInt(40)));
      case 6 -> new Act.Unshelve(key, "m");
      case 7 -> new Act.Reset(key, "m");
      case 8 -> new Act.Silence("m", Duration.ofMinutes(random.nextInt(12)));
      case 9 -> new Act.Maintain(service, "m", "r", now.wall(), now.wall().plusSeconds(60 + random.nextInt(2000)));
      case 10 -> new Act.Maintain(service, "m", "r", now.wall().plusSeconds(30), now.wall().plusSeconds(400));
      case 11 -> new Act.EndMaintenance(service, "m");
      case 12 -> new Act.OutOfService(service, random.nextBoolean(), "m", "r", Optional.of(now.wall().plusSeconds(900)));
      case 13 -> new Act.SwitchFallback(random.nextBoolean() ? "s0a" : "s1a", random.nextBoolean(), "m", "r", List.of());
      case 14 -> new Act.Fallback(service, random.nextBoolean(), "m", "r");
      case 15 -> new Act.Contest(service, Fault.values()[random.nextInt(Fault.values().length)], "m", "r");
      case 16 -> new Act.StartExercise(Optional.of(service), "m");
      default -> new Act.HandOver("m", "m", "n", "", "");
    });
  }
}
