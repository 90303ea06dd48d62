package iris.rss.profile;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleParser;
import iris.rss.Limits;
import iris.signal.Channel;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;

/** Fills the draft of the streaming reader from ROME's tree. */
public final class FeedModuleParser implements ModuleParser {
  @Override
  public String getNamespaceUri() {
    return Profile.NAMESPACE;
  }

  @Override
  public Module parse(Element channel, Locale locale) {
    FeedDraft draft = new FeedDraft(Limits.USUAL, new Findings(() -> 0));
    for (Element child : channel.getChildren()) {
      String namespace = child.getNamespaceURI();
      if (namespace.equals(Profile.ATOM) && child.getName().equals("link")) draft.link(new JdomAttributes(child));
      else if (namespace.equals(Profile.HISTORY)) draft.history(child.getName());
      else if (namespace.equals(Profile.NAMESPACE) && draft.element(child.getName(), new JdomAttributes(child)))
        parties(draft.services, child);
    }
    Channel read = draft.channel(List.of());
    return new FeedModule(read.agent(), draft.services(), FeedModule.Links.of(read));
  }

  private static void parties(ServicesDraft services, Element service) {
    for (Element child : service.getChildren())
      if (child.getNamespaceURI().equals(Profile.NAMESPACE)) services.child(child.getName(), new JdomAttributes(child));
    services.end();
  }
}
