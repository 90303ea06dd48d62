package iris.rss.profile;

import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** The attributes under the cursor of a streaming parser, decoded in its own buffer. */
final class StaxAttributes extends TypedValueDecoder implements Attributes {
  private enum Want {
    TEXT,
    NUMBER,
    INSTANT
  }

  private final XMLStreamReader2 xml;
  private final Pool pool = new Pool();
  private Want want = Want.TEXT;
  private String text = "";
  private long number;
  private Instant instant;

  StaxAttributes(XMLStreamReader2 xml) {
    this.xml = xml;
  }

  @Override
  public int count() {
    return xml.getAttributeCount();
  }

  @Override
  public String name(int i) {
    String namespace = xml.getAttributeNamespace(i);
    return namespace == null || namespace.isEmpty() ? xml.getAttributeLocalName(i) : "";
  }

  @Override
  public String value(int i) {
    ask(i, Want.TEXT);
    return text;
  }

  @Override
  public long number(int i) {
    ask(i, Want.NUMBER);
    return number;
  }

  @Override
  public Instant instant(int i) {
    ask(i, Want.INSTANT);
    return instant;
  }

  private void ask(int i, Want what) {
    want = what;
    try {
      xml.getAttributeAs(i, this);
    } catch (XMLStreamException e) {
      // Only a decoder that refuses a value makes it throw, and this one refuses none.
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void decode(char[] buffer, int from, int to) {
    if (want == Want.NUMBER) number = Figures.number(buffer, from, to);
    else if (want == Want.TEXT) text = pool.get(buffer, from, to);
    else instant = Figures.instant(buffer, from, to);
  }

  @Override
  public void decode(String value) {
    decode(value.toCharArray(), 0, value.length());
  }

  @Override
  public void handleEmptyValue() {
    text = "";
    number = NONE;
    instant = null;
  }
}
