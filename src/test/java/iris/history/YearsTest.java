package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Judged;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.history.years.Grain;
import iris.history.years.Latencies;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times.Quantiles;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roll-ups equal what a person would count from the windows, second by second, whatever came in which order. */
class YearsTest {
  private static final Instant START = Instant.parse("2026-10-31T20:00:00Z");
  private static final Duration SPAN = Duration.ofHours(9);

  @TempDir Path folder;

  private final Random random = new Random(20261123);
  private final Board board = Board.first(new Rules(List.of(), Map.of()), new Now(START, Duration.ZERO));

  @Test
  void everyGrainEqualsTheCountOfItsWindowsInWhateverOrderTheyCame() throws Exception {
    for (int round = 0; round < 6; round++) {
      Path place = folder.resolve("round" + round);
      List<Kept> all = windows(round);
      try (Journal journal = open(place); JournalAnnals annals = new JournalAnnals(place)) {
        for (int i = 0; i < all.size(); ) {
          int n = Math.min(all.size() - i, 1 + random.nextInt(40));
          journal.write(entries(all.subList(i, i + n)));
          i += n;
        }
        for (Grain grain : Grain.values()) assertSame(all, annals, grain);
        assertLatencies(counting(all), annals, START.minusSeconds(86_400 * 40L), START.plusSeconds(86_400 * 40L));
        for (int i = 0; i < 20; i++) {
          Instant from = START.plusSeconds(random.nextInt(20_000));
          assertLatencies(counting(all), annals, from, from.plusSeconds(1 + random.nextInt(20_000)));
        }
      }
    }
  }

  @Test
  void whateverAFeedCountsIsKeptAndHindersNoOther() throws Exception {
    List<Window.Response> parties = java.util.stream.IntStream.range(0, 6_000)
        .mapToObj(i -> new Window.Response("party " + i, new Timing(Long.MAX_VALUE, 1, Long.MAX_VALUE, 3, 4))).toList();
    List<Window.Histogram> histograms = java.util.stream.IntStream.range(0, 1_200)
        .mapToObj(i -> new Window.Histogram("transactionTime", "", Merging.ENCODING, "SElTVA" + i)).toList();
    Window odd = new Window("siv", START, START.plusSeconds(90_000_000), Verdict.DEGRADED, Long.MAX_VALUE, Long.MAX_VALUE,
        Map.of(Origin.EXTERNAL, Long.MAX_VALUE, Origin.PROVIDER, Long.MAX_VALUE), parties.getFirst().timing(), parties, histograms);
    Instant after = START.plusSeconds(100_000_000);
    List<Kept> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) all.add(new Kept(after, "siv", new Judged(new Window("siv", START.plusSeconds(i), odd.to(), odd.state(),
        odd.total(), odd.failed(), odd.failures(), odd.transaction(), odd.responses(), odd.histograms()), Verdict.DEGRADED,
        false, "g" + i, "r" + i, Optional.empty()), How.NEW));
    try (Journal journal = open(folder); JournalAnnals annals = new JournalAnnals(folder)) {
      journal.write(entries(all));
      journal.write(entries(List.of(kept(START.plusSeconds(300), START.plusSeconds(600), after, 0, true))));
      for (Grain grain : Grain.values()) {
        List<Stretch> said = annals.stretches("siv", START.minusSeconds(86_400 * 31), after, grain);
        assertEquals(3, said.stream().mapToInt(Stretch::windows).sum(), grain::name);
        assertTrue(said.stream().mapToLong(s -> s.plain().said() + s.works().said()).sum() <= 86_401, grain::name);
      }
    }
  }

  private void assertSame(List<Kept> all, JournalAnnals annals, Grain grain) throws Exception {
    List<Stretch> said = annals.stretches("siv", START.minus(Duration.ofDays(40)), START.plus(Duration.ofDays(40)), grain);
    List<Judged> counting = counting(all);
    assertEquals(counting.stream().map(j -> grain.floor(j.window().from())).distinct().count(),
        said.stream().filter(s -> s.windows() > 0).count(), grain::name);
    for (Stretch s : said) {
      List<Judged> here = counting.stream().filter(j -> !j.window().from().isBefore(s.from()))
          .filter(j -> grain == Grain.WINDOW ? j.window().from().equals(s.from()) : j.window().from().isBefore(s.to())).toList();
      String where = grain + " " + s.from();
      assertEquals(here.size(), s.windows(), where);
      assertEquals(here.stream().mapToLong(j -> j.window().total()).sum(), s.total(), where);
      assertEquals(here.stream().mapToLong(j -> j.window().failed()).sum(), s.failed(), where);
      assertEquals(here.stream().mapToLong(j -> j.window().failedBy(Origin.EXTERNAL)).sum(),
          s.failures().getOrDefault(Origin.EXTERNAL, 0L), where);
      assertEquals(here.stream().mapToLong(j -> j.window().transaction().max()).max().orElse(-1), s.transaction().max(), where);
      assertEquals(here.stream().filter(j -> j.window().transaction().mean() >= 0)
          .mapToDouble(j -> (double) j.window().transaction().mean() * j.window().total()).sum(), s.transaction().sum(), 1e-6, where);
      assertEquals(here.stream().filter(j -> j.window().transaction().p95() >= 0).count(), s.p95s().windows(), where);
      assertTally(counting, s, grain, false, s.plain());
      assertTally(counting, s, grain, true, s.works());
      if (grain != Grain.WINDOW) assertQuantiles(here, s, where);
    }
  }

  /** Second by second: of the windows that cover it, the one that starts last speaks. */
  private static void assertTally(List<Judged> counting, Stretch s, Grain grain, boolean works, Tally said) {
    double good = 0;
    Map<Verdict, Long> by = new HashMap<>();
    long from = s.from().getEpochSecond();
    long to = Math.min(s.to().getEpochSecond(), START.plus(SPAN).plusSeconds(20_000).getEpochSecond());
    for (long second = Math.max(from, START.getEpochSecond() - 20_000); second < to; second++) {
      Judged speaks = null;
      for (Judged j : counting)
        if (j.window().from().getEpochSecond() <= second && second < j.window().to().getEpochSecond()) speaks = j;
      if (speaks == null || (speaks.verdict() == Verdict.MAINTENANCE) != works) continue;
      if (grain == Grain.WINDOW && !speaks.window().from().equals(s.from())) continue;
      Verdict v = works ? speaks.window().state() : speaks.verdict();
      by.merge(v, 1L, Long::sum);
      double ratio = speaks.window().ratio();
      if (v.known()) good += Double.isNaN(ratio) ? v == Verdict.DOWN ? 0 : 1 : ratio;
    }
    String where = s.from() + " " + s.to() + (works ? " works" : "");
    assertEquals(by.getOrDefault(Verdict.UP, 0L), said.up(), where);
    assertEquals(by.getOrDefault(Verdict.DEGRADED, 0L), said.degraded(), where);
    assertEquals(by.getOrDefault(Verdict.DOWN, 0L), said.down(), where);
    assertEquals(by.getOrDefault(Verdict.UNKNOWN, 0L), said.unknown(), where);
    assertEquals(good, said.good(), 1e-6, where);
  }

  private static void assertQuantiles(List<Judged> here, Stretch s, String where) {
    List<Window> traffic = here.stream().map(Judged::window).filter(w -> w.total() > 0).toList();
    boolean every = !traffic.isEmpty() && traffic.stream().noneMatch(w -> w.histograms().isEmpty());
    if (every) {
      Histogram all = new Histogram(3);
      for (Judged j : here)
        for (Window.Histogram h : j.window().histograms()) if (h.party().isEmpty()) all.add(Merging.of(h).orElseThrow());
      assertEquals(new Quantiles.Merged(all.getValueAtPercentile(50), all.getValueAtPercentile(95),
          all.getValueAtPercentile(99)), s.transaction().quantiles(), where);
    } else if (!here.isEmpty()) {
      assertTrue(!(s.transaction().quantiles() instanceof Quantiles.Merged), where);
    }
  }

  private static void assertLatencies(List<Judged> counting, JournalAnnals annals, Instant from, Instant to)
      throws Exception {
    List<Window> here = counting.stream().map(Judged::window)
        .filter(w -> !w.from().isBefore(from) && w.from().isBefore(to)).toList();
    Optional<Latencies> said = annals.latencies("siv", "ants", from, to);
    assertEquals(here.stream().noneMatch(w -> w.total() > 0 && w.histograms().isEmpty()), said.isPresent());
    if (said.isEmpty()) return;
    assertEquals(here.stream().mapToLong(Window::total).sum(), said.get().count());
    assertEquals(here.stream().mapToLong(w -> w.transaction().max()).max().orElse(-1) > 0 ? here.stream()
        .mapToLong(w -> new Histogram(3_600_000, 3).highestEquivalentValue(w.transaction().max())).max().getAsLong() : -1,
        said.get().quantile(1).orElse(-1));
  }

  private static List<Judged> counting(List<Kept> all) {
    TreeMap<Instant, Judged> by = new TreeMap<>();
    for (Kept k : all) {
      Judged j = k.window();
      if (k.at().plusSeconds(60).isBefore(j.window().to())) continue;
      Judged known = by.get(j.window().from());
      if (known == null || known.published().orElseThrow().isBefore(j.published().orElseThrow())) by.put(j.window().from(), j);
    }
    return new ArrayList<>(by.values());
  }

  /** Half the rounds have histograms everywhere, one none; lengths, gaps, overlaps, revisions, maintenance in all. */
  private List<Kept> windows(int round) {
    List<Kept> all = new ArrayList<>();
    for (Instant from = START; from.isBefore(START.plus(SPAN)); from = from.plusSeconds(60 * (1 + random.nextInt(10)))) {
      int revisions = random.nextInt(8) == 0 ? 3 : 1;
      for (int r = 0; r < revisions; r++) {
        Instant to = from.plusSeconds(random.nextInt(12) == 0 ? 60 + random.nextInt(9000) : 300);
        boolean ahead = random.nextInt(20) == 0;
        Instant at = ahead ? from.minusSeconds(600) : to.plusSeconds(4 + random.nextInt(5000));
        all.add(kept(from, to, at, r, round < 3 || round < 5 && random.nextInt(30) > 0));
      }
    }
    java.util.Collections.shuffle(all, random);
    return all;
  }

  private Kept kept(Instant from, Instant to, Instant at, int revision, boolean histogram) {
    Verdict verdict = Verdict.values()[random.nextInt(5)];
    Verdict state = verdict == Verdict.MAINTENANCE ? Verdict.values()[random.nextInt(4)] : verdict;
    long total = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(200);
    long failed = total == 0 ? 0 : random.nextInt((int) total + 1);
    Histogram h = new Histogram(3_600_000, 3);
    for (int i = 0; i < total; i++) h.recordValue(100 + random.nextInt(4000));
    Timing t = total == 0 ? Timing.NONE : new Timing((long) h.getMean(), h.getValueAtPercentile(50), h.getValueAtPercentile(95),
        h.getValueAtPercentile(99), h.getMaxValue());
    List<Window.Histogram> histograms = histogram && total > 0 ? List.of(encoded("transactionTime", "", h),
        encoded("responseTime", "ants", h)) : List.of();
    Window w = new Window("siv", from, to, state, total, failed,
        failed == 0 ? Map.of() : Map.of(Origin.EXTERNAL, failed), t, List.of(new Window.Response("ants", t)), histograms);
    String guid = "urn:iris:siv:window:" + from;
    Instant published = to.plusSeconds(10 + revision);
    return new Kept(at, "siv", new Judged(w, verdict, false, guid, guid + "|" + published.getEpochSecond() + "|ab" + revision,
        Optional.of(published)), revision == 0 ? How.NEW : How.REVISION);
  }

  private static Window.Histogram encoded(String of, String party, Histogram h) {
    ByteBuffer buffer = ByteBuffer.allocate(h.getNeededByteBufferCapacity());
    int length = h.encodeIntoCompressedByteBuffer(buffer);
    return new Window.Histogram(of, party, Merging.ENCODING,
        Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length)));
  }

  /** One entry may hold many windows, as a document does. */
  private List<Entry> entries(List<Kept> kept) {
    Now now = new Now(START, Duration.ZERO);
    return List.of(new Entry(now, new Input.Tick(), new Outcome(board, List.copyOf(kept))));
  }

  private static Journal open(Path folder) {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, START)).journal();
  }
}
