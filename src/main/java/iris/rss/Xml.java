package iris.rss;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The one place that opens a streaming parser: no DTD, no entity but the five of XML. A factory a document: Aalto's
 * factories remember every name they ever saw, and a hostile feed can send new ones at each poll.
 */
public final class Xml {
  private Xml() {}

  /** A parser before the first event. Texts may come in pieces. */
  public static XMLStreamReader2 open(byte[] document, Optional<String> charset) throws XMLStreamException {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    Optional<Charset> told = marked(document) ? Optional.empty() : charset.flatMap(Xml::known);
    // Not a Stax2ByteArraySource, though it is 2 % quicker: Aalto 1.4.0 then ends in a NullPointerException on UTF-16.
    ByteArrayInputStream in = new ByteArrayInputStream(document);
    if (told.isEmpty()) return (XMLStreamReader2) factory.createXMLStreamReader(in);
    if (told.get().equals(StandardCharsets.UTF_8)) return (XMLStreamReader2) factory.createXMLStreamReader(in, "UTF-8");
    return (XMLStreamReader2) factory.createXMLStreamReader(new InputStreamReader(in, told.get().newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /** The charset of an HTTP header, if it is one of this machine. A name that is none is no word at all. */
  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean marked(byte[] d) {
    if (d.length < 3) return false;
    int first = (d[0] & 0xFF) << 8 | d[1] & 0xFF;
    return first == 0xFEFF || first == 0xFFFE || first == 0xEFBB && (d[2] & 0xFF) == 0xBF;
  }
}
