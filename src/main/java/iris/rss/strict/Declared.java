package iris.rss.strict;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;

/** Who publishes of what, as the channel says; items may stand before it, so they are compared at the end. */
final class Declared {
  private record Mentioned(String id, int line) {}

  private final Notes notes;
  private final Set<String> services = new HashSet<>();
  private final Set<String> parties = new HashSet<>();
  private final List<Mentioned> ofServices = new ArrayList<>();
  private final List<Mentioned> ofParties = new ArrayList<>();
  private int agents;
  private Optional<Duration> period = Optional.empty();

  Declared(Notes notes) {
    this.notes = notes;
  }

  void agent(Attributes a, int line) {
    if (++agents == 2) notes.error(line, "rss.strict.twice", "iris:agent");
    try {
      String said = a.getValue("period");
      if (said != null) period = Optional.of(Duration.parse(said)).filter(Duration::isPositive);
    } catch (DateTimeException saidByTheSchema) {
      period = Optional.empty();
    }
  }

  void service(Attributes a, int line) {
    String id = a.getValue("id");
    if (id != null && !services.add(id)) notes.error(line, "rss.strict.duplicate", id);
  }

  void party(String id) {
    if (id != null) parties.add(id);
  }

  void mentionsService(String id, int line) {
    if (id != null) ofServices.add(new Mentioned(id, line));
  }

  void mentionsParty(String id, int line) {
    if (id != null) ofParties.add(new Mentioned(id, line));
  }

  Optional<Duration> period() {
    return period;
  }

  void end(int line) {
    if (agents == 0) notes.error(line, "rss.strict.missing", "iris:agent");
    if (services.isEmpty()) notes.error(line, "rss.strict.missing", "iris:service");
    for (Mentioned m : ofServices)
      if (!services.contains(m.id())) notes.error(m.line(), "rss.strict.undeclared-service", m.id());
    for (Mentioned m : ofParties)
      if (!parties.contains(m.id())) notes.warning(m.line(), "rss.strict.undeclared-party", m.id());
  }
}
