package iris.rss.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.located.Located;

/**
 * Leaves in a tree what we ask ROME for. ROME gives up a whole feed over an image without a width or a cloud without a
 * port, neither of which says anything of an outage. Mends at the same time the three habits that hide a feed from ROME:
 * items beside the channel, items within items, and elements in a namespace of their own.
 */
final class Pruning {
  static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Set<String> HEAD = Set.of("title", "link", "description", "subtitle", "tagline", "language",
      "generator", "pubDate", "lastBuildDate", "updated", "modified", "id", "channel", "item", "items", "entry", "ttl");
  private static final Set<String> BODY = Set.of("title", "link", "description", "guid", "category", "pubDate",
      "encoded", "date", "id", "published", "updated", "issued", "modified", "created", "summary", "content");
  private static final Set<String> SPACES = Set.of("", ATOM.getURI(), "http://purl.org/atom/ns#",
      "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/modules/content/",
      "http://purl.org/dc/elements/1.1/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  private Pruning() {}

  /** Moves items into the channel, and names into the namespaces that ROME knows. */
  static void mend(Element root) {
    String name = root.getName().toLowerCase(Locale.ROOT);
    if (name.equals("rss")) {
      plain(root, root.getNamespace(), Namespace.NO_NAMESPACE);
      // Versions differ in what they allow; the reading of 2.0 takes all of them.
      root.setAttribute("version", "2.0");
      Element channel = root.getChild("channel");
      if (channel == null && !root.getChildren("item").isEmpty()) root.addContent(channel = new Element("channel"));
      if (channel == null) return;
      List<Element> strays = new ArrayList<>(root.getChildren("item"));
      for (Element other : root.getChildren("channel")) if (other != channel) strays.addAll(other.getChildren("item"));
      for (Element item : strays) channel.addContent(item.detach());
      unnest(channel);
    } else if (name.equals("feed") && (root.getNamespaceURI().isEmpty() || !SPACES.contains(root.getNamespaceURI()))) {
      plain(root, root.getNamespace(), ATOM);
    }
  }

  /** An item left open swallows those after it: what stands in an item is its neighbour, however deep. */
  private static void unnest(Element channel) {
    for (int at = 0; at < channel.getContentSize(); at++) {
      if (!(channel.getContent(at) instanceof Element item) || !item.getName().equals("item")) continue;
      List<Element> inner = List.copyOf(item.getChildren("item"));
      for (int i = 0; i < inner.size(); i++) channel.addContent(at + 1 + i, inner.get(i).detach());
    }
  }

  private static void plain(Element root, Namespace from, Namespace to) {
    if (from == to) return;
    List<Element> all = new ArrayList<>();
    for (Element e : root.getDescendants(new org.jdom2.filter.ElementFilter(from))) all.add(e);
    root.setNamespace(to);
    all.forEach(e -> e.setNamespace(to));
  }

  /** Takes out of a head or an item what ROME need not see; answers what was taken out. */
  static List<Element> strip(Element element, boolean item) {
    List<Element> out = new ArrayList<>();
    for (Element child : List.copyOf(element.getChildren())) {
      boolean known = (item ? BODY : HEAD).contains(child.getName()) && SPACES.contains(child.getNamespaceURI());
      boolean link = child.getName().equals("link") && child.getNamespace() == ATOM;
      boolean nowhere = link && child.getAttribute("href") == null;
      if (!known || nowhere) out.add(child.detach());
      else if ("base64".equals(child.getAttributeValue("mode"))) child.setText(child.getText().replaceAll("\\s", ""));
    }
    return out;
  }

  static int line(Element element) {
    return element instanceof Located l ? l.getLine() : 0;
  }
}
