package iris.alarm;

import iris.alarm.Transition.Announcement.Call;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Section 8: what survives a stop of the program, and what is said about it. */
final class Restarting {
  private static final Duration PATIENCE = Duration.ofSeconds(300);

  private Restarting() {}

  static void restart(Draft d, Instant stopped, Now before) {
    Duration elapsed = Duration.between(before.wall(), d.wall());
    rebase(d, d.now.mono().minus(before.mono()).minus(elapsed.isNegative() ? Duration.ZERO : elapsed));
    for (FeedDraft f : d.feeds.values()) {
      if (f.supervision != Supervision.INIT)
        d.say(new Transition.Sight(d.wall(), f.id, f.supervision, Supervision.INIT, Reason.of("alarm.sight.restarted")));
      f.supervision = Supervision.INIT;
      f.since = d.wall();
      f.entered = d.now.mono();
      f.lastOkMono = Optional.empty();
      f.failedPolls = 0;
      f.invalidDocuments = 0;
      f.why = Optional.of(Reason.of("alarm.sight.restarted"));
      f.unsay("suspended");
    }
    d.count();
    Exercising.restarted(d);
    d.forgetChecks();
    d.health.clear();
    d.loud = List.of();
    d.note("iris", "alarm.note.restarted", stopped, d.wall());
    d.restart = Optional.of(new Memory.Restart(stopped, d.wall(), d.now.mono(), Awaited.of(d.feeds.keys()), 0, 0));
    for (AlarmDraft a : List.copyOf(d.alarms.values())) {
      if (Shelving.over(d, a) || !a.active()) continue;
      a.suppression = Muting.of(d, a);
      Telling.tell(d, a, Call.RESTORED, Reason.of("alarm.why.restored", a.since.orElse(d.wall())));
    }
    Fallbacks.interrupted(d);
  }

  /** Monotonic times of another life, or of a clock that went backwards, moved onto this one. */
  static void rebase(Draft d, Duration by) {
    for (FeedDraft f : d.feeds.values()) {
      f.entered = f.entered.plus(by);
      f.lastOkMono = f.lastOkMono.map(by::plus);
      f.heard = f.heard.map(h -> moved(h, by));
    }
    for (ServiceDraft s : d.services.values()) {
      s.first = moved(s.first, by);
      s.heard = s.heard.map(h -> moved(h, by));
    }
    for (AlarmDraft a : d.alarms.values()) {
      a.due = a.due.map(by::plus);
      a.steady = a.steady.map(by::plus);
      a.shelf = a.shelf.map(s -> new Memory.Shelf(s.words(), s.until().plus(by)));
    }
    d.silenceEnds = d.silenceEnds.map(by::plus);
    d.loud = d.loud.stream().map(by::plus).toList();
    d.moveChecks(by);
    d.shift.rebase(by);
    d.restart = d.restart.map(r -> new Memory.Restart(r.stopped(), r.started(), r.startedMono().plus(by), r.waiting(),
        r.outages(), r.unknown()));
  }

  private static Now moved(Now n, Duration by) {
    return new Now(n.wall(), n.mono().plus(by));
  }

  /** A feed answered for the first time since: what of the gap it still holds is known now, the rest never. */
  static void answered(Draft d, FeedDraft f) {
    if (d.restart.isEmpty() || !d.restart.get().waiting().contains(f.id)) return;
    Memory.Restart r = d.restart.get();
    Set<String> waiting = Awaited.of(r.waiting()).without(f.id);
    int[] found = new int[2];
    d.servicesOf(f.id).forEach(s -> {
      found[0] += outages(d, s, r);
      found[1] += f.period.map(p -> unknown(s, r, p)).orElse(0);
    });
    d.restart = Optional.of(new Memory.Restart(r.stopped(), r.started(), r.startedMono(), waiting,
        r.outages() + found[0], r.unknown() + found[1]));
  }

  private static int outages(Draft d, ServiceDraft s, Memory.Restart r) {
    int runs = 0;
    boolean down = Optional.ofNullable(s.windows().lowerEntry(r.stopped())).map(Map.Entry::getValue)
        .map(j -> Arriving.raw(j, d.rules.of(s.key)) == Verdict.DOWN).orElse(false);
    for (Judged j : s.windows().tailMap(r.stopped(), true).values()) {
      Verdict v = Arriving.raw(j, d.rules.of(s.key));
      if (v == Verdict.DOWN && !down) runs++;
      if (v.known()) down = v == Verdict.DOWN;
    }
    int announced = (int) s.cases.values().stream().map(Memory.Case::incident)
        .filter(i -> i.kind() == iris.signal.Incident.Kind.OUTAGE)
        .filter(i -> i.opened().map(o -> !o.isBefore(r.stopped())).orElse(false)).count();
    return Math.max(runs, announced);
  }

  private static int unknown(ServiceDraft s, Memory.Restart r, Duration period) {
    Instant last = s.newest().map(j -> j.window().to()).orElse(r.started());
    Instant end = last.isBefore(r.started()) ? last : r.started();
    // The window that was being measured when IRIS stopped is part of the gap.
    long seconds = Math.max(1, period.toSeconds());
    Instant start = Instant.ofEpochSecond(Math.floorDiv(r.stopped().getEpochSecond(), seconds) * seconds);
    if (!start.isBefore(end)) return 0;
    long expected = Duration.between(start, end).dividedBy(period);
    long known = s.windows().subMap(start, end).size();
    return Math.clamp(expected - known, 0, Integer.MAX_VALUE);
  }

  /** One sentence for the whole gap, when every feed has answered or has had its time to. */
  static void summary(Draft d) {
    if (d.restart.isEmpty()) return;
    Memory.Restart r = d.restart.get();
    boolean patient = d.now.mono().minus(r.startedMono()).compareTo(PATIENCE) < 0;
    if (patient && r.waiting().stream().anyMatch(d.feeds::containsKey)) return;
    d.note("iris", "alarm.note.restart-summary", r.stopped(), r.started(), r.outages(), r.unknown());
    d.restart = Optional.empty();
  }
}
