package iris.rss;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import iris.rss.profile.RomeReader;
import iris.rss.profile.Samples;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One document of 1 MB of the profile, read by the bare parser, by IRIS and by ROME. Windows carry no histogram. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {
  static final int ITEMS = 1_028;
  private final ReadOptions options = ReadOptions.of("siv", "SIV");
  private byte[] document;

  @Setup
  public void write() {
    document = Samples.large(1 << 20);
    if (!(Rss.read(document, options) instanceof Reading.Read(var bulletin))) throw new IllegalStateException("unread");
    if (bulletin.items().size() != ITEMS) throw new IllegalStateException(bulletin.items().size() + " items");
    System.out.println("document: " + document.length + " bytes, " + bulletin.items().size() + " items");
  }

  /** Every event, and no question. */
  @Benchmark
  public long bareNext() throws XMLStreamException {
    XMLStreamReader2 xml = Xml.open(document, Optional.empty());
    long seen = 0;
    while (xml.hasNext()) seen += xml.next();
    return seen;
  }

  /** Every event, and every attribute as a String; no text. */
  @Benchmark
  public long bareParser() throws XMLStreamException {
    XMLStreamReader2 xml = Xml.open(document, Optional.empty());
    long seen = 0;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
      for (int i = 0; i < xml.getAttributeCount(); i++) seen += xml.getAttributeValue(i).length();
    }
    return seen;
  }

  /** As {@link #bareParserWithTexts}, fed by a stream as most parsers are, not the array. */
  @Benchmark
  public long bareParserWithTextsFromStream() throws XMLStreamException {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return texts((XMLStreamReader2) factory.createXMLStreamReader(new ByteArrayInputStream(document)));
  }

  /** As {@link #bareParser}, and every text as a String: the least that a reader of titles must do. */
  @Benchmark
  public long bareParserWithTexts() throws XMLStreamException {
    return texts(Xml.open(document, Optional.empty()));
  }

  private static long texts(XMLStreamReader2 xml) throws XMLStreamException {
    long seen = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) seen += xml.getText().length();
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      for (int i = 0; i < xml.getAttributeCount(); i++) seen += xml.getAttributeValue(i).length();
    }
    return seen;
  }

  @Benchmark
  public Reading iris() {
    return Rss.read(document, options);
  }

  @Benchmark
  public SyndFeed rome() throws Exception {
    return RomeReader.feed(document);
  }
}
