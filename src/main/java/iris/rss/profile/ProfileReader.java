package iris.rss.profile;

import com.fasterxml.aalto.UncheckedStreamException;
import iris.rss.Limits;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Texts;
import iris.rss.Xml;
import iris.signal.Item;
import iris.signal.Reason;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the profile in one pass. Each method starts on a start tag and ends on the matching end tag. Linear in the
 * bytes, bounded in all else; a document that ends too early is refused, however much of it was good.
 */
final class ProfileReader {
  private final ReadOptions options;
  private final Limits limits;
  private final XMLStreamReader2 xml;
  private final ElementText text;
  private final StaxAttributes attributes;
  private final Findings findings;
  private final FeedDraft feed;
  private final ItemDraft draft;
  private final List<Item> items = new ArrayList<>();
  private int seen;

  private ProfileReader(XMLStreamReader2 xml, ReadOptions options, byte[] bytes) {
    this.xml = xml;
    this.options = options;
    limits = options.limits();
    text = new ElementText(xml, limits, bytes);
    attributes = new StaxAttributes(xml);
    findings = new Findings(() -> xml.getLocation().getLineNumber());
    feed = new FeedDraft(limits, findings);
    draft = new ItemDraft(findings);
  }

  static Reading read(byte[] document, ReadOptions options) {
    XMLStreamReader2 xml = null;
    try {
      xml = Xml.open(document, options.charset());
      byte[] bytes = Xml.isPlain(document, options.charset()) ? document : null;
      return new ProfileReader(xml, options, bytes).document();
    } catch (Refusal e) {
      return new Reading.Garbled(e.line, e.why);
    } catch (XMLStreamException e) {
      return broken(e);
    } catch (UncheckedStreamException e) {
      // Aalto reads texts late, and then has no other way to say that one is ill-formed.
      return e.getCause() instanceof XMLStreamException cause ? broken(cause) : broken(new XMLStreamException(e));
    }
  }

  private static Reading broken(XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    String said = String.valueOf(e.getMessage());
    String words = Texts.line(said.lines().filter(l -> !l.isBlank()).findFirst().orElse(""), 160);
    boolean cut = words.contains("end-of-input") || words.contains("End-of-input");
    return new Reading.Garbled(line, cut ? Reason.of("rss.cut", line) : Reason.of("rss.ill-formed", line, words));
  }

  private Reading document() throws XMLStreamException, Refusal {
    boolean channel = false;
    for (int event; (event = text.next()) != XMLStreamConstants.END_DOCUMENT; ) {
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      if (!plain("rss")) throw text.refusal("rss.not-rss", Texts.line(xml.getLocalName(), 60));
      while (text.inside()) {
        if (!plain("channel")) text.skip();
        else {
          channel = true;
          channel();
        }
      }
    }
    if (!channel) throw text.refusal("rss.no-channel");
    if (!options.welcomes(feed.title()))
      throw new Refusal(0, Reason.of("rss.other-title", feed.title(), options.expectedTitle().orElse("")));
    return new Reading.Read(Bulletins.of(feed, items, seen, findings));
  }

  private void channel() throws XMLStreamException, Refusal {
    while (text.inside()) {
      String name = xml.getLocalName();
      String namespace = xml.getNamespaceURI();
      if (namespace == null || namespace.isEmpty()) {
        if (name.equals("item")) item();
        else if (FeedDraft.wants(name)) feed.text(name, text.clean());
        else text.skip();
      } else if (namespace.equals(Profile.NAMESPACE)) {
        if (feed.element(name, attributes)) service();
        else text.skip();
      } else {
        if (namespace.equals(Profile.ATOM) && name.equals("link")) feed.link(attributes);
        else if (namespace.equals(Profile.HISTORY)) feed.history(name);
        text.skip();
      }
    }
  }

  private void service() throws XMLStreamException, Refusal {
    while (text.inside()) {
      if (Profile.NAMESPACE.equals(xml.getNamespaceURI())) feed.services.child(xml.getLocalName(), attributes);
      text.skip();
    }
    feed.services.end();
  }

  private void item() throws XMLStreamException, Refusal {
    if (++seen > limits.items()) throw text.refusal("rss.too-many-items", limits.items());
    draft.begin(text.line());
    while (text.inside()) {
      String namespace = xml.getNamespaceURI();
      if (namespace == null || namespace.isEmpty()) field(xml.getLocalName());
      else if (namespace.equals(Profile.NAMESPACE)) body(draft.element(xml.getLocalName(), attributes));
      else text.skip();
    }
    Item item = draft.finish();
    if (item != null) items.add(item);
  }

  private void field(String name) throws XMLStreamException, Refusal {
    switch (name) {
      case "title" -> draft.title(text.oneLine());
      case "description" -> draft.text(text.clean());
      case "guid" -> draft.guid(text.oneLine());
      case "link" -> draft.link(text.oneLine());
      case "pubDate" -> draft.date(text.oneLine());
      case "category" -> {
        if (isKind()) draft.kind(text.oneLine());
        else text.skip();
      }
      default -> text.skip();
    }
  }

  private boolean isKind() {
    for (int i = 0; i < attributes.count(); i++)
      if (attributes.name(i).equals("domain")) return attributes.value(i).equals(Profile.KIND);
    return false;
  }

  private void body(BodyDraft body) throws XMLStreamException, Refusal {
    if (body == null) {
      text.skip();
      return;
    }
    while (text.inside()) {
      boolean ours = Profile.NAMESPACE.equals(xml.getNamespaceURI());
      if (ours && body.child(xml.getLocalName(), attributes)) body.text(text.clean());
      else text.skip();
    }
  }

  private boolean plain(String name) {
    String namespace = xml.getNamespaceURI();
    return (namespace == null || namespace.isEmpty()) && xml.getLocalName().equals(name);
  }
}
