package iris.rss;

/**
 * How much a document may ask of us. Over {@code bytes}, {@code items} or {@code depth} the document is refused: half a
 * feed could hide an outage. Over {@code text} a text is cut.
 *
 * @param bytes of the document, unpacked
 * @param items of the document
 * @param depth of elements in elements
 * @param text characters (UTF-16 units) of one text
 */
public record Limits(int bytes, int items, int depth, int text) {
  /** A month of windows of one service fits four times over. */
  public static final Limits USUAL = new Limits(32 << 20, 40_000, 64, 64 << 10);

  public Limits {
    if (bytes < 1 || items < 1 || depth < 3 || text < 16)
      throw new IllegalArgumentException("no feed fits into " + bytes + ", " + items + ", " + depth + ", " + text);
  }
}
