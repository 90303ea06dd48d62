package iris.agent.keep;

import iris.agent.AgentConfig;
import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.Front;
import iris.agent.Mark;
import iris.agent.Published;
import iris.agent.SourceSpec;
import iris.agent.Tally;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Service;
import iris.words.Lang;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An engine with its real store, books and words, on a clock that is moved by hand. */
final class Bench implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

  /** Moved by the test, read by the engine. */
  static final class Clock implements InstantSource {
    private volatile Instant now;

    Clock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void set(Instant to) {
      now = to;
    }
  }

  /** All that was published, in order. */
  static final class Wall implements Front {
    final List<Published> all = new CopyOnWriteArrayList<>();

    @Override
    public void published(List<Published> news) {
      all.addAll(news);
    }

    @Override
    public Optional<URI> address(String service) {
      return Optional.empty();
    }

    @Override
    public List<Reason> trouble() {
      return List.of();
    }

    @Override
    public void close() {}

    List<String> guids() {
      return all.stream().map(p -> p.item().guid()).toList();
    }
  }

  final Clock clock;
  final Wall wall = new Wall();
  final Engine engine;
  final Store store;

  Bench(Path folder, Instant now) throws Exception {
    this(folder, now, config(folder, "siv"));
  }

  Bench(Path folder, Instant now, AgentConfig config) throws Exception {
    clock = new Clock(now);
    if (!(StateFolder.open(folder, now) instanceof Opening.Opened(Store opened, Optional<Reason> damage)))
      throw new IllegalStateException("not opened: " + StateFolder.open(folder, now));
    store = opened;
    engine = Engine.open(config, store, damage, new Wording(config), clock);
    engine.start(wall);
    settle();
  }

  static AgentConfig config(Path folder, String... services) {
    List<Party> parties = List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"),
        new Party("ants", Party.Role.EXTERNAL, "SIV national"));
    List<SourceSpec> sources = List.of(
        new SourceSpec.Log("access", "darva", folder.resolve("a.log"), new SourceSpec.Format.Combined(), Optional.of("ants")),
        new SourceSpec.Check("front", "darva", Duration.ofSeconds(10), Duration.ofSeconds(5), false,
            new SourceSpec.Asked.Tcp("a.example", 443)));
    return new AgentConfig("a-1", Duration.ofMinutes(5), Lang.FR, ZoneOffset.UTC, folder,
        new AgentConfig.Publication(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(folder),
            Optional.empty(), Duration.ofDays(30), 1),
        Stream.of(services).map(id -> new AgentConfig.Served(new Service(id, id, parties),
            new AgentConfig.Thresholds(0.5, 0.99, Optional.empty()), AgentConfig.Suspicion.USUAL, sources)).toList());
  }

  /** Moves the clock, lets the engine see it and waits until it is through. */
  void at(Instant to) throws Exception {
    clock.set(to);
    settle();
  }

  void settle() throws Exception {
    engine.settled().get(60, TimeUnit.SECONDS);
  }

  void hear(Evidence evidence) throws Exception {
    engine.hear(evidence);
    settle();
  }

  static Evidence check(String service, Instant at, boolean well) {
    return new Evidence.Probed(service, "front", "darva", at, well, false, Duration.ofMillis(40), Optional.empty(),
        OptionalInt.empty(), false, Reason.of(well ? "probe.well" : "probe.refused"));
  }

  /** {@code total} transactions of the second of {@code at}, one of them failed by an external party. */
  static Evidence counted(String service, Instant at, int total, String mark) {
    Tally tally = new Tally(Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), 300) * 300));
    tally.failed(Origin.EXTERNAL, 900);
    for (int i = 1; i < total; i++) tally.good(100 + i % 50);
    return new Evidence.Counted(service, "access", List.of(tally),
        List.of(new Beat(Instant.ofEpochSecond(at.getEpochSecond()), total, 0, 1, 0, 0)), Optional.of(new Mark(mark)), 0,
        Optional.empty());
  }

  @Override
  public void close() {
    engine.close();
  }
}
