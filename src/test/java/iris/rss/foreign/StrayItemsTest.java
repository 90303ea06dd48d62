package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.rss.Limits;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Incident;
import iris.signal.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items that do not stand where they should are items all the same. */
class StrayItemsTest {
  private static Bulletin read(String channel) {
    byte[] document = ("<rss version=\"2.0\"><channel><title>t</title>" + channel + "</channel></rss>")
        .getBytes(StandardCharsets.UTF_8);
    return assertInstanceOf(Reading.Read.class, Rss.read(document, ReadOptions.of("feed", ""))).bulletin();
  }

  @Test
  void whatAnItemThatWasLeftOpenSwallowedIsReadInTheOrderOfTheDocument() {
    Bulletin b = read("<item><title>Outage A</title><guid>a</guid><item><title>Outage B</title><guid>b</guid><item>"
        + "<title>Outage C</title><guid>c</guid></item></item><item><title>Outage D</title><guid>d</guid></item></item>"
        + "<item><title>Outage E</title><guid>e</guid></item>");
    assertEquals(List.of("a", "b", "c", "d", "e"), b.items().stream().map(Item::guid).toList());
    assertEquals(5, b.incidents().stream().filter(Incident::open).count());
  }

  @Test
  void anIncidentCalledClosedInFrontIsClosedThoughTheTitleSaysWhatItWas() {
    Bulletin b = read("<item><title>Incident clôturé - SIV indisponible</title><guid>a</guid></item>"
        + "<item><title>Incident - SIV indisponible</title><guid>b</guid></item>");
    assertEquals(List.of(false, true), b.incidents().stream().map(Incident::open).toList());
  }

  @Test
  void itemsWithinOneItemAreCountedAsTheOthersAre() {
    Limits five = new Limits(1 << 20, 5, 64, 1000);
    String within = "<item><title>all</title><guid>0</guid>" + "<item><guid>n</guid></item>".repeat(5) + "</item>";
    byte[] document = ("<rss version=\"2.0\"><channel><title>t</title>" + within + "</channel></rss>").getBytes(StandardCharsets.UTF_8);
    Reading reading = Rss.read(document, ReadOptions.of("feed", "").limits(five));
    assertEquals("rss.too-many-items", assertInstanceOf(Reading.Garbled.class, reading).why().key());
  }
}
