package iris.rss.profile;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.StreamReaderImpl;
import iris.rss.Limits;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Texts;
import iris.rss.Xml;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the profile in one pass. Each method starts on a start tag and ends on the matching end tag. Linear in the
 * bytes, bounded in all else; a document that ends too early is refused, however much of it was good.
 */
final class ProfileReader {
  private static final Names FIELDS = new Names("title", "description", "category", "pubDate", "guid", "link");
  private final ReadOptions options;
  private final Limits limits;
  private final ElementText text;
  private final StaxAttributes attributes;
  private final Findings findings;
  private final FeedDraft feed;
  private final ItemDraft draft;
  private final List<Item> items = new ArrayList<>();
  private final List<Item> told = new ArrayList<>();
  private int seen;

  private ProfileReader(StreamReaderImpl xml, ReadOptions options, byte @Nullable [] bytes) {
    this.options = options;
    limits = options.limits();
    text = new ElementText(xml, limits, bytes);
    attributes = new StaxAttributes(xml.getScanner());
    findings = new Findings(text::line);
    feed = new FeedDraft(limits, findings);
    draft = new ItemDraft(findings);
  }

  static Reading read(byte[] document, ReadOptions options) {
    try {
      StreamReaderImpl xml = Xml.open(document, options.charset());
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
    text.root();
    if (!plain("rss")) throw text.refusal("rss.not-rss", Texts.line(text.name(), 60));
    while (text.inside()) {
      if (!plain("channel")) text.skip();
      else {
        channel = true;
        channel();
      }
    }
    text.end();
    if (!channel) throw text.refusal("rss.no-channel");
    if (!options.welcomes(feed.title()))
      throw new Refusal(0, Reason.of("rss.other-title", feed.title(), options.expectedTitle().orElse("")));
    return new Reading.Read(Bulletins.of(feed, items, told, seen, findings));
  }

  private void channel() throws XMLStreamException, Refusal {
    while (text.inside()) {
      String name = text.name();
      String namespace = text.namespace();
      if (namespace.isEmpty()) {
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
      if (Profile.NAMESPACE.equals(text.namespace())) feed.services.child(text.name(), attributes);
      text.skip();
    }
    feed.services.end();
  }

  private void item() throws XMLStreamException, Refusal {
    if (++seen > limits.items()) throw text.refusal("rss.too-many-items", limits.items());
    draft.begin(text.line());
    int place = Names.UNKNOWN;
    while (text.inside()) {
      String namespace = text.namespace();
      if (namespace.isEmpty()) field(place = FIELDS.find(text.name(), place + 1));
      else if (namespace.equals(Profile.NAMESPACE)) body(draft.element(text.name(), attributes));
      else text.skip();
    }
    Item item = draft.finish();
    if (item == null) return;
    items.add(item);
    if (!(item.body() instanceof Window)) told.add(item);
    feed.services.name(item);
  }

  private void field(int name) throws XMLStreamException, Refusal {
    switch (name) {
      case 0 -> draft.title(text.oneLine());
      case 1 -> draft.text(text.clean());
      case 2 -> {
        if (isKind()) draft.kind(text.oneLine());
        else text.skip();
      }
      case 3 -> {
        Instant usual = text.date();
        if (usual != null) draft.date(usual);
        else draft.date(text.oneLine());
      }
      case 4 -> draft.guid(text.oneLine());
      case 5 -> draft.link(text.oneLine());
      default -> {
        if (text.name().equals("item")) findings.error(text.line(), Reason.of("rss.profile.nested"));
        text.skip();
      }
    }
  }

  private boolean isKind() {
    for (int i = 0; i < attributes.count(); i++)
      if (attributes.name(i).equals("domain")) return attributes.value(i).equals(Profile.KIND);
    return false;
  }

  private void body(@Nullable BodyDraft body) throws XMLStreamException, Refusal {
    if (body == null) {
      text.skip();
      return;
    }
    while (text.inside()) {
      boolean ours = Profile.NAMESPACE.equals(text.namespace());
      if (ours && body.child(text.name(), attributes)) body.text(text.clean());
      else text.skip();
    }
  }

  private boolean plain(String name) {
    return text.namespace().isEmpty() && text.name().equals(name);
  }
}
