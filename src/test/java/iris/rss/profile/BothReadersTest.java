package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The streaming reader against ROME with the module, on the same bytes. */
class BothReadersTest {
  private static void agree(byte[] document) throws Exception {
    Bulletin ours = ((Reading.Read) Rss.read(document, ReadOptions.of("x", "X"))).bulletin();
    RomeReader.Read rome = RomeReader.read(document);
    assertEquals(rome.items(), ours.items().stream().map(BothReadersTest::withoutLine).toList());
    assertEquals(rome.feed().agent(), ours.channel().agent());
    assertEquals(rome.feed().services().getFirst(), ours.services().getFirst());
    assertEquals(rome.feed().links(), FeedModule.Links.of(ours.channel()));
  }

  private static Item withoutLine(Item i) {
    return new Item(i.guid(), i.revision(), i.title(), i.text(), i.published(), i.updated(), i.incident(), 0, i.body());
  }

  @Test
  void bothReadTheSameFromAllKindsOfItems() throws Exception {
    agree(Samples.write(Samples.allKinds()));
  }

  @Test
  void bothReadTheSameFromAnArchive() throws Exception {
    agree(new ProfileWriter(java.time.ZoneId.of("Europe/Paris"))
        .write(Samples.archive(), List.of(Samples.SIV), Samples.incident()));
  }

  @Test
  void bothReadTheSameFromALargeDocument() throws Exception {
    agree(Samples.large(200_000));
  }

  @Test
  void bothReadTheSameFromADocumentWrittenByHand() throws Exception {
    agree(Samples.around("""
        <item><title> A &#233;t&#xE9; <![CDATA[<b>]]> &amp;
          B </title><guid isPermaLink='false'>g1</guid><pubDate>Sun, 22 Nov 2026 15:10:04 +0100</pubDate>
        <description><![CDATA[<p>un]]> &lt;deux<!-- comment --> trois</description>
        <q:other xmlns:q="urn:other" a="1"><q:deep>x</q:deep></q:other>
        <i:window xmlns:i="urn:iris:signal:1" xmlns:q="urn:q" q:service="no" service=" siv "
          from="2026-11-22T15:05:00+01:00"
          to="2026-11-22T14:10Z" state="up" future="1"><i:transactions failed="4" total="0012"/><i:novelty/>
          <i:failures origin="moon" count="2"/><i:failures origin="provider" count="x"/>
          <i:transactionTime mean="1.5" p95="9"/><i:responseTime mean="3"/>
          <i:histogram of="transactionTime" encoding="e"> HIST<!-- c -->FAAA </i:histogram></i:window></item>
        <item><title>B</title><guid isPermaLink='false'>g2</guid><pubDate>Sun, 22 Nov 2026 15:10:04 +0100</pubDate>
        <category domain="urn:iris:kind">degradation</category>
        <iris:incident id="i" service="siv" state="open"><iris:cause>a<b>c</b>d</iris:cause></iris:incident></item>"""));
  }

  /** Values swapped for odd ones in a good document: whatever the one makes of it, the other does too. */
  @Test
  void bothReadTheSameFromOddValues() throws Exception {
    String good = new String(Samples.write(Samples.allKinds()), java.nio.charset.StandardCharsets.UTF_8);
    List<String> odd = List.of(
        "", " ", "-1", "1.0", "x", "2026-13-01T00:00:00Z", "99999999999999999999", "open", "down", "é");
    Random random = new Random(11);
    List<Integer> values = new ArrayList<>();
    int end = good.indexOf("</channel>");
    for (int at = good.indexOf("<iris:window"); at >= 0 && at < end; at = good.indexOf("=\"", at + 2)) values.add(at);
    for (int round = 0; round < 150; round++) {
      int at = values.get(1 + random.nextInt(values.size() - 1)) + 2;
      String value = odd.get(random.nextInt(odd.size()));
      String swapped = good.substring(0, at) + value + good.substring(good.indexOf('"', at));
      if (!swapped.contains("urn:iris:signal:1")) continue;
      agree(Samples.utf8(swapped));
    }
  }
}
