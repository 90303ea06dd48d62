package iris.rss.strict;

import iris.rss.profile.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** What a schema cannot say of the document as a whole. Follows the parser; remembers ids, no texts. */
final class Rules extends DefaultHandler {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String HISTORY = "http://purl.org/syndication/history/1.0";
  private static final Set<String> IN_CHANNEL = Set.of("agent", "service");
  private static final Set<String> IN_ITEM = Set.of("window", "incident", "maintenance");

  private final Notes notes;
  private final Set<String> guids = new HashSet<>();
  private final Map<String, Integer> links = new HashMap<>();
  private final Declared declared;
  private final StringBuilder text = new StringBuilder();
  private @Nullable ItemRules item;
  private @Nullable Locator locator;
  private boolean archive;
  private boolean rss;
  private int depth;

  Rules(Notes notes) {
    this.notes = notes;
    declared = new Declared(notes);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  int line() {
    return locator == null ? 0 : Math.max(0, locator.getLineNumber());
  }

  @Override
  public void startElement(String namespace, String name, String qualified, Attributes a) {
    depth++;
    text.setLength(0);
    boolean ours = namespace.equals(Profile.NAMESPACE);
    if (depth == 1) rss = namespace.isEmpty() && name.equals("rss");
    if (depth == 1 && !rss) notes.error(line(), "rss.strict.not-rss", qualified);
    if (!rss) return;
    if (depth == 3) inChannel(namespace, name, a, ours);
    else if (depth == 4 && item != null) {
      if (ours && !IN_ITEM.contains(name)) notes.error(line(), "rss.strict.element-unknown", qualified);
      else if (ours) item.body(name, a, line());
      else if (namespace.isEmpty()) item.field(name, a);
    } else if (depth == 4 && ours && name.equals("party")) declared.party(a.getValue("id"));
    else if (depth == 5 && item != null && ours) item.part(name, a, line());
  }

  private void inChannel(String namespace, String name, Attributes a, boolean ours) {
    if (namespace.isEmpty() && name.equals("item")) item = new ItemRules(notes, declared, line());
    else if (ours && !IN_CHANNEL.contains(name)) notes.error(line(), "rss.strict.element-unknown", name);
    else if (ours && name.equals("agent")) declared.agent(a, line());
    else if (ours) declared.service(a, line());
    else if (namespace.equals(ATOM) && name.equals("link")) link(a);
    else if (namespace.equals(HISTORY) && name.equals("archive")) archive = true;
  }

  private void link(Attributes a) {
    String rel = a.getValue("rel") == null ? "alternate" : a.getValue("rel");
    if (!rel.equals("alternate") && links.merge(rel, 1, Integer::sum) == 2)
      notes.error(line(), "rss.strict.link-twice", rel);
  }

  @Override
  public void characters(char[] ch, int start, int length) {
    if (item != null && depth == 4 && text.length() < 4_000) text.append(ch, start, Math.min(length, 4_000));
  }

  @Override
  public void endElement(String namespace, String name, String qualified) {
    if (item != null && depth == 4 && namespace.isEmpty()) item.text(name, text.toString().strip(), line());
    if (item != null && depth == 3) {
      String guid = item.guid();
      if (!guid.isEmpty() && !guids.add(guid)) notes.error(item.line(), "rss.strict.duplicate", guid);
      item.end();
      item = null;
    }
    if (rss && depth == 2) channel();
    depth--;
  }

  private void channel() {
    declared.end(line());
    if (!links.containsKey("self")) notes.warning(line(), "rss.strict.no-link", "self");
    if (archive && !links.containsKey("current")) notes.warning(line(), "rss.strict.no-link", "current");
  }
}
