package iris.settings.agent;

import iris.agent.AgentConfig.Served;
import iris.agent.AgentConfig.Suspicion;
import iris.agent.AgentConfig.Thresholds;
import iris.agent.SourceSpec;
import iris.settings.Kinds;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One block of {@code services}. */
final class ServiceReader {
  private final String id;
  private final Keys keys;
  private final Safe safe;

  ServiceReader(String id, Keys keys, Safe safe) {
    this.id = id;
    this.keys = keys;
    this.safe = safe;
  }

  /** Empty only with a problem. */
  Optional<Served> read() {
    String name = keys.or("name", Kinds.TEXT, id);
    List<Party> parties = parties();
    double down = keys.or("down-below", Kinds.SHARE, 0.5);
    double degraded = keys.or("degraded-below", Kinds.SHARE, 0.99);
    if (down > degraded) keys.wrong("down-below", Reason.of("settings.service.down-over-degraded"));
    Optional<Duration> p95 = keys.may("p95-limit", Kinds.span("1ms", "10m"));
    Suspicion suspicion = suspicion();
    List<SourceSpec> sources = sources(parties);
    keys.done();
    if (down > degraded) return Optional.empty();
    return Optional.of(
        new Served(new Service(id, name, parties), new Thresholds(down, degraded, p95), suspicion, sources));
  }

  private List<Party> parties() {
    List<Party> all = new ArrayList<>();
    Keys block = keys.blockOrNone("parties");
    for (String party : block.names()) {
      AgentKinds.name(party).ifPresent(why -> block.wrong(party, why));
      block.block(party).ifPresent(inner -> {
        Optional<Party.Role> role = inner.must("role", Kinds.choice(Party.Role.class));
        String name = inner.or("name", Kinds.TEXT, party);
        inner.done();
        // A party whose role is wrong is known all the same: else each source that names it would be called wrong too.
        if (AgentKinds.name(party).isEmpty()) all.add(new Party(party, role.orElse(Party.Role.EXTERNAL), name));
      });
    }
    if (block.names().isEmpty()) keys.wrong("parties", Reason.of("settings.agent.no-party"));
    return all;
  }

  private Suspicion suspicion() {
    Keys block = keys.blockOrNone("suspicion");
    Suspicion usual = Suspicion.USUAL;
    Suspicion read = new Suspicion(
        block.or("failures", Kinds.whole(1, 100), usual.failures()),
        block.or("within", Kinds.span("5s", "5m"), usual.within()),
        block.or("least", Kinds.whole(1, 1_000_000), usual.least()),
        block.or("successes", Kinds.whole(1, 100), usual.successes()),
        block.or("calm", Kinds.span("1s", "1h"), usual.calm()));
    block.done();
    return read;
  }

  private List<SourceSpec> sources(List<Party> parties) {
    List<SourceSpec> all = new ArrayList<>();
    Keys block = keys.blockOrNone("sources");
    boolean counted =
        block.names().stream().anyMatch(name -> block.block(name).map(SourceReader::counts).orElse(false));
    for (String source : block.names()) {
      AgentKinds.name(source).ifPresent(why -> block.wrong(source, why));
      block.block(source)
          .flatMap(inner -> new SourceReader(source, inner, parties, counted, safe).read())
          .ifPresent(all::add);
    }
    if (block.names().isEmpty()) keys.wrong("sources", Reason.of("settings.agent.no-source"));
    return all;
  }
}
