package iris.rss.profile;

import iris.rss.Texts;
import iris.signal.Body;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Party;
import iris.signal.Service;
import iris.signal.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code iris:service} and its parties; services that only items name are added, and told. */
final class ServicesDraft {
  private static final int MOST_PARTIES = 100;
  private final Findings findings;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Map<String, Integer> named = new LinkedHashMap<>();
  private @Nullable String last;
  private String id = "";
  private String name = "";
  private List<Party> parties = new ArrayList<>();

  ServicesDraft(Findings findings) {
    this.findings = findings;
  }

  /** False if it cannot be used. */
  boolean begin(Attributes a) {
    id = "";
    name = "";
    parties = new ArrayList<>();
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (a.name(i)) {
        case "id" -> id = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "name" -> name = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        default -> {}
      }
    }
    if (id.isEmpty()) findings.warnHere("rss.profile.left-out", "service", "id");
    return !id.isEmpty();
  }

  void child(String element, Attributes a) {
    if (!element.equals("party") || parties.size() >= MOST_PARTIES) return;
    String party = "";
    String called = "";
    Party.Role role = null;
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (a.name(i)) {
        case "id" -> party = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "name" -> called = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "role" -> role = role(a.value(i));
        default -> {}
      }
    }
    if (party.isEmpty() || role == null)
      findings.warnHere("rss.profile.left-out", "party", party.isEmpty() ? "id" : "role");
    else parties.add(new Party(party, role, called.isEmpty() ? party : called));
  }

  private static Party.@Nullable Role role(String word) {
    return switch (word) {
      case "provider" -> Party.Role.PROVIDER;
      case "external" -> Party.Role.EXTERNAL;
      default -> null;
    };
  }

  void end() {
    services.putIfAbsent(id, new Service(id, name.isEmpty() ? id : name, parties));
  }

  /** An item names a service, which may be declared behind it. Noted while the item is at hand. */
  void name(Item item) {
    String service = service(item.body());
    if (service == null || service.equals(last)) return;
    last = service;
    named.putIfAbsent(service, item.line());
  }

  List<Service> finish() {
    named.forEach((service, line) -> {
      if (services.containsKey(service)) return;
      services.put(service, new Service(service, service, List.of()));
      findings.warning(line, "rss.profile.undeclared-service", service);
    });
    return List.copyOf(services.values());
  }

  private static @Nullable String service(Body body) {
    return switch (body) {
      case Window w -> w.service();
      case IncidentStep s -> s.service();
      case Maintenance m -> m.service();
      case Note _ -> null;
    };
  }
}
