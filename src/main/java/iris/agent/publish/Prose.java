package iris.agent.publish;

import iris.rss.profile.Items;
import iris.signal.Body;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Bodies to items: stable guids, and titles and descriptions that say everything to a person with any feed reader, in
 * the agent's language and the times of its zone. The same body gives the same words. Safe for every thread.
 */
public final class Prose {
  private final Words words;
  private final WindowProse windows;
  private final IncidentProse incidents;
  private final Moments moments;

  public Prose(Lang language, ZoneId zone) {
    words = Words.of(language, zone);
    moments = new Moments(words, zone);
    windows = new WindowProse(words, moments);
    incidents = new IncidentProse(words, moments);
  }

  public Item window(Service service, Window w, Instant published) {
    return item(service, "window:" + w.from(), windows.title(service, w), windows.text(service, w), published, w);
  }

  public Item step(Service service, IncidentStep s, Instant published) {
    String guid = "incident:" + s.id() + ":" + s.sequence();
    return item(service, guid, incidents.title(service, s, published), incidents.text(service, s, published), published,
        s);
  }

  /** @param revision 1 for the first item of this maintenance in this state, rising with each amendment of it */
  public Item maintenance(Service service, Maintenance m, int revision, Instant published) {
    String guid = "maintenance:" + m.id() + ":" + m.state().name().toLowerCase(java.util.Locale.ROOT)
        + (revision > 1 ? ":" + revision : "");
    String range = moments.range(m.from(), m.to());
    String until = moments.when(m.to(), published);
    return switch (m.state()) {
      case PLANNED -> maintained(service, m, guid, published, "planned", range, until);
      case RUNNING -> maintained(service, m, guid, published, "running", range, until);
      case DONE -> maintained(service, m, guid, published, "done", range, until);
      case CANCELLED -> maintained(service, m, guid, published, "cancelled", range, until);
    };
  }

  private Item maintained(
      Service service, Maintenance m, String guid, Instant published, String state, String range, String until) {
    return item(service, guid, words.say("agent.feed.maintenance." + state, service.name(), range, until),
        words.say("agent.feed.maintenance-text." + state, service.name(), range, until), published, m);
  }

  /** @param id unique among the notices of this service, for ever */
  public Item notice(Service service, String id, Reason said, Instant published) {
    String sentence = words.say(said);
    return item(service, "notice:" + id, words.say("agent.feed.notice", service.name(), sentence),
        words.say("agent.feed.notice-text", service.name(), sentence), published, Note.NOTE);
  }

  private static Item item(
      Service service, String guid, String title, String text, Instant published, Body body) {
    return Items.of("urn:iris:" + service.id() + ":" + guid, title, html(text), published, body);
  }

  /** A text as a description of RSS, which readers take for HTML: a cause may quote a log, and a log anybody. */
  public static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
