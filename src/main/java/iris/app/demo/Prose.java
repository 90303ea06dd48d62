package iris.app.demo;

import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Party;
import iris.signal.Service;
import iris.signal.Severity;
import iris.signal.Window;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Bodies to items: guids, and titles and descriptions that say everything to a person with any feed reader. */
final class Prose {
  private final Words words;

  Prose(Words words) {
    this.words = words;
  }

  Item window(Service service, Window w, Instant published) {
    String guid = "urn:iris:" + service.id() + ":window:" + w.from();
    String available = words.figures().percent(w.total() == 0 ? 1 : w.ratio(), 2);
    if (w.total() == 0)
      return item(guid, words.say("app.demo.window.idle", service.name(), w.from(), w.to()),
          words.say("app.demo.window.idle-text", service.name(), w.from(), w.to()), published, Optional.empty(), w);
    Window.Response response = w.responses().getFirst();
    String party = service.party(response.party()).map(Party::name).orElse(response.party());
    return item(
        guid,
        words.say("app.demo.window.title", service.name(), w.total(), response.timing().mean(), w.transaction().mean(),
            available),
        words.say("app.demo.window.text", service.name(), w.from(), w.to(), w.total(), w.failed(),
            w.transaction().mean(), w.transaction().p95(), party, response.timing().mean(), available),
        published, Optional.empty(), w);
  }

  Item step(Service service, IncidentStep s, Instant published) {
    String what = s.severity() == Severity.OUTAGE ? "outage" : "degraded";
    String phase = s.state().name().toLowerCase(Locale.ROOT);
    String party = s.party().flatMap(service::party).map(Party::name).orElse("");
    String lasted = Duration.between(s.since(), s.until().orElse(published)).toString();
    String origin = party.isEmpty()
        ? words.say("app.demo.origin", s.origin())
        : words.say("app.demo.origin-party", s.origin(), party);
    String title = words.say("app.demo." + what + "." + phase, service.name(), s.since(), origin, lasted);
    String cause = s.cause().isEmpty() ? "" : words.say("app.demo.cause", s.cause());
    return item("urn:iris:" + service.id() + ":incident:" + s.id() + ":" + s.sequence(), title,
        words.say("app.demo." + phase + ".text", title, cause, lasted).strip(), published, Optional.of(s.id()), s);
  }

  Item maintenance(Service service, Maintenance m, Instant published) {
    String phase = m.state().name().toLowerCase(Locale.ROOT);
    return item("urn:iris:" + service.id() + ":maintenance:" + m.id() + ":" + phase,
        words.say("app.demo.maintenance." + phase, service.name(), m.from(), m.to()),
        words.say("app.demo.maintenance.text", service.name(), m.from(), m.to()), published, Optional.of(m.id()), m);
  }

  /** Revision and line are a reader's, not a writer's. */
  private static Item item(
      String guid, String title, String text, Instant published, Optional<String> incident, iris.signal.Body body) {
    return new Item(guid, guid, title, text, Optional.of(published), Optional.empty(), incident, 0, body);
  }
}
