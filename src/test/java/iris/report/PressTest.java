package iris.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.contract.Availability.Judgement;
import iris.history.contract.Period;
import iris.history.years.Afterwards;
import iris.report.reckon.Books;
import iris.report.text.PaperMaker;
import iris.words.Lang;
import iris.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One statement in four formats, each read back by a program that is not ours. */
class PressTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Words words(Lang lang) {
    return Words.of(lang, Autumn.PARIS);
  }

  private static Statement statement(String... services) throws Exception {
    return Autumn.books().statement(List.of(services), Autumn.OCTOBER, Autumn.NOW);
  }

  static String pdf(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return plain(new PDFTextStripper().getText(document));
    }
  }

  static Document html(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  /** Where a line is broken, and by which kind of space, is the page's business. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0\u202f]+", " ");
  }

  static List<String> csv(String line, char between) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') cell.append(line.charAt(++i));
      else if (c == '"') quoted = !quoted;
      else if (c == between && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else cell.append(c);
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Every line by what it is of; the value as it is written. */
  private static Map<String, String> values(byte[] bytes, Lang lang) {
    char between = lang == Lang.FR ? ';' : ',';
    Map<String, String> values = new HashMap<>();
    String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
    text.lines().skip(1).map(line -> csv(line, between)).forEach(c -> {
      assertEquals(9, c.size(), c.toString());
      values.put(String.join("|", c.get(1), c.get(2), c.get(3), c.get(4), c.get(5)), c.get(6).replace(',', '.'));
    });
    return values;
  }

  private static String key(Reckoning r, Figure f) {
    return String.join("|", r.service(), at(r, f.from()), at(r, f.to()), f.key(), f.about());
  }

  private static String at(Reckoning r, java.time.Instant at) {
    return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(r.contract().zone()));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theSameFiguresStandInAllFourFormatsAndOnThePage(Lang lang) throws Exception {
    Statement statement = statement("siv", "vin");
    Words words = words(lang);
    String pdf = pdf(Press.print(statement, Format.PDF, words));
    String html = plain(html(Press.print(statement, Format.HTML, words)).getDocumentElement().getTextContent());
    Map<String, String> csv = values(Press.print(statement, Format.CSV, words), lang);
    JsonNode json = JSON.readTree(Press.print(statement, Format.JSON, words));
    String page = plain(PaperMaker.of(statement, words).blocks().toString());
    for (int i = 0; i < statement.services().size(); i++) {
      Reckoning r = statement.services().get(i);
      JsonNode figures = json.get("services").get(i).get("figures");
      assertEquals(r.figures().size(), figures.size());
      for (int j = 0; j < r.figures().size(); j++) {
        Figure f = r.figures().get(j);
        JsonNode node = figures.get(j);
        assertEquals(f.key(), node.get("figure").asString());
        String value = csv.get(key(r, f));
        assertNotNull(value, "not in the CSV: " + f);
        if (f.value().isEmpty()) {
          assertTrue(node.get("value").isNull());
          assertEquals("", value);
          continue;
        }
        BigDecimal exact = f.unit().plain(f.value().getAsDouble());
        assertEquals(0, exact.compareTo(node.get("value").decimalValue()), f.toString());
        assertEquals(0, exact.compareTo(new BigDecimal(value)), f.toString());
        // Days are drawn, and stand as numbers in the files alone.
        if (f.key().startsWith("day.")) continue;
        String said = plain(r.say(f, words));
        assertTrue(pdf.contains(said), "not in the PDF: " + said + " " + f);
        assertTrue(html.contains(said), "not in the HTML: " + said + " " + f);
        assertTrue(page.contains(said), "not on the page: " + said + " " + f);
      }
      for (var rule : r.rules()) {
        assertTrue(pdf.contains(plain(words.say(rule))), "rule not in the PDF: " + words.say(rule));
        assertTrue(html.contains(plain(words.say(rule))), "rule not in the HTML: " + words.say(rule));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatCameAfterTheMonthIsSaidSinceAnEarlierReportSaysOtherwise(Lang lang) throws Exception {
    Instant read = Instant.parse("2026-11-01T21:12:40Z");
    Autumn autumn = new Autumn() {
      @Override
      public Afterwards afterwards(String service, Instant from, Instant to, Instant moment) {
        boolean october = from.equals(Instant.parse("2026-09-30T22:00:00Z")) && moment.equals(to.plusSeconds(900));
        return service.equals("siv") && october ? new Afterwards(3, Optional.of(read)) : Afterwards.NOTHING;
      }
    };
    Statement late = new Books(autumn, autumn).statement(List.of("siv"), Autumn.OCTOBER, Autumn.NOW);
    String said = pdf(Press.print(late, Format.PDF, words(lang)));
    assertTrue(said.contains(lang == Lang.FR
        ? "3 fenêtres de cette période ont été reçues ou corrigées après sa fin, la dernière le 01/11/2026 22:12:40"
        : "3 windows of this period were received or corrected after its end, the last on 01/11/2026 22:12:40"), said);
    assertTrue(said.contains(lang == Lang.FR ? "Chiffres connus le 02/11/2026 06:00:00" : "Figures as known on 02/11/2026 06:00:00"), said);
    String calm = pdf(Press.print(statement("siv"), Format.PDF, words(lang)));
    assertFalse(calm.contains("après sa fin") || calm.contains("after its end"), calm);
  }

  @Test
  void whatHappenedInOctoberIsWhatIsReported() throws Exception {
    Reckoning siv = statement("siv").services().getFirst();
    Period october = siv.period();
    // 31 days and the hour that comes twice, without two hours of maintenance.
    assertEquals(31 * 86_400 + 3_600 - 7_200, value(siv, "time.promised"));
    assertEquals(7_200, value(siv, "time.maintenance"));
    assertEquals(7_200 + 600, value(siv, "time.unmeasured"));
    assertEquals(2, value(siv, "outages.count"));
    assertEquals(2_400, value(siv, "outages.longest"));
    assertEquals((2_400 + 900) / 2.0, value(siv, "outages.repair"));
    // 40 and 15 minutes, and 6 % of 90.
    assertEquals(2_400 + 900 + 0.06 * 5_400, value(siv, "budget.used"), 0.01);
    assertEquals(Judgement.BREACHED, siv.judgement());
    assertEquals(20 * 60, siv.figure("budget.used", "", siv.before()).orElseThrow().value().orElseThrow(), 0.01);
    assertEquals("external", siv.all("outage").getFirst().about());
    assertEquals("report.note.unsure", siv.all("outage").getFirst().note().orElseThrow().key());
    assertEquals(31, siv.all("day.promised").size());
    assertTrue(siv.figure("response.p95-worst").isPresent() && siv.figure("response.p95").isEmpty(),
        "without histograms no percentile of transactions is said");
    assertTrue(siv.figures().stream().filter(f -> f.from().equals(october.from()) && f.key().equals("lost")).count() >= 3);
  }

  private static double value(Reckoning r, String key) {
    return r.figure(key).orElseThrow(() -> new AssertionError("no " + key)).value().orElseThrow();
  }

  @Test
  void aVerdictThatNobodyCanGiveIsNotGiven() throws Exception {
    Statement statement = statement("vin");
    assertEquals(Judgement.INDETERMINATE, statement.services().getFirst().judgement());
    String pdf = pdf(Press.print(statement, Format.PDF, words(Lang.FR)));
    assertTrue(pdf.contains("On ne peut pas trancher"), pdf);
    assertFalse(pdf.replaceAll("toutes? .*?100 %", "").contains("Engagement tenu"), pdf);
  }

  @Test
  void aNameIsNeitherAFormulaNorAnElementNorTheEndOfThePage() throws Exception {
    Statement statement = statement("odd");
    Document html = html(Press.print(statement, Format.HTML, words(Lang.FR)));
    assertEquals(0, html.getElementsByTagName("b").getLength());
    assertTrue(html.getElementsByTagName("h1").item(0).getTextContent().contains(Autumn.ODD));
    assertTrue(pdf(Press.print(statement, Format.PDF, words(Lang.FR))).contains("Œuvre & Cie"));
  }

  @Test
  void nothingOfTheHtmlComesFromElsewhereOrRuns() throws Exception {
    byte[] bytes = Press.print(statement("siv", "vin"), Format.HTML, words(Lang.EN));
    Document html = html(bytes);
    assertEquals("en-GB", html.getDocumentElement().getAttribute("lang"));
    for (String element : List.of("script", "link", "img", "iframe", "object"))
      assertEquals(0, html.getElementsByTagName(element).getLength(), element);
    assertFalse(new String(bytes, StandardCharsets.UTF_8).replace("http://www.w3.org/", "").contains("http://"));
    NodeList heads = html.getElementsByTagName("th");
    for (int i = 0; i < heads.getLength(); i++)
      assertTrue(List.of("col", "row").contains(((Element) heads.item(i)).getAttribute("scope")));
    NodeList pictures = html.getElementsByTagName("svg");
    assertEquals(4, pictures.getLength());
    for (int i = 0; i < pictures.getLength(); i++)
      assertFalse(((Element) pictures.item(i)).getAttribute("aria-label").isBlank());
  }

  @Test
  void aGapInTheMeasuresIsAGapInTheLine() throws Exception {
    Block.Chart chart = PaperMaker.of(statement("siv"), words(Lang.FR)).blocks().stream()
        .filter(Block.Chart.class::isInstance).map(Block.Chart.class::cast).findFirst().orElseThrow();
    assertTrue(chart.series().getFirst().runs().size() > 1, "the hours without a window");
  }
}
