package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.Limits;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileTest {
  private static final ReadOptions OPTIONS = ReadOptions.of("siv", "SIV");

  private static Reading.Garbled refused(byte[] document, ReadOptions options) {
    return assertInstanceOf(Reading.Garbled.class, Rss.read(document, options));
  }

  private static ReadOptions limits(int bytes, int items, int depth, int text) {
    return OPTIONS.limits(new Limits(bytes, items, depth, text));
  }

  @Test
  void aDocumentCutAtAnyByteIsRefusedWhole() {
    byte[] whole = Samples.write(Samples.allKinds());
    int end = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('>') + 1;
    for (int length = 0; length < end; length++) {
      Reading reading = Rss.read(Arrays.copyOf(whole, length), OPTIONS);
      assertInstanceOf(Reading.Garbled.class, reading, "cut at " + length);
      // From here on the namespace is in sight, and it is ours to say where.
      if (length > 300) assertTrue(((Reading.Garbled) reading).line() > 0, "cut at " + length + " " + reading);
    }
    assertInstanceOf(Reading.Read.class, Rss.read(Arrays.copyOf(whole, end), OPTIONS));
  }

  @Test
  void aCutIsCalledACut() {
    byte[] whole = Samples.write(Samples.incident());
    assertEquals("rss.cut", refused(Arrays.copyOf(whole, whole.length / 2), OPTIONS).why().key());
    assertEquals("rss.cut", refused(Arrays.copyOf(whole, whole.length - 8), OPTIONS).why().key());
  }

  @Test
  void mutatedBytesNeitherThrowNorHang() {
    byte[] good = Samples.write(Samples.allKinds());
    Random random = new Random(42);
    assertTimeoutPreemptively(Duration.ofSeconds(300), () -> {
      for (int round = 0; round < 3_000; round++) {
        byte[] bad = good.clone();
        for (int i = 1 + random.nextInt(6); i > 0; i--) mutate(bad, random);
        Reading reading = Rss.read(bad, OPTIONS);
        if (reading instanceof Reading.Read(Bulletin b)) assertTrue(b.items().size() <= 14, () -> b.items().toString());
      }
    });
  }

  private static void mutate(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] = (byte) "<>&\"'/=;:[]!- \n".charAt(random.nextInt(15));
      case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      default -> {
        int from = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(60), bytes.length - Math.max(at, from));
        System.arraycopy(bytes, from, bytes, at, length);
      }
    }
  }

  @Test
  void anyDoctypeIsRefused() {
    String rss = new String(Samples.around("<item><title>&a;</title></item>"), StandardCharsets.UTF_8);
    String bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    String file = "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    String remote = "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\">";
    for (String type : new String[] {bomb, file, remote, "<!DOCTYPE rss>"}) {
      Reading.Garbled g = refused(Samples.utf8(rss.replace("?>\n", "?>\n" + type)), OPTIONS);
      assertEquals("rss.doctype", g.why().key());
      assertEquals(2, g.line());
    }
  }

  @Test
  void anEntityThatXmlDoesNotHaveIsRefusedWithItsLine() {
    assertEquals(4, refused(Samples.around("<item><title>a&nbsp;b</title></item>"), OPTIONS).line());
  }

  @Test
  void depthIsBounded() {
    byte[] deep = Samples.around("<a>".repeat(100_000) + "</a>".repeat(100_000));
    assertEquals("rss.too-deep", refused(deep, OPTIONS).why().key());
    assertEquals("rss.too-deep", refused(Samples.around("<a><b><c/></b></a>"), limits(9_999, 9, 4, 99)).why().key());
    assertInstanceOf(Reading.Read.class, Rss.read(Samples.around("<a><b/></a>"), limits(9_999, 9, 4, 99)));
  }

  @Test
  void sizeAndItemsAreBounded() {
    byte[] document = Samples.around("<item><title>a</title></item>\n".repeat(5));
    assertEquals("rss.too-large", refused(document, limits(document.length - 1, 9, 9, 99)).why().key());
    Reading.Garbled many = refused(document, limits(document.length, 4, 9, 99));
    assertEquals("rss.too-many-items", many.why().key());
    assertEquals(8, many.line());
    assertInstanceOf(Reading.Read.class, Rss.read(document, limits(document.length, 5, 9, 99)));
  }

  @Test
  void aTextOverTheLimitIsCutAndSaysSo() {
    Bulletin b = ((Reading.Read) Rss.read(
        Samples.around("<item><title>" + "x&amp;".repeat(50_000) + "</title><description>" + "y".repeat(100_000)
            + "</description></item>"), limits(1_000_000, 9, 9, 100))).bulletin();
    assertEquals(100, b.items().getFirst().title().length());
    assertTrue(b.items().getFirst().text().endsWith("y…"));
  }

  @Test
  void anotherTitleThanTheExpectedOneIsUnreadable() {
    assertEquals("rss.other-title", refused(Samples.around(""), OPTIONS.expecting("U")).why().key());
    assertInstanceOf(Reading.Read.class, Rss.read(Samples.around(""), OPTIONS.expecting(" T\n")));
  }

  @Test
  void aRootThatIsNotRssIsRefused() {
    assertEquals("rss.not-rss", refused(Samples.utf8("<html xmlns:i='urn:iris:signal:1'/>"), OPTIONS).why().key());
    assertEquals("rss.no-channel", refused(Samples.utf8("<rss xmlns:i='urn:iris:signal:1'/>"), OPTIONS).why().key());
  }

  @Test
  void whatFollowsTheRootIsNotIgnored() {
    byte[] good = Samples.around("");
    byte[] more = Arrays.copyOf(good, good.length + 3);
    System.arraycopy(Samples.utf8("<a>"), 0, more, good.length, 3);
    refused(more, OPTIONS);
  }

  @Test
  void otherEncodingsAreReadAndABrokenOneIsRefused() {
    String text = "<?xml version=\"1.0\" encoding=\"%s\"?>"
        + "<rss xmlns:i='urn:iris:signal:1'><channel><title>été</title></channel></rss>";
    for (String name : new String[] {"ISO-8859-1", "UTF-16", "UTF-8", "windows-1252"}) {
      byte[] bytes = text.formatted(name).getBytes(java.nio.charset.Charset.forName(name));
      Reading reading = Rss.read(bytes, OPTIONS.expecting("été"));
      assertInstanceOf(Reading.Read.class, reading, name + " " + reading);
    }
    byte[] latin = text.formatted("UTF-8").getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(refused(latin, OPTIONS).line() > 0);
    assertInstanceOf(Reading.Read.class, Rss.read(latin, OPTIONS.charset("iso-8859-1").expecting("été")));
    byte[] utf8 = text.formatted("UTF-8").getBytes(StandardCharsets.UTF_8);
    assertInstanceOf(Reading.Read.class, Rss.read(utf8, OPTIONS.charset("no such").expecting("été")));
  }
}
