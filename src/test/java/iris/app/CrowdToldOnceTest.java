package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Input;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.flow.Mailbox;
import iris.history.Entry;
import iris.relay.real.Await;
import iris.settings.Settings;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The relay with three hundred feeds, whole: polls, desk, journal, outbox, a server. Nothing is timed. */
class CrowdToldOnceTest {
  private static final int FEEDS = 300;
  private static final int DOWN = 40;
  private static final Pattern BEGIN = Pattern.compile("\"sort\":\"begin\".*?\"key\":\"(s\\d+)\"");

  @TempDir Path home;

  @Test
  @Timeout(300)
  void whatFortyOfThreeHundredFeedsSayIsToldOnceEachAndNothingElse() throws Exception {
    Queue<Transition.Told> told = new ConcurrentLinkedQueue<>();
    try (Crowd crowd = new Crowd(FEEDS, 3)) {
      SystemClock clock = SystemClock.starting();
      Settings settings = crowd.settings(Duration.ofSeconds(15));
      Outset outset = Outset.ofProfile(home, Instant.now());
      Mailbox<Input> inputs = new Mailbox<>();
      try (Outward outward = new Outward(home, clock, r -> inputs.post(new Input.Heard(r)), Optional.empty(), outset)) {
        outward.configure(settings.relay(), Words.of(Lang.EN, ZoneId.of("UTC")));
        try (Unattended station = new Unattended(settings, outset, clock, inputs,
            r -> inputs.post(new Input.Heard(r)), (entries, kept) -> {
              entries.stream().flatMap(e -> e.outcome().transitions().stream()).filter(Transition.Told.class::isInstance)
                  .map(Transition.Told.class::cast).forEach(told::add);
              outward.heard(entries.stream().map(Entry::outcome).toList(), kept);
            })) {
          Await.until(() -> station.fresh() == FEEDS, () -> station.fresh() + " are fresh");
          IntStream.range(0, DOWN).forEach(i -> crowd.down(i * 7));
          Await.until(Duration.ofSeconds(120), () -> begun(crowd).size() >= DOWN, () -> "arrived: " + begun(crowd));
          // One more round of all of them: what is told twice would be by now.
          int polls = crowd.gaps().size();
          Await.until(() -> crowd.gaps().size() >= polls + FEEDS, () -> crowd.gaps().size() + " polls");
        }
      }
      assertEquals(expected(), begun(crowd));
      assertEquals(DOWN, told.stream().filter(t -> t.announcement().call() == Call.RAISE).count(), told::toString);
    }
  }

  private static Map<String, Integer> expected() {
    Map<String, Integer> all = new TreeMap<>();
    for (int i = 0; i < DOWN; i++) all.put("s" + i * 7, 1);
    return all;
  }

  /** How many begins of an outage of each service arrived; one that is late is sent again, with the same id. */
  private static Map<String, Integer> begun(Crowd crowd) {
    Map<String, Integer> all = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (Crowd.Arrived a : crowd.arrived()) {
      Matcher m = BEGIN.matcher(a.body());
      if (m.find() && ids.add(new JsonMapper().readTree(a.body()).path("id").asString("")))
        all.merge(m.group(1), 1, Integer::sum);
    }
    return all;
  }
}
