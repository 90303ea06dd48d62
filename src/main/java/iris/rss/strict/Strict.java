package iris.rss.strict;

import iris.signal.Finding;
import iris.signal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Profile 1 strictly: RSS 2.0, Atom links, RFC 5005 and the elements of IRIS, each with its line. */
public final class Strict {
  private Strict() {}

  /**
   * What is not as the profile says, by line; nothing for a good document. Bounded; never throws, whatever the bytes.
   *
   * @param document that {@link iris.rss.Rss} could read
   * @param charset of the HTTP answer
   */
  public static List<Finding> findings(byte[] document, Optional<String> charset) {
    Notes notes = new Notes();
    try {
      XMLReader reader = reader();
      reader.setErrorHandler(new SchemaErrors(notes));
      reader.setContentHandler(new Rules(notes));
      InputSource source = new InputSource(new ByteArrayInputStream(document));
      charset.ifPresent(source::setEncoding);
      reader.parse(source);
    } catch (SAXParseException e) {
      notes.error(Math.max(0, e.getLineNumber()),
          Reason.of("rss.strict.ill-formed", Notes.shortened(String.valueOf(e.getMessage()))));
    } catch (SAXException | IOException e) {
      notes.error(0,
          Reason.of("rss.strict.ill-formed", Notes.shortened(String.valueOf(e.getMessage()))));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java has these features", e);
    }
    return notes.all().stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }

  /** The bytes of a file of the schema, e.g. {@code profile-1.xsd}. */
  public static Optional<byte[]> schema(String name) {
    return Schemas.file(name);
  }

  private static XMLReader reader() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setSchema(Schemas.schema());
    return factory.newSAXParser().getXMLReader();
  }
}
