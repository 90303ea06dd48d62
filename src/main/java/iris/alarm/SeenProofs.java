package iris.alarm;

import iris.alarm.Chain.Light;
import iris.alarm.Chain.Proof;
import iris.alarm.Chain.Witness;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Checked.Vantage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What our desk sees by itself: of itself, of the way out, and of one feed. */
record SeenProofs(Board board, FeedState feed, Now now) {
  List<Proof> desk() {
    List<Proof> all = new ArrayList<>();
    boolean lives = now.mono().minus(board.at().mono()).compareTo(Passing.GAP) <= 0;
    all.add(new Proof(Witness.CONSOLE, lives ? Light.WELL : Light.BAD, true, Optional.of(board.at().wall()),
        Reason.of(lives ? "alarm.chain.desk-works" : "alarm.chain.desk-stopped"), List.of()));
    for (String part : List.of("clock", "journal", "desk")) {
      Report.Health h = board.health().get(part);
      if (h == null) continue;
      all.add(new Proof(Witness.CONSOLE, h.well() ? Light.WELL : Light.DOUBTFUL, true, Optional.empty(), h.why(), List.of()));
    }
    return all;
  }

  /** The neutral host: several may be asked, the newest answer counts, one that answers proves our line. */
  Proof neutral() {
    List<Memory.Check> hosts = board.memory().checks().values().stream()
        .filter(c -> c.vantage() == Vantage.NEUTRAL_HOST).toList();
    if (hosts.isEmpty()) {
      Optional<String> host = board.rules().outlook().neutral();
      return unmeasured(Witness.NEUTRAL_HOST, host.map(h -> Reason.of("alarm.chain.neutral-waiting", h))
          .orElseGet(() -> Reason.of("alarm.chain.neutral-none")));
    }
    Memory.Check best = hosts.stream().max(Comparator.comparing((Memory.Check c) -> OwnCheck.young(c, now))
        .thenComparing(Memory.Check::well).thenComparing(Memory.Check::at)).orElseThrow();
    return new Proof(Witness.NEUTRAL_HOST, best.well() ? Light.WELL : Light.BAD, OwnCheck.young(best, now),
        Optional.of(OwnCheck.at(best, now)),
        Reason.of(best.well() ? "alarm.chain.neutral-answers" : "alarm.chain.neutral-silent"), OwnCheck.details(best));
  }

  /** All feeds: whoever answers proves the way out. */
  Proof answers() {
    return answering("alarm.chain.answers", _ -> true);
  }

  /** The other feeds; empty where there are none. */
  Optional<Proof> others() {
    return board.feeds().size() < 2 ? Optional.empty()
        : Optional.of(answering("alarm.chain.others", f -> !f.id().equals(feed.id())));
  }

  private Proof answering(String key, Predicate<FeedState> which) {
    List<FeedState> asked = board.feeds().values().stream().filter(which)
        .filter(f -> f.lastOk().isPresent() || f.failedPolls() > 0).toList();
    if (asked.isEmpty()) return unmeasured(Witness.ANSWERS, Reason.of("alarm.chain.not-asked"));
    List<FeedState> answering = asked.stream().filter(f -> f.failedPolls() == 0 && recent(f)).toList();
    Optional<Instant> at = answering.stream().flatMap(f -> f.lastOk().stream()).max(Comparator.naturalOrder());
    // That all of them hold their tongue may be theirs as well as our line's.
    Light says = !answering.isEmpty() ? Light.WELL : asked.size() > 1 ? Light.DOUBTFUL : Light.NOT_MEASURED;
    return new Proof(Witness.ANSWERS, says, true, at, Reason.of(key, answering.size(), asked.size()), List.of());
  }

  /** The feed itself answers. {@code blind}: our own line is cut, a failure says nothing about the feed. */
  Proof reached(boolean blind) {
    if (feed.failedPolls() == 0) {
      if (feed.lastOk().isEmpty()) return unmeasured(Witness.REACHED, Reason.of("alarm.chain.not-asked"));
      return new Proof(Witness.REACHED, Light.WELL, recent(feed), feed.lastOk(), Reason.of("alarm.chain.reached"), List.of());
    }
    List<Reason> why = new ArrayList<>(feed.why().stream().toList());
    if (blind) why.add(Reason.of("alarm.chain.blind"));
    boolean answered = feed.invalidDocuments() > 0;
    boolean once = feed.failedPolls() == 1;
    Light says = blind ? Light.NOT_MEASURED : answered || once ? Light.DOUBTFUL : Light.BAD;
    return new Proof(Witness.REACHED, says, true, feed.lastOk(), Reason.of(
        answered ? "alarm.chain.unreadable" : "alarm.chain.unreached", feed.failedPolls()), why);
  }

  /** Its content is recent: what else it says of the service may be believed. */
  Proof fresh() {
    if (feed.period().isEmpty()) return unmeasured(Witness.FRESH, Reason.of("alarm.chain.no-windows"));
    List<Reason> period = List.of(Reason.of("alarm.chain.period", feed.period().get()));
    if (feed.newest().isEmpty()) return unmeasured(Witness.FRESH, Reason.of("alarm.chain.no-window-yet"));
    // A feed that cannot be read may be up to date all the same.
    if (feed.failedPolls() > 0)
      return new Proof(Witness.FRESH, Light.NOT_MEASURED, false, feed.newest(), Reason.of("alarm.chain.unread"), period);
    return switch (feed.supervision()) {
      case INIT -> new Proof(Witness.FRESH, Light.NOT_MEASURED, false, feed.newest(), Reason.of("alarm.chain.before"), period);
      case FRESH -> new Proof(Witness.FRESH, Light.WELL, true, feed.newest(), Reason.of("alarm.chain.fresh"), period);
      case LATE, LOST -> new Proof(Witness.FRESH, Light.DOUBTFUL, true, feed.newest(), Reason.of("alarm.chain.old"), period);
    };
  }

  private boolean recent(FeedState f) {
    Duration every = board.rules().feeds().stream().filter(r -> r.id().equals(f.id())).findFirst()
        .map(Rules.FeedRules::pollEvery).orElse(Supervising.POLL);
    Duration limit = Supervising.UNSEEN.compareTo(every.multipliedBy(5)) > 0 ? Supervising.UNSEEN : every.multipliedBy(5);
    return f.lastOkMono().filter(at -> now.mono().minus(at).compareTo(limit) < 0).isPresent();
  }

  static Proof unmeasured(Witness witness, Reason why) {
    return new Proof(witness, Light.NOT_MEASURED, false, Optional.empty(), why, List.of());
  }
}
