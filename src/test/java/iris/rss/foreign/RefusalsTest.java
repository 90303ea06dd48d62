package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.Limits;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is refused, with its line and its reason, and what is mended, with a finding. */
class RefusalsTest {
  private static final ReadOptions ANY = ReadOptions.of("svc", "Service");

  private static String feed(String items) {
    return "<rss version=\"2.0\"><channel><title>T</title><link>https://a.test/</link><description>d</description>\n"
        + items + "</channel></rss>";
  }

  private static String item(String title) {
    return "<item><title>" + title + "</title><guid>g</guid><pubDate>Sun, 22 Nov 2026 12:00:00 GMT</pubDate></item>\n";
  }

  private static void refused(String xml, ReadOptions options, String key, int line) {
    Reading reading = Rss.read(xml.getBytes(StandardCharsets.UTF_8), options);
    if (!(reading instanceof Reading.Garbled(int at, var why))) throw new AssertionError(reading.toString());
    assertEquals(key, why.key());
    assertEquals(line, at);
  }

  private static Bulletin read(byte[] bytes, ReadOptions options) {
    Reading reading = Rss.read(bytes, options);
    if (reading instanceof Reading.Read(Bulletin bulletin)) return bulletin;
    throw new AssertionError(reading.toString());
  }

  private static Bulletin read(String xml) {
    return read(xml.getBytes(StandardCharsets.UTF_8), ANY);
  }

  private static boolean finds(Bulletin bulletin, String key, int line) {
    return bulletin.findings().stream().filter(f -> f.reason().key().equals(key)).anyMatch(f -> f.line() == line);
  }

  @Test
  void aCutDocumentIsRefusedWhole() {
    String whole = feed(item("Panne") + item("Encore"));
    refused(whole.substring(0, whole.length() - 9), ANY, "rss.foreign.ill-formed", 4);
  }

  @Test
  void aWebPageIsNoFeedAndIsSaidToBeOne() {
    refused("<!DOCTYPE html><html><head><title>Login</title></head><body>&nbsp;<p></body></html>", ANY,
        "rss.foreign.web-page", 1);
    refused("Access Denied", ANY, "rss.not-a-feed", 1);
    refused("{\"feed\": []}", ANY, "rss.not-a-feed", 1);
  }

  @Test
  void aDoctypeIsRefusedWhateverItSays() {
    refused("<!DOCTYPE rss [<!ENTITY x \"y\">]>" + feed(""), ANY, "rss.doctype", 1);
  }

  @Test
  void anotherFeedThanTheExpectedOneIsRefused() {
    refused(feed(item("Panne")), ANY.expecting("Autre"), "rss.other-title", 0);
    assertEquals(1, read(feed(item("Panne")).getBytes(StandardCharsets.UTF_8), ANY.expecting("T")).items().size());
  }

  @Test
  void depthAndItemsHaveLimits() {
    ReadOptions small = ANY.limits(new Limits(1 << 20, 2, 8, 1 << 10));
    refused(feed("<item><description>" + "<b>".repeat(20) + "</b>".repeat(20) + "</description></item>"), small,
        "rss.too-deep", 2);
    refused(feed(item("a") + item("b") + item("c")), small, "rss.too-many-items", 4);
  }

  @Test
  void undeclaredEntitiesBareAmpersandsAndControlsAreMendedAndSaid() {
    Bulletin b = read(feed(item("D&eacute;lais&nbsp;A & B \u0001")));
    assertEquals("Délais A & B", b.items().getFirst().title());
    assertTrue(finds(b, "rss.foreign.healed", 2));
  }

  @Test
  void aBadDateKeepsItsItem() {
    String date = "<pubDate>32 Jan 2026 25:61:00 GMT</pubDate>";
    Bulletin b = read(feed("<item><title>Panne</title><guid>g</guid>" + date + "</item>"));
    assertTrue(b.items().getFirst().published().isEmpty());
    assertTrue(b.incidents().getFirst().open());
    assertTrue(finds(b, "rss.foreign.odd-date", 2));
  }

  @Test
  void bytesAreReadInTheCharsetThatFitsThem() {
    String xml = "<?xml version=\"1.0\" encoding=\"%s\"?>" + feed(item("Délai"));
    for (String name : "UTF-8 UTF-16 UTF-16BE UTF-16LE UTF-32BE ISO-8859-1 windows-1252".split(" ")) {
      byte[] bytes = xml.formatted(name).getBytes(Charset.forName(name));
      assertEquals("Délai", read(bytes, ANY).items().getFirst().title(), name);
    }
    byte[] lying = xml.formatted("UTF-8").getBytes(StandardCharsets.ISO_8859_1);
    Bulletin guessed = read(lying, ANY);
    assertEquals("Délai", guessed.items().getFirst().title());
    assertTrue(finds(guessed, "rss.foreign.charset-guessed", 0));
    assertEquals("Délai", read(lying, ANY.charset("ISO-8859-1")).items().getFirst().title(), "the header knew it");
  }

  @Test
  void aFeedWithoutGuidsStillHasKeysThatStayTheSame() {
    String xml = feed("<item><title>Panne A</title></item><item><title>Panne B</title></item>");
    assertEquals(read(xml).items(), read(xml).items());
    assertEquals(2, read(xml).items().stream().map(i -> i.guid()).distinct().count());
  }

  @Test
  void partsThatSayNothingOfTheStateCannotSpoilAFeed() {
    String odd = "<cloud port=\"abc\"/><image><width>wide</width></image><ttl>often</ttl>"
        + "<skipHours><hour>x</hour></skipHours>";
    assertEquals(1, read(feed(odd + item("Panne"))).items().size());
  }
}
