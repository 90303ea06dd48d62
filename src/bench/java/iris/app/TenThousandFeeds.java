package iris.app;

import iris.alarm.Input;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.flow.Mailbox;
import iris.history.Entry;
import iris.settings.Settings;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The whole relay without a screen (polls, desk, journal, outbox, webhook) beside ten thousand feeds on loopback, which
 * run in the same process and are in its figures: {@code [feeds] [minutes] [windows of a document]}. All feeds come at
 * once, into an empty journal. From the third minute on one feed in a hundred turns bad each minute; measured is from the
 * moment when its document was handed out to the poll, so beyond the poll interval.
 */
public final class TenThousandFeeds {
  private static final Duration EVERY = Duration.ofSeconds(60);
  private static final Pattern BEGIN = Pattern.compile("\"sort\":\"begin\".*?\"key\":\"s(\\d+)\"");

  private TenThousandFeeds() {}

  public static void main(String[] args) throws Exception {
    int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int minutes = Math.max(4, args.length > 1 ? Integer.parseInt(args[1]) : 6);
    int windows = args.length > 2 ? Integer.parseInt(args[2]) : 12;
    Path folder = Files.createTempDirectory("iris-feeds");
    Map<Integer, Long> raised = new ConcurrentHashMap<>();
    SystemClock clock = SystemClock.starting();
    Mailbox<Input> inputs = new Mailbox<>();
    Outset outset = Outset.ofProfile(folder, Instant.now());
    Watch watch = new Watch(inputs);
    System.out.printf("%d feeds, %d windows each, heap at most %d MB, load of the machine before %.1f%n", feeds, windows,
        Runtime.getRuntime().maxMemory() >> 20, load());
    try (Crowd crowd = new Crowd(feeds, windows);
        Outward outward = new Outward(folder, clock, r -> inputs.post(new Input.Heard(r)), Optional.empty(), outset)) {
      Settings settings = crowd.settings(EVERY);
      outward.configure(settings.relay(), Words.of(Lang.EN, ZoneId.of("UTC")));
      try (Unattended station = new Unattended(settings, outset, clock, inputs, r -> inputs.post(new Input.Heard(r)),
          (entries, kept) -> {
            for (Entry e : entries) e.outcome().transitions().forEach(t -> raised(t, raised));
            outward.heard(entries.stream().map(Entry::outcome).toList(), kept);
          })) {
        watch.pass(EVERY.multipliedBy(2), () -> station.fresh() >= feeds);
        watch.say("arrival of all feeds, two minutes");
        crowd.gaps().clear();
        int each = Math.max(1, feeds / 100);
        for (int minute = 2; minute < minutes; minute++) {
          int first = (minute - 2) * each;
          // The last minute is for what was handed out in the one before.
          if (minute < minutes - 1) IntStream.range(first, first + each).forEach(i -> crowd.down(i * 37 % feeds));
          watch.pass(EVERY, () -> false);
        }
        watch.say("afterwards, " + (minutes - 2) + " minutes");
        times("between two polls of a feed, ms", crowd.gaps());
        times("bad document handed out to alert kept, ms", since(crowd, raised));
        times("bad document handed out to message at the courier's server, ms", since(crowd, delivered(crowd)));
        System.out.printf("turned bad %d, alerts kept %d, messages arrived %d%n", each * (minutes - 3), raised.size(),
            delivered(crowd).size());
      }
      System.gc();
      System.out.printf("heap after a full collection %d MB, resident %s MB, journal %d MB, load of the machine now %.1f%n",
          Watch.heap(), resident(), Files.size(folder.resolve("journal.db")) >> 20, load());
    }
  }

  private static void raised(Transition t, Map<Integer, Long> raised) {
    if (t instanceof Transition.Told told && told.announcement().call() == Call.RAISE
        && told.announcement().alarm().subject().startsWith("s"))
      raised.putIfAbsent(Integer.parseInt(told.announcement().alarm().subject().substring(1)), System.nanoTime());
  }

  private static Map<Integer, Long> delivered(Crowd crowd) {
    Map<Integer, Long> all = new HashMap<>();
    for (Crowd.Arrived a : crowd.arrived()) {
      Matcher m = BEGIN.matcher(a.body());
      if (m.find()) all.putIfAbsent(Integer.parseInt(m.group(1)), a.nano());
    }
    return all;
  }

  private static List<Long> since(Crowd crowd, Map<Integer, Long> at) {
    return at.entrySet().stream().filter(e -> crowd.handedOut(e.getKey()) > 0)
        .map(e -> e.getValue() - crowd.handedOut(e.getKey())).toList();
  }

  static void times(String what, Collection<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(n -> n / 1_000_000).sorted().toArray();
    if (sorted.length == 0) System.out.println(what + ": none");
    else System.out.printf("%s: %d, median %d, p99 %d, most %d%n", what, sorted.length, sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)], Arrays.stream(sorted).max().orElseThrow());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) return "unknown here";
    return Files.readAllLines(status).stream().filter(l -> l.startsWith("VmRSS"))
        .map(l -> Long.toString(Long.parseLong(l.replaceAll("\\D", "")) >> 10)).findFirst().orElse("unknown");
  }
}
