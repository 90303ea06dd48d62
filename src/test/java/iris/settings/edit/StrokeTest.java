package iris.settings.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One change to a text that a person wrote: what was not meant stays, byte for byte. */
class StrokeTest {
  private static String set(String text, String path, String value) throws Exception {
    return Stroke.set(text, List.of(path.split("\\.")), value);
  }

  private static String unset(String text, String path) throws Exception {
    return Stroke.unset(text, List.of(path.split("\\.")));
  }

  private static void byHand(String text, String path) {
    assertThrows(Stroke.ByHand.class, () -> set(text, path, "x"), text);
  }

  @Test
  void aValueIsReplacedAndItsCommentStays() throws Exception {
    assertEquals("# of Marie\ndisplay:\n  theme:   light   # for the hall\n\n  wall: no\n",
        set("# of Marie\ndisplay:\n  theme:   dark   # for the hall\n\n  wall: no\n", "display.theme", "light"));
  }

  @Test
  void quotesStayThoseThatWereThere() throws Exception {
    assertEquals("a: {b: \"d\\\"e\", c: 'f'}", set("a: {b: \"x\", c: 'f'}", "a.b", "d\"e"));
    assertEquals("a:\n  b: 'it''s'\n", set("a:\n  b: 'x'\n", "a.b", "it's"));
  }

  @Test
  void aNewValueIsQuotedOnlyWhereItMustBe() throws Exception {
    for (String plain : List.of("https://x.example/a?b=c&d=%20", "99.9%", "SIV (Darva), Paris", "60s", "true", "l'été"))
      assertEquals("a:\n  b: " + plain + "\n", set("a:\n  b: x\n", "a.b", plain));
    for (String quoted : List.of("", "null", "- x", "x: y", "x #y", " x", "*a", "&a", "[a", "{a", "@a", "!a", "|", "%x"))
      assertEquals("a:\n  b: '" + quoted + "'\n", set("a:\n  b: x\n", "a.b", quoted));
    assertEquals("a: {b: 'x, y'}", set("a: {b: x}", "a.b", "x, y"));
    assertEquals("a:\n  b: \"x\\ty\\n\"\n", set("a:\n  b: x\n", "a.b", "x\ty\n"));
  }

  @Test
  void linesEndAsTheyDidAndAMarkAtTheBeginningStays() throws Exception {
    assertEquals("\uFEFFa:\r\n    b: 1 # x\r\n    c: 2\r\nd:\r\n    e: 3\r\n",
        set("\uFEFFa:\r\n    b: 1 # x\r\nd:\r\n    e: 3\r\n", "a.c", "2"));
    assertEquals("a:\r\n    b: 1", unset("a:\r\n    b: 1\r\n    c: 2", "a.c").stripTrailing());
  }

  @Test
  void aMissingOptionGoesBehindTheLastOfItsBlockWithItsIndentation() throws Exception {
    assertEquals("a:\n   b: 1\n   c: 2\n\n# about d\nd: {}\n", set("a:\n   b: 1\n\n# about d\nd: {}\n", "a.c", "2"));
    assertEquals("a:\n  b: |\n    x\n    # no comment\n\n  # a comment\nd: 1\n".replace("\n\n  #", "\n  c: 2\n\n  #"),
        set("a:\n  b: |\n    x\n    # no comment\n\n  # a comment\nd: 1\n", "a.c", "2"));
    assertEquals("a:\n  b: 1\n  c: 2", set("a:\n  b: 1", "a.c", "2"));
  }

  @Test
  void aMissingBlockIsMade() throws Exception {
    assertEquals("a:\n  b:\n    c: 1\n", set("", "a.b.c", "1"));
    assertEquals("# nothing yet\na:\n  b: 1\n", set("# nothing yet", "a.b", "1"));
    assertEquals("a: # feeds\n  # none\n  x: 1\n".replace("  # none\n  x: 1\n", "  x: 1\n  # none\n"),
        set("a: # feeds\n  # none\n", "a.x", "1"));
    assertEquals("a:\n    b: 1\nc:\n    d: 2\n", set("a:\n    b: 1\n", "c.d", "2"));
    assertEquals("---\na: {b: 1}\nc:\n  d: 2\n...\n", set("---\na: {b: 1}\n...\n", "c.d", "2"));
    assertEquals("{a: {b: 1}, c: {d: 2}}\n", set("{a: {b: 1}}\n", "c.d", "2"));
    assertEquals("{a: {c: 2}}\n", set("{a: {}}\n", "a.c", "2"));
  }

  @Test
  void whatIsTakenAwayTakesItsLineAndLeavesAPersonsComment() throws Exception {
    assertEquals("a:\n  c: 2\n", unset("a:\n  b: 1\n  c: 2\n", "a.b"));
    assertEquals("a:\n  # since Monday\n  c: 2\n", unset("a:\n  b: 1  # since Monday\n  c: 2\n", "a.b"));
    assertEquals("{a: {c: 2}}", unset("{a: {b: 1, c: 2}}", "a.b"));
    assertEquals("{a: {b: 1}}", unset("{a: {b: 1, c: 2}}", "a.c"));
    assertEquals("f:\n  # one\n  y: {u: 2}\n", unset("f:\n  # one\n  x:\n    u: 1 # in\n    v: |\n      t\n  y: {u: 2}\n", "f.x"));
    assertEquals("a: 1\n", unset("a: 1\n", "b.c"));
  }

  @Test
  void whatAProgramCannotChangeSafelyIsLeftToAPerson() {
    byHand("a:\n  b: &x 1\n  c: *x\n", "a.b");
    byHand("a:\n  b: &x 1\n  c: *x\n", "a.c");
    byHand("x: &f {u: 1}\na: *f\n", "a.u");
    byHand("a:\n  b: !!str 1\n", "a.b");
    byHand("a:\n  b: [1, 2]\n".replace("[1, 2]", "{c: 1}"), "a.b");
    byHand("a:\n  b: 1\n  b: 2\n", "a.b");
    byHand("a:\n  b: | # why\n    x\n", "a.b");
    byHand("- a\n", "a.b");
    byHand("a:\n\tb: 1\n", "a.b");
    byHand("a: 1\n--- \nb: 1\n", "a.b");
  }

  @Test
  void severalLinesAreWrittenAsLines() throws Exception {
    assertEquals("a:\n  b: |-\n    # Call\n\n    * Paul\n  c: 1\n", set("a:\n  b: x\n  c: 1\n", "a.b", "# Call\n\n* Paul"));
    assertEquals("a:\n  c: 1\n  b:\n    d: |-\n      x\n      y\n", set("a:\n  c: 1\n", "a.b.d", "x\ny"));
    assertEquals("a:\n  b: |-\n    u\n    v\n  c: 1\n", set("a:\n  b:\n    - x\n    - y\n  c: 1\n", "a.b", "u\nv"));
    byHand("a:\n  b:\n    - x # why\n    - y\n", "a.b");
    assertEquals("a:\n  b: \"x\\ny\" # who\n", set("a:\n  b: x # who\n", "a.b", "x\ny"));
  }

  @Test
  void tabsBetweenKeyAndValueStay() throws Exception {
    assertEquals("a:\n  b:\t2\t# x\n", set("a:\n  b:\t1\t# x\n", "a.b", "2"));
  }

  @Test
  void aTextOverSeveralLinesIsReplacedWhole() throws Exception {
    assertEquals("a:\n  b: 2\n  c: 3\n", set("a:\n  b: >-\n    x\n    y\n  c: 3\n", "a.b", "2"));
    assertEquals("a:\n  b: 2\n  c: 3\n", set("a:\n  b: x\n    y\n  c: 3\n", "a.b", "2"));
    assertEquals("a:\n  b: u, v # two\n", set("a:\n  b: [x, y] # two\n", "a.b", "u, v"));
  }

  @Test
  void placesAreFoundBehindLettersOutsideTheFirstPlane() throws Exception {
    assertEquals("a: # 🚗🚗\n  n: 🚗\n  b: 2 # 🚗\n", set("a: # 🚗🚗\n  n: 🚗\n  b: 1 # 🚗\n", "a.b", "2"));
  }
}
