package iris.agent.book;

import iris.agent.AgentConfig.Served;
import iris.agent.SourceSpec;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parties of a service. */
final class Parties {
  private Parties() {}

  /** The party that an origin means, where there is only one; empty for an origin that is no party. */
  static Optional<String> only(Service service, Origin origin) {
    List<Party> all = service.parties().stream().filter(p -> is(p, origin)).toList();
    return all.size() == 1 ? Optional.of(all.getFirst().id()) : Optional.empty();
  }

  /** Whom the lines of the logs mean by an origin. */
  static Optional<String> ofLines(Served served, Origin origin) {
    List<String> all = served.sources().stream().flatMap(s -> switch (s) {
      case SourceSpec.Log l -> (origin == Origin.EXTERNAL ? l.external() : Optional.of(l.party())).stream();
      case SourceSpec.Push p -> (origin == Origin.EXTERNAL ? p.external() : Optional.of(p.party())).stream();
      case SourceSpec.Check _ -> Stream.<String>empty();
    }).filter(p -> is(served.service(), p, origin)).distinct().toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : only(served.service(), origin);
  }

  static boolean is(Service service, String party, Origin origin) {
    return service.party(party).map(p -> is(p, origin)).orElse(false);
  }

  private static boolean is(Party p, Origin origin) {
    return switch (origin) {
      case PROVIDER -> p.role() == Party.Role.PROVIDER;
      case EXTERNAL -> p.role() == Party.Role.EXTERNAL;
      case NETWORK, UNKNOWN -> false;
    };
  }

  /** As a person reads it. */
  static String name(Service service, String party) {
    return service.party(party).map(Party::name).orElse(party);
  }
}
