package iris.rss.profile;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Xml;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Profile 1 of feed-profile.md: how to recognise it, how to read it. */
public final class Profile {
  public static final String NAMESPACE = "urn:iris:signal:1";
  public static final String PREFIX = "iris";
  static final String KIND = "urn:iris:kind";
  /** RFC 5005. */
  static final String HISTORY = "http://purl.org/syndication/history/1.0";
  static final String ATOM = "http://www.w3.org/2005/Atom";

  private Profile() {}

  /**
   * Whether the root element or the one right below it declares the namespace. Reads no further than that; and no
   * further than a DOCTYPE, which {@link #read} refuses right there, before any name. That of a web page is not ours.
   */
  public static boolean spokenIn(byte[] document, ReadOptions options) {
    try {
      XMLStreamReader2 xml = Xml.open(document, options.charset());
      for (int seen = 0; seen < 2 && xml.hasNext(); ) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) return !"html".equalsIgnoreCase(xml.getDTDInfo().getDTDRootName());
        if (event != XMLStreamConstants.START_ELEMENT) continue;
        for (int i = 0; i < xml.getNamespaceCount(); i++) if (NAMESPACE.equals(xml.getNamespaceURI(i))) return true;
        seen++;
      }
      return false;
    } catch (XMLStreamException | RuntimeException e) {
      // Not XML so far, for which the scanner has its own exceptions and some that it did not mean to throw: whoever
      // reads it next says so, with the line.
      return false;
    }
  }

  /** Reads a document that speaks the profile. */
  public static Reading read(byte[] document, ReadOptions options) {
    return ProfileReader.read(document, options);
  }
}
