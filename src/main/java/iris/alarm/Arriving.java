package iris.alarm;

import iris.alarm.Transition.Kept.How;
import iris.signal.Item;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Section 9: windows of a document find their place by their own time, whatever the order of items, documents and
 * repetitions. What arrives late corrects the past and raises nothing.
 */
final class Arriving {
  static final Duration KEPT = Duration.ofHours(26);
  static final Duration LATE = Duration.ofMinutes(30);
  static final Duration AHEAD = Duration.ofSeconds(60);
  /** A provider's clock may be wrong by that much: its bad news count, its good news wait. */
  static final Duration WRONG = Duration.ofHours(1);

  private Arriving() {}

  static Verdict raw(Judged j, Rules.ServiceRules rules) {
    return j.verdict() == Verdict.MAINTENANCE ? Judging.verdict(j.window(), rules) : j.verdict();
  }

  static List<Arrival> accept(Draft d, FeedDraft f, ServiceDraft s, List<Item> items, boolean feedBlind) {
    boolean blind = feedBlind || s.reach.isEmpty() || Services.silent(d, s, Supervising.lost(d, f));
    Optional<Instant> reach = s.reach;
    Set<String> aside = new HashSet<>();
    List<Judged> ordered = unknown(d, s, items, aside);
    List<Judged> sequence = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    boolean future = false;
    for (Judged j : ordered) {
      Instant from = j.window().from();
      Judged known = s.windows().get(from);
      if (known != null) {
        revise(d, s, known, j, aside).ifPresent(arrivals::add);
      } else if (j.window().to().isAfter(d.wall().plus(AHEAD))) {
        future = true;
        ahead(d, f, s, j, aside).ifPresent(arrivals::add);
      } else if (from.isBefore(d.wall().minus(KEPT))) {
        if (reach.isEmpty() || from.isAfter(reach.get())) keep(d, s, j, How.BACKFILL);
        advance(s, from);
      } else if (reach.isPresent() && !from.isAfter(reach.get())) {
        late(d, s, j);
      } else {
        sequence.add(j);
      }
    }
    if (!future) f.unsay("ahead");
    arrivals.addAll(blind ? catchUp(d, f, s, sequence, aside) : follow(d, s, sequence, aside));
    s.aside = Set.copyOf(aside);
    seen(d, f, s, !sequence.isEmpty());
    s.forget(d.wall().minus(KEPT));
    return arrivals;
  }

  /** Items that are not in the windows as they are, the best of each window last of its peers. */
  private static List<Judged> unknown(Draft d, ServiceDraft s, List<Item> items, Set<String> aside) {
    Rules.ServiceRules rules = d.rules.of(s.key);
    List<Judged> news = new ArrayList<>();
    for (Item item : items) {
      Window w = (Window) item.body();
      Judged known = s.windows().get(w.from());
      if (known != null && known.revision().equals(item.revision())) continue;
      if (s.aside.contains(item.revision())) aside.add(item.revision());
      if (known != null && s.aside.contains(item.revision())) continue;
      Verdict verdict = Maintaining.during(d, s, w.from()) ? Verdict.MAINTENANCE : Judging.verdict(w, rules);
      news.add(new Judged(w, verdict, false, item.guid(), item.revision(), item.published()));
    }
    news.sort(Comparator.comparing((Judged j) -> j.window().from()).thenComparing(Judged.BEST));
    return news;
  }

  /** Another item for a window that we have: the newest publication counts, of two as new the worse; both are kept. */
  private static Optional<Arrival> revise(Draft d, ServiceDraft s, Judged known, Judged j, Set<String> aside) {
    if (known.revision().equals(j.revision())) return Optional.empty();
    boolean better = Judged.BEST.compare(j, known) < 0;
    boolean rewritten = past(d, Objects.requireNonNull(d.feeds.get(s.feed)), j);
    boolean other = !known.guid().equals(j.guid()) || known.published().equals(j.published());
    if (other && known.verdict() != j.verdict()) d.note(s.key, "alarm.note.contradiction", j.window().from());
    keep(d, s, j, How.REVISION);
    aside.add(better ? known.revision() : j.revision());
    if (!better) return Optional.empty();
    if (rewritten) {
      aside.add(j.revision());
      return Optional.empty();
    }
    Judged corrected = known.late() ? new Judged(j.window(), j.verdict(), true, j.guid(), j.revision(), j.published()) : j;
    s.put(corrected);
    boolean newest = j.window().from().equals(s.windows().lastKey());
    Rules.ServiceRules rules = d.rules.of(s.key);
    // The same window counts once: only another verdict is new evidence.
    return newest && raw(known, rules) != raw(j, rules) ? Optional.of(new Arrival(corrected, false)) : Optional.empty();
  }

  private static Optional<Arrival> ahead(Draft d, FeedDraft f, ServiceDraft s, Judged j, Set<String> aside) {
    boolean first = aside.add(j.revision());
    if (f.once("ahead")) d.note(f.id, "alarm.note.ahead", j.window().from());
    if (!first) return Optional.empty();
    keep(d, s, j, How.REVISION);
    // Ahead of our clock, and maybe not of the server's: ours may have been set back.
    Instant wall = f.skew().isNegative() ? d.wall() : d.wall().plus(f.skew());
    boolean plausible = !j.window().to().isAfter(wall.plus(WRONG));
    return plausible && raw(j, d.rules.of(s.key)) == Verdict.DOWN ? Optional.of(new Arrival(j, false)) : Optional.empty();
  }

  private static void late(Draft d, ServiceDraft s, Judged j) {
    boolean soon = Duration.between(j.window().to(), d.wall()).compareTo(LATE) <= 0;
    Verdict verdict = soon ? j.verdict() : Verdict.UNKNOWN;
    Judged late = new Judged(j.window(), verdict, true, j.guid(), j.revision(), j.published());
    s.put(late);
    keep(d, s, late, soon ? How.LATE : How.REVISION);
  }

  private static List<Arrival> follow(Draft d, ServiceDraft s, List<Judged> sequence, Set<String> aside) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Judged j : sequence) {
      Judged before = s.windows().get(j.window().from());
      if (before != null) {
        revise(d, s, before, j, aside);
        continue;
      }
      s.put(j);
      advance(s, j.window().from());
      keep(d, s, j, How.NEW);
      arrivals.add(new Arrival(j, false));
    }
    return arrivals;
  }

  /** After a time of blindness the past is filled in silently, and the present window is judged. */
  private static List<Arrival> catchUp(
      Draft d, FeedDraft f, ServiceDraft s, List<Judged> sequence, Set<String> aside) {
    if (sequence.isEmpty()) return List.of();
    Instant newest = sequence.getLast().window().from();
    for (Judged j : sequence) {
      Judged before = s.windows().get(j.window().from());
      if (before != null) {
        revise(d, s, before, j, aside);
        continue;
      }
      s.put(j);
      advance(s, j.window().from());
      keep(d, s, j, j.window().from().equals(newest) ? How.NEW : How.BACKFILL);
    }
    Judged current = Objects.requireNonNull(s.windows().get(newest));
    Duration age = Duration.between(current.window().to(), d.wall());
    Rules.ServiceRules rules = d.rules.of(s.key);
    boolean bad = raw(current, rules) == Verdict.DOWN || raw(current, rules) == Verdict.DEGRADED;
    boolean present = bad ? !past(d, f, current) : age.compareTo(Supervising.late(d, f)) <= 0;
    boolean twice = Optional.ofNullable(s.windows().lowerEntry(newest)).map(Map.Entry::getValue)
        .map(b -> raw(b, rules) == Verdict.DEGRADED).orElse(false);
    return present ? List.of(new Arrival(current, twice)) : List.of();
  }

  /** More than half an hour old by our clock and by the server's: ours may have been set ahead, and bad news count. */
  private static boolean past(Draft d, FeedDraft f, Judged j) {
    Duration age = Duration.between(j.window().to(), d.wall());
    return age.compareTo(LATE) > 0 && age.plus(f.skew()).compareTo(LATE) > 0;
  }

  /** Older items of an archive: the past, whatever they say. */
  static void archive(Draft d, ServiceDraft s, List<Item> items) {
    for (Judged j : unknown(d, s, items, new HashSet<>())) {
      Instant from = j.window().from();
      if (s.windows().containsKey(from) || j.window().to().isAfter(d.wall().plus(AHEAD))) continue;
      // What is newer than all that the feed said is the feed's to say.
      if (s.reach.map(from::isAfter).orElse(true)) continue;
      if (!from.isBefore(d.wall().minus(KEPT))) s.put(j);
      keep(d, s, j, How.BACKFILL);
    }
  }

  private static void seen(Draft d, FeedDraft f, ServiceDraft s, boolean news) {
    if (!news || s.newest().isEmpty()) return;
    s.heard = Optional.of(d.now);
    Instant end = s.newest().get().window().to();
    if (f.newest.isPresent() && !end.isAfter(f.newest.get())) return;
    f.newest = Optional.of(end);
    f.heard = Optional.of(d.now);
  }

  private static void advance(ServiceDraft s, Instant from) {
    if (s.reach.isEmpty() || from.isAfter(s.reach.get())) s.reach = Optional.of(from);
  }

  private static void keep(Draft d, ServiceDraft s, Judged j, How how) {
    d.say(new Transition.Kept(d.wall(), s.key, j, how));
  }
}
