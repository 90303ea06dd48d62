package iris.rss.profile;

import iris.rss.Limits;
import iris.signal.Reason;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Steps through a document and holds the bounds: depth, text, no DOCTYPE, no entity of its own. */
final class ElementText {
  private final XMLStreamReader2 xml;
  private final Limits limits;

  ElementText(XMLStreamReader2 xml, Limits limits) {
    this.xml = xml;
    this.limits = limits;
  }

  int next() throws XMLStreamException, Refusal {
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (xml.getDepth() > limits.depth()) throw refusal("rss.too-deep", limits.depth());
      }
      // Before the root, Aalto places a token at the end of the one before it.
      case XMLStreamConstants.DTD -> throw new Refusal(
          xml.getLocationInfo().getCurrentLocation().getLineNumber(), Reason.of("rss.doctype"));
      case XMLStreamConstants.ENTITY_REFERENCE -> throw refusal("rss.entity", xml.getLocalName());
      default -> {}
    }
    return event;
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
    for (int open = 1; open > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) open++;
      else if (event == XMLStreamConstants.END_ELEMENT) open--;
    }
  }

  /** From a start tag to its end tag, with all text between; of a text over the limit a little more than the limit. */
  String all() throws XMLStreamException, Refusal {
    String first = "";
    StringBuilder more = null;
    for (int open = 1; open > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (first.isEmpty()) first = xml.getText();
          else {
            if (more == null) more = new StringBuilder(first);
            int room = limits.text() + 2 - more.length();
            if (room > 0) more.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
          }
        }
        default -> {}
      }
    }
    return more == null ? first : more.toString();
  }

  int line() {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  Refusal refusal(String key, Object... args) {
    return new Refusal(line(), Reason.of(key, args));
  }
}
