package iris.rss.profile;

import com.fasterxml.aalto.in.XmlScanner;
import com.fasterxml.aalto.stax.StreamReaderImpl;
import iris.rss.Limits;
import iris.rss.Texts;
import iris.signal.Reason;
import java.time.Instant;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Steps through a document and holds the bounds: depth, text, no DOCTYPE, no entity of its own. Inside the root element
 * it asks Aalto's scanner, on which its StAX reader stands: what that reader checks at each question is known here.
 */
final class ElementText {
  private final StreamReaderImpl xml;
  private final XmlScanner scanner;
  private final Limits limits;
  /** The document, where byte offsets of the parser are places in it; else null. */
  private final @Nullable TidyBytes bytes;
  private int depth;
  private boolean tidy;

  ElementText(StreamReaderImpl xml, Limits limits, byte @Nullable [] bytes) {
    this.xml = xml;
    this.limits = limits;
    this.bytes = bytes == null ? null : new TidyBytes(bytes, limits.text());
    scanner = xml.getScanner();
  }

  /** To the start of the root element. */
  void root() throws XMLStreamException, Refusal {
    for (int event; (event = xml.next()) != XMLStreamConstants.START_ELEMENT; ) odd(event);
    depth = 1;
  }

  /** From the end of the root element to the end of the document. */
  void end() throws XMLStreamException {
    int event;
    do event = scanner.nextFromProlog(false);
    while (event != XmlScanner.TOKEN_EOI);
  }

  String name() {
    return scanner.getName().getLocalName();
  }

  /** Empty for none. */
  String namespace() {
    String uri = scanner.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** The next event, within the bounds. */
  private int next() throws XMLStreamException, Refusal {
    int event = scanner.nextFromTree();
    // Counted here: the depth asked of the parser costs a twentieth of all reading.
    if (event == XMLStreamConstants.START_ELEMENT) {
      if (++depth > limits.depth()) throw refusal("rss.too-deep", limits.depth());
    } else if (event == XMLStreamConstants.END_ELEMENT) depth--;
    else if (event != XMLStreamConstants.CHARACTERS) odd(event);
    return event;
  }

  private void odd(int event) throws XMLStreamException, Refusal {
    // The document ends too early: the reader finds the same, and has the words for it.
    if (event == XmlScanner.TOKEN_EOI) xml.next();
    // Before the root, Aalto places a token at the end of the one before it.
    if (event == XMLStreamConstants.DTD)
      throw new Refusal(scanner.getCurrentLocation().getLineNumber(), Reason.of("rss.doctype"));
    if (event == XMLStreamConstants.ENTITY_REFERENCE) throw refusal("rss.entity", name());
  }

  /** Goes on to the next child, true, or to the end of the element that it is in, false. */
  boolean inside() throws XMLStreamException, Refusal {
    int event;
    do event = next();
    while (event > XMLStreamConstants.END_ELEMENT);
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** From a start tag to its end tag. */
  void skip() throws XMLStreamException, Refusal {
    int outside = depth - 1;
    while (depth > outside) inside();
  }

  /** From a start tag to its end tag, with all text between as {@link Texts#clean}. */
  String clean() throws XMLStreamException, Refusal {
    String raw = all(false);
    return tidy ? raw : Texts.clean(raw, limits.text());
  }

  /** From a start tag to its end tag, with all text between as {@link Texts#line}. */
  String oneLine() throws XMLStreamException, Refusal {
    String raw = all(true);
    return tidy ? raw : Texts.line(raw, limits.text());
  }

  /** From a start tag to its end tag, if there is nothing between but a date in its usual form; else null, and no step. */
  @Nullable Instant date() throws XMLStreamException, Refusal {
    if (bytes == null || scanner.isEmptyTag()) return null;
    Instant date = bytes.date((int) scanner.getEndingByteOffset());
    if (date != null) skip();
    return date;
  }

  /** As it stands; of a text over the limit a little more than the limit. */
  private String all(boolean oneLine) throws XMLStreamException, Refusal {
    String first = "";
    StringBuilder more = null;
    tidy = true;
    for (int open = 1; open > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.CHARACTERS -> {
          if (first.isEmpty()) first = straight(oneLine);
          else more = add(more, first);
        }
        case XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (first.isEmpty()) first = decoded(oneLine);
          else more = add(more, first);
        }
        default -> {}
      }
    }
    return more == null ? first : more.toString();
  }

  /** From the bytes, when they need no second look; the parser then skips them, which is cheaper than to decode. */
  private String straight(boolean oneLine) throws XMLStreamException {
    if (bytes == null) return decoded(oneLine);
    String taken = bytes.take((int) scanner.getStartingByteOffset(), oneLine);
    return taken == null ? decoded(oneLine) : taken;
  }

  private String decoded(boolean oneLine) throws XMLStreamException {
    char[] b = scanner.getTextCharacters();
    int length = scanner.getTextLength();
    tidy = Texts.isTidy(b, 0, length, limits.text(), oneLine);
    return new String(b, 0, length);
  }

  private StringBuilder add(@Nullable StringBuilder more, String first) throws XMLStreamException {
    tidy = false;
    StringBuilder all = more == null ? new StringBuilder(first) : more;
    char[] b = scanner.getTextCharacters();
    int room = limits.text() + 2 - all.length();
    if (room > 0) all.append(b, 0, Math.min(room, scanner.getTextLength()));
    return all;
  }

  int line() {
    return Math.max(0, scanner.getStartLocation().getLineNumber());
  }

  Refusal refusal(String key, Object... args) {
    return new Refusal(line(), Reason.of(key, args));
  }
}
