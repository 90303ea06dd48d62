package iris.rss.profile;

import com.fasterxml.aalto.in.AttributeCollector;
import com.fasterxml.aalto.in.PName;
import com.fasterxml.aalto.in.XmlScanner;
import java.time.Instant;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The attributes under the cursor of a streaming parser, decoded in its own buffer. Asked of the collector below the
 * parser: a window has twenty of them, and the state that the parser looks at before each answer is known here.
 */
final class StaxAttributes extends TypedValueDecoder implements Attributes {
  private final XmlScanner scanner;
  private final AttributeCollector collector;
  private final Pool pool = new Pool();
  private char[] buffer = {};
  private int from;
  private int to;

  StaxAttributes(XmlScanner scanner) {
    this.scanner = scanner;
    collector = scanner.getAttrCollector();
  }

  @Override
  public int count() {
    return scanner.getAttrCount();
  }

  @Override
  public String name(int i) {
    PName name = collector.getName(i);
    return name.getPrefix() == null ? name.getLocalName() : "";
  }

  @Override
  public String value(int i) {
    collector.decodeValue(i, this);
    return pool.get(buffer, from, to);
  }

  @Override
  public long number(int i) {
    collector.decodeValue(i, this);
    return Figures.number(buffer, from, to);
  }

  @Override
  public @Nullable Instant instant(int i) {
    collector.decodeValue(i, this);
    return Figures.instant(buffer, from, to);
  }

  @Override
  public void decode(char[] b, int start, int end) {
    buffer = b;
    from = start;
    to = end;
  }

  @Override
  public void decode(String value) {
    decode(value.toCharArray(), 0, value.length());
  }

  @Override
  public void handleEmptyValue() {
    from = 0;
    to = 0;
  }
}
