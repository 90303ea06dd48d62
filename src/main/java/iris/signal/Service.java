package iris.signal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is supervised, as the feed names it. */
public record Service(String id, String name, List<Party> parties) {
  public Service {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    parties = List.copyOf(parties);
    if (id.isBlank()) throw new IllegalArgumentException("a service needs an id");
  }

  /** A party that the feed did not introduce is taken for an external one. By hand: asked for each window of each day. */
  public boolean external(String partyId) {
    for (Party party : parties) if (party.id().equals(partyId)) return party.role() == Party.Role.EXTERNAL;
    return true;
  }

  public Optional<Party> party(String partyId) {
    return parties.stream().filter(p -> p.id().equals(partyId)).findFirst();
  }
}
