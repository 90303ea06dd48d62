package iris.fuzz;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A second opinion, by a parser of another author, on what stands in what: whether anything was cut or does not end. On
 * which signs a name may have and how an encoding is called the two differ, and nothing hangs on it.
 */
final class Oracle {
  private Oracle() {}

  /** Why these bytes are no XML; empty where they are. */
  static Optional<String> illFormed(byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(plain(bytes)));
      while (xml.hasNext()) xml.next();
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** From the root on; signs that are no letters of ASCII go from tags, and are others in texts. */
  private static String plain(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int root = Math.max(0, text.indexOf('<'));
    while (text.startsWith("<?", root)) {
      int next = text.indexOf('<', root + 1);
      if (next < 0) break;
      root = next;
    }
    StringBuilder out = new StringBuilder();
    boolean tag = false;
    for (int i = root; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<') tag = true;
      boolean odd = c < ' ' && c != '\n' && c != '\t' && c != '\r' || c > '~';
      if (!odd) out.append(c);
      else if (!tag) out.append('?');
      if (c == '>') tag = false;
    }
    return out.toString();
  }
}
