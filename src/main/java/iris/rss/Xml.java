package iris.rss;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.StreamReaderImpl;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.io.Stax2ByteArraySource;

/**
 * The one place that opens a streaming parser: no DTD, no entity but the five of XML. A factory a document: Aalto's
 * factories remember every name they ever saw, and a hostile feed can send new ones at each poll.
 */
public final class Xml {
  private static final int LONGEST_DECLARATION = 200;

  private Xml() {}

  /** A parser before the first event. Texts may come in pieces. */
  public static StreamReaderImpl open(byte[] document, Optional<String> charset) throws XMLStreamException {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    if (isPlain(document, charset))
      return (StreamReaderImpl) factory.createXMLStreamReader(new Stax2ByteArraySource(document, 0, document.length));
    Optional<Charset> told = told(document, charset);
    ByteArrayInputStream in = new ByteArrayInputStream(document);
    if (told.isEmpty()) return (StreamReaderImpl) factory.createXMLStreamReader(in);
    if (told.get().equals(StandardCharsets.UTF_8)) return (StreamReaderImpl) factory.createXMLStreamReader(in, "UTF-8");
    return (StreamReaderImpl) factory.createXMLStreamReader(new InputStreamReader(in, told.get().newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /**
   * Whether this is UTF-8 by all that is told and declared. Only then may the parser read the array itself, which
   * spares up to a tenth of its time: Aalto 1.4.0 ends in a NullPointerException on an array of UTF-16. And only then
   * are the byte offsets of the parser places in the array.
   */
  public static boolean isPlain(byte[] document, Optional<String> charset) {
    int start = marked(document) ? 3 : 0;
    Optional<Charset> told = told(document, charset);
    if (told.isPresent() && !told.get().equals(StandardCharsets.UTF_8)) return false;
    int length = Math.min(document.length - start, LONGEST_DECLARATION);
    if (length < 2 || document[start] != '<' || document[start + 1] <= ' ') return false;
    String head = new String(document, start, length, StandardCharsets.ISO_8859_1);
    if (!head.startsWith("<?xml")) return true;
    int end = head.indexOf("?>");
    int encoding = head.indexOf("encoding");
    if (end < 0) return false;
    return encoding < 0 || encoding > end || head.regionMatches(true, encoding, "encoding=\"UTF-8\"", 0, 16)
        || head.regionMatches(true, encoding, "encoding='UTF-8'", 0, 16);
  }

  /**
   * The encoding in which the parser of {@link #open} reads what follows the declaration: asked of the parser itself,
   * for marks, zero bytes and declarations outrank each other in ways of its own. Empty where it reads nothing at all.
   */
  static Optional<Charset> encoding(byte[] document, Optional<String> charset) {
    Optional<Charset> told = told(document, charset).filter(c -> !c.equals(StandardCharsets.UTF_8));
    if (told.isPresent()) return told;
    try {
      String name = open(document, charset).getEncoding();
      // The name does not say which order of bytes Aalto found.
      boolean little = document[0] == '<' || document[0] == (byte) 0xFF;
      return known(name.equals("UTF-16") || name.equals("UTF-32") ? name + (little ? "LE" : "BE") : name);
    } catch (XMLStreamException | RuntimeException e) {
      // Whoever reads it next meets the same, and says so with the line.
      return Optional.empty();
    }
  }

  /** What the header says, which a byte order mark outranks. */
  private static Optional<Charset> told(byte[] document, Optional<String> charset) {
    return marked(document) ? Optional.empty() : charset.flatMap(Xml::known);
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
