package iris.rss.profile;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleParser;
import iris.rss.Limits;
import iris.rss.Texts;
import iris.signal.Body;
import java.util.Locale;
import org.jdom2.Attribute;
import org.jdom2.Element;

/** Fills the drafts of the streaming reader from ROME's tree; ROME keeps no lines, so the findings have none. */
public final class ItemModuleParser implements ModuleParser {
  @Override
  public String getNamespaceUri() {
    return Profile.NAMESPACE;
  }

  @Override
  public Module parse(Element item, Locale locale) {
    Findings findings = new Findings(() -> 0);
    ItemDraft draft = new ItemDraft(findings);
    draft.begin(0);
    for (Element child : item.getChildren()) {
      if (child.getNamespaceURI().equals(Profile.NAMESPACE)) fill(draft, child);
      else if (child.getNamespaceURI().isEmpty()) field(draft, child);
    }
    Body body = draft.body();
    return new ItemModule(body, findings.list());
  }

  private static void field(ItemDraft draft, Element child) {
    switch (child.getName()) {
      case "pubDate" -> draft.date(line(child));
      case "category" -> {
        Attribute domain = child.getAttribute("domain");
        if (domain != null && domain.getValue().equals(Profile.KIND)) draft.kind(line(child));
      }
      default -> {}
    }
  }

  private static String line(Element child) {
    return Texts.line(child.getValue(), Limits.USUAL.text());
  }

  private static void fill(ItemDraft draft, Element element) {
    BodyDraft body = draft.element(element.getName(), new JdomAttributes(element));
    if (body == null) return;
    for (Element child : element.getChildren()) {
      if (!child.getNamespaceURI().equals(Profile.NAMESPACE)) continue;
      if (body.child(child.getName(), new JdomAttributes(child)))
        body.text(Texts.clean(child.getValue(), Limits.USUAL.text()));
    }
  }
}
