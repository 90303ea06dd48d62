package iris.ui.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.guide.Sheet.Hand;
import iris.ui.guide.Sheet.Leads;
import iris.ui.guide.Sheet.Link;
import iris.ui.guide.Sheet.Paragraph;
import iris.ui.guide.Sheet.Piece;
import iris.ui.guide.Sheet.Refused;
import iris.ui.guide.Sheet.Span;
import iris.ui.guide.Sheet.Verbatim;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static List<Span> words(String text) {
    return assertInstanceOf(Paragraph.class, Markdown.read(text).pieces().getFirst()).words();
  }

  private static Link link(String text) {
    return words(text).stream().flatMap(s -> s.link().stream()).findFirst().orElseThrow();
  }

  @Test
  void headingsListsBoldAndCodeBecomePieces() {
    List<Piece> all = Markdown.read("# Titre\n\ntexte **gras** et `code`\n\n3. trois\n4. quatre\n\n- un\n\n> dit\n\n---\n").pieces();
    assertEquals(List.of("Heading", "Paragraph", "Listing", "Listing", "Quote", "Rule"),
        all.stream().map(p -> p.getClass().getSimpleName()).toList());
    assertEquals(List.of(Hand.PLAIN, Hand.STRONG, Hand.PLAIN, Hand.CODE), ((Paragraph) all.get(1)).words().stream().map(Span::hand).toList());
    assertEquals(List.of("3.", "4."), ((Sheet.Listing) all.get(2)).entries().stream().map(Sheet.Entry::mark).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/x?y=1", "http://a.example", "mailto:a@b.example", "tel:+33123456789", "HTTPS://A.example/"})
  void linksOfTheWebMailAndTelephoneLeadSomewhere(String address) {
    assertEquals(new Leads(URI.create(address)), link("[là](" + address + ")"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://a.example/x", "/relative", "x",
      "https:", "https:///nohost", "mailto:", "tel:", "smb://host/share", "vbscript:x", "https://u:p@a.example/", "http://a.example/%zz"})
  void everyOtherAddressIsTextWithAReason(String address) {
    Refused refused = assertInstanceOf(Refused.class, link("[là](<" + address + ">)"));
    assertTrue(refused.why().key().startsWith("ui.guide.refused."), refused::toString);
  }

  @Test
  void aPictureIsNeverFetched() {
    assertInstanceOf(Refused.class, link("![logo](file:///x.png)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01 23 45 67 89", "0123456789", "+33 1 23 45 67 89", "+33 (0)1.23.45.67.89", "01.23.45.67.89"})
  void aPhoneNumberIsDialled(String written) {
    URI to = assertInstanceOf(Leads.class, link("Appeler le " + written + ", vite.")).to();
    assertTrue(to.toString().matches("tel:(\\+33|0)123456789"), to::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "10 000", "12345678901234567890", "AA-123-AA", "15:12:20", "192.168.10.12", "x0123456789"})
  void anOrdinaryFigureIsNoPhoneNumber(String written) {
    assertTrue(words("Voir " + written + " là.").stream().allMatch(s -> s.link().isEmpty()));
  }

  @Test
  void markupOfOtherKindsStaysLetters() {
    assertEquals(new Verbatim("<script>alert(1)</script>"), Markdown.read("<script>alert(1)</script>").pieces().getFirst());
    assertEquals("a <b onclick=x>c</b>", words("a <b onclick=x>c</b>").stream().map(Span::text).collect(Collectors.joining()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*", "[", "![", "**a", "`", "<", "1. ", "# x\n\n", "[a](b)", "|", "&#0;", "0 ", "+3 "})
  void whateverIsRepeatedItEndsSoonAndIsBounded(String part) {
    Sheet sheet = Markdown.read(part.repeat(16_384 / part.length()));
    assertTrue(count(sheet.pieces()) <= 500, () -> "pieces " + count(sheet.pieces()));
  }

  @Test
  void whatIsCutSaysSo() {
    assertTrue(Markdown.read("a\n\n".repeat(3000)).cut());
    assertFalse(Markdown.read("a\n\n".repeat(30)).cut());
  }

  private static long count(List<Piece> pieces) {
    return pieces.stream().mapToLong(p -> 1 + switch (p) {
      case Sheet.Listing l -> l.entries().stream().mapToLong(e -> count(e.pieces())).sum();
      case Sheet.Quote q -> count(q.pieces());
      case Sheet.Heading _, Paragraph _, Verbatim _, Sheet.Rule _ -> 0;
    }).sum();
  }
}
