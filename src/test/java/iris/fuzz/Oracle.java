package iris.fuzz;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A second opinion, by a parser of another author. */
final class Oracle {
  private Oracle() {}

  /** Why these bytes are no XML; empty where they are, or where the parser knows of no such encoding. */
  static Optional<String> illFormed(byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (xml.hasNext()) xml.next();
      return Optional.empty();
    } catch (XMLStreamException e) {
      return e.getMessage().toLowerCase(java.util.Locale.ROOT).contains("encod") ? Optional.empty() : Optional.of(e.getMessage());
    }
  }
}
