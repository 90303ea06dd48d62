package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Finding;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Verdict;
import iris.signal.Window;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The profile as people write it who have not read it twice: nothing bad is lost for a letter. */
class HandWrittenTest {
  private static final String WINDOW = "<item><title>t</title><category domain=\"urn:iris:kind\">statistic</category>"
      + "<guid>w</guid><pubDate>Sun, 22 Nov 2026 14:10:04 +0000</pubDate><iris:window service=\"siv\" from=\""
      + "2026-11-22T14:05:00Z\" to=\"2026-11-22T14:10:00Z\" state=\"%s\">%s</iris:window></item>";

  private static String document(String items) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:iris=\"urn:iris:signal:1\"><channel>"
        + "<title>SIV</title><iris:agent id=\"a\" version=\"1\" period=\"PT5M\" started=\"2026-11-22T06:00:00Z\"/>"
        + "<iris:service id=\"siv\" name=\"SIV\"/>\n" + items + "</channel></rss>";
  }

  private static Bulletin read(byte[] document) {
    return assertInstanceOf(Reading.Read.class, Rss.read(document, ReadOptions.of("feed", ""))).bulletin();
  }

  private static Bulletin read(String items) {
    return read(document(items).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> keys(Bulletin b) {
    return b.findings().stream().map(Finding::reason).map(r -> r.key()).toList();
  }

  @Test
  void aStateInCapitalLettersIsReadAndTold() {
    Bulletin b = read(WINDOW.formatted("DOWN", "<iris:transactions total=\"10\" failed=\"9\"/>"
        + "<iris:failures origin=\"External\" count=\"9\"/>"));
    Window w = b.windows().findFirst().orElseThrow();
    assertEquals(Verdict.DOWN, w.state());
    assertEquals(9, w.failedBy(Origin.EXTERNAL));
    assertEquals(List.of("rss.profile.respelt", "rss.profile.respelt"), keys(b));
  }

  @Test
  void aStateThatNobodyKnowsStillLeavesTheWindowOut() {
    Bulletin b = read(WINDOW.formatted("en panne", "<iris:transactions total=\"10\" failed=\"9\"/>"));
    assertEquals(0, b.windows().count());
    assertTrue(keys(b).contains("rss.profile.lacks"), keys(b).toString());
  }

  @Test
  void anOriginThatNobodyKnowsIsToldAndNobodysFault() {
    Bulletin b = read(WINDOW.formatted("down", "<iris:transactions total=\"10\" failed=\"9\"/>"
        + "<iris:failures origin=\"externe\" count=\"9\"/>"));
    assertEquals(9, b.windows().findFirst().orElseThrow().failedBy(Origin.UNKNOWN));
    assertEquals(List.of("rss.profile.misread"), keys(b));
  }

  @Test
  void ofAWindowWithoutTrafficNoneFailedThoughNothingSaysSo() {
    Bulletin b = read(WINDOW.formatted("down", "<iris:transactions total=\"0\"/>"));
    assertEquals(Verdict.DOWN, b.windows().findFirst().orElseThrow().state());
    assertEquals(List.of(), keys(b));
    assertEquals(0, read(WINDOW.formatted("up", "<iris:transactions total=\"7\"/>")).windows().count());
  }

  @Test
  void anItemWithoutAnyKindRingsInsteadOfPassingForANotice() {
    Bulletin b = read("<item><title>SIV indisponible</title><guid>g</guid>"
        + "<pubDate>Sun, 22 Nov 2026 14:10:04 +0000</pubDate></item>");
    Incident i = b.incidents().getFirst();
    assertEquals(Incident.Kind.UNCLASSIFIED, i.kind());
    assertTrue(i.open());
    assertTrue(keys(b).contains("rss.profile.no-kind"), keys(b).toString());
  }

  @Test
  void anItemWithinAnItemIsToldWithItsLine() {
    String outer = WINDOW.formatted("up", "<iris:transactions total=\"7\" failed=\"0\"/>");
    Bulletin b = read(outer.replace("</iris:window></item>", "</iris:window>\n" + outer + "</item>"));
    assertEquals(1, b.windows().count());
    assertEquals(List.of("rss.profile.nested"), keys(b));
    assertEquals(4, b.findings().getFirst().line());
  }

  @Test
  void blankLinesAndMarksBeforeTheDeclarationDoNotHideTheProfileNorMoveItsLines() {
    byte[] whole = document(WINDOW.formatted("up", "<iris:transactions total=\"7\"/>")).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("\r\n\n ".getBytes(StandardCharsets.UTF_8));
    out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    out.writeBytes(whole);
    Bulletin b = read(out.toByteArray());
    assertEquals(Dialect.IRIS, b.dialect());
    int line = read(whole).findings().getFirst().line();
    assertEquals(line + 2, b.findings().getFirst().line());
    byte[] marked = new byte[whole.length + 3];
    System.arraycopy(out.toByteArray(), 4, marked, 0, marked.length);
    assertArrayEquals(whole, java.util.Arrays.copyOfRange(marked, 3, marked.length));
    assertEquals(Dialect.IRIS, read(marked).dialect());
  }

  @Test
  void ofSeveralMarksOneStaysAndSaysTheEncodingWhateverTheServerSays() {
    byte[] plain = document(WINDOW.formatted("up", "")).replace("<title>SIV</title>", "<title>Réseau</title>")
        .getBytes(StandardCharsets.UTF_8);
    for (String front : List.of("\uFEFF\uFEFF", "\uFEFF\n", "\n\uFEFF")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(front.getBytes(StandardCharsets.UTF_8));
      out.writeBytes(plain);
      ReadOptions latin = ReadOptions.of("feed", "").charset("ISO-8859-1").expecting("Réseau");
      Bulletin b = assertInstanceOf(Reading.Read.class, Rss.read(out.toByteArray(), latin)).bulletin();
      assertEquals(Dialect.IRIS, b.dialect());
      assertEquals("Réseau", b.channel().title());
    }
  }

  @Test
  void aThousandRespeltWordsAreNoError() {
    Bulletin b = read(IntStream.range(0, 600).mapToObj(n -> WINDOW.formatted("UP", "").replace("<guid>w", "<guid>w" + n))
        .collect(Collectors.joining()));
    assertEquals("rss.more-findings", b.findings().getLast().reason().key());
    assertEquals(Finding.Level.WARNING, b.findings().getLast().level());
  }
}
