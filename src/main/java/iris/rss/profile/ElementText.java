package iris.rss.profile;

import iris.rss.Limits;
import iris.rss.Texts;
import iris.signal.Reason;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;

/** Steps through a document and holds the bounds: depth, text, no DOCTYPE, no entity of its own. */
final class ElementText {
  private final XMLStreamReader2 xml;
  private final Limits limits;
  private final LocationInfo place;
  /** The document, where byte offsets of the parser are places in it; else null. */
  private final byte[] bytes;
  private int depth;
  private boolean tidy;

  ElementText(XMLStreamReader2 xml, Limits limits, byte[] bytes) {
    this.xml = xml;
    this.limits = limits;
    this.bytes = bytes;
    place = xml.getLocationInfo();
  }

  /** The next event, within the bounds. */
  int next() throws XMLStreamException, Refusal {
    int event = xml.next();
    // Counted here: the depth asked of the parser costs a twentieth of all reading.
    if (event == XMLStreamConstants.START_ELEMENT) {
      if (++depth > limits.depth()) throw refusal("rss.too-deep", limits.depth());
    } else if (event == XMLStreamConstants.END_ELEMENT) depth--;
    else if (event != XMLStreamConstants.CHARACTERS) odd(event);
    return event;
  }

  private void odd(int event) throws Refusal {
    // Before the root, Aalto places a token at the end of the one before it.
    if (event == XMLStreamConstants.DTD)
      throw new Refusal(place.getCurrentLocation().getLineNumber(), Reason.of("rss.doctype"));
    if (event == XMLStreamConstants.ENTITY_REFERENCE) throw refusal("rss.entity", xml.getLocalName());
  }

  /** Goes on to the next child, true, or to the end of the element that it is in, false. */
  boolean inside() throws XMLStreamException, Refusal {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) return true;
      if (event == XMLStreamConstants.END_ELEMENT) return false;
    }
  }

  /** From a start tag to its end tag. */
  void skip() throws XMLStreamException, Refusal {
    int outside = depth - 1;
    while (depth > outside) next();
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
  private String straight(boolean oneLine) {
    if (bytes == null) return decoded(oneLine);
    int from = (int) place.getStartingByteOffset();
    int to = TidyBytes.end(bytes, from, limits.text(), oneLine);
    return to < 0 ? decoded(oneLine) : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private String decoded(boolean oneLine) {
    char[] b = xml.getTextCharacters();
    tidy = Texts.isTidy(b, xml.getTextStart(), xml.getTextLength(), limits.text(), oneLine);
    return new String(b, xml.getTextStart(), xml.getTextLength());
  }

  private StringBuilder add(StringBuilder more, String first) {
    tidy = false;
    StringBuilder all = more == null ? new StringBuilder(first) : more;
    char[] b = xml.getTextCharacters();
    int room = limits.text() + 2 - all.length();
    if (room > 0) all.append(b, xml.getTextStart(), Math.min(room, xml.getTextLength()));
    return all;
  }

  int line() {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  Refusal refusal(String key, Object... args) {
    return new Refusal(line(), Reason.of(key, args));
  }
}
