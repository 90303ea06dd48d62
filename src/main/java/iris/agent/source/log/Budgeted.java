package iris.agent.source.log;

/**
 * A text that may be looked at so often and no oftener: the one thing that ends a regular expression which
 * backtracks without end, since the matcher itself cannot be interrupted.
 */
final class Budgeted implements CharSequence {
  /** Looks at one line; an honest expression needs some ten a character. */
  static final int LOOKS = 200_000;

  /** The budget is spent. One for all, without a trace: it is thrown for a line, not for a bug. */
  static final class Spent extends RuntimeException {
    static final Spent SPENT = new Spent();

    private Spent() {
      super("a regular expression ran away", null, false, false);
    }
  }

  private final String text;
  private int left = LOOKS;

  Budgeted(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) throw Spent.SPENT;
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
