package iris.rss.profile;

/**
 * The names that one place of a document knows, in the order in which they are usually written. Feeds are written by
 * programs, always in the same order: a look at the expected place is a branch that the processor foresees, a switch
 * over Strings is not, and twenty of these for each window were a tenth of all reading.
 */
final class Names {
  /** What {@link #find} answers for a name that is not known. */
  static final int UNKNOWN = -1;
  private final String[] known;

  Names(String... known) {
    this.known = known;
  }

  /**
   * The place of this name.
   *
   * @param expected where it is looked for first; any number
   */
  int find(String name, int expected) {
    // The parser's names and those of this program are interned: mostly the very same String.
    if (expected >= 0 && expected < known.length && known[expected].equals(name)) return expected;
    for (int i = 0; i < known.length; i++) if (known[i].equals(name)) return i;
    return UNKNOWN;
  }
}
