package iris.rss.profile;

import iris.rss.Limits;
import iris.rss.Texts;
import iris.signal.Reason;
import java.time.Instant;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Steps through a document and holds the bounds: depth, text, no DOCTYPE, no entity of its own. */
final class ElementText {
  private final XMLStreamReader2 xml;
  private final Limits limits;
  private boolean tidy;
  private Instant date;

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

  /** The text that was read last as a date in the usual form; null if it has another form or is none. */
  Instant date() {
    return date;
  }

  /** As it stands; of a text over the limit a little more than the limit. */
  private String all(boolean oneLine) throws XMLStreamException, Refusal {
    String first = "";
    StringBuilder more = null;
    tidy = true;
    date = null;
    for (int open = 1; open > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          char[] b = xml.getTextCharacters();
          int from = xml.getTextStart();
          int length = xml.getTextLength();
          if (first.isEmpty()) {
            tidy = Texts.isTidy(b, from, length, limits.text(), oneLine);
            date = Figures.rfc822(b, from, length);
            first = new String(b, from, length);
          } else {
            tidy = false;
            date = null;
            if (more == null) more = new StringBuilder(first);
            int room = limits.text() + 2 - more.length();
            if (room > 0) more.append(b, from, Math.min(room, length));
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
