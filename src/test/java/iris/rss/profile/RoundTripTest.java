package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Finding;
import iris.signal.Item;
import iris.signal.Note;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static Bulletin read(byte[] document) {
    return ((Reading.Read) Rss.read(document, ReadOptions.of("x", "X"))).bulletin();
  }

  private static Item withoutLine(Item i) {
    return new Item(i.guid(), i.revision(), i.title(), i.text(), i.published(), i.updated(), i.incident(), 0, i.body());
  }

  @Test
  void whatIsWrittenIsRead() {
    Bulletin bulletin = read(Samples.write(Samples.allKinds()));
    assertEquals(Dialect.IRIS, bulletin.dialect());
    assertEquals(Samples.channel(), bulletin.channel());
    assertEquals(Samples.SIV, bulletin.services().getFirst());
    assertEquals(Samples.allKinds(), bulletin.items().stream().map(RoundTripTest::withoutLine).toList());
  }

  @Test
  void anArchiveSaysThatItIsOneAndWhereNewerAndOlderItemsStand() {
    byte[] written = new ProfileWriter(java.time.ZoneId.of("Europe/Paris"))
        .write(Samples.archive(), List.of(Samples.SIV), Samples.incident());
    assertEquals(Samples.archive(), read(written).channel());
    String text = new String(written, StandardCharsets.UTF_8);
    assertTrue(text.contains("<fh:archive"), text);
    assertTrue(text.contains("<atom:link rel=\"current\""), text);
    assertTrue(text.contains("<atom:link rel=\"next-archive\""), text);
  }

  @Test
  void onlyTheUndeclaredServiceIsOddInAGoodDocument() {
    assertEquals(List.of("rss.profile.undeclared-service"),
        read(Samples.write(Samples.allKinds())).findings().stream().map(Finding::reason).map(r -> r.key()).toList());
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    assertArrayEquals(Samples.write(Samples.allKinds()), Samples.write(Samples.allKinds()));
  }

  @Test
  void readingAndWritingAgainGivesTheSameBytes() {
    byte[] first = Samples.write(Samples.incident());
    Bulletin bulletin = read(first);
    assertArrayEquals(first, new ProfileWriter(java.time.ZoneId.of("Europe/Paris"))
        .write(bulletin.channel(), bulletin.services(), bulletin.items()));
  }

  @Test
  void aPersonReadsTheDatesInTheZoneOfTheWriter() {
    String text = new String(Samples.write(Samples.incident()), StandardCharsets.UTF_8);
    assertTrue(text.contains("<pubDate>Sun, 22 Nov 2026 12:13:20 +0100</pubDate>"), text);
    assertTrue(text.contains("<lastBuildDate>Sun, 22 Nov 2026 13:00:04 +0100</lastBuildDate>"), text);
    assertTrue(text.contains("since=\"2026-11-22T11:12:20Z\""), text);
    assertTrue(text.contains("<category domain=\"urn:iris:kind\">recovery</category>"), text);
    assertTrue(text.contains("<guid isPermaLink=\"false\">urn:iris:siv:incident:20261122T1112Z-1:1</guid>"), text);
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    Item odd = Items.of("g\u0000", "t\u001B[31m", "a\uD800b\uFFFEc 😀\u202Ed", Samples.NOON, Note.NOTE);
    Item back = read(Samples.write(List.of(odd))).items().getFirst();
    assertEquals("g\uFFFD", back.guid());
    assertEquals("t\uFFFD[31m", back.title());
    assertEquals("a\uFFFDb\uFFFDc 😀\uFFFDd", back.text());
  }

  @Test
  void anotherTextOfTheSameGuidIsAnotherRevision() {
    Item first = Samples.incident().getFirst();
    Item edited =
        Items.of(first.guid(), first.title(), first.text() + ".", first.published().orElseThrow(), first.body());
    List<Item> both = read(Samples.write(List.of(first, edited))).items();
    assertEquals(both.get(0).guid(), both.get(1).guid());
    assertTrue(!both.get(0).revision().equals(both.get(1).revision()));
  }
}
