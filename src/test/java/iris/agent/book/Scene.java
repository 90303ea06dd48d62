package iris.agent.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig.Served;
import iris.agent.AgentConfig.Suspicion;
import iris.agent.AgentConfig.Thresholds;
import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.Tally;
import iris.signal.IncidentStep;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Severity;
import iris.signal.Verdict;
import iris.signal.Window;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The scenario language: {@code calm().fails("front").pass(10).expectOpened(OUTAGE, PROVIDER)}. Time passes by the second:
 * each brings the transactions that were asked for, and each check is made every 5 s, at its own second. What is said
 * and not expected fails the next step; windows stand apart, since they come with time.
 */
final class Scene {
  static final Instant START = Instant.parse("2026-11-22T14:00:00Z");
  static final Duration PERIOD = Duration.ofMinutes(5);

  final List<Utterance> all = new ArrayList<>();
  final List<Utterance> pending = new ArrayList<>();
  final List<Window> windows = new ArrayList<>();
  final Map<String, Boolean> checks = new TreeMap<>();
  Book book;
  Instant now;
  Optional<Reason> refused = Optional.empty();
  int rate;
  int failing;
  Origin blamed = Origin.UNKNOWN;
  int slow;
  int share = -1;

  Scene(Served served, Instant start) {
    now = start;
    book = Book.fresh(served, PERIOD);
    step(new Stimulus.Resumed(now));
  }

  static Scene fresh() {
    return new Scene(served(), START);
  }

  /** Both checks well, ten transactions a second, for a minute. */
  static Scene calm() {
    return fresh().well("front").well("ants").traffic(10).pass(60).nothingElse();
  }

  static Served served() {
    return new Served(
        new Service("siv", "SIV", List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"),
            new Party("ants", Party.Role.EXTERNAL, "SIV national"))),
        new Thresholds(0.5, 0.99, Optional.of(Duration.ofSeconds(2))), Suspicion.USUAL,
        List.of(check("front", "darva"), check("ants", "ants"),
            new SourceSpec.Check("page", "darva", Duration.ofSeconds(5), Duration.ofSeconds(5), false,
                new SourceSpec.Asked.Http(URI.create("https://siv.example/"), "GET", Map.of(), Optional.empty(),
                    new SourceSpec.Expected(List.of(), Optional.empty(), Map.of(), Optional.of(Duration.ofSeconds(1)), 14))),
            new SourceSpec.Log("access", "darva", Path.of("access.log"), new SourceSpec.Format.Combined(),
                Optional.of("ants"))));
  }

  private static SourceSpec check(String id, String party) {
    return new SourceSpec.Check(id, party, Duration.ofSeconds(5), Duration.ofSeconds(5), false,
        new SourceSpec.Asked.Tcp("localhost", 80));
  }

  Scene step(Stimulus stimulus) {
    Turn turn = book.after(stimulus, now);
    book = turn.book();
    refused = turn.refused();
    for (Utterance u : turn.said()) {
      all.add(u);
      if (u instanceof Utterance.Counted c) windows.add(c.window());
      else pending.add(u);
    }
    return this;
  }

  Scene tell(Announcement announcement) {
    return step(new Stimulus.Told(announcement));
  }

  Scene well(String check) {
    checks.put(check, true);
    return this;
  }

  Scene fails(String check) {
    checks.put(check, false);
    return this;
  }

  Scene silent(String check) {
    checks.remove(check);
    return this;
  }

  Scene traffic(int perSecond) {
    rate = perSecond;
    failing = 0;
    slow = 0;
    return this;
  }

  /** Of the transactions of a second so many fail. */
  Scene failing(int perSecond, Origin origin) {
    failing = perSecond;
    blamed = origin;
    return this;
  }

  Scene slow(int perSecond) {
    slow = perSecond;
    return this;
  }

  /** Of the slow ones the external party took so many milliseconds. */
  Scene share(int millis) {
    share = millis;
    return this;
  }

  Scene pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      if (rate > 0) step(new Stimulus.Heard(counted(now.minusSeconds(1))));
      int turn = 0;
      for (Map.Entry<String, Boolean> c : checks.entrySet())
        if (now.getEpochSecond() % 5 == turn++ * 2) probe(c.getKey(), c.getValue());
      while (book.wakeAt().map(at -> !at.isAfter(now)).orElse(false)) step(new Stimulus.Tick());
    }
    return this;
  }

  Scene until(String time) {
    return pass((int) Duration.between(now, Instant.parse("2026-11-22T" + time + "Z")).toSeconds());
  }

  Scene probe(String check, boolean well) {
    return step(new Stimulus.Heard(probed(check, now, well, false)));
  }

  static Evidence.Probed probed(String check, Instant at, boolean well, boolean degraded) {
    return new Evidence.Probed("siv", check, check.equals("front") ? "darva" : "ants", at, well, degraded,
        Duration.ofMillis(20), Optional.empty(), OptionalInt.empty(), false,
        Reason.of(well ? "probe.answered" : "probe.timeout", check, 200));
  }

  Evidence.Counted counted(Instant second) {
    Tally tally = new Tally(Times.window(second, PERIOD));
    for (int i = 0; i < rate; i++) {
      if (i < failing) tally.failed(blamed, 30_000);
      else tally.good(i < failing + slow ? 3000 : 500);
      if (share >= 0) tally.response("ants", i < failing + slow ? share : 300);
    }
    Beat beat = new Beat(second, rate, blamed == Origin.PROVIDER ? failing : 0, blamed == Origin.EXTERNAL ? failing : 0,
        blamed == Origin.UNKNOWN ? failing : 0, slow);
    return counted(List.of(tally), List.of(beat));
  }

  static Evidence.Counted counted(List<Tally> tallies, List<Beat> beats) {
    return new Evidence.Counted("siv", "access", tallies, beats, Optional.empty(), 0, Optional.empty());
  }

  Scene expectOpened(Severity severity, Origin origin) {
    return expect(IncidentStep.State.OPEN, severity, origin);
  }

  Scene expectUpdated(Severity severity, Origin origin) {
    return expect(IncidentStep.State.UPDATE, severity, origin);
  }

  Scene expectClosed(Severity severity, Origin origin) {
    return expect(IncidentStep.State.CLOSED, severity, origin);
  }

  private Scene expect(IncidentStep.State state, Severity severity, Origin origin) {
    assertTrue(!pending.isEmpty(), () -> "expected " + state + " " + severity + " " + origin + ", nothing said");
    IncidentStep step = ((Utterance.Stepped) pending.removeFirst()).step();
    assertEquals(state + " " + severity + " " + origin, step.state() + " " + step.severity() + " " + step.origin());
    return this;
  }

  Scene expectNotice(String key) {
    assertTrue(!pending.isEmpty(), () -> "expected notice " + key + ", nothing said");
    Utterance said = pending.removeFirst();
    assertTrue(said instanceof Utterance.Noticed n && n.reasons().getFirst().key().equals(key), said::toString);
    return this;
  }

  Scene expectMaintenance(iris.signal.Maintenance.State state) {
    assertTrue(!pending.isEmpty(), () -> "expected maintenance " + state + ", nothing said");
    Utterance said = pending.removeFirst();
    assertTrue(said instanceof Utterance.Worked w && w.maintenance().state() == state, said::toString);
    return this;
  }

  Scene nothingElse() {
    assertEquals(List.of(), pending, "said though nothing was expected");
    return this;
  }

  Scene refused(String key) {
    assertEquals(Optional.of("agent.book.refused." + key), refused.map(Reason::key));
    return this;
  }

  Utterance.Stepped step(IncidentStep.State state) {
    return all.stream().filter(Utterance.Stepped.class::isInstance).map(Utterance.Stepped.class::cast)
        .filter(s -> s.step().state() == state).toList().getLast();
  }

  Window window(String from) {
    Instant at = Instant.parse("2026-11-22T" + from + ":00Z");
    return windows.stream().filter(w -> w.from().equals(at)).findFirst()
        .orElseThrow(() -> new AssertionError("no window " + from + " among " + windows.stream().map(Window::from).toList()));
  }

  Scene state(String from, Verdict state) {
    assertEquals(state, window(from).state(), () -> "window " + from);
    return this;
  }

  /** Stopped at once, kept as it is, and started again so much later. */
  Scene restart(int seconds) {
    Instant alive = now;
    now = now.plusSeconds(seconds);
    book = Book.kept(book.served(), book.period(), book.state(), book.tallies());
    return step(new Stimulus.Resumed(alive));
  }
}
