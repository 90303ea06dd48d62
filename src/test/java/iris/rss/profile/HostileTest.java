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
import java.nio.charset.Charset;
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

  /** 50,000 declared namespaces in a megabyte once took the parser eleven seconds, and twice as many 45. */
  @Test
  void namesWithoutEndAreRefusedInEveryEncoding() {
    String elements = each(n -> "<e" + n + "/>");
    String attributes = "<e" + each(n -> " a" + n + "='>'") + "/>";
    String spaces = "<e" + each(n -> " xmlns:n" + n + "=\"u" + n + "\"") + "/>";
    String instructions = each(n -> "<?p" + n + "?>");
    for (String many : new String[] {elements, attributes, spaces, instructions}) {
      String document = new String(Samples.around(many), StandardCharsets.UTF_8);
      for (String name : new String[] {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32"}) {
        byte[] bytes = document.replace("UTF-8", name).getBytes(Charset.forName(name));
        assertEquals("rss.too-many-names", refused(bytes, OPTIONS).why().key(), name);
      }
      byte[] old = document.getBytes(Charset.forName("IBM1047"));
      assertEquals("rss.too-many-names", refused(old, OPTIONS.charset("IBM1047")).why().key());
    }
  }

  @Test
  void wordsAreNoNamesHoweverManyThereAre() {
    String words = each(n -> "w" + n + "='" + n + "' ");
    String tags = each(n -> "<w" + n + " v" + n + "='1'>");
    Reading reading = Rss.read(Samples.around("<!-- " + tags + " --><?p " + words + "?><x y=\"" + words + "\"/><item><title>"
        + words + "</title><description><![CDATA[" + tags + "]]></description></item>"), OPTIONS);
    assertEquals(1, assertInstanceOf(Reading.Read.class, reading).bulletin().items().size());
  }

  /** Each has a byte that is a '<' in ASCII. Such feeds were refused for their names, and lost after the third time. */
  @Test
  void aCharacterThatOnlyHasTheByteOfASignBeginsNoName() {
    for (String character : new String[] {"\u043C", "\u013C", "\u4E3C", "\uD83C\uDC00"}) {
      String words = each(n -> character + n + " ");
      String item = "<item><title>t</title><description>" + words + "</description></item>";
      for (String name : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-8", "GB18030"}) {
        Reading reading = Rss.read(in(name, name, item), OPTIONS);
        assertEquals(1, assertInstanceOf(Reading.Read.class, reading, name).bulletin().items().size());
      }
    }
    String kana = each(n -> "\u305C" + n + "\u30BC");
    assertInstanceOf(Reading.Read.class,
        Rss.read(in("ISO-2022-JP", "ISO-2022-JP", "<item><title>" + kana + "</title></item>"), OPTIONS));
  }

  /** The parser changes over to what is declared, takes a mark for more than the header, and blanks away in front. */
  @Test
  void namesAreCountedInTheEncodingThatTheParserReads() {
    String many = each(n -> "<e" + n + "/>");
    byte[] changed = in("US-ASCII", "IBM1047", many);
    int declared = new String(changed, StandardCharsets.US_ASCII).indexOf("?>") + 2;
    byte[] rest = new String(changed, declared, changed.length - declared, StandardCharsets.US_ASCII)
        .getBytes(Charset.forName("IBM1047"));
    System.arraycopy(rest, 0, changed, declared, rest.length);
    String marked = "\uFEFF" + new String(in("UTF-8", "UTF-8", many), StandardCharsets.UTF_8);
    String latin = new String(changed, StandardCharsets.ISO_8859_1);
    Object[][] all = {{changed, OPTIONS}, {changed, OPTIONS.charset("UTF-8")},
        {("\r" + latin).getBytes(StandardCharsets.ISO_8859_1), OPTIONS},
        {Samples.utf8(marked), OPTIONS.charset("IBM037")},
        {marked.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16LE), OPTIONS.charset("IBM037")},
        {marked.getBytes(StandardCharsets.UTF_16LE), OPTIONS}, {in("UTF-8", "UTF-8", many), OPTIONS.charset("UTF-16")},
        {in("UTF-16LE", "UTF-16", many), OPTIONS.charset("UTF-8")}};
    for (Object[] one : all)
      assertEquals("rss.too-many-names", refused((byte[]) one[0], (ReadOptions) one[1]).why().key());
  }

  @Test
  void aCommentThatSeemsToEndWhereItBeginsHidesNoNames() {
    String many = each(n -> "<e" + n + "/>");
    assertEquals("rss.too-many-names", refused(Samples.around("<!--><a b=\"-->" + many), OPTIONS).why().key());
    Reading reading = Rss.read(Samples.around("<!-->" + many + "-->"), OPTIONS);
    assertInstanceOf(Reading.Read.class, reading, reading.toString());
  }

  /** The quoted "<!--" once sent the count to the end, and the parser to all the names behind the DOCTYPE. */
  @Test
  void aLongDocumentWithADoctypeIsRefusedBeforeItsFirstName() {
    String many = each(n -> "<e" + n + "/>");
    String spaces = "<rss" + each(n -> " xmlns:n" + n + "='u'") + "/>";
    String late = "<!--" + "-  ".repeat(1_000) + "-->";
    String hiding = "<!DOCTYPE rss [<!ENTITY e \"<!--\">]>";
    for (String type : new String[] {hiding, "<!DOCTYPE rss [<!ENTITY e '" + many + "'>]>", late + hiding})
      assertEquals("rss.doctype", refused(Samples.utf8(type + spaces), OPTIONS).why().key());
    assertEquals("rss.foreign.web-page", refused(Samples.utf8("<!DOCTYPE HTML>" + spaces), OPTIONS).why().key());
  }

  /** In one encoding, which says that it is another. */
  private static byte[] in(String encoding, String said, String channel) {
    String document = new String(Samples.around(channel), StandardCharsets.UTF_8);
    return document.replace("UTF-8", said).getBytes(Charset.forName(encoding));
  }

  /** 253 kB of 14,500 namespaces took two seconds, and were small enough not to be counted. */
  @Test
  void aDocumentOfNamesThatIsNotLongIsRefusedToo() {
    String spaces = each(n -> n < 6_000 ? " xmlns:n" + n + "='u'" : "");
    assertEquals("rss.too-many-names", refused(Samples.around("<e" + spaces + "/>"), OPTIONS).why().key());
  }

  private static String each(java.util.function.IntFunction<String> one) {
    return java.util.stream.IntStream.range(0, 40_000).mapToObj(one).collect(java.util.stream.Collectors.joining());
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
      byte[] bytes = text.formatted(name).getBytes(Charset.forName(name));
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
