package iris.rss.profile;

import static iris.rss.profile.Elements.iris;
import static iris.rss.profile.Elements.set;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import iris.signal.Channel;
import iris.signal.Party;
import iris.signal.Service;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Writes {@code iris:agent}, {@code iris:service} the Atom links and the mark of an archive into a channel. */
public final class FeedModuleGenerator implements ModuleGenerator {
  private static final String RSS = "application/rss+xml";

  @Override
  public String getNamespaceUri() {
    return Profile.NAMESPACE;
  }

  @Override
  public Set<Namespace> getNamespaces() {
    return Set.of(Elements.IRIS, Elements.ATOM, Elements.HISTORY);
  }

  @Override
  public void generate(Module module, Element channel) {
    FeedModule feed = (FeedModule) module;
    FeedModule.Links links = feed.links();
    links.self().ifPresent(to -> channel.addContent(link("self", RSS, to)));
    links.place().current().ifPresent(to -> channel.addContent(link("current", RSS, to)));
    links.previous().ifPresent(to -> channel.addContent(link("prev-archive", RSS, to)));
    links.place().next().ifPresent(to -> channel.addContent(link("next-archive", RSS, to)));
    links.push().ifPresent(to -> channel.addContent(link("alternate", "text/event-stream", to)));
    if (links.place().archive()) channel.addContent(new Element("archive", Elements.HISTORY));
    feed.agent().ifPresent(agent -> channel.addContent(agent(agent)));
    for (Service service : feed.services()) channel.addContent(service(service));
  }

  private static Element link(String rel, String type, URI to) {
    Element e = new Element("link", Elements.ATOM);
    return set(set(set(e, "rel", rel), "type", type), "href", to.toString());
  }

  private static Element agent(Channel.Agent agent) {
    Element e = iris("agent");
    set(e, "id", agent.id());
    set(e, "version", agent.version());
    set(e, "period", agent.period().toString());
    return set(e, "started", agent.started());
  }

  private static Element service(Service service) {
    Element e = set(set(iris("service"), "id", service.id()), "name", service.name());
    for (Party p : service.parties()) {
      Element party = set(iris("party"), "id", p.id());
      set(party, "role", p.role().name().toLowerCase(Locale.ROOT));
      e.addContent(set(party, "name", p.name()));
    }
    return e;
  }
}
