package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.agent.Evidence;
import iris.agent.Published;
import iris.agent.Vitals;
import iris.flow.Cell;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Severity;
import iris.signal.Verdict;
import iris.words.Lang;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An agent's surroundings without its engine: a clock to set, a shelf to fill, vitals to worsen. */
final class Stand {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:04Z");
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  final ListShelf shelf = new ListShelf();
  final Prose prose = new Prose(Lang.FR, PARIS);
  volatile Instant now = NOON;
  final Cell<Vitals> vitals = new Cell<>(vitals(NOON, List.of()));
  private long number;

  static AgentConfig config(AgentConfig.Publication publication) {
    AgentConfig.Served served = new AgentConfig.Served(Samples.SIV,
        new AgentConfig.Thresholds(0.5, 0.99, Optional.empty()), AgentConfig.Suspicion.USUAL, List.of());
    return new AgentConfig("darva-siv-1", Duration.ofMinutes(5), Lang.FR, PARIS, Path.of("unused"), publication,
        List.of(served));
  }

  static AgentConfig.Listen loopback(Optional<AgentConfig.Tls> tls) {
    return new AgentConfig.Listen("127.0.0.1", 0, tls);
  }

  static AgentConfig.Publication open(int connections) {
    return publication(Optional.of(loopback(Optional.empty())), Optional.empty(), Optional.empty(), connections);
  }

  static AgentConfig.Publication publication(Optional<AgentConfig.Listen> listen, Optional<Path> files,
      Optional<AgentConfig.Access> access, int connections) {
    return new AgentConfig.Publication(listen, Optional.empty(),
        Optional.of(URI.create("https://example.org/siv")), files, access, Duration.ofDays(30), connections);
  }

  Vitals vitals(Instant at, List<Reason> trouble) {
    Vitals.OfSource source = new Vitals.OfSource("access", true, Reason.of("agent.feed.today", "x"), 1248, 3,
        Optional.of("a \"bad\" line"), Optional.of(at), Optional.of(Duration.ofMillis(42)),
        Optional.of(new Evidence.Steps(Optional.of(Duration.ofMillis(1)), Optional.of(Duration.ofMillis(3)),
            Optional.empty(), Optional.of(Duration.ofMillis(30)))), OptionalInt.of(20));
    Vitals.OfService service =
        new Vitals.OfService("siv", Verdict.UP, Optional.of(at.minusSeconds(4)), 1,
            Vitals.Missed.NONE, List.of(source));
    return new Vitals(NOON.minusSeconds(3_600), at, trouble, List.of(service));
  }

  Publisher publisher(AgentConfig.Publication publication) throws Exception {
    return Publisher.open(config(publication), shelf, vitals, () -> now, "1.0");
  }

  Publisher publisher(AgentConfig.Publication publication, Doorman.Pace pace) throws Exception {
    return Publisher.open(config(publication), shelf, vitals, () -> now, "1.0", pace);
  }

  /** On the shelf, as the engine would have put it there. */
  Published put(Item item) {
    Published p = new Published(++number, "siv", item);
    shelf.put(p);
    return p;
  }

  Published window(Instant from) {
    return put(prose.window(Samples.SIV, Samples.window(from, 4), from.plusSeconds(304)));
  }

  /** Windows of so many days, the last of which ended at noon. */
  void windows(int days) {
    Instant end = Instant.parse("2026-11-22T12:00:00Z");
    for (int i = days * 288; i > 0; i--) window(end.minusSeconds(300L * i));
  }

  Published outage(Instant since, int sequence, IncidentStep.State state) {
    boolean closed = state == IncidentStep.State.CLOSED;
    Instant at = since.plusSeconds(60L * sequence);
    IncidentStep step = new IncidentStep("20261122T1141Z-1", "siv", sequence, state, Severity.OUTAGE, Origin.EXTERNAL,
        Optional.of("ants"), since, closed ? Optional.of(at) : Optional.empty(), "probable : délai dépassé");
    return put(prose.step(Samples.SIV, step, at));
  }

  long documentLength(Publisher publisher) throws Exception {
    return publisher.address("siv").orElseThrow().toURL().openStream().readAllBytes().length;
  }
}
