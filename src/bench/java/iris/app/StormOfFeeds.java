package iris.app;

import iris.alarm.Input;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.flow.Mailbox;
import iris.history.Entry;
import iris.settings.Settings;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The provider of all feeds goes down and comes back: all feeds of a relay say within one poll that their service is out,
 * and two minutes later that it is back: {@code [feeds] [windows of a document]}. As {@link TenThousandFeeds} otherwise,
 * in the same process and beside its servers; nobody is left without a begin and an end.
 */
public final class StormOfFeeds {
  private static final Duration EVERY = Duration.ofSeconds(60);
  private static final Pattern EVENT = Pattern.compile("\"sort\":\"(begin|end)\".*?\"key\":\"s(\\d+)\"");

  private StormOfFeeds() {}

  public static void main(String[] args) throws Exception {
    int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int windows = args.length > 1 ? Integer.parseInt(args[1]) : 12;
    Path folder = Files.createTempDirectory("iris-storm");
    Map<String, Long> kept = new ConcurrentHashMap<>();
    SystemClock clock = SystemClock.starting();
    Mailbox<Input> inputs = new Mailbox<>();
    Outset outset = Outset.ofProfile(folder, Instant.now());
    Watch watch = new Watch(inputs);
    try (Crowd crowd = new Crowd(feeds, windows);
        Outward outward = new Outward(folder, clock, r -> inputs.post(new Input.Heard(r)), Optional.empty(), outset)) {
      Settings settings = crowd.settings(EVERY);
      outward.configure(settings.relay(), Words.of(Lang.EN, ZoneId.of("UTC")));
      try (Unattended station = new Unattended(settings, outset, clock, inputs, r -> inputs.post(new Input.Heard(r)),
          (entries, number) -> {
            for (Entry e : entries) e.outcome().transitions().forEach(t -> said(t, kept));
            outward.heard(entries.stream().map(Entry::outcome).toList(), number);
          })) {
        watch.pass(EVERY.multipliedBy(2), () -> station.fresh() >= feeds);
        watch.say("arrival of all feeds, two minutes");
        crowd.arrived().clear();
        IntStream.range(0, feeds).forEach(crowd::announce);
        watch.pass(EVERY.multipliedBy(2), () -> count(crowd, "begin") >= feeds);
        watch.say("all down, two minutes; all told");
        IntStream.range(0, feeds).forEach(crowd::over);
        watch.pass(EVERY.multipliedBy(2), () -> count(crowd, "end") >= feeds);
        watch.say("all back, two minutes; all told");
        for (String sort : List.of("begin", "end")) {
          IntToLongFunction from = sort.equals("begin") ? crowd::announcedAt : crowd::overAt;
          times(sort + ": document handed out to alert kept, ms", kept, sort, from);
          times(sort + ": document handed out to message at the courier's server, ms", delivered(crowd), sort, from);
        }
      }
    }
  }

  private static void said(Transition t, Map<String, Long> kept) {
    if (!(t instanceof Transition.Told told) || !told.announcement().alarm().subject().startsWith("s")) return;
    Call call = told.announcement().call();
    if (call == Call.RAISE || call == Call.CLEAR)
      kept.putIfAbsent((call == Call.RAISE ? "begin" : "end") + told.announcement().alarm().subject().substring(1), System.nanoTime());
  }

  private static long count(Crowd crowd, String sort) {
    return crowd.arrived().stream().filter(a -> a.body().contains("\"sort\":\"" + sort + "\"")).count();
  }

  private static Map<String, Long> delivered(Crowd crowd) {
    Map<String, Long> all = new HashMap<>();
    for (Crowd.Arrived a : crowd.arrived()) {
      Matcher m = EVENT.matcher(a.body());
      if (m.find()) all.putIfAbsent(m.group(1) + m.group(2), a.nano());
    }
    return all;
  }

  private static void times(String what, Map<String, Long> at, String sort, IntToLongFunction from) {
    TenThousandFeeds.times(what, at.entrySet().stream().filter(e -> e.getKey().startsWith(sort))
        .map(e -> e.getValue() - from.applyAsLong(Integer.parseInt(e.getKey().substring(sort.length())))).toList());
  }
}
