package iris.rss.foreign;

import iris.rss.Limits;
import iris.signal.Reason;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.JDOMException;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** The parser in front of ROME: no DTD, no external entity, no depth and no number of items without a limit. */
final class Guard implements XMLReaderJDOMFactory {
  private final Limits limits;

  Guard(Limits limits) {
    this.limits = limits;
  }

  /** The document asks for too much; carries the sentence and the line. */
  static final class TooMuch extends SAXException {
    private static final long serialVersionUID = 1;
    private final transient Reason reason;
    private final int line;

    TooMuch(Reason reason, int line) {
      super(reason.key());
      this.reason = reason;
      this.line = line;
    }

    Reason reason() {
      return reason;
    }

    int line() {
      return line;
    }
  }

  @Override
  public XMLReader createXMLReader() throws JDOMException {
    try {
      // The JDK's own parser by name: which one a class path would offer must not decide what is safe.
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      SAXParser parser = factory.newSAXParser();
      // This Java counts every &lt; against the limits for declared entities: 100,000 of them are a long history, not a
      // bomb. Without a DOCTYPE nothing can be declared, so these limits guard nothing here.
      for (String limit : List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityExpansionLimit"))
        parser.setProperty("jdk.xml." + limit, "0");
      return new Counter(parser.getXMLReader(), limits);
    } catch (ParserConfigurationException | SAXException e) {
      throw new JDOMException("this Java has no safe parser", e);
    }
  }

  @Override
  public boolean isValidating() {
    return false;
  }

  private static final class Counter extends XMLFilterImpl {
    private final Limits limits;
    private @Nullable Locator locator;
    private int depth;
    private int items;

    Counter(XMLReader parent, Limits limits) {
      super(parent);
      this.limits = limits;
    }

    @Override
    public void setDocumentLocator(Locator l) {
      locator = l;
      super.setDocumentLocator(l);
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes atts) throws SAXException {
      if (++depth > limits.depth()) throw tooMuch(Reason.of("rss.too-deep", limits.depth()));
      // Items within items become their neighbours, so each is counted wherever it stands.
      boolean item = local.equals("item") || depth <= 3 && local.equals("entry");
      if (item && ++items > limits.items()) throw tooMuch(Reason.of("rss.too-many-items", limits.items()));
      super.startElement(uri, local, qName, atts);
    }

    private TooMuch tooMuch(Reason reason) {
      return new TooMuch(reason, locator == null ? 0 : Math.max(0, locator.getLineNumber()));
    }

    @Override
    public void endElement(String uri, String local, String qName) throws SAXException {
      depth--;
      super.endElement(uri, local, qName);
    }
  }
}
