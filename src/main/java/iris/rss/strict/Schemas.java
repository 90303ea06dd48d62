package iris.rss.strict;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schema files that travel with the program. */
final class Schemas {
  private static final List<String> NAMES = List.of("signal-1.xsd", "atom-link.xsd", "history.xsd", "profile-1.xsd");
  private static final Schema SCHEMA = load();

  private Schemas() {}

  static Optional<byte[]> file(String name) {
    return NAMES.contains(name) ? Optional.of(bytes(name)) : Optional.empty();
  }

  static Schema schema() {
    return SCHEMA;
  }

  private static Schema load() {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "iris");
      // In this order each file finds what it imports among those before it.
      Source[] sources = NAMES.stream().map(Schemas::source).toArray(Source[]::new);
      return factory.newSchema(sources);
    } catch (SAXException e) {
      throw new IllegalStateException("the program is damaged: its schema is none", e);
    }
  }

  private static Source source(String name) {
    return new StreamSource(new ByteArrayInputStream(bytes(name)), "iris:/" + name);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/iris/rss/" + name)) {
      if (in == null) throw new IllegalStateException("the program is damaged: no " + name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
